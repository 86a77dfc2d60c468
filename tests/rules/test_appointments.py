"""When people meet: by the clock in the Netherlands, also in the two nights in which it is moved."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from naast.rules.appointments import exists, moments, problem

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)  # ten o'clock in the Netherlands
TODAY = date(2026, 11, 16)
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)  # in which the clock is moved


@pytest.mark.parametrize(
    ("day", "hour"), [(date(2026, 12, 1), 13), (date(2027, 7, 1), 12), (SPRING, 12), (AUTUMN, 13)]
)
def test_two_in_the_afternoon_is_two_by_the_clock_in_winter_and_summer(day: date, hour: int) -> None:
    assert moments(day, time(14), time(15)) == (
        datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
        datetime(day.year, day.month, day.day, hour + 1, tzinfo=UTC),
    )


def test_the_hour_that_is_not_there_is_refused_at_its_field() -> None:
    assert problem(SPRING, time(1, 30), time(2, 30), NOW) == (
        "ends",
        "In this night the clock goes from two to three: this time does not exist.",
    )
    wrong = problem(SPRING, time(2), time(3, 30), NOW)
    assert wrong is not None
    assert wrong[0] == "starts"
    assert problem(SPRING, time(1, 30), time(3, 15), NOW) is None


def test_over_the_hour_that_is_not_there_it_is_as_short_as_it_is() -> None:
    starts, ends = moments(SPRING, time(1, 30), time(3, 15))
    assert ends - starts == timedelta(minutes=45)


def test_of_the_hour_that_comes_twice_the_first_is_meant() -> None:
    starts, ends = moments(AUTUMN, time(2, 15), time(2, 45))
    assert starts == datetime(2026, 10, 25, 0, 15, tzinfo=UTC)
    assert ends - starts == timedelta(minutes=30)
    assert exists(AUTUMN, time(2, 30))


@pytest.mark.parametrize(
    ("day", "starts", "ends", "field"),
    [
        (date(2026, 11, 15), time(14), time(15), "day"),
        (date(1, 1, 1), time(0), time(1), "day"),
        (TODAY, time(14), time(14), "ends"),
        (TODAY, time(14), time(13, 59), "ends"),
        (TODAY, time(9), time(10), "ends"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(day: date, starts: time, ends: time, field: str) -> None:
    wrong = problem(day, starts, ends, NOW)
    assert wrong is not None
    assert wrong[0] == field


def test_what_has_begun_and_is_not_over_can_still_be_written_down() -> None:
    assert problem(TODAY, time(9), time(10, 1), NOW) is None
    assert problem(date(9999, 12, 31), time(22), time(23, 59), NOW) is None


def test_just_after_midnight_today_is_the_day_in_the_netherlands() -> None:
    half_past_midnight = datetime(2026, 11, 16, 23, 30, tzinfo=UTC)  # the seventeenth here
    wrong = problem(TODAY, time(23), time(23, 59), half_past_midnight)
    assert wrong is not None
    assert wrong[0] == "day"
