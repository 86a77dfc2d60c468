"""Every address as every professional: no word where it may not be."""

import pytest

from tests.world.build import World

from .crawler import PARTS, check, of_capacity

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", range(PARTS))
def test_no_worker_or_partner_finds_a_word_where_it_may_not_be(world: World, full: bool, part: int) -> None:
    watchers = of_capacity(world, "staff", "partner")
    check(world, full, watchers[part::PARTS], posts_of_every=1 if full else 6)
