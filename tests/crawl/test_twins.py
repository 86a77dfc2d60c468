"""Twin worlds: with and without one entry, who is outside its circle gets the same bytes and queries (4.13 c)."""

import random
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db.models import Q

from naast.access import policy
from naast.actions import dossiers, drafts, entries, involvements, openings, plan, positions
from naast.actions.choice import Choice
from naast.actions.dossiers import NewPerson
from tests.world.build import NOW, World
from tests.world.fixture import undone
from tests.world.oracle import Watcher

from . import fingerprint
from .addresses import Arguments, all_addresses
from .crawler import ENDS_THE_SESSION, Logged
from .session import signed_in

pytestmark = pytest.mark.django_db
HOME = "home15"  # three residents or more, a partner, a plan; nothing withheld
FRESH_EACH_TIME = {"staff-account-factor"}  # draws a new key of the viewer's own for the second factor
Twin = Callable[[World, str, str], None]


def tell(world: World, fixed: str, one: str, *, readers: tuple[UUID, ...] = ()) -> UUID:
    return entries.tell_talk(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[HOME],
        talk=entries.Talk("phone", entries.Happened()),
        passages=[
            entries.Passage(
                "Dit vertel ik alleen aan jou.", "telling", Choice(readers), teller=world.facts.ids[one]
            )
        ],
    )[1]


def told_in_confidence(world: World, fixed: str, one: str) -> None:
    tell(world, fixed, one)


def withheld_from_all_others(world: World, fixed: str, one: str) -> None:
    others = [world.facts.ids[human] for human in world.facts.living[HOME] if human != one]
    told = tell(world, fixed, one, readers=tuple(others))
    for human in others:
        openings.withhold(
            viewer=world.viewer(fixed, "staff"),
            dossier=world.facts.homes[HOME],
            human=human,
            reason="gevaar",
            entry=told,
        )


def opened_further_to_the_teller_only(world: World, fixed: str, one: str) -> None:
    told = tell(world, fixed, fixed)
    openings.open_for_safety(
        viewer=world.viewer(fixed, "staff"),
        entry=told,
        readers=[world.facts.ids[one]],
        reason="veiligheid",
        told_first=True,
    )


def agreed_in_confidence(world: World, fixed: str, one: str) -> None:
    viewer = world.viewer(fixed, "staff")
    ids = (world.facts.ids[one],)
    terms = plan.Terms("Ik bel.", viewer.at.date(), "Dan ga ik weg.", does=ids, watches=ids)
    agreement = plan.add_agreement(viewer=viewer, dossier=world.facts.homes[HOME], terms=terms)
    positions.take_position(viewer=world.viewer(one, "resident"), agreement=agreement, stance="agrees")


def another_opinion_in_confidence(world: World, fixed: str, one: str) -> None:
    shared = next(
        told
        for told in world.facts.told
        if told.home == HOME and told.kind == "agreement" and one in told.names and len(told.names) > 2
    )
    positions.take_position(
        viewer=world.viewer(one, "resident"), agreement=shared.entry, stance="partly", words="Eigenlijk niet."
    )


def a_secret_address(world: World, fixed: str, one: str) -> None:
    dossiers.note_contact_data(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[HOME],
        person=world.facts.ids[one],
        kind="street",
        value="Verborgenpad 3",
        guarded=True,
    )


def somebody_who_matters_to_the_team(world: World, fixed: str, one: str) -> None:
    dossiers.add_person(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[HOME],
        person=NewPerson("x", "Verborgene"),
    )


def a_draft(world: World, fixed: str, one: str) -> None:
    viewer = world.viewer(one, "resident")
    drafts.save_draft(viewer=viewer, form="tell", fields={"words": "Ik"}, dossier=world.facts.homes[HOME])


def a_partner_whom_only_one_knows(world: World, fixed: str, one: str) -> None:
    viewer = world.viewer(fixed, "staff")
    involvements.add_partner(
        viewer=viewer,
        dossier=world.facts.homes[HOME],
        account=world.accounts["partner0", "partner"].public_id,
        organisation="praktijk",
        ground="huisarts",
        readers=[world.facts.ids[one]],
        starts=viewer.at,
        ends=NOW.replace(year=2027),
    )


TWINS: list[Twin] = [
    told_in_confidence,
    withheld_from_all_others,
    opened_further_to_the_teller_only,
    agreed_in_confidence,
    another_opinion_in_confidence,
    a_secret_address,
    somebody_who_matters_to_the_team,
    a_draft,
    a_partner_whom_only_one_knows,
]


def outside(world: World, one: str) -> list[Watcher]:
    """Who is not in the circle: the others of the household, their partner professional, another worker."""
    facts = world.facts
    team = {human for human, _ in facts.team[HOME]}
    residents = [
        w for w in facts.watchers if w.human in facts.living[HOME] - {one} and w.capacity == "resident"
    ]
    partners = [w for w in facts.watchers if w.human == "partner5"]
    workers = [w for w in facts.watchers if w.capacity == "staff" and w.human not in team]
    return [*residents[:2], *partners, workers[0]]


def pages(world: World, watcher: Watcher) -> dict[str, dict[str, Any]]:
    """Fingerprints of all their own pages."""
    arguments = Arguments(world, watcher, False, random.Random(f"twin {watcher.human}"))
    paths = [
        path
        for address in all_addresses()
        if address.name not in ENDS_THE_SESSION | FRESH_EACH_TIME
        for path in list(arguments.own(address))[:4]
    ]
    client = signed_in(watcher)
    return {path: fingerprint.of(client, path) for path in paths}


def differences(world: World, twin: Twin) -> list[str]:
    """What who is outside can tell: each page without the entry, and with it."""
    one = world.members[HOME][0]
    fixed = world.facts.team[HOME][0][0]
    found = []
    with undone(), Logged():
        for watcher in outside(world, one):
            with undone():
                without = pages(world, watcher)
            with undone():
                at = world.at
                twin(world, fixed, one)
                world.at = at
                with_it = pages(world, watcher)
            for path, before in without.items():
                if what := fingerprint.difference(before, with_it[path]):
                    found.append(f"{watcher.human} as {watcher.capacity} {path}: {what}")
    return found


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.__name__)
def test_who_is_outside_the_circle_can_not_tell_the_worlds_apart(world: World, twin: Twin) -> None:
    found = differences(world, twin)
    assert found == [], "\n" + "\n".join(found)


def test_a_leak_tells_the_worlds_apart(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "_readable", lambda reach, id_field: Q(**{f"{id_field}__gt": 0}))
    monkeypatch.setattr(settings, "VIEWER_ROLE", settings.RULES_ROLE)
    assert differences(world, told_in_confidence)
