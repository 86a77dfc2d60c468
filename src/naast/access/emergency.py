"""Emergency reading as pages show it: who may do it, what runs or ran, and how its page views are called in the trace.

What it opens is read as every other share (`policy`). Only the team and the duty worker read that there is one; what
is opened, the team reads in the words of the page, never as a list: a colleague may not read all of it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from naast.records.models import Entry, Kind, Share
from naast.rules import emergency as rule

from . import policy, trace
from .accounts import is_on_duty
from .doors import through_rules, viewer_door
from .people import Face
from .reach import running
from .viewer import STAFF, Missing, Viewer


@dataclass(frozen=True, slots=True)
class Reading:
    """One emergency reading of a household that no person has released yet. `rest` are the second reasons.

    `mine` is true for who reads by it, `runs` on the moment of looking.
    """

    entry: UUID
    dossier: UUID
    by: Face | None
    reason: str = field(repr=False)
    rest: tuple[str, ...] = field(repr=False)
    starts: datetime
    ends: datetime
    runs: bool
    mine: bool


def readings(entries: list[Entry], faces: dict[int, Face], viewer: Viewer) -> tuple[Reading, ...]:
    """Of entries of this kind with their rows, oldest first; each with its second reasons.

    A second reason that was given after the first was released stands on its own.
    """
    listed = {entry.id for entry in entries}
    told: dict[int, list[str]] = {}
    for entry in entries:
        if entry.emergency.first_id in listed:
            told.setdefault(entry.emergency.first_id, []).append(entry.words)
    return tuple(
        Reading(
            entry.public_id,
            entry.dossier.public_id,
            faces.get(entry.writer_id),
            entry.words,
            tuple(told.get(entry.id, ())),
            entry.emergency.starts,
            entry.emergency.ends,
            entry.emergency.starts <= viewer.at < entry.emergency.ends,
            entry.writer_id == viewer.human,
        )
        for entry in entries
        if entry.emergency.first_id not in listed
    )


def on_duty(viewer: Viewer) -> None:
    """Missing where this account may do no emergency reading: to them the page does not exist."""
    if not is_on_duty(viewer):
        raise Missing
    trace.saw(viewer)


def own(viewer: Viewer, dossier: UUID) -> Reading | None:
    """The viewer's own reading of this dossier that runs now, if there is one."""
    with viewer_door(viewer, dossier) as reach:
        rows = policy.entries(reach).filter(
            dossier__public_id=dossier, kind=Kind.EMERGENCY, writer_id=viewer.human
        )
        entries = list(rows.select_related("emergency", "dossier").order_by("confirmed_at", "public_id"))
    found = [one for one in readings(entries, {}, viewer) if one.runs]
    if not found:
        return None
    trace.saw(viewer, entries[0].dossier_id, (entry.public_id for entry in entries))
    return found[-1]


def running_one(viewer: Viewer, dossier: UUID) -> Reading:
    """The same, for who does something with it; Missing without one."""
    found = own(viewer, dossier)
    if found is None:
        raise Missing
    return found


def act_of(name: str) -> tuple[str, bool]:
    """How this request stands in the trace, and whether residents may hear of it: a page that was read by an emergency
    reading is called so."""
    found = trace.read_by_share()
    because = _because(*found) if found else set()
    if not because:
        return name, True
    return f"{trace.EMERGENCY} {name}", rule.OPEN not in because


@through_rules
def _because(viewer: Viewer, dossier: int) -> set[str]:
    mine = Share.objects.filter(running(viewer.at), human_id=viewer.human, capacity=STAFF, dossier_id=dossier)
    return set(mine.values_list("because", flat=True).distinct())
