"""Working days: weekends and public holidays do not count, and the day of asking does not either."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.rules.working_days import easter, holidays, is_working_day, kings_day, working_days_after

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("year", "day"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25))]
)
def test_easter_falls_where_the_almanac_says(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_the_holidays_of_2026_are_these() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


def test_the_king_celebrates_on_saturday_when_the_27th_is_a_sunday() -> None:
    assert kings_day(2025) == date(2025, 4, 26)
    assert kings_day(2026) == date(2026, 4, 27)
    assert kings_day(2013) == date(2013, 4, 30)


@pytest.mark.parametrize(
    ("asked", "number", "answer"),
    [
        (date(2026, 11, 24), 2, date(2026, 11, 26)),  # a Tuesday
        (date(2026, 11, 26), 2, date(2026, 11, 30)),  # over a weekend
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # asked on a Saturday
        (date(2026, 11, 29), 0, date(2026, 11, 30)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
        (date(2026, 12, 24), 2, date(2026, 12, 29)),  # Christmas on a Friday and a Saturday
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # New Year's Day on a Friday
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Good Friday, Easter, Easter Monday
    ],
)
def test_an_answer_comes_so_many_working_days_after_the_day_of_asking(
    asked: date, number: int, answer: date
) -> None:
    assert working_days_after(asked, number) == answer


@given(DAYS, st.integers(1, 15))
def test_exactly_so_many_working_days_lie_in_between(day: date, number: int) -> None:
    end = working_days_after(day, number)
    between = [day + timedelta(days=d) for d in range(1, (end - day).days + 1)]
    assert sum(is_working_day(d) for d in between) == number
    assert is_working_day(end)
