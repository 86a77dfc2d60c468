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

from .addresses import ENTRIES, Address, Arguments
from .crawler import of_capacity, walked
from .session import asked, signed_in

pytestmark = pytest.mark.django_db

MOST = 12
# Not counted, as in the tests of one page: what opens and closes a door.
UNCOUNTED = ("SAVEPOINT", "RELEASE", "SET LOCAL", "RESET")
LOOKING = {"staff": 3, "partner": 2, "resident": 3}  # of each capacity those who read most
PATHS = 4  # of one address for one of them

# Pages that ask more than that still, and how many: a debt, in which no number may grow, and from which is taken out
# what is paid. An entry is looked up through a wide door first, since one that is narrowed by it would ask otherwise
# where a hidden entry is in a dossier of theirs; what a page holds unasked takes two queries (access/at_home.py). The
# calendar feed counts a try at its secret before it looks, and no person waits for it.
MORE = {
    "portal-answer resident": 15,
    "portal-correct resident": 14,
    "portal-appointments resident": 13,
    "portal-entry resident": 16,
    "portal-entry resident asked": 13,
    "portal-more resident": 15,
    "portal-plan resident": 13,
    "portal-plan-card resident": 13,
    "portal-plan-children resident": 13,
    "portal-plan-paper resident": 13,
    "portal-plan-pdf resident": 13,
    "portal-scores resident": 13,
    "portal-story resident": 13,
    "staff-calendar-feed staff": 13,
    "staff-entry staff": 13,
    "staff-household staff": 13,
    "staff-today staff": 16,
}


@dataclass(frozen=True)
class Page:
    """One answer, and the queries behind it."""

    key: str
    path: str
    status: int
    queries: tuple[str, ...]


def fetched(client: Client, key: str, path: str) -> Page:
    """A page that was fetched once before, so that what is kept for a process is there."""
    client.get(path)
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
    """The path, with all who live there where it is nothing without who sits at the table."""
    home = arguments.home_of(path)
    if address.name != "staff-table-open" or home is None:
        return path
    facts = arguments.world.facts
    seated = [facts.ids[human] for human in sorted(facts.living[home])]
    return f"{path}?{urlencode({'aan': seated}, doseq=True)}"


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
    asked = {key: len(page.queries) for key, page in most.items()}
    assert {key: number for key, number in asked.items() if number > MORE.get(key, MOST)} == {}
    always = {key: number for key, number in MORE.items() if not of_an_entry(key)}
    assert {key: asked[key] for key in always} == always, "paid: take it out, or write down what is left"


def of_an_entry(key: str) -> bool:
    """Is this the page of one entry? Which of those are fetched changes with the world, and so does what they ask."""
    name = key.split()[0]
    return any(ENTRIES & set(one.arguments) for one in walked() if one.name == name)


@pytest.mark.parametrize("key", sorted(MORE))
def test_a_debt_is_of_a_page_that_there_is(key: str) -> None:
    assert key.split()[0] in {address.name for address in walked()}
