"""What is open because of one yes, and so ends when it is taken back: shares, and experts who are here on it; as far as
the viewer reads those."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from naast.records.models import Entry, Kind, Link
from naast.rules.sharing import PAPER

from . import people, policy, shoulder
from .people import Face
from .viewer import Viewer


@dataclass(frozen=True, slots=True)
class Resting:
    """One share that runs: who gets it, a person or an organisation, and whether as a file, which stays there. Or an
    expert who is here on it, or will be: who, for which organisation, and what they are asked."""

    receiver: Face | None
    organisation: str = field(repr=False)
    purpose: str = field(repr=False)
    on_paper: bool = False
    expert: bool = False


def resting_on(viewer: Viewer, dossier: UUID, consent: UUID) -> tuple[Resting, ...]:
    """What rests on any version of this yes, the first given first. Missing where the dossier is not the viewer's."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        roots = policy.entries(reach).filter(public_id=consent, kind=Kind.CONSENT).values("root")
        found = shoulder.newest(reach, open_circles).filter(
            _open("sharing", viewer.at) | _open("involvement", viewer.at),
            dossier_id=row,
            links_out__tie=Link.Tie.RESTS_ON,
            links_out__target__root__in=roots,
        )
        rows = list(
            found.select_related("sharing", "involvement").order_by("confirmed_at", "public_id").distinct()
        )
        faces = people.faces(reach, {one for one in map(_whose, rows) if one})
    return tuple(_resting(one, faces) for one in rows)


def _open(kind: str, at: datetime) -> Q:
    """Of this kind, and not over."""
    return Q(kind=kind) & (Q(**{f"{kind}__ends": None}) | Q(**{f"{kind}__ends__gt": at}))


def _whose(row: Entry) -> int | None:
    """Row id of who gets it, or of who is here."""
    return row.sharing.receiver_id if row.kind == Kind.SHARING else row.involvement.person_id


def _resting(row: Entry, faces: Mapping[int, Face]) -> Resting:
    face = faces.get(_whose(row) or 0)
    if row.kind == Kind.INVOLVEMENT:
        return Resting(face, row.involvement.organisation, row.involvement.ground, expert=True)
    one = row.sharing
    return Resting(face, one.organisation, one.purpose, one.way == PAPER)
