"""Who was asked for which role, as a viewer may read it: for the team, and for who is asked."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import Entry, Kind
from naast.rules.roles import ACCEPTED, OPEN

from . import people, policy, trace
from .decisions import View
from .doors import viewer_door
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer, day_of


@dataclass(frozen=True, slots=True)
class Asked:
    """The viewer is asked for a role, by whom and since when; only who is asked sees it as a question."""

    entry: UUID
    dossier: UUID
    role: str
    by: Face | None
    on: datetime


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal: who is asked for which `role` (rules/roles.py), by whom, since when, and what became of it.

    `mine`: this viewer asked it, and can take it back while it is open. `asked`: this viewer is who is asked.
    """

    entry: UUID
    dossier: UUID
    face: Face
    role: str
    state: str
    by: Face | None
    on: datetime
    days: int  # how long it waits or waited
    stays: bool
    mine: bool
    asked: bool
    words: str = field(repr=False)
    views: tuple[View, ...] = ()
    answer: UUID | None = None  # the entry with the reason of a no, where this viewer may read it

    @property
    def open(self) -> bool:
        return self.state == OPEN


def asked_of(reach: Reach) -> QuerySet[Entry]:
    """Proposals that wait for the answer of this viewer, in any household; the oldest first."""
    return _proposals(reach).filter(
        proposal__person_id=reach.human, proposal__capacity=reach.capacity, proposal__state=OPEN
    )


def asks(row: Entry, viewer: Viewer) -> bool:
    """Does this entry, with the row of its kind, wait for the answer of this viewer?"""
    if row.kind != Kind.PROPOSAL:
        return False
    kept: Any = row.proposal
    return (kept.person_id, kept.capacity, kept.state) == (viewer.human, viewer.capacity, OPEN)


def waiting(viewer: Viewer) -> tuple[Asked, ...]:
    """The same on the first page of a professional from outside, who has no day."""
    with viewer_door(viewer) as reach:
        rows = list(asked_of(reach))
        faces = people.faces(reach, {row.writer_id for row in rows})
    trace.saw(viewer, None, (row.public_id for row in rows), {face.row for face in faces.values()})
    return tuple(made(row, faces) for row in rows)


def made(row: Entry, faces: dict[int, Face]) -> Asked:
    """One of them as a line."""
    asked: Any = row.proposal
    by = faces.get(row.writer_id)
    return Asked(row.public_id, row.dossier.public_id, asked.role, by, row.confirmed_at)


def read(reach: Reach, dossier: int) -> tuple[list[Entry], dict[int, UUID]]:
    """What was asked in one household and is open, or was not followed by a yes, and the answer beside each; oldest
    first, behind a door that stands open (people_page.py)."""
    rows = list(_proposals(reach).filter(dossier_id=dossier).exclude(proposal__state=ACCEPTED))
    return rows, _answers(reach, rows)


def among(
    viewer: Viewer, dossier: int, faces: dict[int, Face], found: tuple[list[Entry], dict[int, UUID]]
) -> tuple[Proposed, ...]:
    """What was `read`, as lines with these faces; the newest first."""
    rows, answers = found
    trace.saw(viewer, dossier, (row.public_id for row in rows), {face.row for face in faces.values()})
    lines = (_proposed(row, faces, viewer, answers) for row in reversed(rows))
    return tuple(one for one in lines if one is not None)


def one(viewer: Viewer, entry: UUID) -> Proposed:
    """One proposal for who may read it; Missing where there is none, or it is something else.

    Looked up through a door that is not narrowed, as every page of an entry (entry_page.page_door says why).
    """
    with viewer_door(viewer) as wide:
        rows = list(_proposals(wide).filter(public_id=entry))
    if not rows:
        raise Missing
    with viewer_door(viewer, rows[0].dossier_id) as reach:
        faces = people.known_in(reach, rows[0].dossier_id)
        answers = _answers(reach, rows)
    found = _proposed(rows[0], faces, viewer, answers)
    if found is None or viewer.eyes_of is not None:
        raise Missing
    trace.saw(viewer, rows[0].dossier_id, [entry], {face.row for face in faces.values()})
    return found


def _proposals(reach: Reach) -> QuerySet[Entry]:
    rows = policy.newest(reach).filter(kind=Kind.PROPOSAL).select_related("proposal", "dossier")
    return rows.order_by("confirmed_at", "public_id")


def _answers(reach: Reach, rows: list[Entry]) -> dict[int, UUID]:
    """The answer beside each proposal, for who may read both."""
    ties = policy.links(reach).filter(tie="answers", target__in=[row.id for row in rows])
    return dict(ties.values_list("target_id", "source__public_id"))


def _proposed(
    row: Entry, faces: dict[int, Face], viewer: Viewer, answers: dict[int, UUID]
) -> Proposed | None:
    kept: Any = row.proposal
    if kept.person_id not in faces:
        return None
    until: date = day_of(kept.answered) if kept.answered else viewer.today
    return Proposed(
        row.public_id,
        row.dossier.public_id,
        faces[kept.person_id],
        kept.role,
        kept.state,
        faces.get(row.writer_id),
        row.confirmed_at,
        (until - day_of(row.confirmed_at)).days,
        kept.stays,
        row.writer_id == viewer.human,
        (kept.person_id, kept.capacity) == (viewer.human, viewer.capacity),
        row.words,
        tuple(
            View(faces[one["person"]], one["said"], one["not_asked"])
            for one in kept.views
            if one["person"] in faces
        ),
        answers.get(row.id),
    )
