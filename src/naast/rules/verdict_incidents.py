"""Which tellings of incidents count, from which day, and until when.

"Half a year without incidents" (domain facts 3.1, phase 2): in calendar months, to the day; of any kind, by whoever,
from any source. "A telling of an incident counts until people decide otherwise; that decision is an entry the verdict
names, with who sees it differently." Two tellings of what may be one event count each on their own.
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .texts import N_
from .verdicts import Reason, Ref, State, newest

HALF_YEAR_MONTHS = 6
"""Months without incidents for stable safety: "half a year without incidents" (domain facts 3.1)."""

ABOUT_WEEKS = 4
"""Weeks by which a day told as "about" may be later than it says. Our own number: no text names one."""

EXACT, ABOUT, PERIOD, UNKNOWN = "exact", "about", "period", "unknown"
"""How exact a day is told, as in rules/when.py."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One version of what one source tells of an incident.

    `last` is the last day that was told, as exact as `precision` says. `told` is the day on which it was told first,
    which stays through corrections: later than that it cannot have been. `goes_on`: not over, as it is told.
    """

    root: Ref
    entry: Ref
    written: datetime
    told: date
    last: date | None = None
    precision: str = UNKNOWN
    goes_on: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """One version of what people decided of a telling on a day: whether it counts, and who sees it differently.

    `telling` is the version that lay before them: of other words nobody decided anything, and those count.
    """

    root: Ref
    entry: Ref
    written: datetime
    telling: Ref
    on: date
    counts: bool
    differs: tuple[Ref, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A telling with the last day it can have been, and what was decided of it; `decided` holds the newest ones."""

    telling: Telling
    day: date
    decided: tuple[Decided, ...] = ()

    @property
    def counts(self) -> bool:
        """Until people decide otherwise; where they decided both on one day, it counts."""
        return not self.decided or any(one.counts for one in self.decided)


def half_year_after(day: date) -> date:
    """The same day six calendar months later; the last day of that month where it has no such day."""
    months = day.year * 12 + day.month - 1 + HALF_YEAR_MONTHS
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def half_year_over(since: date, today: date) -> bool:
    """Has half a year gone by since a day, in whole days?

    "Half a year without": the day of an incident is no day without one, so the first is the day after. After an
    incident on 1 January the half year is 2 January up to and including 1 July, and today is not over while it is
    today. So on 1 July it is not reached, on 2 July it is. Of two ways to read the sentence this one opens least.
    """
    return today > half_year_after(since)


def last_day(telling: Telling, today: date) -> date:
    """The last day on which it can have been: never later than it was told, and never still to come.

    An unknown day takes the day of the telling: "unknown takes the answer that opens least" (design 4.3). So does a day
    that was still to come when it was told: that is a slip of the pen, and no reason for it not to count.
    """
    if telling.goes_on:
        return today
    latest = min(telling.told, today)
    if telling.last is None or telling.precision not in (EXACT, ABOUT, PERIOD):
        return latest
    slack = timedelta(weeks=ABOUT_WEEKS if telling.precision == ABOUT else 0)
    return min(telling.last + slack, latest)


def known(tellings: Iterable[Telling], decisions: Iterable[Decided], today: date) -> tuple[Known, ...]:
    """Every telling in its newest version, with the day it counts from and what was decided of that version."""
    of: dict[Ref, list[Decided]] = {}
    for one in newest(decisions):
        if one.on <= today:
            of.setdefault(one.telling, []).append(one)
    return tuple(Known(one, last_day(one, today), _last(of.get(one.entry, ()))) for one in newest(tellings))


def _last(decided: Iterable[Decided]) -> tuple[Decided, ...]:
    found = tuple(decided)
    day = max((one.on for one in found), default=None)
    return tuple(one for one in found if one.on == day)


def last_incident(found: Iterable[Known]) -> date | None:
    """The last day on which there can have been an incident that counts."""
    return max((one.day for one in found if one.counts), default=None)


def why(one: Known, says: State) -> Reason:
    """An incident as a reason, with how exact its day is known."""
    exact = one.telling.precision == EXACT and one.day == one.telling.last
    if one.telling.goes_on:
        message = N_("What happens is not over, as somebody tells.")
    elif exact:
        message = N_("Somebody tells of an incident on %(day)s.")
    elif one.telling.precision in (ABOUT, PERIOD) and one.day != one.telling.told:
        message = N_("Somebody tells of an incident. It may have been on %(day)s, not later.")
    else:
        message = N_("Somebody tells of an incident. When is not known: no later than %(day)s.")
    return Reason(message, says, frozenset({one.telling.entry}), day=one.day)


def decisions_named(found: Iterable[Known]) -> tuple[Reason, ...]:
    """What was decided of tellings, and each person who sees it differently: named, whatever the verdict is."""
    return tuple(reason for one in found for decided in one.decided for reason in _named(one, decided))


def _named(one: Known, decided: Decided) -> Iterable[Reason]:
    both = frozenset({one.telling.entry, decided.entry})
    counts = N_("On %(day)s people decided that a telling of an incident counts.")
    counts_not = N_("On %(day)s people decided that a telling of an incident does not count.")
    yield Reason(counts if decided.counts else counts_not, None, both, day=decided.on)
    for person in decided.differs:
        yield Reason(N_("%(people)s: sees that decision differently."), None, both, (person,), decided.on)
