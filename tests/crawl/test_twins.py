"""Twin worlds: with and without one entry, who is outside its circle gets the same bytes and queries (4.13 c).

`./naast crawl --full` hides one entry at a time. The tests hide several of them together: that is one walk instead of
eight, and what any of them gives away still shows. Where it does, each is hidden alone to say which it was.
"""

import os
import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db.models import Q

from naast.access import policy
from tests.world.build import World
from tests.world.emergency import FIRST
from tests.world.fixture import undone
from tests.world.oracle import Watcher

from . import fingerprint
from .addresses import Arguments
from .crawler import Logged, walked
from .session import asked, signed_in
from .twins import (
    CHANGES_WHO_IS_WHO,
    HIDDEN,
    HOME,
    KEPT_FROM_A_VIEWER,
    NOT_OPENED,
    PARTNER,
    TWINS,
    Twin,
    colleague_outside,
    looks_around,
    shared_before_its_teller_is_told,
    tell,
    told_in_confidence,
)

pytestmark = pytest.mark.django_db
TOGETHER = 8  # hidden at once
FRESH_EACH_TIME = {"staff-account-factor"}  # draws a new key of the viewer's own for the second factor
Pages = dict[str, dict[str, Any]]


def outside(world: World, one: str) -> list[Watcher]:
    """Who is not in the circle: the others of the household, their partner professional, two other workers."""
    facts = world.facts
    team = {human for human, _ in facts.team[HOME]}
    residents = [
        w for w in facts.watchers if w.human in facts.living[HOME] - {one} and w.capacity == "resident"
    ]
    partners = [w for w in facts.watchers if w.human == PARTNER]
    workers = [w for w in facts.watchers if w.capacity == "staff" and w.human not in team]
    colleague = next(w for w in workers if w.human == colleague_outside(world))
    return [*residents[:2], *partners, workers[0], colleague]


def pages(world: World, watcher: Watcher, *, behind_the_pin: bool = False, also: Sequence[str] = ()) -> Pages:
    """Fingerprints of all their own pages, and `also`; a professional searches for the hidden word as well."""
    arguments = Arguments(world, watcher, False, random.Random(f"twin {watcher.human}"))
    most = 3 if HOME in arguments.homes else 1  # of each address
    paths = [
        path
        for address in walked()
        if address.name not in FRESH_EACH_TIME
        for path in list(arguments.own(address))[:most]
    ]
    paths += [f"/zoeken?q={HIDDEN}", *also]
    client = signed_in(watcher)
    if behind_the_pin:
        asked(client)
    return {path: fingerprint.of(client, path) for path in paths}


def without(world: World, watcher: Watcher, behind_the_pin: bool, seen: dict[Any, Pages]) -> Pages:
    """The pages of the world without the entry: they are the same for every twin of one world."""
    key = (id(world), watcher.human, watcher.capacity, behind_the_pin)
    if key not in seen:
        with undone():
            seen[key] = pages(world, watcher, behind_the_pin=behind_the_pin)
    return seen[key]


SEEN: dict[Any, Pages] = {}


def differences(
    world: World, twins: Sequence[Twin], seen: dict[Any, Pages], watchers: list[Watcher] | None = None
) -> Iterator[str]:
    """What who is outside can tell: each page without the entries, and with them. One resident asked behind the PIN."""
    one = world.members[HOME][0]
    fixed = world.facts.team[HOME][0][0]
    seen_by = fingerprint.without_lists if set(twins) & set(KEPT_FROM_A_VIEWER) else dict
    with undone(), Logged():
        for place, watcher in enumerate(watchers or outside(world, one)):
            pin = place == 0 and watcher.capacity == "resident"
            before = without(world, watcher, pin, seen)
            with undone():
                # before the pages are fetched: a share or a withholding of later would have yet to begin
                at, world.at = world.at, world.at - timedelta(hours=2)
                for twin in twins:
                    twin(world, fixed, one)
                world.at = at
                with_them = pages(world, watcher, behind_the_pin=pin)
            for path, page in before.items():
                if what := fingerprint.difference(seen_by(page), seen_by(with_them[path])):
                    yield f"{watcher.human} as {watcher.capacity} {path}: {what}"


