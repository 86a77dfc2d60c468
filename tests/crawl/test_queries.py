"""How much every page asks of PostgreSQL: at most twelve queries, whatever the dossier holds."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.world.build import NOW, World
from tests.world.oracle import Watcher

from .addresses import Address, Arguments
from .crawler import of_capacity, walked
from .session import asked, signed_in

pytestmark = pytest.mark.django_db

MOST = 12
# Not counted, as in the tests of one page: what opens and closes a door.
UNCOUNTED = ("SAVEPOINT", "RELEASE", "SET LOCAL", "RESET")
LOOKING = {"staff": 3, "partner": 2, "resident": 3, "privacy": 1}  # of each capacity those who read most
NAMES_PEOPLE = {"staff-table-open": "aan", "staff-matter-note": "wie", "staff-matter-say": "wie"}
PATHS = 4  # of one address for one of them


@dataclass(frozen=True)
class Page:
    """One answer, and the queries behind it."""

    key: str
    path: str
    status: int
    queries: tuple[str, ...]


def fetched(client: Client, key: str, path: str) -> Page:
    """A page, once more where it asks too much: then what is kept for a process is there."""
    page = fetched_once(client, key, path)
    return page if len(page.queries) <= MOST else fetched_once(client, key, path)


def fetched_once(client: Client, key: str, path: str) -> Page:
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as found:
        answer = client.get(path)
    counted = (one["sql"] for one in found if not one["sql"].startswith(UNCOUNTED))
    return Page(key, path, answer.status_code, tuple(counted))


def pages(world: World) -> Iterator[Page]:
    """Every address for who reads most of each capacity; a resident also after the PIN."""
    rng = random.Random("queries")
    for capacity, many in LOOKING.items():
        for watcher in busiest(world, capacity)[:many]:
            for pin in (False, True) if capacity == "resident" else (False,):
                client = signed_in(watcher)
                if pin:
                    asked(client)
                arguments = Arguments(world, watcher, False, rng)
                for address in walked():
                    if arguments.serves(address):
                        own = (asked_for(path, arguments, address) for path in arguments.own(address))
                        for path in arguments.some(list(own), PATHS):
                            yield fetched(client, f"{address.name} {capacity}{' asked' if pin else ''}", path)


def asked_for(path: str, arguments: Arguments, address: Address) -> str:
    """The path, with all who live there where it is nothing without who sits at the table, or whose part it is."""
    home, name = arguments.home_of(path), NAMES_PEOPLE.get(address.name)
    if name is None or home is None:
        return path
    facts = arguments.world.facts
    people = [facts.ids[human] for human in sorted(facts.living[home])]
    return f"{path}?{urlencode({name: people}, doseq=True)}"


def busiest(world: World, capacity: str) -> list[Watcher]:
    """Who look in this capacity, who reads most first."""
    return sorted(
        of_capacity(world, capacity),
        key=lambda one: (-len(list(world.facts.readable(one, NOW))), one.human),
    )


def most_asked(found: Iterator[Page]) -> dict[str, Page]:
    """Of every address and capacity the page that asks most; what is missing is no page."""
    most: dict[str, Page] = {}
    for page in (page for page in found if page.status == 200):
        if page.key not in most or len(page.queries) > len(most[page.key].queries):
            most[page.key] = page
    return most


def table(most: dict[str, Page]) -> str:
    """For who reads the output: pages by the number of queries."""
    rows = sorted(most.values(), key=lambda page: (-len(page.queries), page.key))
    return "\n".join(f"{len(page.queries):3} {page.status} {page.key:40} {page.path}" for page in rows)


def test_no_page_asks_more_than_twelve_queries(world: World) -> None:
    most = most_asked(pages(world))
    print(table(most))  # noqa: T201  # pytest shows it with -s, and where it fails
    assert {key: len(page.queries) for key, page in most.items() if len(page.queries) > MOST} == {}
    assert len(most) > 100
