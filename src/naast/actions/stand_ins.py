"""A fixed face is away: a colleague stands in, from one day until another, in all of their households at once."""

from datetime import datetime
from uuid import UUID

from naast.access.reach import running
from naast.access.same_person import OneHuman
from naast.access.viewer import Viewer
from naast.records.models import Account, Dossier, Involvement, Person, Withheld
from naast.rules.texts import N_

from . import may
from .accounts import own
from .act import Invalid, act, touched
from .dossiers import current_members
from .involvements import kept_out, write


@act("stand in everywhere")
def stand_in(*, viewer: Viewer, account: UUID, starts: datetime, ends: datetime) -> list[UUID]:
    """The colleague joins every open household of which the viewer is the fixed face; gives the involvements.

    Only the fixed face can, because whoever stands in reads along: a team lead outside a dossier learns nothing
    and opens nothing. Left out is a household that the colleague must stay out of (withheld, or their own); fewer
    ids than households say so. Raises Invalid on 'account', 'starts', 'ends'.
    """
    mine = own(viewer)
    colleague = Account.objects.filter(public_id=account, capacity="staff", is_active=True).first()
    if colleague is None or colleague.team_id != mine.team_id or colleague.pk == mine.pk:
        raise Invalid("account", N_("Choose a colleague of the team."))
    if starts < viewer.at:
        raise Invalid("starts", N_("This day has passed."))
    if ends <= starts:
        raise Invalid("ends", N_("The end lies before the beginning."))
    person, away = Person.objects.get(id=colleague.human_id), Person.objects.get(id=viewer.human)
    dossiers = faced(viewer)
    if not dossiers:
        raise Invalid("", N_("You are not the fixed face of a household now."))
    done = [_one(viewer, dossier, person, away, starts, ends) for dossier in dossiers]
    return [public_id for public_id in done if public_id is not None]


def _one(
    viewer: Viewer, dossier: Dossier, person: Person, away: Person, starts: datetime, ends: datetime
) -> UUID | None:
    found, _reach = may.team_dossier(viewer, dossier.public_id)
    if kept_out(person.id, found, viewer.at):
        return None
    row = write(
        found,
        person,
        viewer,
        role="stand_in",
        capacity="staff",
        starts=starts,
        ends=ends,
        readers=current_members(found, viewer),
        stands_in_for=away,
    )
    touched(entries=[row.entry.public_id])
    return row.entry.public_id


def faced(viewer: Viewer) -> list[Dossier]:
    """The open dossiers of which the viewer is the fixed face now and that are not closed to them."""
    rows = Involvement.objects.filter(
        running(viewer.at),
        person_id=viewer.human,
        capacity="staff",
        role="fixed_face",
        entry__dossier__closed_at=None,
    ).values("entry__dossier_id")
    closed = Withheld.objects.filter(
        running(viewer.at), OneHuman("human_id", [viewer.human], viewer.at), entry=None, person=None
    ).values("dossier_id")
    found = Dossier.objects.filter(id__in=rows).exclude(id__in=closed)
    return list(found.order_by("opened_at", "public_id"))