def hidden_together() -> list[list[Twin]]:
    """The twins as the walk takes them. Apart stays what would change what another one does, or how pages compare."""
    apart = [*KEPT_FROM_A_VIEWER, *CHANGES_WHO_IS_WHO]
    rest = [twin for twin in TWINS if twin not in apart]
    most = 1 if os.environ.get("NAAST_CRAWL") == "full" else TOGETHER
    return [[twin] for twin in TWINS if twin in apart] + [
        rest[at : at + most] for at in range(0, len(rest), most)
    ]


@pytest.mark.parametrize("twins", hidden_together(), ids=lambda twins: twins[0].__name__)
def test_who_is_outside_the_circle_can_not_tell_the_worlds_apart(world: World, twins: list[Twin]) -> None:
    """Each seen red: with `policy._readable` letting everything through; the draft with `policy.drafts` giving
    everybody's; the shares with `reach._one` reading the shares of every human, and the colleague and the person kept
    away with `reach._withheld` reading what is withheld from every human. What is withheld along: with the act leaving
    `also` out; the moment of a held text: with `kept_along.keep` keeping nothing; the newer letter: in a wider circle.
    Paper, consents, emergency readings and shares outside the circle: with their kind alone let through in the dossier.
    """
    if not any(differences(world, twins, SEEN)):
        return
    alone = {twin.__name__: list(differences(world, [twin], SEEN)) for twin in twins}
    told = [f"{name}: {line}" for name, lines in alone.items() for line in lines]
    pytest.fail("\n" + "\n".join(told or ["only together: hide fewer of them"]))


def test_a_duty_worker_can_not_tell_whether_there_is_more_than_was_opened(world: World) -> None:
    duty = [watcher for watcher in world.facts.watchers if watcher.human == FIRST]
    found = list(differences(world, NOT_OPENED, SEEN, duty))
    assert found == [], "\n" + "\n".join(found)


def told_apart_by_the_teller(world: World) -> list[str]:
    """What who told something sees otherwise when it was shared and they are not told yet; behind the PIN and not.

    The partner professional looks around in both worlds, at what they may read anyway. The page of who looked asks
    which of all entries in those lines its viewer reads: that list is longer, as by whatever a worker looks at.
    """
    one, fixed = world.members[HOME][0], world.facts.team[HOME][0][0]
    watcher = next(w for w in world.facts.watchers if (w.human, w.capacity) == (one, "resident"))
    found = []
    with undone(), Logged():
        at, world.at = world.at, world.at - timedelta(hours=2)
        told = tell(world, fixed, one)
        looks_around(world)
        page = [f"/mijn/stukken/{told}"]
        for pin in (True, False):
            before = pages(world, watcher, behind_the_pin=pin, also=page)
            assert before[page[0]]["status"] == (200 if pin else 404)
            with undone():
                shared_before_its_teller_is_told(world, fixed, told)
                with_it = pages(world, watcher, behind_the_pin=pin, also=page)
            found += [
                f"{path}: {what}"
                for path in before
                if (
                    what := fingerprint.difference(
                        *map(fingerprint.without_lists, (before[path], with_it[path]))
                    )
                )
            ]
        world.at = at
    return found


def test_who_told_it_can_not_tell_that_it_was_shared_before_they_are_told(world: World) -> None:
    found = told_apart_by_the_teller(world)
    assert found == [], "\n" + "\n".join(found)


def test_a_leak_tells_the_worlds_apart(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "_readable", lambda reach, id_field: Q(**{f"{id_field}__gt": 0}))
    monkeypatch.setattr(settings, "VIEWER_ROLE", settings.RULES_ROLE)
    assert next(differences(world, [told_in_confidence], {}), None)
