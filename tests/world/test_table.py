"""Every relation of a viewer to an entry, by every kind of entry: read or not, written by hand (design 4.13 a)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import Viewer
from naast.actions import choice, circles, write
from naast.actions.act import Mark, _mark
from naast.records.models import (
    Circle,
    CircleRow,
    Dossier,
    Entry,
    Household,
    Kind,
    Nature,
    Person,
    SamePerson,
    Share,
    Team,
    Withheld,
)
from tests.conftest import NOW

# The columns, in this order. A kind that is added makes the first test fail until its column is written.
_KINDS = """
contact passage statement answer moment file question membership relation authority involvement contact_data
opening withholding notice situation agreement position evaluation review score factor condition appointment
supporter decision plan_part guideline paper emergency consent sharing apart oversight proposal
advice matter matter_part incident factor_view
"""
KINDS = _KINDS.split()

# A row a relation, a sign a kind: + reads, . does not. By hand; what decides is the circle and never the kind.
TABLE = """
told it                                       ++++++++++++++++++++++++++++++++++++++++
was present                                   ++++++++++++++++++++++++++++++++++++++++
is named in it, in the circle                 ++++++++++++++++++++++++++++++++++++++++
is named in it, not in the circle             ........................................
was chosen                                    ++++++++++++++++++++++++++++++++++++++++
was not chosen                                ........................................
chosen as a parent with authority, child 11   ++++++++++++++++++++++++++++++++++++++++
chosen as a parent with authority, child 15   ++++++++++++++++++++++++++++++++++++++++
parent with authority, child is 16 today      ........................................
parent whose child's age is not known         ........................................
parent without authority, not chosen          ........................................
team, running                                 ++++++++++++++++++++++++++++++++++++++++
team, ended                                   ........................................
team, from tomorrow                           ........................................
team, ends this very moment                   ........................................
team, begins this very moment                 ++++++++++++++++++++++++++++++++++++++++
stands in, running                            ++++++++++++++++++++++++++++++++++++++++
stands in, ended                              ........................................
partner, chosen, running                      ++++++++++++++++++++++++++++++++++++++++
partner, chosen, ended                        ........................................
partner, not chosen                           ........................................
chosen as a partner, looks as a resident      ........................................
in the team, looks as a resident              ........................................
resident of another dossier                   ........................................
worker of another dossier                     ........................................
joined after it was told                      ........................................
joined before it was told                     ++++++++++++++++++++++++++++++++++++++++
shared, running                               ++++++++++++++++++++++++++++++++++++++++
shared, expired                               ........................................
shared, from tomorrow                         ........................................
shared in another capacity                    ........................................
privacy officer, nothing told to them         ........................................
privacy officer, shared                       ++++++++++++++++++++++++++++++++++++++++
privacy officer, also of the team             ........................................
privacy officer, shared, kept from them       ........................................
chosen, and the entry is withheld             ........................................
shared, and the entry is withheld             ........................................
team, and the dossier is withheld             ........................................
chosen, and a person in it is withheld        ........................................
chosen, and was withheld until today          ++++++++++++++++++++++++++++++++++++++++
chosen, and withheld from tomorrow            ++++++++++++++++++++++++++++++++++++++++
told it, and withheld from the teller         ........................................
withheld over another account                 ........................................
team, and it is closed to their work          ........................................
partner, and it is closed to their work       ........................................
resident, and it is closed to their work      ++++++++++++++++++++++++++++++++++++++++
chosen, withheld from who they also are       ........................................
chosen, withheld from who they were           ++++++++++++++++++++++++++++++++++++++++
chosen, withheld from who they will be        ++++++++++++++++++++++++++++++++++++++++
chosen, who is in it is withheld as another   ........................................
team, closed to who they also are             ........................................
resident, work closed to who they also are    ++++++++++++++++++++++++++++++++++++++++
is the same person as who was chosen          ........................................
has died, was chosen before                   ........................................
"""
ROWS = [(line[:46].strip(), line[46:].strip()) for line in TABLE.strip().splitlines()]
DAY = timedelta(days=1)


class Scene:
    """One dossier, one entry told by somebody about somebody, and one viewer in one relation to it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        team = Team.objects.create(name="Team", municipality="Voorbeeldstad")
        household = Household.objects.create()
        self.dossier = Dossier.objects.create(household=household, team=team, opened_at=NOW - 30 * DAY)
        self.me, self.teller, self.about = (
            Person.objects.create(call_name=name) for name in ("Ik", "Een", "Twee")
        )
        self.capacity = "resident"

    def child(self, years: int | None) -> Person:
        born = NOW.date().replace(year=NOW.year - years) if years is not None else None
        return Person.objects.create(call_name="Kind", birth_from=born, birth_to=born)

    def entry(self, circle: Circle, teller: Person | None = None) -> Entry:
        self.written = write.entry(
            self.dossier,
            write.Line(self.kind, Nature.TELLING, "woorden", circle, teller=teller or self.teller,
                       people=[("about", self.about)]),
            writer=self.teller.id,
            at=NOW - DAY,
        )  # fmt: skip
        return self.written

    def circle(self, *persons: Person, because: str = "chosen", about: tuple[Person, ...] = ()) -> Circle:
        roles = {person.id: because for person in persons}
        return choice.ensure_for(self.dossier, persons, roles, at=NOW - 2 * DAY, about=about)

    def row(self, starts: timedelta, ends: timedelta | None, *, opens: timedelta | None = None, because: str = "chosen",
            capacity: str = "resident") -> None:  # fmt: skip
        """The viewer's own row in the circle of an entry."""
        circle = self.circle(self.teller)
        CircleRow.objects.create(
            circle=circle, dossier=self.dossier, human=self.me, capacity=capacity, because=because,
            starts=NOW + starts, ends=None if ends is None else NOW + ends,
            opens_from=None if opens is None else NOW + opens,
        )  # fmt: skip
        self.entry(circle)

    def share(self, starts: timedelta, ends: timedelta | None, capacity: str = "resident") -> None:
        entry = self.entry(self.circle(self.teller))
        Share.objects.create(
            entry=entry, dossier=self.dossier, human=self.me, capacity=capacity, because="widened",
            starts=NOW + starts, ends=None if ends is None else NOW + ends,
        )  # fmt: skip

    def withhold(
        self,
        starts: timedelta = -DAY,
        ends: timedelta | None = None,
        human: Person | None = None,
        **what: object,
    ) -> None:
        Withheld.objects.create(
            human=human or self.me, dossier=self.dossier, reason="gevaar", set_by=self.teller,
            starts=NOW + starts, ends=None if ends is None else NOW + ends, **what,
        )  # fmt: skip

    def same(self, one: Person, starts: timedelta = -DAY, ends: timedelta | None = None) -> Person:
        """Another person who is the same human as this one, from and until."""
        other = Person.objects.create(call_name="Dezelfde")
        SamePerson.objects.create(
            kept=one, other=other, because="zegt ze", said_by=self.teller, starts=NOW + starts,
            ends=None if ends is None else NOW + ends,
        )  # fmt: skip
        return other

    def parent(self, years: int | None, *, chosen: bool = True) -> None:
        """In the circle by parental authority over the child it is about: closes at the sixteenth birthday."""
        child = self.child(years)
        closes = circles.Named(self.me.id, "resident", "authority", None)
        if child.birth_from is not None:
            day = child.birth_from.replace(year=child.birth_from.year + 16)
            at = timezone.make_aware(timezone.datetime(day.year, day.month, day.day))
            closes = circles.Named(self.me.id, "resident", "authority", at)
        named = [circles.Named(self.teller.id, "resident", "told")] + ([closes] if chosen else [])
        self.about = child
        self.entry(circles.ensure(self.dossier, named, with_team=True, at=NOW - 2 * DAY))

    def reads(self) -> bool:
        viewer = Viewer(None, self.me.id, self.capacity, NOW)
        with viewer_door(viewer) as reach:
            return policy.entries(reach).filter(public_id=self.written.public_id).exists()


