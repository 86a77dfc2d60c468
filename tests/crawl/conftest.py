"""The generated world at its last moment, and whether all of it is fetched or a seeded sample."""

import os
import random
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.conf import settings

from tests.world.build import NOW
from tests.world.fixture import world as world
from tests.world.oracle import Watcher


@pytest.fixture(scope="session")
def full() -> bool:
    """All of it (`./naast crawl --full`), or each viewer's own and a sample of everything else."""
    return os.environ.get("NAAST_CRAWL") == "full"


@pytest.fixture
def some_watchers(request: pytest.FixtureRequest) -> Callable[[list[Watcher]], list[Watcher]]:
    """Half of them, others in every run (the seed that pytest prints chooses); all of them in `./naast crawl`."""
    if "NAAST_CRAWL" in os.environ:
        return list
    seed = request.config.getoption("randomly_seed", 0)
    return lambda watchers: random.Random(seed).sample(watchers, (len(watchers) + 1) // 2)


@pytest.fixture(autouse=True)
def _at_the_last_moment() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


ON_BOTH = {"test_addresses.py", "test_queries.py"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The walk takes minutes and is the same on both databases: the tests take it on SQLite, which has the filter
    alone; `./naast crawl --postgres` on the other. Queries are counted on PostgreSQL, for which they are promised."""
    if os.environ.get("NAAST_CRAWL"):
        return
    postgres = "postgresql" in settings.DATABASES["default"]["ENGINE"]
    for item in items:
        if "crawl" in item.path.parts and postgres != (item.path.name == "test_queries.py"):
            where = "SQLite; ./naast crawl --postgres walks here" if postgres else "PostgreSQL"
            item.add_marker(pytest.mark.skip(reason=f"taken on {where}"))
