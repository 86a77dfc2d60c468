"""Direct safety: the behaviour, crises included, has stopped, and this is secured.

"The behaviour (incl. crises) has stopped and this is secured, keeping the safety agreements that work best" (domain
facts 3.1, phase 1; methods-and-instruments.md 1.2). For how long it has to have stopped no text says, so no number
stands here: everybody who can tell says that it has stopped, after the last incident. Secured is: the agreements that
work best are named, they run and they help, and somebody from outside the household watches over each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from .heard import LONG_WEEKS
from .phases import CRITERIA, DIRECT
from .reviews import HELPED, SOMETIMES
from .texts import N_
from .verdict_incidents import Decided, Known, Telling, decisions_named, known, last_incident, why
from .verdict_voices import Member, Voice, Words, heard, still, stopped_after
from .verdicts import Reason, Ref, State, Verdict, criterion, newest

STOPPED = CRITERIA[DIRECT]["stopped"]
KEPT = CRITERIA[DIRECT]["kept"]
WATCHED = CRITERIA[DIRECT]["watched"]

BEHAVIOUR = "behaviour"
"""What the voices speak of."""

GOES_ON = Words(
    yes=N_("%(people)s: it still happens. Said on %(day)s."),
    partly=N_("%(people)s: it still happens in part. Said on %(day)s."),
    no=N_("%(people)s: it has stopped. Said on %(day)s."),
    unsure=N_("%(people)s: does not know whether it has stopped. Said on %(day)s."),
    before=N_(
        "%(people)s: it has stopped. But that was on %(day)s, and the last incident was not before that."
    ),
    silent=N_("%(people)s: has not said whether it has stopped."),
    nobody=N_("Nobody was asked whether it has stopped."),
)


@dataclass(frozen=True, slots=True)
class Review:
    """One version of what became of an agreement on a day, as in rules/reviews.py."""

    root: Ref
    entry: Ref
    written: datetime
    result: str
    day: date
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who watches over an agreement; `outside` the household, or None where that is not known."""

    person: Ref
    outside: bool | None


@dataclass(frozen=True, slots=True)
class Best:
    """An agreement that people named as one that works best: `named` is the entry in which they did.

    `runs` says whether it holds today.
    """

    agreement: Ref
    named: Ref
    runs: bool
    reviews: tuple[Review, ...] = ()
    watchers: tuple[Watcher, ...] = ()


def direct(
    tellings: Iterable[Telling],
    decisions: Iterable[Decided],
    voices: Iterable[Voice],
    members: Iterable[Member],
    agreements: Iterable[Best],
    today: date,
    weeks: int = LONG_WEEKS,
) -> Verdict:
    """The verdict on direct safety over everything that is told in a dossier.

    `voices` answer "does it still happen?". `weeks`: how long ago is still heard.
    """
    found, said, people = known(tellings, decisions, today), tuple(voices), tuple(members)
    asked = [one.person for one in people if one.speaks and not one.unborn]
    stopped = [
        *_incidents(found, said, today),
        *still(said, asked, today, GOES_ON, topic=BEHAVIOUR, last=last_incident(found)),
        *heard(people, today, weeks),
        *decisions_named(found),
    ]
    best = tuple(agreements)
    return Verdict(
        DIRECT,
        (
            criterion(STOPPED, stopped),
            criterion(KEPT, _kept(best, today)),
            criterion(WATCHED, _watched(best)),
        ),
    )


def _incidents(found: Iterable[Known], voices: tuple[Voice, ...], today: date) -> Iterator[Reason]:
    """Each incident after which nobody said that it has stopped; what is not over is of today, so nobody did."""
    for one in found:
        if one.counts and not stopped_after(voices, one.day, today):
            yield why(one, State.HOLDS_NOT)


def _kept(best: tuple[Best, ...], today: date) -> Iterator[Reason]:
    if not best:
        yield Reason(N_("Nobody has named which agreements work best."), State.UNTOLD)
    for one in best:
        both = frozenset({one.agreement, one.named})
        if not one.runs:
            ended = N_("An agreement that works best does not run any more.")
            yield Reason(ended, State.HOLDS_NOT, both)
        yield from _reviewed(one, both, today)


def _reviewed(best: Best, both: frozenset[Ref], today: date) -> Iterator[Reason]:
    """What became of it the last time that somebody said so; of one day everything counts."""
    said = [one for one in newest(best.reviews) if one.day <= today]
    if not said:
        unsaid = N_("Nobody has said yet what became of an agreement that works best.")
        yield Reason(unsaid, State.UNTOLD, both)
    last = max((one.day for one in said), default=None)
    for one in said:
        if one.day == last:
            yield Reason(*_became(one.result), both | {one.entry}, day=one.day)


def _became(result: str) -> tuple[str, State]:
    if result == HELPED:
        return N_("An agreement that works best helped. Said on %(day)s."), State.HOLDS
    if result == SOMETIMES:
        return N_("An agreement that works best works only sometimes. Said on %(day)s."), State.HOLDS_NOT
    return N_("An agreement that works best did not help, or stopped. Said on %(day)s."), State.HOLDS_NOT


def _watched(best: tuple[Best, ...]) -> Iterator[Reason]:
    if not best:
        yield Reason(N_("Nobody has named which agreements work best."), State.UNTOLD)
    for one in best:
        yield from _watching(one)


def _watching(best: Best) -> Iterator[Reason]:
    both = frozenset({best.agreement, best.named})
    outside = [one for one in best.watchers if one.outside]
    unsure = [one for one in best.watchers if one.outside is None]
    for one in outside:
        message = N_("%(people)s: watches over an agreement that works best, from outside.")
        yield Reason(message, State.HOLDS, both, (one.person,))
    for one in unsure if not outside else ():
        message = N_("%(people)s: watches over an agreement, and whether from outside is not known.")
        yield Reason(message, State.UNTOLD, both, (one.person,))
    if not outside and not unsure:
        message = N_("Nobody from outside watches over an agreement that works best.")
        yield Reason(message, State.HOLDS_NOT, both)
