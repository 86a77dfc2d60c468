"""The generated world at its last moment, and whether all of it is fetched or a seeded sample."""

import os
from collections.abc import Iterator

import pytest
import time_machine
from django.conf import settings

from tests.world.build import NOW
from tests.world.fixture import world as world


@pytest.fixture(scope="session")
def full() -> bool:
    """All of it (`./naast crawl --full`), or each viewer's own and a sample of everything else."""
    return os.environ.get("NAAST_CRAWL") == "full"


@pytest.fixture(autouse=True)
def _at_the_last_moment() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The walk takes minutes and is the same on both databases: the tests take it on SQLite, which has the filter
    alone; `./naast crawl --postgres` on the other."""
    if os.environ.get("NAAST_CRAWL") or "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        return
    for item in items:
        if "crawl" in item.path.parts and item.path.name != "test_addresses.py":
            item.add_marker(pytest.mark.skip(reason="walked on SQLite; ./naast crawl --postgres walks here"))
