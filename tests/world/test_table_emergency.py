"""A duty worker, by every kind of entry: before, by the first reason, by the second, and afterwards; by hand (4.10)."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import Viewer
from naast.actions import circles, emergency, write
from naast.actions.act import Invalid, Mark, _mark
from naast.actions.same_person import Sought
from naast.records.models import (
    Account,
    Agreement,
    Apart,
    ContactData,
    Emergency,
    Entry,
    Kind,
    Nature,
    Person,
    PlanPart,
    SafetyCondition,
    Withheld,
)
from naast.rules.names import search_key
from tests.conftest import NOW

from .test_table import KINDS, Scene

HOURS = timedelta(hours=1)
BORN = date(1990, 5, 6)

# The same columns as in test_table.py: + reads, . does not.
TABLE = """
before anything is opened                      ........................................
by the first reason                            .......+++++...++.....+...+.....+.......
by the first reason, it holds no longer        .......+++++...+........................
by the first reason, an hour before it ends    .......+++++...++.....+...+.....+.......
by the first reason, the moment it ends        ........................................
by the first reason, looking as a resident     ........................................
by the first reason of another duty worker     ........................................
by the second reason                           +++++++++++++..++++++++++++++.+++.++++++
by the second reason, the moment it ends       ........................................
written after the first reason                 ........................................
written after the second reason                ........................................
written after it, and asked anew               .......+++++...++.....+...+.....+.......
ended by the duty worker                       ........................................
the entry is withheld, by the second reason    ........................................
withheld during it, by the second reason       ........................................
a person in it is withheld, by the second      ........................................
withheld from who they also are, by the second ........................................
held until the team looked, by the second      ........................................
the dossier is withheld                        ........................................
the dossier is withheld during it              ........................................
"""
ROWS = [(line[:47].strip(), line[47:].strip()) for line in TABLE.strip().splitlines()]


class Duty(Scene):
    """The same scene, with somebody by whom the household can be found, and a duty worker who is in no circle of it."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.capacity = "staff"
        self.at = NOW
        self.born = BORN + timedelta(days=KINDS.index(kind))  # who lives in another scene does not fit here
        self.lives = Person.objects.create(
            call_name="Drie", family_name="Zoekman", name_key=search_key("Zoekman"), birth_from=self.born,
            birth_to=self.born,
        )  # fmt: skip
        self.worker = self.account(self.me)
        self.told("relation", self.lives)

    def account(self, human: Person) -> Account:
        return Account.objects.create(
            human=human, capacity="staff", display_name="x", email=f"{human.pk}@voorbeeld.example",
            duty_since=NOW - timedelta(days=3),
        )  # fmt: skip

    def told(self, kind: str, about: Person, ends: date | None = None) -> Entry:
        """An entry of this kind, told to its teller and the team, with what its kind must keep."""
        day = NOW.date() - timedelta(days=9)
        situation = self.written if hasattr(self, "written") else None
        kept: dict[str, tuple[Any, dict[str, Any]]] = {
            "agreement": (Agreement, {"starts": day, "ends": ends, "fallback": "anders"}),
            "apart": (
                Apart,
                {"one": self.teller, "other": about, "starts": day, "look_on": day, "ends": ends},
            ),
            "condition": (SafetyCondition, {"starts": day, "ends": ends, "set_by": "Veilig Thuis"}),
            "plan_part": (PlanPart, {"situation": situation, "sort": "call", "ends": ends}),
            "contact_data": (ContactData, {"person": about, "type": "phone", "value": "0612345678"}),
            "emergency": (Emergency, {"starts": NOW - HOURS, "ends": NOW + HOURS}),
        }
        self.written = write.entry(
            self.dossier,
            write.Line(kind, Nature.TELLING, "woorden", circles.team(self.dossier, NOW - timedelta(days=2)),
                       teller=self.teller, people=[("about", about)], of_kind=kept.get(kind)),
            writer=self.teller.id,
            at=self.at,
        )  # fmt: skip
        return self.written

    def viewer(self, account: Account | None = None) -> Viewer:
        used = account or self.worker
        return Viewer(used.pk, used.human_id, self.capacity, self.at)

    def opens(self, account: Account | None = None) -> None:
        emergency.open_household(
            viewer=self.viewer(account),
            reason="Zij belt, hij is boos",
            sought=Sought("", "Zoekman", self.born),
        )

    def rest(self) -> None:
        reason = "De politie vraagt ernaar"
        emergency.open_rest(viewer=self.viewer(), dossier=self.dossier.public_id, reason=reason)

    def reads(self) -> bool:
        with viewer_door(self.viewer()) as reach:
            return policy.entries(reach).filter(public_id=self.written.public_id).exists()


