"""What people decided about the phase, as a viewer may read it; without one it is as if nothing was decided yet."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Decision, Entry, Kind

from . import people
from .lines import Raw
from .people import Face

PHASE, DECIDES = "phase", "decides"


@dataclass(frozen=True, slots=True)
class View:
    """What one member said of it in their own words, or why they were not asked."""

    face: Face
    said: str = field(repr=False)
    not_asked: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: `phase` is a code of rules/phases.py; `by` who decided, `on` when it was written down."""

    entry: UUID
    phase: str
    since: date
    by: tuple[Face, ...]
    words: str = field(repr=False)
    views: tuple[View, ...]
    on: datetime


def newest_only(entries: Iterable[Entry]) -> list[Entry]:
    """The same entries, of the decisions only the newest; they come in the order of their writing."""
    listed = list(entries)
    newest = next((one for one in reversed(listed) if one.kind == Kind.DECISION), None)
    return [one for one in listed if one.kind != Kind.DECISION or one is newest]


def of(raw: Raw, known: dict[int, Face], shown: Container[int]) -> tuple[Decided, ...]:
    """Those among entries that are shown (row ids), the newest first."""
    told = (e for e in reversed(raw.entries) if e.kind == Kind.DECISION and e.id in shown)
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
    return Decided(entry.public_id, row.phase, row.since, tuple(by), entry.words, views, entry.confirmed_at)
