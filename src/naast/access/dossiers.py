"""Dossiers as a viewer reaches them: finding one, a page of a list, and looking through somebody's eyes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypedDict, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from naast.records.models import Dossier, Involvement, Kind

from . import people, policy
from .doors import viewer_door
from .people import Face
from .reach import Reach, runs
from .viewer import PARTNER, RESIDENT, Eyes, Missing, Viewer

M = TypeVar("M", bound=Model)
TEAM_ROLES = ("fixed_face", "team", "stand_in")


def works_here(viewer: Viewer, involvements: Iterable[Involvement]) -> bool:
    """Is the viewer one of this dossier's own professionals now, by what they may read of who stands around it?"""
    return viewer.is_staff and any(
        runs(one, viewer.at) and one.person_id == viewer.human and one.role in TEAM_ROLES
        for one in involvements
    )


def partners(involvements: Iterable[Involvement]) -> frozenset[int]:
    """Row ids of the professionals from outside among them."""
    return frozenset(one.person_id for one in involvements if one.capacity == PARTNER)


def find(reach: Reach, public_id: UUID) -> Dossier:
    """The dossier, where the viewer is in any circle of it; Missing otherwise. Inside a viewer door."""
    dossier = policy.dossiers(reach).filter(public_id=public_id).first()
    if dossier is None:
        raise Missing
    return dossier


def inside(reach: Reach) -> int:
    """The row id of the dossier that the door was narrowed to; Missing where it is not this viewer's."""
    if reach.dossier is None:
        raise Missing
    return reach.dossier


def row_of(viewer: Viewer, public_id: UUID) -> int:
    """The dossier's row id, to narrow the next door by; Missing where it is not this viewer's."""
    with viewer_door(viewer, public_id) as reach:
        return inside(reach)


class Mark(TypedDict):
    """The moment and public id after which the next page of a list starts; None both on the first page."""

    moment: Any
    public_id: Any


def page_mark(after: str) -> Mark:
    """The mark that stands in an address; one that is none starts at the first page."""
    try:
        moment, public_id = after.split("_")
        return Mark(moment=datetime.fromisoformat(moment), public_id=UUID(public_id))
    except ValueError:
        return Mark(moment=None, public_id=None)


def beyond(rows: QuerySet[M], column: str, moment: Any, public_id: Any) -> QuerySet[M]:
    """Newest first by `column` and then public id (never by row id), from the mark on."""
    if moment is not None:
        rows = rows.filter(Q(**{f"{column}__lt": moment}) | Q(**{column: moment, "public_id__gt": public_id}))
    return rows.order_by(f"-{column}", "public_id")


@dataclass(frozen=True, slots=True)
class Look:
    """One person through whose eyes a page can be looked at, and in which capacity they would read it."""

    face: Face
    capacity: str


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks now (through somebody's eyes or not), and through whose eyes this worker could look."""

    viewer: Viewer
    looks: tuple[Look, ...] = ()
    through: Look | None = None


def eyes(viewer: Viewer, public_id: UUID, person: UUID, capacity: str, at: datetime) -> Viewer:
    """The same viewer looking through the eyes of a person in this dossier; Missing where not allowed.

    For own professionals only; `at` may be a coming date.
    """
    return looking(viewer, public_id, person, capacity, at).viewer


def looking(viewer: Viewer, public_id: UUID, person: UUID, capacity: str, at: datetime) -> Looking:
    """As `eyes`, with everybody through whose eyes this worker can look here."""
    if not viewer.is_staff or capacity not in (RESIDENT, PARTNER):
        raise Missing
    with viewer_door(viewer, public_id) as reach:
        row = inside(reach)
        known = people.known_in(reach, row)
        around = policy.entries(reach).filter(dossier_id=row, kind=Kind.INVOLVEMENT)
        if not around.filter(running_involvement(reach)).exists():
            raise Missing
        partners = set(
            around.filter(involvement__capacity=PARTNER).values_list("involvement__person_id", flat=True)
        )
    looks = possible(viewer, known.values(), partners)
    everybody = (*looks, *_under_another_face(known.values(), looks))
    found = next(
        (one for one in everybody if one.face.public_id == person and one.capacity == capacity), None
    )
    if found is None:
        raise Missing
    face = found.face
    seen = viewer.through(Eyes(face.row, capacity, at, str(face.public_id), face.label))
    return Looking(seen, looks, found)


def possible(viewer: Viewer, known: Iterable[Face], partners: set[int]) -> tuple[Look, ...]:
    """Everybody of these who lives and is born: residents in their own part, partner professionals in theirs.

    `partners` are row ids. The team is left out: colleagues read what the team reads.
    """
    looks = [
        Look(face, PARTNER if face.row in partners else RESIDENT)
        for face in people.each_once(known)
        if not (face.unborn or face.deceased) and (not face.professional or face.row in partners)
    ]
    return tuple(sorted(looks, key=lambda look: (look.capacity == PARTNER, look.face.label)))


def _under_another_face(known: Iterable[Face], looks: Iterable[Look]) -> Iterable[Look]:
    """Who was joined with one of these, on their own: what was told to them only can still be looked at so."""
    listed = {look.face.row for look in looks}
    for face in known:
        if face.own != face.row and face.row in listed and face.own_id is not None:
            yield Look(replace(face, row=face.own, public_id=face.own_id), RESIDENT)


def running_involvement(reach: Reach) -> Q:
    """The viewer's own running team involvement, as a filter on entries."""
    return Q(
        involvement__person_id=reach.human,
        involvement__capacity="staff",
        involvement__role__in=TEAM_ROLES,
        involvement__starts__lte=reach.at,
    ) & (Q(involvement__ends__isnull=True) | Q(involvement__ends__gt=reach.at))
