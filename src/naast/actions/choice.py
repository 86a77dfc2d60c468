"""The circle that a person chose for an entry, turned into a circle row by row, each with its because."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.access import kept
from naast.access.reach import Reach, running
from naast.access.readers import humans_of
from naast.records.models import Authority, Circle, Dossier, Entry, Involvement, Person
from naast.rules.ages import SELF_DECIDES_AT, birthday
from naast.rules.roles import BESIDE

from . import circles, may
from .act import Invalid
from .write import ZONE


@dataclass(frozen=True, slots=True)
class Choice:
    """Who may read, besides the team: public ids of persons the chooser knows of.

    `how` says who chose and how it was asked (teller_chose, child_picked, worker_chose, proposed);
    `ground` why a parent with authority does not read, or another reason worth keeping.
    """

    readers: tuple[UUID, ...] = ()
    how: str = "proposed"
    ground: str = ""
    # readers who read because of a role in the entry itself, by public id: told, present, named, picked
    because: dict[UUID, str] = field(default_factory=dict)


def circle_of(
    dossier: Dossier,
    reach: Reach,
    choice: Choice,
    *,
    at: datetime,
    teller: Person | None = None,
    present: Iterable[Person] = (),
    named: Iterable[Person] = (),
    about: Iterable[Person] = (),
) -> Circle:
    """The circle for this choice. The teller always reads what they told; the dead and unborn never read."""
    persons = may.persons_for(reach, list(choice.readers))
    roles = {p.id: "present" for p in present}
    roles |= {p.id: "named" for p in named}
    roles |= {p.id: choice.because[p.public_id] for p in persons if p.public_id in choice.because}
    if teller is not None:
        persons = [teller, *persons]
        roles[teller.id] = "told"
    return ensure_for(dossier, persons, roles, about=about, at=at)


def shared_by(
    owner: Person,
    shared_with: Choice | None,
    beside: Entry,
    dossier: Dossier,
    reach: Reach,
    *,
    at: datetime,
    unread: str,
) -> Circle:
    """The circle of what somebody says of an entry: they, the team, and whom they share it with, of who reads `beside`.

    Raises Invalid on 'shared_with' with `unread`, a message id, for anybody who does not read that entry.
    """
    persons = may.persons_for(reach, list(shared_with.readers)) if shared_with else []
    reading = {human for human, _, _ in humans_of([beside], reach)[beside.id]}
    if any(person.id not in reading for person in persons if person.id != owner.id):
        raise Invalid("shared_with", unread)
    return ensure_for(dossier, [owner, *persons], {owner.id: "told"}, at=at)


def ensure_for(
    dossier: Dossier,
    persons: Iterable[Person],
    roles: dict[int, str],
    *,
    at: datetime,
    about: Iterable[Person] = (),
) -> Circle:
    """The circle of these persons and the team; each in the capacity in which they stand here."""
    capacities = standing(dossier, at)
    children = list(about)
    rows = []
    for person in {p.id: p for p in persons}.values():
        if person.unborn or person.died_on is not None:
            continue
        capacity, ends = capacities.get(person.id, ("resident", None))
        if capacity == "staff":
            continue  # the team reads by its involvement
        because = roles.get(person.id, "chosen")
        if because == "chosen" and (closes := _authority_closes(dossier, person, children, at)):
            because, ends = "authority", closes
        rows.append(circles.Named(person.id, capacity, because, ends))
    return circles.ensure(dossier, rows, with_team=True, at=at)


def standing(dossier: Dossier, at: datetime) -> dict[int, tuple[str, datetime | None]]:
    """Who stands here as a professional: partners until their involvement ends, staff by the team."""
    rows = kept.rows(_standing, at=at, dossier=dossier.id)
    return {person: (capacity, ends) for person, capacity, ends in rows}


def _standing(at: Any, dossier: Any) -> QuerySet[Involvement, tuple[int, str, datetime | None]]:
    return (
        Involvement.objects.filter(running(at), entry__circle__dossier_id=dossier)
        .exclude(Q(capacity="resident") | Q(role__in=BESIDE))
        .values_list("person_id", "capacity", "ends")
    )


def _authority_closes(
    dossier: Dossier, adult: Person, children: list[Person], at: datetime
) -> datetime | None:
    """The moment at which reading by parental authority closes: the child's sixteenth birthday.

    None where the adult has no authority over a child whom this is about. An unknown birth date takes
    the earliest possible one, which opens least.
    """
    over = set(
        Authority.objects.filter(
            entry__circle__dossier=dossier,
            adult=adult,
            child_id__in=[c.id for c in children],
            state="yes",
            ends=None,
        ).values_list("child_id", flat=True)
    )
    days: list[date] = [
        birthday(c.birth_from, SELF_DECIDES_AT) for c in children if c.id in over and c.birth_from
    ]
    return datetime.combine(min(days), time(0), tzinfo=ZONE) if days else None
