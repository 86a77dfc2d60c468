"""What the generator did, in its own plain terms, and the slow rule over it. Knows nothing of access/ or records/.

A thing told (`Told`) carries a unique word. Who may read it is worked out from what was *asked for* when it was
told: named people, the team's involvements, shares, and what is withheld. Never from rows of the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

Human = str
Reading = tuple[Human, str]  # a human in one capacity


@dataclass
class Period:
    """From a moment until (not including) another; no end is for ever."""

    starts: datetime
    ends: datetime | None = None

    def until(self, at: datetime) -> "Period":
        """The same, but not beyond this moment."""
        return Period(self.starts, at if self.ends is None else min(self.ends, at))

    def holds(self, at: datetime) -> bool:
        return self.starts <= at and (self.ends is None or at < self.ends)


@dataclass
class Told:
    """One entry: its word, who is named by it, and who was chosen to read it, each for a period."""

    word: str
    home: str
    entry: UUID
    kind: str
    names: set[Human]
    chosen: list[tuple[Reading, Period]]
    at: datetime
    shared: list[tuple[Reading, Period]] = field(default_factory=list)
    also: tuple[str, ...] = ()  # more unique words of the same entry, in what its kind adds
    unasked_not: tuple[str, ...] = ()  # of these what stands on no page that others may be looking at

    @property
    def words(self) -> tuple[str, ...]:
        """Every unique word of it."""
        return (self.word, *self.also) if self.word else self.also


@dataclass
class Drafted:
    """Not told yet: the word of what one human is writing in one capacity."""

    word: str
    home: str
    human: Human
    capacity: str
    draft: UUID


@dataclass
class Kept:
    """Withheld from one human: one thing told, everything with a person, or a whole home.

    `unseen_by` wrote it and is not to notice: on their pages it stands as they chose it.
    """

    human: Human
    home: str
    period: Period
    told: Told | None = None
    person: Human | None = None
    unseen_by: Human | None = None
    work_only: bool = False  # as a resident they go on reading


@dataclass
class Same:
    """Two humans of the facts are one, for a period: what is kept from one is kept from both. The words why, and why
    no longer, are for workers who may know of both."""

    kept: Human
    other: Human
    period: Period
    because: str
    ended_because: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for word in (self.because, self.ended_because) if word)


@dataclass
class Watcher:
    """One account of one human in one capacity."""

    human: Human
    capacity: str
    account: int


@dataclass
class Facts:
    """Everything the generator did."""

    told: list[Told] = field(default_factory=list)
    team: dict[str, list[tuple[Human, Period]]] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    same: list[Same] = field(default_factory=list)
    watchers: list[Watcher] = field(default_factory=list)
    drafts: list[Drafted] = field(default_factory=list)
    never: set[str] = field(
        default_factory=set
    )  # words that nobody is to see anywhere, such as a file's old name
    names: dict[Human, str] = field(default_factory=dict)  # the unique call name of each resident
    professionals: set[Human] = field(default_factory=set)
    rows: dict[Human, int] = field(default_factory=dict)
    ids: dict[Human, UUID] = field(default_factory=dict)
    homes: dict[str, UUID] = field(default_factory=dict)
    living: dict[str, set[Human]] = field(default_factory=dict)  # born, living members of each household now

    def every_word(self) -> set[str]:
        """All unique words and names there are. A random token may look like one, and is none of these."""
        told = {word for one in (*self.told, *self.same) for word in one.words}
        return (
            told | self.never | {one.word for one in self.drafts} | {n.lower() for n in self.names.values()}
        )

    def end_reading(self, human: Human, at: datetime, told: Iterable[Told] | None = None) -> None:
        """From `at` this human reads nothing any more that they were chosen for or shared, or not these things."""
        for one in self.told if told is None else told:
            for readings in (one.chosen, one.shared):
                readings[:] = [
                    (who, period.until(at) if who[0] == human else period)
                    for who, period in readings
                    if who[0] != human or period.starts < at
                ]

    def one_human(self, human: Human, at: datetime) -> set[Human]:
        """Everybody who is the same as this one at that moment."""
        found = {human}
        for _ in self.same:
            for one in self.same:
                if one.period.holds(at) and found & {one.kept, one.other}:
                    found |= {one.kept, one.other}
        return found

    def is_kept(self, watcher: Watcher, told: Told, at: datetime, looks: Human = "") -> bool:
        """Withheld beats everything, over all accounts of a human; as far as `looks` is to notice."""
        everybody = self.one_human(watcher.human, at)
        for kept in self.kept:
            if kept.unseen_by and kept.unseen_by == looks:
                continue
            if kept.work_only and watcher.capacity == "resident":
                continue
            if kept.human not in everybody or kept.home != told.home or not kept.period.holds(at):
                continue
            if kept.told is not None:
                if kept.told is told:
                    return True
            elif kept.person is not None:
                if self.one_human(kept.person, at) & told.names:
                    return True
            else:
                return True
        return False

    def may_read(self, watcher: Watcher, told: Told, at: datetime, looks: Human = "") -> bool:
        """Is this human, in this capacity, chosen or in the team or shared to, now, and is it not withheld?"""
        if self.is_kept(watcher, told, at, looks):
            return False
        me = (watcher.human, watcher.capacity)
        if any(reading == me and period.holds(at) for reading, period in told.chosen + told.shared):
            return True
        return watcher.capacity == "staff" and any(
            human == watcher.human and period.holds(at) for human, period in self.team[told.home]
        )

    def readable(self, watcher: Watcher, at: datetime) -> list[Told]:
        return [told for told in self.told if self.may_read(watcher, told, at)]

    def may_know(self, watcher: Watcher, at: datetime) -> set[Human]:
        """Oneself and everybody named by something that may be read."""
        return named_by(self.readable(watcher, at)) | {watcher.human}

    def may_know_why(self, watcher: Watcher, at: datetime) -> set[str]:
        """The words of what was said of two humans being one, whom a worker may both know of."""
        if watcher.capacity != "staff":
            return set()
        known = self.may_know(watcher, at)
        return {word for one in self.same if {one.kept, one.other} <= known for word in one.words}

    def over_the_shoulder(self, watcher: Watcher, at: datetime) -> list[Told]:
        """What may stand on a resident's page unasked: only what everybody in that household reads as well."""
        me = watcher.human
        return [
            told
            for told in self.readable(watcher, at)
            if all(
                self.may_read(Watcher(human, "resident", 0), told, at, me) for human in self.living[told.home]
            )
        ]


def named_by(told: Iterable[Told]) -> set[Human]:
    """Everybody named by any of these."""
    return {human for one in told for human in one.names}