def behind(what: Callable[[], Any]) -> Any:
    """Set up a row as the acts would."""
    token = _mark.set(Mark())
    try:
        with upkeep():
            return what()
    finally:
        _mark.reset(token)


def arrange(scene: Duty, relation: str) -> None:  # noqa: C901 - one branch a row of the table
    """Put the duty worker in this relation to the entry; hours pass, no act is in the same moment as another."""
    tells = lambda **more: behind(lambda: scene.told(scene.kind, scene.about, **more))  # noqa: E731
    keep = lambda **what: behind(lambda: scene.withhold(**what))  # noqa: E731
    if not relation.startswith("written after"):
        tells(ends=NOW.date() if "no longer" in relation else None)
    match relation:
        case "before anything is opened":
            pass
        case "by the first reason" | "by the first reason, it holds no longer":
            scene.opens()
        case "by the first reason, an hour before it ends":
            scene.opens()
            scene.at += 7 * HOURS
        case "by the first reason, the moment it ends":
            scene.opens()
            scene.at += 8 * HOURS
        case "by the first reason, looking as a resident":
            scene.opens()
            scene.capacity = "resident"
        case "by the first reason of another duty worker":
            other = behind(lambda: scene.account(Person.objects.create(call_name="Ander", professional=True)))
            scene.opens(other)
        case "by the second reason":
            scene.opens()
            scene.rest()
        case "by the second reason, the moment it ends":
            scene.opens()
            scene.at += 7 * HOURS
            scene.rest()  # a late second reason is no longer open than the first
            scene.at += HOURS
        case "written after the first reason" | "written after it, and asked anew":
            scene.opens()
            scene.at += HOURS
            tells()
            if relation.endswith("anew"):
                scene.opens()
        case "written after the second reason":
            scene.opens()
            scene.rest()
            scene.at += HOURS
            tells()
        case "ended by the duty worker":
            scene.opens()
            scene.rest()
            scene.at += HOURS
            reading = behind(lambda: Emergency.objects.get(entry__writer=scene.me, first=None).entry)
            emergency.end(viewer=scene.viewer(), dossier=scene.dossier.public_id, reading=reading.public_id)
        case "the entry is withheld, by the second reason":
            keep(entry=scene.written)
            scene.opens()
            scene.rest()
        case "withheld during it, by the second reason":
            scene.opens()
            scene.rest()
            keep(entry=scene.written)
        case "a person in it is withheld, by the second":
            keep(person=scene.about)
            scene.opens()
            scene.rest()
        case "withheld from who they also are, by the second":
            other = behind(lambda: scene.same(scene.me))
            keep(entry=scene.written, human=other)
            scene.opens()
            scene.rest()
        case "held until the team looked, by the second":
            behind(lambda: _held(scene))
            scene.opens()
            scene.rest()
        case "the dossier is withheld":
            keep()
            with pytest.raises(Invalid):
                scene.opens()
        case "the dossier is withheld during it":
            scene.opens()
            scene.rest()
            keep()
        case _:
            raise AssertionError(f"nobody has arranged: {relation}")


def _held(scene: Duty) -> None:
    """The address guard holds it back from somebody else until the team looks."""
    Withheld.objects.create(
        human=scene.about, dossier=scene.dossier, entry=scene.written, reason="", silent=True,
        set_by=scene.teller, starts=NOW - HOURS,
    )  # fmt: skip


def test_the_table_has_a_column_for_every_kind() -> None:
    assert set(KINDS) == set(Kind.values)
    assert all(len(cells) == len(KINDS) for _, cells in ROWS)
    assert len({relation for relation, _ in ROWS}) == len(ROWS)


@pytest.mark.django_db
@pytest.mark.parametrize(("relation", "cells"), ROWS, ids=[relation for relation, _ in ROWS])
def test_each_cell_of_the_table_of_a_duty_worker_holds(relation: str, cells: str) -> None:
    found = ""
    for kind in KINDS:
        scene = behind(partial(Duty, kind))
        arrange(scene, relation)
        found += "+" if scene.reads() else "."
    assert found == cells
