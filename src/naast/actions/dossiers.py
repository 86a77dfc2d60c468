"""Opening a household: persons, memberships, relations, authority, addresses, and the fixed face."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naast.access import policy
from naast.access.reach import Within, reach_of, runs_on
from naast.access.viewer import Viewer
from naast.records.fields import look_up_hash
from naast.records.models import (
    Account,
    Authority,
    Circle,
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

from . import choice, circles, guarded, involvements, may
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
    account = own_account(viewer)
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


def own_account(viewer: Viewer) -> Account | None:
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
    dossier: Dossier,
    person: Person,
    viewer: Viewer,
    *,
    kind: str,
    value: str,
    guarded: bool,
    circle: Circle | None = None,
) -> UUID:
    """One address, phone, school ...: `guarded` makes the address guard look for it in every text. Read by whose it is
    and the team, or in another `circle`."""
    row = entry(
        dossier,
        Line(
            Kind.CONTACT_DATA,
            Nature.FACT,
            "",
            circle or choice.ensure_for(dossier, [person], {person.id: "self"}, at=viewer.at),
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
