"""Who does not sit together: which days can be right, and on which days it runs."""

from datetime import date, timedelta

import pytest

from naast.rules.apart import problem, runs

DAY = date(2026, 11, 16)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("starts", "look_on", "ends", "wrong"),
    [
        (DAY, DAY, None, None),
        (DAY, AFTER, AFTER, None),
        (None, AFTER, None, "starts"),
        (DAY, None, None, "look_on"),
        (DAY, BEFORE, None, "look_on"),
        (DAY, AFTER, DAY, "ends"),
        (DAY, AFTER, BEFORE, "ends"),
    ],
)
def test_a_wrong_day_is_said_at_its_field(
    starts: date | None, look_on: date | None, ends: date | None, wrong: str | None
) -> None:
    found = problem(starts, look_on, ends)
    assert (found[0] if found else None) == wrong


def test_it_runs_from_its_first_day_until_not_including_its_last() -> None:
    assert [runs(DAY, AFTER, day) for day in (BEFORE, DAY, AFTER)] == [False, True, False]


def test_without_a_last_day_it_goes_on() -> None:
    assert runs(DAY, None, DAY + timedelta(days=4000))
