"""What happens to a person: born, lost before birth, died, another name. Register facts, told by hand."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from naast.access.viewer import Viewer
from naast.records.models import (
    Authority,
    Dossier,
    Membership,
    Person,
    Relation,
)
from naast.rules.names import search_key
from naast.rules.texts import N_

from . import death, may
from .act import Invalid, act, touched
from .dossiers import (
    NewMember,
    NewPerson,
    NewRelation,
    current_members,
    take_in,
    write_contact_data,
    write_membership,
    write_relation,
)


def _unborn(viewer: Viewer, dossier: UUID, person: UUID) -> tuple[Dossier, Person]:
    found, reach = may.team_dossier(viewer, dossier)
    child = may.person_for(reach, person)
    if not child.unborn or child.died_on is not None:
        raise Invalid("", N_("This child is born already."))
    touched(persons=[child.id])
    return found, child


def _not_to_come(day: date, viewer: Viewer, field: str = "on") -> None:
    if day > viewer.today:
        raise Invalid(field, N_("This day is still to come."))


@act("note birth")
def born(
    *, viewer: Viewer, dossier: UUID, person: UUID, on: date, names: list[str], family_name: str
) -> list[UUID]:
    """The unborn person is born, and goes on as the first of these children; each other one is a new person.

    Every child has the parents and the household of the unborn one. Returns the children's public ids. Raises
    Invalid on 'on', 'names' or ''.
    """
    found, child = _unborn(viewer, dossier, person)
    given = [name.strip() for name in names if name.strip()]
    if not given:
        raise Invalid("names", N_("Fill in a name."))
    _not_to_come(on, viewer)
    child.call_name, child.family_name, child.name_key = (
        given[0][:120],
        family_name,
        search_key(family_name)[:240],
    )
    child.birth_from = child.birth_to = on
    child.unborn = False
    child.save()
    children = [child]
    for name in given[1:]:
        new = NewPerson(name, name, family_name=family_name, birth_from=on, birth_to=on)
        twin = take_in(new, viewer)
        _as(child, twin, found, viewer, on)
        children.append(twin)
    return [one.public_id for one in children]


def _as(child: Person, twin: Person, dossier: Dossier, viewer: Viewer, on: date) -> None:
    """Give a twin the household and the ties that the unborn child had."""
    household = current_members(dossier, viewer)
    if any(one.id == child.id for one in household):
        write_membership(dossier, twin, [*household, twin], viewer, NewMember("", on))
    for tie in Relation.objects.filter(entry__circle__dossier=dossier, other=child, ends=None).exclude(
        one=child
    ):
        write_relation(dossier, tie.one, twin, [*household, twin], viewer, NewRelation("", tie.type, ""))


@act("note loss")
def lost(*, viewer: Viewer, dossier: UUID, person: UUID, on: date) -> None:
    """A pregnancy ends without a living child. The person stays in the story. Raises Invalid on 'on' or ''."""
    _, child = _unborn(viewer, dossier, person)
    _not_to_come(on, viewer)
    child.died_on = on
    child.save(update_fields=["died_on"])
    Membership.objects.filter(person=child, ends=None).update(ends=on)


@act("note death")
def died(*, viewer: Viewer, dossier: UUID, person: UUID, on: date) -> None:
    """A person has died: the account and every reading right end at once, over all persons that this human is.

    Authority over children ends too. Raises Invalid on 'on' or ''.
    """
    _, reach = may.team_dossier(viewer, dossier)
    gone = may.person_for(reach, person)
    if gone.professional or gone.unborn:
        raise Invalid("", N_("This is not noted here."))
    if gone.died_on is not None:
        raise Invalid("", N_("This was noted already."))
    _not_to_come(on, viewer)
    if gone.birth_from is not None and on < gone.birth_from:
        raise Invalid("on", N_("This day lies before the birth."))
    gone.died_on = on
    gone.save(update_fields=["died_on"])
    touched(persons=[gone.id])
    death.end_all(gone, viewer.at)
    Membership.objects.filter(person=gone, ends=None).update(ends=on)
    Authority.objects.filter(Q(adult=gone) | Q(child=gone), ends=None).update(ends=on)


@act("note name")
def rename(
    *,
    viewer: Viewer,
    dossier: UUID,
    person: UUID,
    call_name: str,
    prefix: str = "",
    family_name: str = "",
    guarded: bool = False,
) -> None:
    """Another name replaces the old one everywhere but in quotes. Raises Invalid on 'call_name'.

    A guarded name is kept as secret contact data, read by the person and the team: everybody else goes on
    reading the old name, and the address guard looks for the new one.
    """
    found, reach = may.team_dossier(viewer, dossier)
    named = may.person_for(reach, person)
    if not call_name.strip():
        raise Invalid("call_name", N_("Fill in a name."))
    if named.professional:
        raise Invalid("", N_("Professionals change their name themselves, with their account."))
    touched(persons=[named.id])
    if guarded:
        value = " ".join(part for part in (call_name.strip(), prefix.strip(), family_name.strip()) if part)
        write_contact_data(found, named, viewer, kind="new_name", value=value, guarded=True)
        return
    named.call_name, named.prefix, named.family_name = call_name.strip(), prefix.strip(), family_name.strip()
    named.name_key = search_key(named.family_name)[:240]
    named.save(update_fields=["call_name", "prefix", "family_name", "name_key"])
