"""What does not exist and what is not theirs answer alike: status, bytes, headers, number and shape of queries."""

import random
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

from tests.world.build import World
from tests.world.fixture import undone
from tests.world.oracle import Watcher

from . import fingerprint
from .addresses import CHOICES, DOSSIERS, EITHER, ENTRIES, PERSONS, UNKNOWN, Address, Arguments, all_addresses
from .crawler import ENDS_THE_SESSION, Logged, of_capacity
from .session import signed_in

pytestmark = pytest.mark.django_db


def pairs(address: Address, arguments: Arguments) -> Iterator[tuple[dict[str, object], dict[str, object]]]:
    """Arguments of which one is not theirs, and the same with an id that is nobody's."""
    facts = arguments.world.facts
    home = arguments.homes[0]
    other = arguments.rng.choice(arguments.foreign)
    stranger = next(iter(facts.living[other]))
    hidden = [told.entry for told in arguments.by_home[home] if told not in arguments.mine[home]]
    theirs: dict[str, object] = {}
    foreign: dict[str, list[object]] = {}
    for name in address.arguments:
        if name in DOSSIERS:
            theirs[name], foreign[name] = facts.homes[home], [facts.homes[other]]
        elif name in ENTRIES:
            theirs[name] = arguments.rng.choice(arguments.mine[home]).entry
            foreign[name] = [arguments.rng.choice(arguments.by_home[other]).entry, *hidden[-1:]]
        elif name in PERSONS | EITHER:
            theirs[name], foreign[name] = facts.ids[arguments.watcher.human], [facts.ids[stranger]]
        elif name in CHOICES:
            theirs[name] = arguments.rng.choice(CHOICES[name])
        else:
            theirs[name] = UNKNOWN if address.arguments[name] == "UUIDConverter" else "x" * 43
    for name, values in foreign.items():
        for value in values:
            yield theirs | {name: value}, theirs | {name: UNKNOWN}


def differences(world: World, watcher: Watcher, addresses: list[Address]) -> list[str]:
    """Addresses at which this watcher could tell the two apart."""
    arguments = Arguments(world, watcher, False, random.Random(f"alike {watcher.human}"))
    found = []
    with undone():
        client = signed_in(watcher)
        for address in addresses:
            if address.name in ENDS_THE_SESSION or not address.ids or not arguments.homes:
                continue
            for existing, nothing in pairs(address, arguments):
                ids = {*map(str, existing.values()), *map(str, nothing.values())}
                for post in (False, True):
                    with undone():
                        one = fingerprint.of(client, address.path(**existing), ids, post=post)
                    with undone():
                        other = fingerprint.of(client, address.path(**nothing), ids, post=post)
                    if what := fingerprint.difference(one, other):
                        verb = "POST" if post else "GET"
                        found.append(f"{watcher.capacity} {verb} {address.name} {existing}: {what}")
    return found


@pytest.mark.parametrize("capacity", ["staff", "resident", "partner"])
def test_missing_and_forbidden_answer_alike(world: World, full: bool, capacity: str) -> None:
    found = []
    with Logged():
        for watcher in of_capacity(world, capacity)[3 : None if full else 5]:
            found += differences(world, watcher, all_addresses())
    assert found == [], "\n" + "\n".join(found)


def test_a_difference_in_status_is_noticed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.urls import clear_url_caches, path

    from naast.records.models import Dossier
    from naast.urls import urlpatterns

    def view(request: HttpRequest, dossier: object) -> HttpResponse:
        from naast.access.doors import upkeep

        with upkeep():
            there = Dossier.objects.filter(public_id=dossier).exists()
        return HttpResponseForbidden("") if there else HttpResponse("", status=404)

    urlpatterns.append(path("proef/<uuid:dossier>", view, name="trial"))
    clear_url_caches()
    try:
        watcher = of_capacity(world, "staff")[4]
        assert differences(world, watcher, [a for a in all_addresses() if a.name == "trial"])
    finally:
        urlpatterns.pop()
        clear_url_caches()
