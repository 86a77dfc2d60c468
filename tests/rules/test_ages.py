from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from naast.rules.ages import birthday
from naast.rules.partial_date import age


def test_a_birthday_on_the_29th_of_february_falls_on_1_march_in_other_years():
    assert birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)


@given(st.dates(date(1900, 1, 1), date(2050, 12, 31)), st.integers(0, 100))
def test_the_day_before_the_birthday_is_a_year_younger(born, years):
    day = birthday(born, years)
    assert age(born, day) == years
    assert age(born, day - timedelta(days=1)) == years - 1
