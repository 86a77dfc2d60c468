"""What people decided, as a viewer may read it: about the phase, and whether a telling of an incident counts.

Without a decision it is as if nothing was decided yet.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Decision, Entry, Kind
from naast.rules.incidents import RESULTS

from . import people
from .lines import Raw
from .people import Face

PHASE, INCIDENT, DECIDES = "phase", "incident", "decides"


@dataclass(frozen=True, slots=True)
class View:
    """What one member said of it in their own words, or why they were not asked."""

    face: Face
    said: str = field(repr=False)
    not_asked: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: `phase` is a code of rules/phases.py, or `result` one of rules/incidents.py; `by` who decided, `on`
    when it was written down."""

    entry: UUID
    phase: str
    since: date
    by: tuple[Face, ...]
    words: str = field(repr=False)
    views: tuple[View, ...]
    on: datetime
    result: str = ""

    @property
    def result_name(self) -> str:
        """What was decided about a telling, as a message id of the rules; empty for a phase."""
        return RESULTS.get(self.result, "")


def is_about(entry: Entry, what: str) -> bool:
    """Is this entry a decision about that, phase or incident?"""
    return entry.kind == Kind.DECISION and entry.decision.about == what


def newest_only(entries: Iterable[Entry]) -> list[Entry]:
    """The same entries, of the decisions only the newest about the phase; they come in the order of their writing."""
    listed = list(entries)
    newest = next((one for one in reversed(listed) if is_about(one, PHASE)), None)
    return [one for one in listed if one.kind != Kind.DECISION or one is newest]


def of(raw: Raw, known: dict[int, Face], shown: Container[int]) -> tuple[Decided, ...]:
    """Those about the phase among entries that are shown (row ids), the newest first."""
    told = (e for e in reversed(raw.entries) if is_about(e, PHASE) and e.id in shown)
    return tuple(decided(e, known) for e in told)


def decided(entry: Entry, known: dict[int, Face]) -> Decided:
    """One decision as shown; nobody whom the viewer may not know of."""
    row: Decision = entry.decision
    by = people.each_once(known[person] for person in row.by if person in known)
    views = tuple(
        View(known[one["person"]], one["said"], one["not_asked"])
        for one in row.views
        if one["person"] in known
    )
    return Decided(
        entry.public_id, row.phase, row.since, tuple(by), entry.words, views, entry.confirmed_at, row.result
    )
