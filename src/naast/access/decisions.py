"""What people decided, as a viewer may read it: about the phase, and whether a telling of an incident counts.

Without a decision it is as if nothing was decided yet. Where a household stands follows from the decisions that may be
read, by one rule (rules/phases.py): the newest one that opened nothing beside, and what was opened beside it since.
"""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Decision, Entry, Kind
from naast.rules import phases as rule
from naast.rules.incidents import RESULTS

from . import people
from .lines import Line, Raw
from .people import Face

PHASE, INCIDENT, DECIDES = "phase", "incident", "decides"


@dataclass(frozen=True, slots=True)
class View:
    """What one member said of it in their own words, or why they were not asked; `differs`: they see it differently."""

    face: Face
    said: str = field(repr=False)
    not_asked: str = field(repr=False)
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """What was said of one criterion: message ids of the rules (`plain` for the household), and why."""

    name: str
    plain: str
    answer: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: `phase` is a code of rules/phases.py, or `result` one of rules/incidents.py; `by` who decided, `on`
    when it was written down.

    `beside`: it opened direct safety beside the phase that runs. `keeps` are agreements that it names to go on, of
    those that may be read.
    """

    entry: UUID
    phase: str
    since: date
    by: tuple[Face, ...]
    words: str = field(repr=False)
    views: tuple[View, ...]
    on: datetime
    result: str = ""
    beside: bool = False
    criteria: tuple[Answered, ...] = ()
    keeps: tuple[Line, ...] = ()

    @property
    def step(self) -> rule.Step:
        """As the rules see it."""
        return rule.Step(self.phase, self.beside)

    @property
    def result_name(self) -> str:
        """What was decided about a telling, as a message id of the rules; empty for a phase."""
        return RESULTS.get(self.result, "")


def is_about(entry: Entry, what: str) -> bool:
    """Is this entry a decision about that, phase or incident?"""
    return entry.kind == Kind.DECISION and entry.decision.about == what


def newest_only(entries: Iterable[Entry]) -> list[Entry]:
    """The same entries, of the decisions only those that say where the household stands; in the order of writing."""
    listed = list(entries)
    about = [one for one in reversed(listed) if is_about(one, PHASE)]
    standing = [about[0]] if about and about[0].decision.beside else []
    standing += [one for one in about if not one.decision.beside][:1]
    return [one for one in listed if one.kind != Kind.DECISION or one in standing]


def running(decided: Sequence[Decided]) -> Decided | None:
    """Of these decisions about the phase, the newest first, the one that says which phase runs."""
    return next((one for one in decided if not one.beside), None)


def open_beside(decided: Sequence[Decided]) -> Decided | None:
    """Of the same the one by which direct safety stands open beside, if it does."""
    return decided[0] if rule.open_beside([one.step for one in decided]) else None


Ties = Collection[tuple[int, int]]


def of(
    raw: Raw, known: dict[int, Face], shown: Container[int], lines: Mapping[int, Line], keeps: Ties
) -> tuple[Decided, ...]:
    """Those about the phase among entries that are shown (row ids), the newest first.

    `keeps` ties each to agreements, both by row id; of those the ones show that have a line.
    """
    told = (e for e in reversed(raw.entries) if is_about(e, PHASE) and e.id in shown)
    order = [e.id for e in raw.entries]
    return tuple(
        decided(e, known, tuple(lines[row] for row in order if (e.id, row) in keeps and row in lines))
        for e in told
    )


def decided(entry: Entry, known: dict[int, Face], keeps: tuple[Line, ...] = ()) -> Decided:
    """One decision as shown; nobody whom the viewer may not know of."""
    row: Decision = entry.decision
    by = people.each_once(known[person] for person in row.by if person in known)
    views = tuple(
        View(known[one["person"]], one["said"], one["not_asked"], one.get("differs", False))
        for one in row.views
        if one["person"] in known
    )
    return Decided(
        entry.public_id,
        row.phase,
        row.since,
        tuple(by),
        entry.words,
        views,
        entry.confirmed_at,
        row.result,
        row.beside,
        tuple(
            Answered(rule.NAMES[code], rule.PLAIN[code], rule.ANSWERS[one["answer"]], one["words"])
            for one in row.criteria
            if (code := one["criterion"])
        ),
        keeps,
    )
