"""Working days, by which an answer is promised.

"Working days (werkdagen) exclude weekends and public holidays (Algemene termijnenwet)." (domain-facts 1.9)
The holidays are those of article 3 of that act, Good Friday included; from general knowledge and not compared
with today's text. Days that a decree adds for one year are not known here.
"""

from __future__ import annotations

from datetime import date, timedelta

KINGS_DAY_FROM = 2014
"""The first year in which the King's birthday is celebrated on 27 April; before, it was Queen's Day on 30 April."""


def easter(year: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, skipped = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """27 April, or the Saturday before where that is a Sunday; until 2013 30 April, or the day before a Sunday."""
    day = date(year, 4, 27 if year >= KINGS_DAY_FROM else 30)
    return day - timedelta(days=1) if day.isoweekday() == 7 else day


def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year on which nobody needs to answer."""
    sunday = easter(year)
    moving = {sunday + timedelta(days=days) for days in (-2, 1, 39, 50)}
    fixed = {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    return frozenset(moving | fixed | {kings_day(year)})


def is_working_day(day: date) -> bool:
    """Neither a Saturday, a Sunday nor a public holiday."""
    return day.isoweekday() < 6 and day not in holidays(day.year)


def working_days_after(day: date, number: int) -> date:
    """The day that lies `number` working days after `day`, which itself does not count.

    Zero gives the first working day on or after `day`.
    """
    found = day
    while number > 0 or not is_working_day(found):
        found += timedelta(days=1)
        number -= is_working_day(found)
    return found
