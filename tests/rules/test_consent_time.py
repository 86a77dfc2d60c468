"""Every day on which a consent ends, and every birthday that a worker is told of beforehand."""

from datetime import date, timedelta

import pytest

from naast.rules.consent_time import (
    NO,
    TELL_AFTER_DAYS,
    TELL_AHEAD_DAYS,
    WITHDRAWN,
    YES,
    State,
    birthdays,
    closes_on,
    ends_on,
    state,
    told_of_end,
)
from naast.rules.consent_words import Subject, Weighs
from naast.rules.partial_date import UNKNOWN_DATE, PartialDate, from_date

BORN = date(2014, 6, 1)
STARTS, ENDS = date(2026, 1, 1), date(2026, 7, 1)
ONE = timedelta(days=1)


@pytest.mark.parametrize(
    ("answer", "day", "expected"),
    [
        (YES, STARTS - ONE, State.COMING),
        (YES, STARTS, State.RUNS),
        (YES, ENDS - (TELL_AHEAD_DAYS + 1) * ONE, State.RUNS),
        (YES, ENDS - TELL_AHEAD_DAYS * ONE, State.ENDING),
        (YES, ENDS - ONE, State.ENDING),
        (YES, ENDS, State.ENDED),
        (YES, ENDS + ONE, State.ENDED),
        (NO, STARTS, State.REFUSED),
        (WITHDRAWN, STARTS, State.WITHDRAWN),
    ],
)
def test_a_yes_runs_from_its_first_day_until_its_end_and_says_so_beforehand(answer, day, expected):
    assert state(answer, STARTS, ENDS, day) is expected


def test_without_an_end_it_runs_on():
    assert state(YES, STARTS, None, date(2099, 1, 1)) is State.RUNS


@pytest.mark.parametrize(
    ("chosen", "closes", "first"),
    [
        (None, None, None),
        (ENDS, None, ENDS),
        (None, ENDS, ENDS),
        (ENDS, ENDS - ONE, ENDS - ONE),
        (ENDS, ENDS + ONE, ENDS),
    ],
)
def test_the_first_of_what_was_agreed_and_what_time_closes_ends_it(chosen, closes, first):
    assert ends_on(chosen, closes) == first


@pytest.mark.parametrize(
    ("subject", "weighs", "years"),
    [
        (Subject.HELP_YOUTH, Weighs.NOT_JUDGED, 16),
        (Subject.HELP_YOUTH, Weighs.NOT_ABLE, 18),
        (Subject.SECRECY_YOUTH, Weighs.NOT_JUDGED, 16),
        (Subject.SECRECY_YOUTH, Weighs.NOT_ABLE, 18),
        (Subject.SECRECY_WMO, Weighs.NOT_JUDGED, 12),
        (Subject.SECRECY_WMO, Weighs.NOT_ABLE, 18),
        (Subject.HELP_WMO, Weighs.NOT_JUDGED, 18),
    ],
)
def test_what_a_parent_agreed_to_stops_counting_on_the_birthday_of_its_subject(subject, weighs, years):
    starts = date(2015, 1, 1)
    assert closes_on(subject, from_date(BORN), starts, weighs) == date(2014 + years, 6, 1)


def test_who_spoke_for_a_grown_up_from_the_beginning_goes_on_doing_so():
    adult = from_date(date(1990, 6, 1))
    assert closes_on(Subject.HELP_YOUTH, adult, STARTS, Weighs.NOT_ABLE) is None
    assert closes_on(Subject.HELP_YOUTH, from_date(BORN), date(2030, 6, 1), Weighs.NOT_JUDGED) is None
    assert closes_on(Subject.HELP_YOUTH, from_date(BORN), date(2030, 5, 31), Weighs.NOT_JUDGED) == date(
        2030, 6, 1
    )


def test_an_age_that_is_known_in_part_closes_it_on_the_earliest_day_it_can_be():
    assert closes_on(Subject.HELP_YOUTH, PartialDate(2014), STARTS, Weighs.NOT_JUDGED) == date(2030, 1, 1)
    assert closes_on(Subject.HELP_YOUTH, UNKNOWN_DATE, STARTS, Weighs.NOT_JUDGED) == STARTS


@pytest.mark.parametrize("years", [12, 16, 18])
def test_a_birthday_is_told_from_sixty_days_before_until_thirty_after(years):
    day = date(2014 + years, 6, 1)
    told = {
        away: [one.years for one in birthdays(from_date(BORN), day + away * ONE)]
        for away in (-TELL_AHEAD_DAYS - 1, -TELL_AHEAD_DAYS, 0, TELL_AFTER_DAYS, TELL_AFTER_DAYS + 1)
    }
    assert list(told.values()) == [[], [years], [years], [years], []]


@pytest.mark.parametrize("years", [0, 1, 11, 13, 14, 15, 17, 19])
def test_no_other_birthday_is_told(years):
    assert birthdays(from_date(BORN), date(2014 + years, 6, 1)) == ()


def test_of_a_year_of_birth_the_whole_year_is_told_as_not_sure():
    [one] = birthdays(PartialDate(2014), date(2026, 12, 31))
    assert (one.years, one.on, one.sure) == (12, date(2026, 1, 1), False)
    assert birthdays(PartialDate(2014), date(2025, 11, 1)) == ()
    assert birthdays(UNKNOWN_DATE, date(2026, 6, 1)) == ()


def test_an_end_is_told_beforehand_and_for_a_while_after():
    assert [
        told_of_end(ENDS, ENDS + away * ONE)
        for away in (-TELL_AHEAD_DAYS - 1, -TELL_AHEAD_DAYS, TELL_AFTER_DAYS, TELL_AFTER_DAYS + 1)
    ] == [False, True, True, False]
    assert not told_of_end(None, ENDS)
