"""Opening a household: persons, memberships, relations, authority, addresses, and the fixed face."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from naast.access import policy
from naast.access.reach import Reach, Within, reach_of, runs_on
from naast.access.viewer import Viewer
from naast.records.fields import look_up_hash
from naast.records.models import (
    Account,
    Authority,
    ContactData,
    Dossier,
    Household,
    Kind,
    Membership,
    Nature,
    Person,
    Relation,
)
from naast.rules.names import search_key
from naast.rules.texts import N_

from . import choice, circles, guarded, involvements, kept_along, may, taken_along
from .act import Invalid, Refused, act, touched
from .write import Line, entry


@dataclass(frozen=True, slots=True)
class NewPerson:
    """One person to take in. `key` is the form's own name for them; a BSN is kept sealed.

    Birth as a range: equal ends are exact, None unknown. `addresses` are (type, text) of this person only.
    """

    key: str
    call_name: str
    given_names: str = ""
    prefix: str = ""
    family_name: str = ""
    bsn: str = ""
    birth_from: date | None = None
    birth_to: date | None = None
    died_on: date | None = None
    unborn: bool = False
    secret: bool = False
    addresses: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return f"<NewPerson {self.key}>"


@dataclass(frozen=True, slots=True)
class NewMember:
    """A person in the household since a day (or unknown), for a part of the time where told."""

    key: str
    starts: date | None = None
    part_time: str = ""


@dataclass(frozen=True, slots=True)
class NewRelation:
    """`one` is <type> of `other`: parent, partner, ex_partner, sibling, grandparent, step_parent, carer, network ..."""

    one: str
    type: str
    other: str
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class NewAuthority:
    """Parental authority of one adult over one child: state yes, no or unknown; source register or told."""

    adult: str
    child: str
    state: str
    source: str = "register"
    reason: str = ""
    starts: date | None = None
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the reason


@act("open household")
def open_household(
    *,
    viewer: Viewer,
    persons: list[NewPerson],
    members: list[NewMember],
    relations: list[NewRelation] | None = None,
    authorities: list[NewAuthority] | None = None,
    purpose: str,
) -> UUID:
    """Open a dossier for a household; the worker who opens it becomes its fixed face.

    Returns the dossier's public id. Raises Invalid on 'members' (nobody in it) or 'purpose' (empty).
    """
    account = _own_account(viewer)
    if account is None or account.team_id is None:
        raise Refused
    if not members:
        raise Invalid("members", N_("Choose at least one person."))
    if not purpose.strip():
        raise Invalid("purpose", N_("Say what you need this for."))
    household = Household.objects.create()
    dossier = Dossier.objects.create(household=household, team_id=account.team_id, opened_at=viewer.at)
    touched(dossier=dossier.id)
    circles.team(dossier, viewer.at)  # what is put to the team finds its circle (actions/same_person.py)
    worker = Person.objects.get(id=viewer.human)
    people = {new.key: take_in(new, viewer) for new in persons}
    household_people = [people[m.key] for m in members]
    involvements.write(
        dossier,
        worker,
        viewer,
        role="fixed_face",
        capacity="staff",
        starts=viewer.at,
        readers=household_people,
        ground=purpose,
    )
    for member in members:
        write_membership(dossier, people[member.key], household_people, viewer, member)
    for relation in relations or []:
        write_relation(
            dossier, people[relation.one], people[relation.other], household_people, viewer, relation
        )
    for authority in authorities or []:
        write_authority(dossier, people[authority.adult], people[authority.child], viewer, authority)
    for new in persons:
        write_addresses(dossier, people[new.key], viewer, new)
    return dossier.public_id


def _own_account(viewer: Viewer) -> Account | None:
    """The worker's open account, locked: it can not be closed while a household begins with them."""
    return (
        Account.objects.select_for_update()
        .filter(id=viewer.account or 0, capacity="staff", is_active=True)
        .first()
    )


def take_in(new: NewPerson, viewer: Viewer) -> Person:
    """The person with this BSN whom this worker may know already, or a new one.

    An equal name and birth date is never taken for the same person. Somebody with this BSN in a dossier that the
    worker can not read becomes a person of their own here: taking over that row (its call name, a later name)
    would tell that they are known elsewhere. Whether they are one is asked there (actions/same_person.py).
    """
    hashed = look_up_hash(new.bsn, "bsn") if new.bsn else None
    if hashed:
        reach = reach_of(viewer, Within())
        known = policy.persons(reach).filter(bsn_hash=hashed).order_by("public_id").first()
        if known is not None:
            return known
    return Person.objects.create(
        bsn=new.bsn,
        bsn_hash=hashed,
        given_names=new.given_names,
        prefix=new.prefix,
        family_name=new.family_name,
        call_name=(new.call_name or (new.given_names.split() or [""])[0])[:120],
        name_key=search_key(new.family_name)[:240],
        birth_from=new.birth_from,
        birth_to=new.birth_to,
        died_on=new.died_on,
        unborn=new.unborn,
    )


def write_membership(
    dossier: Dossier, person: Person, readers: list[Person], viewer: Viewer, new: NewMember
) -> None:
    """The person belongs to the household: read by everybody in it and the team."""
    circle = choice.ensure_for(dossier, readers, {}, at=viewer.at)
    entry(
        dossier,
        Line(
            Kind.MEMBERSHIP,
            Nature.FACT,
            "",
            circle,
            people=[("about", person)],
            of_kind=(
                Membership,
                {
                    "household_id": dossier.household_id,
                    "person": person,
                    "starts": new.starts,
                    "part_time": new.part_time,
                },
            ),
        ),
        writer=viewer.human,
        at=viewer.at,
    )


