"""When a consent runs, when time closes it, and what a worker is told beforehand. Nothing here opens anything.

"Turning 12, 16 or 18 must trigger a re-check task" (domain-facts 5.1); "at 16 parents lose automatic access" (13.14).
"Time may close by itself [...]; it never opens by itself. Turning 12 or new authority asks a person to look first"
(design 4.3). Of an age that is known in part the earliest day counts: it closes soonest.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .ages import ADULT_FROM, CONSENTS_TOO_FROM, SELF_DECIDES_AT, birthday
from .consent_lines import LINES, Speaks
from .consent_words import Standing, Subject, Weighs
from .partial_date import PartialDate
from .texts import N_

TELL_AHEAD_DAYS = 60
"""Days before a birthday or an end at which the worker is told: time for a talk. A choice of Naast, no rule of law."""

TELL_AFTER_DAYS = 30
"""Days for which it goes on being told after it came. A choice of Naast, no rule of law."""

YES, NO, WITHDRAWN = "yes", "no", "withdrawn"
ANSWERS = {YES: N_("says yes"), NO: N_("says no"), WITHDRAWN: N_("took the yes back")}

TURNS = {
    CONSENTS_TOO_FROM: N_(
        "From then on the child consents too. Talk with the child first: nothing opens by itself."
    ),
    SELF_DECIDES_AT: N_(
        "From then on the young person decides alone. What parents agreed to no longer counts."
    ),
    ADULT_FROM: N_("From then on nobody has authority. This person speaks for themselves."),
}
"""The birthdays at which who consents changes, and what to look at."""


class State(StrEnum):
    """How it stands with one answer on a day."""

    COMING = "coming"
    RUNS = "runs"
    ENDING = "ending"
    ENDED = "ended"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


STATES = {
    State.COMING: N_("begins later"),
    State.RUNS: N_("runs"),
    State.ENDING: N_("ends soon"),
    State.ENDED: N_("has ended"),
    State.REFUSED: N_("said no"),
    State.WITHDRAWN: N_("was taken back"),
}


@dataclass(frozen=True, slots=True)
class Turning:
    """A birthday at which who consents changes: the first day it can be, and whether that is sure."""

    years: int
    on: date
    sure: bool


def birthdays(birth: PartialDate, day: date) -> tuple[Turning, ...]:
    """The birthdays of `TURNS` that a worker is told of on a day; none where no year is known."""
    if birth.earliest is None or birth.latest is None:
        return ()
    found = []
    for years in TURNS:
        first, last = birthday(birth.earliest, years), birthday(birth.latest, years)
        if _told(first, last, day):
            found.append(Turning(years, first, first == last))
    return tuple(found)


def told_of_end(end: date | None, day: date) -> bool:
    """Whether a worker is told on a day of something that ends on another."""
    return end is not None and _told(end, end, day)


def _told(first: date, last: date, day: date) -> bool:
    return first - timedelta(days=TELL_AHEAD_DAYS) <= day <= last + timedelta(days=TELL_AFTER_DAYS)


def closes_on(subject: Subject, birth: PartialDate, starts: date, weighs: Weighs) -> date | None:
    """The day on which somebody else's yes for this person no longer counts because of their age, None if it does not.

    Only after `starts`: who spoke for a grown-up from the beginning goes on doing so. Without a year of birth it is
    that day itself: nobody can tell that it counts.
    """
    for row in LINES[subject]:
        case = row.not_able if weighs is Weighs.NOT_ABLE else row.able
        if case.others.standing is Standing.NOT_ASKED or case.speaks is not Speaks.AUTHORITY:
            if birth.earliest is None:
                return starts
            turns = birthday(birth.earliest, row.years)
            return turns if turns > starts else None
    return None


def ends_on(chosen: date | None, closes: date | None) -> date | None:
    """The first of the day that was agreed and the day on which time closes it."""
    return min((day for day in (chosen, closes) if day is not None), default=None)


def state(answer: str, starts: date, ends: date | None, day: date) -> State:
    """How an answer stands on a day; it runs from a day until (not including) another."""
    if answer == NO:
        return State.REFUSED
    if answer == WITHDRAWN:
        return State.WITHDRAWN
    if ends is not None and ends <= day:
        return State.ENDED
    if starts > day:
        return State.COMING
    return State.ENDING if told_of_end(ends, day) else State.RUNS
