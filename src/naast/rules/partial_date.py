"""Dates as the register knows them: whole, in part, or not at all; and ages that follow from them.

Source: BRP v2 OpenAPI, AbstractDatum: a date is whole (*Datum*), a year and month (*JaarMaandDatum*), a year
(*JaarDatum*) or unknown (*DatumOnbekend*). In the register's own notation `00` stands for an unknown part.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of which the day, the month, or all may be unknown.

    A part is only known when the larger part is: there is no month without a year. Months run 1-12, days
    1-31. Raises ValueError for a combination that no calendar has.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if (self.day is not None and self.month is None) or (self.month is not None and self.year is None):
            raise ValueError("a part of a date is known while the larger part is not")
        if self.year is not None:
            date(self.year, self.month or 1, self.day or 1)

    @property
    def precision(self) -> Precision:
        """Which part is the smallest that is known."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        return Precision.YEAR if self.year is not None else Precision.UNKNOWN

    @property
    def earliest(self) -> date | None:
        """The first day it can be; None when nothing is known."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last day it can be; None when nothing is known."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day itself, only where every part is known."""
        return self.earliest if self.precision is Precision.DAY else None

    def age_at_least(self, years: int, on: date) -> bool | None:
        """Whether someone born on this date is `years` or older on a day; None when it cannot be told."""
        return age_at_least(years, self.earliest, self.latest, on)

    def ages(self, on: date) -> AgeRange | None:
        """The ages someone born on this date can have on a day, in whole years; None when unknown."""
        if self.earliest is None or self.latest is None:
            return None
        return AgeRange(youngest=age(self.latest, on), oldest=age(self.earliest, on))


UNKNOWN_DATE = PartialDate()


@dataclass(frozen=True, slots=True)
class AgeRange:
    """The youngest and oldest age, in whole years, that are both possible. Negative: not yet born."""

    youngest: int
    oldest: int


def from_register(text: str | None) -> PartialDate:
    """Read a register date: eight digits YYYYMMDD with `00` for what is unknown; '' and None are unknown.

    An unknown year hides month and day; an unknown month hides the day. Raises ValueError on anything else.
    """
    if not text:
        return UNKNOWN_DATE
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        raise ValueError("a register date has eight digits")
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    if not year:
        return UNKNOWN_DATE
    if not month:
        return PartialDate(year)
    return PartialDate(year, month, day or None)


def from_date(day: date) -> PartialDate:
    """A whole date."""
    return PartialDate(day.year, day.month, day.day)


def between(first: date | None, last: date | None) -> PartialDate:
    """A date of which the first and last possible day are kept: the narrowest form that holds both."""
    if first is None or last is None or first.year != last.year:
        return UNKNOWN_DATE
    if first.month != last.month:
        return PartialDate(first.year)
    return from_date(first) if first == last else PartialDate(first.year, first.month)


def age(born: date, on: date) -> int:
    """Age in whole years on a day. Born on 29 February: a year older on 1 March where there is no 29th.

    Source: BRP v2 OpenAPI, *leeftijd*: age in years, counted on the day of asking.
    """
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_at_least(years: int, earliest: date | None, latest: date | None, on: date) -> bool | None:
    """Whether someone born between two days is `years` or older on a day: True, False, or None (cannot be
    told).

    "Unknown age, date or authority takes the answer that opens least" (design 4.3): so the caller must
    handle None apart from False. Ages and bounds in whole years and calendar days, both ends included.
    """
    if latest is not None and age(latest, on) >= years:
        return True
    if earliest is not None and age(earliest, on) < years:
        return False
    return None