def write_relation(
    dossier: Dossier,
    one: Person,
    other: Person,
    household: list[Person],
    viewer: Viewer,
    new: NewRelation,
) -> None:
    """A tie within the household is read by the household, one to outside by the two of them; and the team."""
    inside = {p.id for p in household}
    readers = household if {one.id, other.id} <= inside else [one, other]
    entry(
        dossier,
        Line(
            Kind.RELATION,
            Nature.FACT,
            "",
            choice.ensure_for(dossier, readers, {}, at=viewer.at),
            people=[("about", one), ("about", other)],
            of_kind=(
                Relation,
                {"one": one, "other": other, "type": new.type, "starts": new.starts, "ends": new.ends},
            ),
        ),
        writer=viewer.human,
        at=viewer.at,
    )


def write_authority(
    dossier: Dossier, adult: Person, child: Person, viewer: Viewer, new: NewAuthority
) -> None:
    """Parental authority per adult-child pair: read by that adult and the team."""
    guarded.write(
        dossier,
        Line(
            Kind.AUTHORITY,
            Nature.FACT,
            "",
            choice.ensure_for(dossier, [adult], {}, at=viewer.at),
            people=[("about", adult), ("about", child)],
            of_kind=(
                Authority,
                {
                    "adult": adult,
                    "child": child,
                    "state": new.state,
                    "source": new.source,
                    "reason": new.reason,
                    "starts": new.starts,
                },
            ),
        ),
        reach=may.reach_in(viewer, dossier),
        viewer=viewer,
        guard_seen=new.guard_seen,
    )


def write_addresses(dossier: Dossier, person: Person, viewer: Viewer, new: NewPerson) -> None:
    """Contact data of one person, read by that person and the team; guarded where the register says secret."""
    for kind, text in new.addresses:
        write_contact_data(dossier, person, viewer, kind=kind, value=text, guarded=new.secret)


def write_contact_data(
    dossier: Dossier, person: Person, viewer: Viewer, *, kind: str, value: str, guarded: bool
) -> UUID:
    """One address, phone, school ...: `guarded` makes the address guard look for it in every text."""
    row = entry(
        dossier,
        Line(
            Kind.CONTACT_DATA,
            Nature.FACT,
            "",
            choice.ensure_for(dossier, [person], {person.id: "self"}, at=viewer.at),
            people=[("about", person)],
            of_kind=(ContactData, {"person": person, "type": kind, "value": value, "guarded": guarded}),
        ),
        writer=viewer.human,
        at=viewer.at,
    )
    return row.public_id


@act("note contact data")
def note_contact_data(
    *, viewer: Viewer, dossier: UUID, person: UUID, kind: str, value: str, guarded: bool
) -> UUID:
    """Note an address, phone, school ... of one person. Raises Invalid on 'value'."""
    found, reach = may.team_dossier(viewer, dossier)
    if not value.strip():
        raise Invalid("value", N_("Fill in what it is."))
    return write_contact_data(
        found, may.person_for(reach, person), viewer, kind=kind, value=value.strip(), guarded=guarded
    )


@act("add person")
def add_person(
    *,
    viewer: Viewer,
    dossier: UUID,
    person: NewPerson,
    relation: tuple[str, UUID] | None = None,
    member: bool = False,
    starts: date | None = None,
) -> UUID:
    """Add a person by hand or from the register: to the household, or as network by a relation.

    Returns the person's public id. Raises Invalid on 'call_name'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    if not (person.call_name or person.given_names).strip():
        raise Invalid("call_name", N_("Fill in a name."))
    added = take_in(person, viewer)
    household = current_members(found, viewer)
    if member and any(one.id == added.id for one in household):
        raise Invalid("", N_("Somebody of this name is in the household already."))
    if member:
        write_membership(found, added, [*household, added], viewer, NewMember(person.key, starts))
    if relation is not None:
        other = may.person_for(reach, relation[1])
        inside = [*household, added] if member else household
        write_relation(found, added, other, inside, viewer, NewRelation(person.key, relation[0], "", starts))
    if not member and relation is None:
        write_network(found, added, viewer)
    write_addresses(found, added, viewer, person)
    return added.public_id


def write_network(dossier: Dossier, person: Person, viewer: Viewer) -> None:
    """Somebody who matters, without a tie that was told yet: known to the team."""
    entry(
        dossier,
        Line(
            Kind.RELATION,
            Nature.FACT,
            "",
            circles.team(dossier, viewer.at),
            people=[("about", person)],
            of_kind=(Relation, {"one": person, "other": person, "type": "network"}),
        ),
        writer=viewer.human,
        at=viewer.at,
    )


def current_members(dossier: Dossier, viewer: Viewer) -> list[Person]:
    """Everybody with a running membership of the dossier's household."""
    today = viewer.today
    rows = Membership.objects.filter(
        entry__circle__dossier=dossier, household_id=dossier.household_id
    ).select_related("person")
    return [row.person for row in rows if runs_on(row, today)]


@act("end membership")
def end_membership(*, viewer: Viewer, membership: UUID, on: date) -> None:
    """A person is no longer in the household from `on`. An interval may be closed in place; words may not."""
    row, dossier, _ = may.entry_for(viewer, membership)
    if not may.in_team(viewer, dossier) or row.kind != Kind.MEMBERSHIP:
        raise Refused
    starts = row.membership.starts
    if starts is not None and on < starts:
        raise Invalid("on", N_("The end lies before the beginning."))
    Membership.objects.filter(entry=row).update(ends=on)


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
    if _own_account(viewer) is None:
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
