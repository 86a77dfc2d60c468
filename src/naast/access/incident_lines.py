"""What a telling of an incident says besides its line: what happens, how it is known, what was done, what it did."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from naast.records.models import Entry, Incident, Kind
from naast.rules.incidents import SOURCES
from naast.rules.unsafety import names

from .people import Face


@dataclass(frozen=True, slots=True)
class Effect:
    """What it did to one child."""

    face: Face
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """`kinds` are codes of rules/unsafety.py, `source` one of rules/incidents.py."""

    kinds: tuple[str, ...]
    source: str
    done: str = field(repr=False)
    effects: tuple[Effect, ...]

    @property
    def kind_names(self) -> tuple[str, ...]:
        """What happened, as message ids of the rules."""
        return names(self.kinds)

    @property
    def source_name(self) -> str:
        """How who tells it knows of it, as a message id of the rules."""
        return SOURCES[self.source]


def incident(entry: Entry, known: Mapping[int, Face]) -> IncidentLine | None:
    """That of this entry, with nobody whom the viewer may not know of; None where it tells of no incident."""
    if entry.kind != Kind.INCIDENT:
        return None
    row: Incident = entry.incident
    effects = (Effect(known[one["person"]], one["words"]) for one in row.effects if one["person"] in known)
    return IncidentLine(tuple(row.kinds), row.source, row.done, tuple(effects))
