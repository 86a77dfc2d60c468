"""What a verdict is: holds, does not hold or cannot be told, because of what; and what of it one reader may read.

"Each phase is closed only when its safety results are reached"; criteria inform, people judge (domain facts 3.1, facts
1 and 4; methods-and-instruments.md 1.2). "A verdict is computed over all, then explained to the household's own
professionals with only what each may read" (design 4.2). So what a rule gives is criteria, each with small reasons,
and each reason carries the entries and the people that it would give away.

What is missing is missing and never safe; where voices differ, the one that opens least decides and both are shown. No
answer depends on the order in which anything was written or is given here.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from .texts import N_

Ref = Hashable
"""What stands for an entry or a person: opaque to the rules."""


class State(StrEnum):
    """What a rule says of a criterion, and of a phase."""

    HOLDS_NOT = "holds_not"
    UNTOLD = "untold"
    HOLDS = "holds"


CAREFUL_FIRST = (State.HOLDS_NOT, State.UNTOLD, State.HOLDS)
"""In this order the first that any reason says is the answer: it opens least."""

STATES = {
    State.HOLDS: N_("holds"),
    State.HOLDS_NOT: N_("does not hold"),
    State.UNTOLD: N_("cannot be told"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that a verdict rests on, as small as it can be: what is cut, is cut with as little as possible.

    `message` is a message id that may name `%(day)s` and `%(people)s`. `says` is None where it only explains. `topic`
    is what several voices speak of, if they do. No words of any entry.
    """

    message: str
    says: State | None
    entries: frozenset[Ref] = frozenset()
    people: tuple[Ref, ...] = ()
    day: date | None = None
    topic: Ref | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Who says that it holds, and who that it does not, of one topic."""

    topic: Ref
    holds: tuple[Ref, ...]
    holds_not: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A result of a phase as a message id, what the rule says of it, and why: the weightiest first, the newest first.

    The criteria of a phase are always the same ones: one for each factor or person would tell how many there are.
    """

    name: str
    state: State
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Of these reasons, so after a cut only between voices of which the reader may read both."""
        topics = dict.fromkeys(one.topic for one in self.reasons if one.topic is not None)
        made = (
            Conflict(topic, self._who(topic, State.HOLDS), self._who(topic, State.HOLDS_NOT))
            for topic in topics
        )
        return tuple(one for one in made if one.holds and one.holds_not)

    def _who(self, topic: Ref, says: State) -> tuple[Ref, ...]:
        said = (one.people for one in self.reasons if one.topic == topic and one.says == says)
        return tuple(dict.fromkeys(person for people in said for person in people))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rule says of one phase (rules/phases.py), over everything in the dossier. For no reader as it is."""

    phase: str
    criteria: tuple[Criterion, ...]

    @property
    def state(self) -> State:
        """It holds where every criterion holds."""
        return careful(one.state for one in self.criteria)


@dataclass(frozen=True, slots=True)
class Explained:
    """A verdict as one reader may read it. `more`: there is something that it rests on and they cannot read."""

    phase: str
    state: State
    criteria: tuple[Criterion, ...]
    more: bool


def for_reader(verdict: Verdict, readable_entries: Iterable[Ref], known_people: Iterable[Ref]) -> Explained:
    """The verdict, cut to reasons of which this reader may read every entry and knows every person.

    The states stay those over everything. So they betray something: to who reads no reason against, "does not hold"
    says that there is an incident, an answer or a broken agreement in a circle that is not theirs, and of which
    criterion; "holds" without "nobody has spoken with ..." says that somebody was heard; and who looks every day sees
    on which day it changed, so when something was told. For a resident that can be enough to know who told it. The
    design accepts it for the household's own professionals alone, who have a duty to act on it and can ask the fixed
    face; nobody else gets any of this, not even that there is a verdict (design 4.2).

    That there is more is said once and not beside a criterion, and never how much. A reason is left out whole: one with
    a gap would tell of the gap. What stays keeps its order, which rests on nothing that was left out.
    """
    entries, people = frozenset(readable_entries), frozenset(known_people)
    cut = tuple(
        Criterion(
            one.name,
            one.state,
            tuple(r for r in one.reasons if r.entries <= entries and people.issuperset(r.people)),
        )
        for one in verdict.criteria
    )
    more = any(len(of.reasons) < len(one.reasons) for of, one in zip(cut, verdict.criteria, strict=True))
    return Explained(verdict.phase, verdict.state, cut, more)


def criterion(name: str, reasons: Iterable[Reason]) -> Criterion:
    """A criterion says what the most careful of its reasons says; without any it cannot be told."""
    found = sorted(set(reasons), key=_order)
    return Criterion(name, careful(one.says for one in found if one.says is not None), tuple(found))


def careful(states: Iterable[State]) -> State:
    """Of what is said the answer that opens least; where nothing is said it cannot be told."""
    said = set(states)
    return next((one for one in CAREFUL_FIRST if one in said), State.UNTOLD)


def _order(reason: Reason) -> tuple[int, int, str, list[str], list[str], str]:
    weight = CAREFUL_FIRST.index(reason.says) if reason.says is not None else len(CAREFUL_FIRST)
    day = -reason.day.toordinal() if reason.day else 0
    entries, people = sorted(map(str, reason.entries)), [str(one) for one in reason.people]
    return (weight, day, reason.message, entries, people, str(reason.topic))


class Version(Protocol):
    """One version of something that was told: `root` stays through corrections, `entry` is this version."""

    @property
    def root(self) -> Ref: ...
    @property
    def entry(self) -> Ref: ...
    @property
    def written(self) -> datetime: ...
    @property
    def withdrawn(self) -> bool: ...


V = TypeVar("V", bound=Version)


def newest(versions: Iterable[V]) -> tuple[V, ...]:
    """Of each root the version that was written last, unless that one takes it back.

    So a correction gives what a fresh start would give. Of versions written in the same moment each counts.
    """
    of: dict[Ref, list[V]] = {}
    for one in versions:
        of.setdefault(one.root, []).append(one)
    last = ((max(one.written for one in same), same) for same in of.values())
    return tuple(one for at, same in last for one in same if one.written == at and not one.withdrawn)
