"""The generated world at its last moment, and whether all of it is fetched or a seeded sample."""

import os
from collections.abc import Iterator

import pytest
import time_machine

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
    """The walk itself takes minutes: `./naast crawl` runs it, the tests only see that no address is forgotten."""
    if os.environ.get("NAAST_CRAWL"):
        return
    for item in items:
        if "crawl" in item.path.parts and item.path.name != "test_addresses.py":
            item.add_marker(pytest.mark.skip(reason="run by ./naast crawl"))
