"""From when on it is said that somebody was not heard for long."""

from datetime import date, timedelta

from naast.rules.heard import LONG_WEEKS, weeks_unheard

TODAY = date(2026, 11, 16)


def test_who_was_never_heard_is_said_as_not_yet() -> None:
    assert weeks_unheard(None, TODAY) == 0


def test_to_the_day_it_is_long() -> None:
    long_ago = TODAY - timedelta(weeks=LONG_WEEKS)
    assert weeks_unheard(long_ago, TODAY) == LONG_WEEKS
    assert weeks_unheard(long_ago + timedelta(days=1), TODAY) is None


def test_today_is_lately() -> None:
    assert weeks_unheard(TODAY, TODAY) is None


def test_another_number_of_weeks_can_be_asked() -> None:
    week = TODAY - timedelta(weeks=1)
    assert weeks_unheard(week, TODAY, 1) == 1
    assert weeks_unheard(week + timedelta(days=1), TODAY, 1) is None
