"""May I? Every act asks here first. All of it runs behind the rules door, with the viewer's own reach."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.access import kept, people, policy, ready
from naast.access.reach import NIL, NOWHERE, Reach, Within, reach_of, running
from naast.access.viewer import Viewer
from naast.records.models import Dossier, Entry, Involvement, Person

from .act import Refused, touched

TEAM_ROLES = ("fixed_face", "team", "stand_in")


def reach_in(viewer: Viewer, dossier: Dossier) -> Reach:
    """The viewer's reach in one dossier."""
    return reach_of(viewer, Within(row=dossier.id))


def dossier_for(viewer: Viewer, public_id: UUID) -> tuple[Dossier, Reach]:
    """The dossier and the viewer's reach in it; Refused where the viewer is in none of its circles.

    Also for staff who only read what an emergency reading opened: they write nothing in it (actions/emergency.py).
    """
    dossier, reach = reading_dossier(viewer, public_id)
    if viewer.is_staff and not in_a_circle(reach):
        raise Refused
    return dossier, reach


def in_a_circle(reach: Reach) -> bool:
    """Is the viewer in any circle here, and not a reader of shares alone?"""
    return bool(reach.whole or reach.later)


def reading_dossier(viewer: Viewer, public_id: UUID) -> tuple[Dossier, Reach]:
    """The dossier and the viewer's reach in it, for whoever reads anything of it; Refused otherwise."""
    dossier = next(iter(kept.rows(_dossier, public_id=public_id)), None)
    # the reach also where there is no such dossier: one query less would tell that it does not exist
    reach = reach_of(viewer, Within(row=dossier.id if dossier else NOWHERE))
    if dossier is not None:
        touched(dossier=dossier.id)
    if dossier is None or dossier.id not in reach.dossiers:
        raise Refused
    return dossier, reach


def _dossier(public_id: Any) -> QuerySet[Dossier]:
    return Dossier.objects.filter(public_id=public_id)


def in_team(viewer: Viewer, dossier: Dossier) -> bool:
    """Is this staff account's human a local-team professional with a running involvement here?"""
    if not viewer.is_staff:
        return False
    return bool(kept.rows(_in_team, at=viewer.at, dossier=dossier.id, human=viewer.human))


def _in_team(at: Any, dossier: Any, human: Any) -> QuerySet[Involvement, int]:
    return Involvement.objects.filter(
        running(at),
        entry__circle__dossier_id=dossier,
        person_id=human,
        capacity="staff",
        role__in=TEAM_ROLES,
    ).values_list("entry_id", flat=True)[:1]


def team_dossier(viewer: Viewer, public_id: UUID) -> tuple[Dossier, Reach]:
    """The dossier for one of its own professionals; Refused for everybody else, also where withheld."""
    dossier, reach = dossier_for(viewer, public_id)
    if not in_team(viewer, dossier):
        raise Refused
    return dossier, reach


def is_fixed_face(viewer: Viewer, dossier: Dossier) -> bool:
    """Is the viewer the fixed face of this dossier now, or who stands in?"""
    return _faces(viewer, dossier).filter(person_id=viewer.human).exists()


def has_fixed_face(viewer: Viewer, dossier: Dossier) -> bool:
    """Has this dossier a fixed face now, or somebody who stands in?"""
    return _faces(viewer, dossier).exists()


def _faces(viewer: Viewer, dossier: Dossier) -> QuerySet[Involvement]:
    return Involvement.objects.filter(
        running(viewer.at),
        entry__circle__dossier=dossier,
        capacity="staff",
        role__in=("fixed_face", "stand_in"),
    )


def entry_for(viewer: Viewer, public_id: UUID) -> tuple[Entry, Dossier, Reach]:
    """An entry that this viewer may read, locked for the act; Refused where they may not, or read by shares alone."""
    found = Entry.objects.filter(public_id=public_id).values_list("dossier__public_id", flat=True).first()
    entry, reach = read_entry(viewer, found or NIL, public_id)
    if viewer.is_staff and not in_a_circle(reach):
        raise Refused
    return entry, entry.dossier, reach


def read_entry(viewer: Viewer, within: UUID, public_id: UUID) -> tuple[Entry, Reach]:
    """The same within one dossier, for whoever reads it at all; one hidden there asks as much as none."""
    dossier, reach = reading_dossier(viewer, within)
    entry = policy.entries(reach).filter(dossier=dossier, public_id=public_id).select_for_update().first()
    if entry is None:
        raise Refused
    touched(entries=[entry.public_id])
    entry.dossier = dossier
    return entry, reach


def person_for(reach: Reach, public_id: UUID) -> Person:
    """A person whom the viewer may know of, by public id; Refused otherwise."""
    person = next(iter(ready.rows(_person, reach, public_id=public_id)), None)
    if person is None:
        raise Refused
    return person


def _person(reach: Reach, public_id: Any) -> QuerySet[Person]:
    return policy.persons(reach).filter(public_id=public_id)


def persons_for(reach: Reach, public_ids: list[UUID]) -> list[Person]:
    """Several such persons, in the order asked for."""
    return [person_for(reach, public_id) for public_id in dict.fromkeys(public_ids)]


def shown_with(reach: Reach, persons: Iterable[int]) -> set[int]:
    """These persons and whoever stands under the same face for this viewer: what closes for the one that they point
    at closes for both."""
    together = people.under_one_face(reach)
    return {row for person in persons for row in together.get(person, {person})}
