"""Before a household is opened: who this worker may know already, and what was kept between the steps."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from naast.records.fields import look_up_hash
from naast.records.models import Kind, Person
from naast.rules.spelling import sounds_like

from . import people, policy, trace
from .doors import viewer_door
from .people import Face
from .viewer import Missing, Viewer


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody in a dossier that this worker is in, with that dossier."""

    face: Face
    dossier: UUID


def known(
    viewer: Viewer, *, bsn: str = "", family_name: str = "", birth: date | None = None
) -> tuple[Found, ...]:
    """Who this worker may know with this number, or with a name that sounds like it and this birth date.

    A birth date that is known in part matches every day it can be. Missing for who is no staff.
    """
    if not viewer.is_staff:
        raise Missing
    asked = Q(bsn_hash=look_up_hash(bsn, "bsn") if bsn else "")
    if family_name and birth:
        asked |= Q(birth_from__lte=birth, birth_to__gte=birth)
    with viewer_door(viewer) as reach:
        found_rows = policy.persons(reach).filter(asked, professional=False).defer("bsn")
        rows = list(people.with_kept(found_rows, reach))
        alike = {row.id: row for row in rows if _is(row, bsn, family_name)}
        places = (
            policy.named(reach)
            .filter(person_id__in=list(alike), role="about", entry__kind__in=(Kind.MEMBERSHIP, Kind.RELATION))
            .values_list("person_id", "entry__dossier__public_id", "entry__dossier_id")
            .distinct()
        )
        faces = people.shown(alike.values(), reach)
        found = {(faces[person].row, row): Found(faces[person], public) for person, public, row in places}
    trace.saw(viewer, None, (), alike)
    return tuple(sorted(found.values(), key=lambda one: one.face.label))


def alike(viewer: Viewer, person: UUID) -> tuple[Face, ...]:
    """Who else this worker may know with the same number, or a name that sounds alike and the same possible birth date.

    Who is shown as this person already is left out. Missing for who is no staff, or does not know this person.
    """
    if not viewer.is_staff:
        raise Missing
    with viewer_door(viewer) as reach:
        one = policy.persons(reach).filter(public_id=person).defer("bsn").first()
        if one is None:
            raise Missing
        asked = Q(bsn_hash=one.bsn_hash or "")
        if one.birth_from and one.birth_to:
            asked |= Q(birth_from__lte=one.birth_to, birth_to__gte=one.birth_from)
        rows = policy.persons(reach).filter(asked, professional=False).defer("bsn")
        found = {row.id: row for row in people.with_kept(rows, reach) if _alike(one, row)}
        faces = people.shown([one, *(row for row in found.values() if row.id != one.id)], reach)
    others = people.each_once(face for face in faces.values() if face.row != faces[one.id].row)
    trace.saw(viewer, None, (), {face.row for face in others})
    return tuple(sorted(others, key=lambda face: face.label))


def _alike(one: Person, row: Person) -> bool:
    if one.bsn_hash and row.bsn_hash:
        return one.bsn_hash == row.bsn_hash
    return bool(one.family_name) and sounds_like(one.family_name, row.family_name)


def _is(row: Person, bsn: str, family_name: str) -> bool:
    if bsn and row.bsn_hash == look_up_hash(bsn, "bsn"):
        return True
    return bool(family_name) and sounds_like(row.family_name, family_name)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a worker's own draft of one form holds."""

    draft: UUID
    fields: dict[str, Any] = field(repr=False)


def kept(viewer: Viewer, form: str) -> Kept | None:
    """The viewer's own draft of a form that belongs to no dossier yet; None without one."""
    with viewer_door(viewer) as reach:
        row = policy.drafts(reach).filter(dossier=None, form=form).first()
    return Kept(row.public_id, json.loads(row.body)) if row else None
