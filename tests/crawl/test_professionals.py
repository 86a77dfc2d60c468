"""Every address as every professional: no word where it may not be."""

from collections.abc import Callable

import pytest

from tests.world.build import World
from tests.world.oracle import Watcher

from .crawler import PARTS, check, of_capacity

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", range(PARTS))
def test_no_worker_partner_or_officer_finds_a_word_where_it_may_not_be(
    world: World, full: bool, part: int, some_watchers: Callable[[list[Watcher]], list[Watcher]]
) -> None:
    watchers = some_watchers(of_capacity(world, "staff", "partner", "privacy")[part::PARTS])
    check(world, full, watchers, posts_of_every=1 if full else 6)
