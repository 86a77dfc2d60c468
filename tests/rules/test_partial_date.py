from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.rules.partial_date import (
    UNKNOWN_DATE,
    AgeRange,
    PartialDate,
    Precision,
    age,
    age_at_least,
    between,
    from_date,
    from_register,
)

DAYS = st.dates(date(1880, 1, 1), date(2100, 12, 31))
ON = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("20200229", Precision.DAY, date(2020, 2, 29), date(2020, 2, 29)),
        ("19780600", Precision.MONTH, date(1978, 6, 1), date(1978, 6, 30)),
        ("20240200", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("19700000", Precision.YEAR, date(1970, 1, 1), date(1970, 12, 31)),
        ("19700012", Precision.YEAR, date(1970, 1, 1), date(1970, 12, 31)),
        ("00000000", Precision.UNKNOWN, None, None),
        ("00000700", Precision.UNKNOWN, None, None),
        ("", Precision.UNKNOWN, None, None),
        (None, Precision.UNKNOWN, None, None),
    ],
)
def test_a_register_date_keeps_what_is_known(text, precision, earliest, latest):
    known = from_register(text)
    assert (known.precision, known.earliest, known.latest) == (precision, earliest, latest)


@pytest.mark.parametrize(
    "text", ["2020", "20201301", "20200230", "2020-1-1", "２０２００１０１", "abcdefgh", "202001011"]
)
def test_what_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError, match=r"date|month|day"):
        from_register(text)


def test_a_day_without_a_month_is_refused():
    with pytest.raises(ValueError, match="larger part"):
        PartialDate(2020, None, 3)


def test_a_month_without_a_year_is_refused():
    with pytest.raises(ValueError, match="larger part"):
        PartialDate(None, 3)


def test_only_a_whole_date_is_exact():
    assert from_register("20200101").exact == date(2020, 1, 1)
    assert from_register("20200100").exact is None


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2008, 11, 24), ON, 18),
        (date(2008, 11, 25), ON, 17),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 11, 25), ON, -1),
    ],
)
def test_age_changes_on_the_birthday(born, on, years):
    assert age(born, on) == years


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("20081124", True),
        ("20081125", False),
        ("20081100", None),
        ("20081000", True),
        ("20081200", False),
        ("20080000", None),
        ("20070000", True),
        ("20090000", False),
        ("00000000", None),
    ],
)
def test_eighteen_is_true_false_or_cannot_be_told(text, answer):
    assert from_register(text).age_at_least(18, ON) is answer


def test_ages_of_a_year_are_two():
    assert from_register("20080000").ages(ON) == AgeRange(youngest=17, oldest=18)
    assert UNKNOWN_DATE.ages(ON) is None


@given(DAYS, DAYS, st.integers(0, 120))
def test_a_whole_date_always_gives_an_answer(born, on, years):
    assert from_date(born).age_at_least(years, on) is (age(born, on) >= years)


@given(DAYS, st.integers(0, 400), st.integers(0, 800), DAYS, st.integers(0, 120))
def test_a_range_never_says_what_a_day_in_it_denies(start, length, offset, on, years):
    end = start + timedelta(days=length)
    inside = start + timedelta(days=min(offset, length))
    told = age_at_least(years, start, end, on)
    assert told is None or told is (age(inside, on) >= years)


@given(DAYS)
def test_reading_what_the_register_writes_gives_the_day_back(day):
    assert from_register(day.strftime("%Y%m%d").zfill(8)).exact == day


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2014, 6, 1), date(2014, 6, 1), PartialDate(2014, 6, 1)),
        (date(2014, 6, 1), date(2014, 6, 30), PartialDate(2014, 6)),
        (date(2014, 1, 1), date(2014, 12, 31), PartialDate(2014)),
        (date(2013, 12, 31), date(2014, 1, 1), UNKNOWN_DATE),
        (None, date(2014, 1, 1), UNKNOWN_DATE),
        (date(2014, 1, 1), None, UNKNOWN_DATE),
    ],
)
def test_two_days_that_it_can_lie_between_give_the_narrowest_date_that_holds_both(first, last, expected):
    assert between(first, last) == expected
