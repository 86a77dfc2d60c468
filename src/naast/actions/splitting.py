"""A household splits, and its people come back: memberships change, and each dossier keeps what was told in it."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import Dossier, Household, Membership, Person
from naast.rules.texts import N_

from . import circles, involvements, kept_along, may, taken_along
from .act import Invalid, Refused, act, touched
from .dossiers import NewMember, current_members, own_account, write_membership


@act("split household")
def split(
    *,
    viewer: Viewer,
    dossier: UUID,
    leaving: list[UUID],
    on: date,
    purpose: str,
    secrets: bool = True,
    open_to: tuple[UUID, ...] = (),
) -> UUID:
    """Some people go on as a household of their own: memberships change, the dossier keeps its entries.

    A second dossier starts empty (but for who is in it), with the same worker as its fixed face. With `secrets` what
    is kept secret of who leaves goes along, so that it is guarded there too (taken_along.py). From whom the old dossier
    is withheld the new one is too, but for `open_to`, as is what is withheld with somebody who leaves (kept_along.py).
    Returns its public id. Raises Invalid on 'leaving'.
    """
    old, reach = may.team_dossier(viewer, dossier)
    if own_account(viewer) is None:
        raise Refused
    going = may.persons_for(reach, leaving)
    leaving_rows = may.shown_with(reach, [person.id for person in going])
    staying = [p for p in current_members(old, viewer) if p.id not in leaving_rows]
    if not going or not staying:
        raise Invalid("leaving", N_("Choose who leaves; somebody has to stay."))
    running = Membership.objects.filter(entry__circle__dossier=old, household_id=old.household_id, ends=None)
    running.filter(person__in=leaving_rows).update(ends=on)
    household = Household.objects.create()
    new = Dossier.objects.create(household=household, team=old.team, opened_at=viewer.at, split_from=old)
    circles.team(new, viewer.at)
    kept_along.in_new_dossier(old, new, leaving_rows, viewer, _open_to(open_to, reach, viewer))
    worker = Person.objects.get(id=viewer.human)
    involvements.write(
        new,
        worker,
        viewer,
        role="fixed_face",
        capacity="staff",
        starts=viewer.at,
        readers=going,
        ground=purpose,
    )
    for person in going:
        write_membership(new, person, going, viewer, NewMember("", on))
    if secrets:
        taken_along.take(old, new, going, reach, viewer)
    touched(dossier=old.id)
    return new.public_id


def _open_to(humans: tuple[UUID, ...], reach: Reach, viewer: Viewer) -> list[int]:
    """Row ids of those of these humans of whom the worker may know that something is withheld from them."""
    known = Q(professional=True) | Q(id__in=policy.persons(reach).values("id"))
    return list(Person.objects.filter(known, public_id__in=humans).values_list("id", flat=True))


@act("join again")
def join_again(*, viewer: Viewer, dossier: UUID, persons: list[UUID], on: date, secrets: bool = True) -> None:
    """People come (back) to the household; its history stays as it was.

    Where they went on as a household of their own (`split`), and this worker is in its team, their membership
    there ends on the same day, and with `secrets` what is kept secret of them comes along. Raises Invalid on 'persons'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    here = {p.id for p in current_members(found, viewer)}
    coming = [p for p in may.persons_for(reach, persons) if p.id not in here]
    if not coming:
        raise Invalid("persons", N_("Choose at least one person."))
    for apart in Dossier.objects.filter(split_from=found):
        if may.in_team(viewer, apart):
            there = Membership.objects.filter(entry__circle__dossier=apart, person__in=coming, ends=None)
            there.update(ends=on)
            if secrets:
                taken_along.take(apart, found, coming, may.reach_in(viewer, apart), viewer)
    everybody = {p.id: p for p in [*current_members(found, viewer), *coming]}
    for person in coming:
        write_membership(found, person, list(everybody.values()), viewer, NewMember("", on))
