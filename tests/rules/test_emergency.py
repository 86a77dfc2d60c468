"""What a duty worker may read at once, and that neither reason ever opens what is for the team to look at first."""

from datetime import date, timedelta

import pytest

from naast.rules.emergency import HOURS, holds, opens_first, opens_rest, problem

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "kind", ["membership", "relation", "authority", "involvement", "contact_data", "situation"]
)
def test_people_and_how_to_reach_them_open_first(kind: str) -> None:
    assert opens_first(kind, holds=True)
    assert opens_first(kind, holds=False)


@pytest.mark.parametrize("kind", ["agreement", "condition", "plan_part", "apart"])
def test_what_was_agreed_opens_first_while_it_holds(kind: str) -> None:
    assert opens_first(kind, holds=True)
    assert not opens_first(kind, holds=False)


@pytest.mark.parametrize(
    "kind", ["contact", "passage", "statement", "score", "file", "position", "factor", "question", "advice"]
)
def test_what_people_told_takes_a_second_reason(kind: str) -> None:
    assert not opens_first(kind, holds=True)
    assert opens_rest(kind)


@pytest.mark.parametrize("kind", ["notice", "withholding", "emergency", "oversight"])
def test_what_the_team_looks_at_first_opens_by_neither(kind: str) -> None:
    assert not opens_first(kind, holds=True)
    assert not opens_rest(kind)


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        (None, None, True),
        (TODAY, None, True),
        (TODAY + DAY, None, False),
        (TODAY - DAY, TODAY, False),
        (TODAY - DAY, TODAY + DAY, True),
    ],
)
def test_it_holds_from_its_first_day_until_its_last(
    starts: date | None, ends: date | None, found: bool
) -> None:
    assert holds(starts, ends, TODAY) is found


@pytest.mark.parametrize(("reason", "enough"), [("", False), ("met spoed", False), ("zij belt nu", True)])
def test_a_reason_is_more_than_a_word_or_two(reason: str, enough: bool) -> None:
    assert (problem(reason) is None) is enough


def test_it_stands_open_for_one_night() -> None:
    assert HOURS == 8
