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
