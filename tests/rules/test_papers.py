"""Paper that was given out: when it can be right, whether the plan changed since, and what may stand on it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from naast.rules.papers import (
    HOLDS,
    SHEETS,
    STATES,
    changed_since,
    may_hold,
    problem_after,
    problem_given,
)

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)
VERSION = datetime(2026, 11, 14, 10, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("given_on", [TODAY, TODAY - DAY, date(2026, 11, 14)])
def test_paper_was_given_today_or_before_and_not_before_it_was_agreed_so(given_on: date) -> None:
    assert problem_given(given_on, VERSION, TODAY) is None


def test_nobody_gave_it_tomorrow() -> None:
    wrong = problem_given(TODAY + DAY, VERSION, TODAY)
    assert wrong is not None
    assert wrong[0] == "given_on"


def test_on_the_day_before_its_version_it_was_an_older_paper() -> None:
    wrong = problem_given(date(2026, 11, 13), VERSION, TODAY)
    assert wrong is not None
    assert wrong[0] == "older"
    assert problem_given(date(2026, 11, 13), None, TODAY) is None


def test_a_version_of_late_in_the_evening_is_of_the_dutch_day() -> None:
    late = datetime(2026, 11, 14, 23, 30, tzinfo=UTC)  # half past midnight in the Netherlands
    assert problem_given(date(2026, 11, 15), late, TODAY) is None
    assert problem_given(date(2026, 11, 14), late, TODAY) is not None


@pytest.mark.parametrize("state", list(STATES))
def test_what_became_of_it_is_from_the_day_on_which_it_was_given(state: str) -> None:
    given = TODAY - 2 * DAY
    assert problem_after(state, given, given, TODAY) is None
    assert problem_after(state, TODAY, given, TODAY) is None
    for wrong_day in (given - DAY, TODAY + DAY):
        wrong = problem_after(state, wrong_day, given, TODAY)
        assert wrong is not None
        assert wrong[0] == "on"


def test_another_word_says_nothing_of_what_became_of_it() -> None:
    wrong = problem_after("burnt", TODAY, TODAY, TODAY)
    assert wrong is not None
    assert wrong[0] == "state"


def test_the_plan_changed_since_where_anything_on_the_page_is_newer() -> None:
    assert not changed_since(VERSION, VERSION)
    assert not changed_since(VERSION, VERSION - SECOND)
    assert changed_since(VERSION, VERSION + SECOND)
    assert not changed_since(VERSION, None)  # nothing stands on the page of who looks
    assert changed_since(None, None)


@pytest.mark.parametrize("sheet", list(SHEETS))
def test_paper_may_hold_what_was_there_when_it_was_printed(sheet: str) -> None:
    assert may_hold(sheet, VERSION, TODAY, "agreement", VERSION)
    assert not may_hold(sheet, VERSION, TODAY, "agreement", VERSION + SECOND)


def test_a_card_and_the_page_for_the_children_hold_less_than_the_plan() -> None:
    assert may_hold("plan", VERSION, TODAY, "situation", VERSION)
    assert may_hold("edition", VERSION, TODAY, "situation", VERSION)
    assert not may_hold("card", VERSION, TODAY, "situation", VERSION)
    assert not may_hold("children", VERSION, TODAY, "situation", VERSION)
    assert not any("passage" in kinds for kinds in HOLDS.values())


def test_of_an_older_paper_the_day_on_which_it_was_given_decides() -> None:
    assert may_hold("plan", None, date(2026, 11, 14), "agreement", VERSION)
    assert not may_hold("plan", None, date(2026, 11, 13), "agreement", VERSION)
