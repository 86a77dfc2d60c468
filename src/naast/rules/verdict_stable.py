"""Stable safety: half a year without incidents, and no main risk factor that still harms safety.

"Half a year without incidents AND the main risk factors have no negative effect on safety in the relations any more"
(domain facts 3.1, phase 2, after S1 6.3 and footnote 24); both criteria are answered, and people close the phase. That
nothing is told of a time in which nobody was there to hear it, or of somebody who was not heard, is silence: it is said
and never taken for safety. Which risk factors are the main ones people choose; where nobody chose, it cannot be told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .heard import LONG_WEEKS
from .phases import CRITERIA, STABLE
from .texts import N_
from .verdict_incidents import (
    Decided,
    Known,
    Telling,
    decisions_named,
    half_year_over,
    known,
    last_incident,
    why,
)
from .verdict_voices import Member, Voice, Words, heard, still
from .verdicts import Reason, Ref, State, Verdict, criterion

NO_INCIDENTS = CRITERIA[STABLE]["no_incidents"]
NO_HARM = CRITERIA[STABLE]["no_harm"]

HARM = Words(
    yes=N_("%(people)s: this main risk factor still harms safety. Said on %(day)s."),
    partly=N_("%(people)s: this main risk factor still harms safety in part. Said on %(day)s."),
    no=N_("%(people)s: this main risk factor no longer harms safety. Said on %(day)s."),
    unsure=N_("%(people)s: does not know whether this main risk factor still harms safety. Said on %(day)s."),
    before=N_(
        "%(people)s: this main risk factor no longer harms safety. But that was on %(day)s, and the last incident "
        "was not before that."
    ),
    silent=N_("%(people)s: has not said whether this main risk factor still harms safety."),
    nobody=N_("Nobody was asked whether this main risk factor still harms safety."),
)


@dataclass(frozen=True, slots=True)
class MainRisk:
    """A risk factor that people chose as one of the main ones: `chosen` is the entry in which they did.

    `asked` are those of whom an answer is expected.
    """

    factor: Ref
    chosen: Ref
    voices: tuple[Voice, ...] = ()
    asked: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """Since which day the household is followed, without a gap, and the entry by which that is known, if any."""

    since: date | None
    entry: Ref | None = None


def stable(
    tellings: Iterable[Telling],
    decisions: Iterable[Decided],
    risks: Iterable[MainRisk],
    members: Iterable[Member],
    followed: Followed,
    today: date,
    weeks: int = LONG_WEEKS,
) -> Verdict:
    """The verdict on stable safety over everything that is told in a dossier. `weeks`: how long ago is still heard."""
    found = known(tellings, decisions, today)
    reasons = [
        *_incidents(found, today),
        *_followed(followed, today),
        *heard(members, today, weeks),
        *decisions_named(found),
    ]
    harm = _harm(tuple(risks), last_incident(found), today)
    return Verdict(STABLE, (criterion(NO_INCIDENTS, reasons), criterion(NO_HARM, harm)))


def _incidents(found: Iterable[Known], today: date) -> Iterator[Reason]:
    """Each incident of the last half year; else the last one before that, or that there is none."""
    counting = [one for one in found if one.counts]
    recent = [one for one in counting if not half_year_over(one.day, today)]
    if recent:
        yield from (why(one, State.HOLDS_NOT) for one in recent)
        return
    last = last_incident(counting)
    if last is None:
        yield Reason(N_("Nobody tells of an incident that counts."), State.HOLDS)
    yield from (why(one, State.HOLDS) for one in counting if one.day == last)


def _followed(followed: Followed, today: date) -> Iterator[Reason]:
    if followed.since is None:
        yield Reason(N_("Since when this household is followed is not known."), State.UNTOLD)
    elif not half_year_over(followed.since, today):
        message = N_("This household is followed since %(day)s. That is not half a year yet.")
        rests = frozenset() if followed.entry is None else frozenset({followed.entry})
        yield Reason(message, State.UNTOLD, rests, day=followed.since)


def _harm(risks: tuple[MainRisk, ...], last: date | None, today: date) -> Iterator[Reason]:
    if not risks:
        yield Reason(N_("Nobody has chosen which risk factors are the main ones."), State.UNTOLD)
    for one in risks:
        beside = frozenset({one.factor, one.chosen})
        yield from still(one.voices, one.asked, today, HARM, beside=beside, topic=one.factor, last=last)
