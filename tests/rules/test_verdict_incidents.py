"""Which tellings of incidents count, from which day and until when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.verdict_making import TODAY, at, decided, telling

from naast.rules.verdict_incidents import (
    ABOUT,
    ABOUT_WEEKS,
    EXACT,
    PERIOD,
    decisions_named,
    half_year_after,
    half_year_over,
    known,
    last_day,
    last_incident,
    why,
)
from naast.rules.verdicts import State

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2026, 1, 1), date(2026, 7, 1)),  # 181 days
        (date(2024, 1, 1), date(2024, 7, 1)),  # 182 days
        (date(2025, 12, 31), date(2026, 6, 30)),
        (date(2026, 5, 16), date(2026, 11, 16)),  # 184 days
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 8, 30), date(2027, 2, 28)),
        (date(2026, 8, 28), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2027, 8, 29), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 8, 29)),
        (date(2026, 3, 31), date(2026, 9, 30)),
        (date(2026, 7, 15), date(2027, 1, 15)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_half_a_year_is_six_calendar_months_cut_at_the_end_of_the_month(day: date, after: date) -> None:
    assert half_year_after(day) == after
    assert not half_year_over(day, after - timedelta(days=1))
    assert not half_year_over(day, after)
    assert half_year_over(day, after + timedelta(days=1))


@pytest.mark.parametrize(
    ("today", "days", "over"),
    [
        (date(2026, 7, 1), 181, False),
        (date(2026, 7, 1), 182, True),
        (date(2026, 8, 28), 181, False),
        (date(2026, 8, 28), 182, True),
        (date(2024, 8, 31), 183, False),
        (date(2024, 8, 31), 184, True),
        (date(2026, 10, 31), 183, False),
        (date(2026, 10, 31), 184, True),
        (date(2026, 11, 16), 184, False),
        (date(2026, 11, 16), 185, True),
    ],
)
def test_a_number_of_days_is_half_a_year_or_not_by_the_calendar(today: date, days: int, over: bool) -> None:
    assert half_year_over(today - timedelta(days=days), today) is over


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_a_later_incident_never_ends_earlier(day: date, later: int) -> None:
    assert half_year_after(day) <= half_year_after(day + timedelta(days=later))
    assert 181 - 3 <= (half_year_after(day) - day).days <= 184


def test_a_day_that_is_known_counts_itself_also_where_it_is_told_later() -> None:
    assert last_day(telling(DAY), TODAY) == DAY
    assert last_day(telling(DAY, told=TODAY), TODAY) == DAY


def test_of_a_period_the_last_day_counts() -> None:
    over = replace(telling(DAY, told=TODAY), last=DAY + timedelta(days=9), precision=PERIOD)
    assert last_day(over, TODAY) == DAY + timedelta(days=9)


def test_a_period_ends_for_the_count_on_the_day_it_was_told() -> None:
    over = replace(telling(DAY, told=DAY + timedelta(days=3)), last=DAY + timedelta(days=9), precision=PERIOD)
    assert last_day(over, TODAY) == DAY + timedelta(days=3)


def test_about_a_day_counts_some_weeks_later_but_not_after_it_was_told() -> None:
    about = telling(DAY, told=TODAY, precision=ABOUT)
    assert last_day(about, TODAY) == DAY + timedelta(weeks=ABOUT_WEEKS)
    soon = DAY + timedelta(weeks=ABOUT_WEEKS, days=-1)
    assert last_day(replace(about, told=soon), TODAY) == soon


def test_an_unknown_day_counts_from_the_day_it_was_told() -> None:
    assert last_day(telling(None, told=DAY), TODAY) == DAY
    assert last_day(telling(DAY, told=TODAY, precision="some day"), TODAY) == TODAY


def test_a_day_still_to_come_counts_from_the_day_it_was_told() -> None:
    slip = telling(TODAY + timedelta(days=365), told=DAY)
    assert last_day(slip, TODAY) == DAY
    assert last_day(telling(TODAY + timedelta(days=1), told=TODAY + timedelta(days=1)), TODAY) == TODAY


def test_what_is_not_over_counts_today() -> None:
    assert last_day(telling(DAY, goes_on=True), TODAY) == TODAY


def test_a_telling_counts_until_people_decide_otherwise() -> None:
    told = telling(DAY)
    assert known([told], [], TODAY)[0].counts
    assert not known([told], [decided(told, TODAY, counts=False)], TODAY)[0].counts


def test_a_decision_of_a_later_day_counts_and_one_still_to_come_does_not() -> None:
    told = telling(DAY)
    first = decided(told, DAY, counts=False, name="d1")
    second = decided(told, TODAY, counts=True, name="d2")
    assert known([told], [second, first], TODAY)[0].counts
    assert not known([told], [second, first], TODAY - timedelta(days=1))[0].counts


def test_where_people_decided_both_on_one_day_it_counts() -> None:
    told = telling(DAY)
    both = [decided(told, TODAY, counts=False, name="d1"), decided(told, TODAY, counts=True, name="d2")]
    assert known([told], both, TODAY)[0].counts
    assert known([told], both[::-1], TODAY)[0].counts


def test_a_decision_that_was_taken_back_decides_nothing() -> None:
    told = telling(DAY)
    back = replace(decided(told, DAY, counts=False), entry="d2", written=at(TODAY), withdrawn=True)
    assert known([told], [decided(told, DAY, counts=False), back], TODAY)[0].counts


def test_of_other_words_than_were_decided_about_nothing_is_decided() -> None:
    told = telling(DAY)
    corrected = replace(told, entry="t2", written=at(TODAY))
    assert known([told, corrected], [decided(told, TODAY, counts=False)], TODAY)[0].counts


def test_a_withdrawn_telling_does_not_count() -> None:
    told = telling(DAY)
    assert known([told, replace(told, entry="t2", written=at(TODAY), withdrawn=True)], [], TODAY) == ()


def test_a_corrected_day_is_the_day_that_counts() -> None:
    told = telling(DAY)
    earlier = replace(told, entry="t2", written=at(TODAY), last=date(2025, 1, 1))
    assert last_incident(known([told, earlier], [], TODAY)) == date(2025, 1, 1)


def test_two_tellings_of_one_event_count_each_on_their_own() -> None:
    one, other = telling(DAY, "t1"), telling(DAY, "t2")
    found = known([one, other], [decided(one, TODAY, counts=False)], TODAY)
    assert last_incident(found) == DAY


def test_a_decision_is_named_with_who_sees_it_differently() -> None:
    told = telling(DAY)
    found = known([told], [decided(told, TODAY, counts=False, differs=("mother", "school"))], TODAY)
    reasons = decisions_named(found)
    assert [one.people for one in reasons] == [(), ("mother",), ("school",)]
    assert all(one.entries == {"t1", "d1"} and one.says is None for one in reasons)
    assert reasons[0].day == TODAY


@pytest.mark.parametrize(
    ("told", "part"),
    [
        (telling(DAY), "on %(day)s."),
        (telling(DAY, told=TODAY, precision=ABOUT), "not later"),
        (telling(None, told=DAY), "not known"),
        (telling(TODAY + timedelta(days=9), told=DAY, precision=EXACT), "not known"),
        (telling(DAY, goes_on=True), "not over"),
    ],
)
def test_a_reason_says_how_exact_the_day_is_known(told: object, part: str) -> None:
    (one,) = known([told], [], TODAY)  # type: ignore[list-item]
    assert part in why(one, State.HOLDS_NOT).message