def staff(scene: Scene, starts: timedelta, ends: timedelta | None, because: str = "team") -> None:
    scene.capacity = "staff"
    scene.row(starts, ends, because=because, capacity="staff")


def arrange(scene: Scene, relation: str) -> None:  # noqa: C901 - one branch a row of the table
    """Put the viewer in this relation to the entry."""
    me = scene.me
    match relation:
        case "told it":
            scene.entry(scene.circle(me, because="told"), teller=me)
        case "was present":
            scene.entry(scene.circle(me, because="present"))
        case "is named in it, in the circle":
            scene.about = me
            scene.entry(scene.circle(me, because="named"))
        case "is named in it, not in the circle":
            scene.about = me
            scene.entry(scene.circle(scene.teller))
        case "was chosen":
            scene.entry(scene.circle(scene.teller, me))
        case "was not chosen" | "parent without authority, not chosen" | "partner, not chosen":
            scene.capacity = "partner" if relation.startswith("partner") else "resident"
            scene.entry(scene.circle(scene.teller, scene.about))
        case "chosen as a parent with authority, child 11":
            scene.parent(11)
        case "chosen as a parent with authority, child 15":
            scene.parent(15)
        case "parent with authority, child is 16 today":
            scene.parent(16)
        case "parent whose child's age is not known":
            scene.parent(None, chosen=False)
        case "team, running":
            staff(scene, -9 * DAY, None)
        case "team, ended":
            staff(scene, -9 * DAY, -DAY)
        case "team, from tomorrow":
            staff(scene, DAY, None)
        case "team, ends this very moment":
            staff(scene, -9 * DAY, 0 * DAY)
        case "team, begins this very moment":
            staff(scene, 0 * DAY, None)
        case "stands in, running":
            staff(scene, -DAY, DAY, "stand_in")
        case "stands in, ended":
            staff(scene, -3 * DAY, -DAY, "stand_in")
        case "partner, chosen, running" | "partner, chosen, ended":
            scene.capacity = "partner"
            scene.row(-9 * DAY, DAY if relation.endswith("running") else -DAY, capacity="partner")
        case "chosen as a partner, looks as a resident":
            scene.row(-9 * DAY, None, capacity="partner")
        case "in the team, looks as a resident":
            scene.row(-9 * DAY, None, capacity="staff")
        case "resident of another dossier" | "worker of another dossier":
            scene.capacity = "staff" if relation.startswith("worker") else "resident"
            here = scene.dossier
            scene.dossier = Dossier.objects.create(
                household=here.household, team=here.team, opened_at=here.opened_at
            )
            scene.row(-9 * DAY, None, capacity=scene.capacity)
            scene.dossier = here
            scene.entry(scene.circle(scene.teller))
        case "joined after it was told":
            scene.row(-9 * DAY, None, opens=0 * DAY)
        case "joined before it was told":
            scene.row(-9 * DAY, None, opens=-2 * DAY)
        case "shared, running":
            scene.share(-DAY, DAY)
        case "shared, expired":
            scene.share(-3 * DAY, -DAY)
        case "shared, from tomorrow":
            scene.share(DAY, None)
        case "shared in another capacity":
            scene.share(-DAY, None, capacity="partner")
        case "privacy officer, nothing told to them":
            scene.capacity = "privacy"
            scene.entry(scene.circle(scene.teller, scene.about))
        case "privacy officer, shared":
            scene.share(-DAY, None, capacity="privacy")
            scene.capacity = "privacy"
        case "privacy officer, also of the team":
            staff(scene, -9 * DAY, None)
            scene.capacity = "privacy"
        case "privacy officer, shared, kept from them":
            scene.share(-DAY, None, capacity="privacy")
            scene.capacity = "privacy"
            scene.withhold(entry=scene.written)
        case "chosen, and the entry is withheld":
            scene.row(-9 * DAY, None)
            scene.withhold(entry=scene.written)
        case "shared, and the entry is withheld":
            scene.share(-DAY, None)
            scene.withhold(entry=scene.written)
        case "team, and the dossier is withheld":
            staff(scene, -9 * DAY, None)
            scene.withhold()
        case "chosen, and a person in it is withheld":
            scene.row(-9 * DAY, None)
            scene.withhold(person=scene.about)
        case "chosen, and was withheld until today":
            scene.row(-9 * DAY, None)
            scene.withhold(-3 * DAY, 0 * DAY, entry=scene.written)
        case "chosen, and withheld from tomorrow":
            scene.row(-9 * DAY, None)
            scene.withhold(DAY, entry=scene.written)
        case "told it, and withheld from the teller":
            scene.entry(scene.circle(me, because="told"), teller=me)
            scene.withhold(entry=scene.written)
        case "withheld over another account":
            scene.capacity = "partner"
            scene.row(-9 * DAY, None, capacity="partner")
            scene.withhold(entry=scene.written)
        case "team, and it is closed to their work":
            staff(scene, -9 * DAY, None)
            scene.withhold(work_only=True)
        case "partner, and it is closed to their work" | "resident, and it is closed to their work":
            scene.capacity = "partner" if relation.startswith("partner") else "resident"
            scene.row(-9 * DAY, None, capacity=scene.capacity)
            scene.withhold(work_only=True)
        case "chosen, withheld from who they also are":
            scene.row(-9 * DAY, None)
            scene.withhold(human=scene.same(me), entry=scene.written)
        case "chosen, withheld from who they were":
            scene.row(-9 * DAY, None)
            scene.withhold(human=scene.same(me, -3 * DAY, 0 * DAY), entry=scene.written)
        case "chosen, withheld from who they will be":
            scene.row(-9 * DAY, None)
            scene.withhold(human=scene.same(me, DAY), entry=scene.written)
        case "chosen, who is in it is withheld as another":
            scene.row(-9 * DAY, None)
            scene.withhold(person=scene.same(scene.about))
        case "team, closed to who they also are":
            staff(scene, -9 * DAY, None)
            scene.withhold(human=scene.same(me), work_only=True)
        case "resident, work closed to who they also are":
            scene.row(-9 * DAY, None)
            scene.withhold(human=scene.same(me), work_only=True)
        case "is the same person as who was chosen":
            scene.entry(scene.circle(scene.teller, scene.same(me)))
        case "has died, was chosen before":
            me.died_on = (NOW - 5 * DAY).date()
            me.save()
            scene.entry(scene.circle(scene.teller, me))
        case _:
            raise AssertionError(f"nobody has arranged: {relation}")


def test_the_table_has_a_column_for_every_kind() -> None:
    assert set(KINDS) == set(Kind.values)
    assert all(len(cells) == len(KINDS) for _, cells in ROWS)
    assert len({relation for relation, _ in ROWS}) == len(ROWS)


@pytest.mark.django_db
@pytest.mark.parametrize(("relation", "cells"), ROWS, ids=[relation for relation, _ in ROWS])
def test_each_cell_of_the_table_holds(relation: str, cells: str) -> None:
    found = ""
    for kind in KINDS:
        token = _mark.set(Mark())
        try:
            with upkeep():
                scene = Scene(kind)
                arrange(scene, relation)
        finally:
            _mark.reset(token)
        found += "+" if scene.reads() else "."
    assert found == cells
