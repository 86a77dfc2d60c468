"""What is open because of one yes, and so ends when it is taken back; as far as the viewer reads those shares."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from naast.records.models import Kind, Link
from naast.rules.sharing import PAPER

from . import people, policy, shoulder
from .people import Face
from .viewer import Viewer


@dataclass(frozen=True, slots=True)
class Resting:
    """One share that runs: who gets it, a person or an organisation, and whether as a file, which stays there."""

    receiver: Face | None
    organisation: str = field(repr=False)
    purpose: str = field(repr=False)
    on_paper: bool


def resting_on(viewer: Viewer, dossier: UUID, consent: UUID) -> tuple[Resting, ...]:
    """What rests on any version of this yes, the first given first. Missing where the dossier is not the viewer's."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        roots = policy.entries(reach).filter(public_id=consent, kind=Kind.CONSENT).values("root")
        found = shoulder.newest(reach, open_circles).filter(
            Q(sharing__ends=None) | Q(sharing__ends__gt=viewer.at),
            dossier_id=row,
            kind=Kind.SHARING,
            links_out__tie=Link.Tie.RESTS_ON,
            links_out__target__root__in=roots,
        )
        rows = [
            e.sharing
            for e in found.select_related("sharing").order_by("confirmed_at", "public_id").distinct()
        ]
        faces = people.faces(reach, {one.receiver_id for one in rows if one.receiver_id})
    return tuple(
        Resting(
            faces.get(one.receiver_id) if one.receiver_id else None,
            one.organisation,
            one.purpose,
            one.way == PAPER,
        )
        for one in rows
    )
