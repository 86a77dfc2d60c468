"""What was shared and waits to be looked at again, on the page of the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naast.content.sharing_grounds import grounds
from naast.records.models import Dossier, Entry, Kind, Sharing
from naast.rules.sharing import Needs

from .viewer import Viewer


@dataclass(frozen=True, slots=True)
class Again:
    """One share whose day to look again is today or past. `in_danger` is for a colleague of who shared it; `mine` says
    that the viewer did."""

    sharing: UUID
    dossier: UUID
    look_on: date
    in_danger: bool
    mine: bool


def again(entries: Iterable[Entry], shown: Mapping[int, Dossier], viewer: Viewer) -> tuple[Again, ...]:
    """Of these entries, with the rows of their kind, the shares that wait; the longest first."""
    found = [
        _again(entry.sharing, entry, shown[entry.dossier_id].public_id, viewer)
        for entry in entries
        if entry.kind == Kind.SHARING and _waits(entry.sharing, viewer.today)
    ]
    return tuple(sorted(found, key=lambda one: (one.look_on, one.sharing)))


def _waits(row: Sharing, today: date) -> bool:
    return row.look_on is not None and row.look_on <= today


def _again(row: Sharing, entry: Entry, dossier: UUID, viewer: Viewer) -> Again:
    ground = grounds().every.get(row.ground)
    assert row.look_on is not None
    return Again(
        entry.public_id,
        dossier,
        row.look_on,
        ground is not None and ground.needs is Needs.DANGER,
        entry.writer_id == viewer.human,
    )
