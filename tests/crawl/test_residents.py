"""Every address as every resident, also after the PIN and on a handed-over screen: no word where it may not be."""

import random
from collections.abc import Callable

import pytest

from tests.world.build import World
from tests.world.oracle import Watcher

from .addresses import Arguments
from .crawler import PARTS, Allowed, Crawl, check, of_capacity, walked
from .session import asked, hand_over, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", range(PARTS))
def test_no_resident_finds_a_word_where_it_may_not_be(
    world: World, full: bool, part: int, some_watchers: Callable[[list[Watcher]], list[Watcher]]
) -> None:
    watchers = some_watchers(of_capacity(world, "resident")[part::PARTS])
    check(world, full, watchers, posts_of_every=1 if full else 12)


def test_behind_the_pin_a_resident_finds_no_more_than_they_may_read(world: World, full: bool) -> None:
    crawl = Crawl(world, full)
    residents = of_capacity(world, "resident")
    for watcher in residents if full else random.Random(7).sample(residents, 10):
        allowed = Allowed.of(world, watcher, asked=True)
        crawl.as_watcher(watcher, posts=False, allowed=allowed, prepare=asked)
    assert crawl.wrong == [], crawl.told()


def test_their_own_paper_holds_no_more_than_they_may_read(world: World, full: bool) -> None:
    """It is made by a POST behind the PIN, which no other walk sends. Seen red for who had not asked."""
    crawl = Crawl(world, full)
    address = next(one for one in walked() if one.name == "portal-plan-own-paper")
    residents = of_capacity(world, "resident")
    for watcher in residents if full else random.Random(9).sample(residents, 12):
        allowed = Allowed.of(world, watcher, asked=True)
        client = signed_in(watcher)
        asked(client)
        for path in Arguments(world, watcher, full, random.Random(9)).own(address):
            page = crawl.fetch(client, watcher, address, path, allowed)
            crawl.post(client, watcher, address, path, allowed, page)
    assert crawl.wrong == [], crawl.told()
    assert crawl.answered[address.name][200] > len(residents) // 10


def test_a_handed_over_screen_shows_that_person_s_part_and_nothing_of_the_worker_s(
    world: World, full: bool
) -> None:
    crawl = Crawl(world, full)
    facts = world.facts
    homes = sorted(facts.homes)
    for home in homes if full else random.Random(8).sample(homes, 3):
        worker = next(
            w for w in facts.watchers if w.human == facts.team[home][0][0] and w.capacity == "staff"
        )
        human = max(facts.living[home])
        person = Watcher(human, "resident", worker.account)
        crawl.as_watcher(
            person,
            posts=False,
            allowed=Allowed.of(world, person, handed=True),
            prepare=lambda client, home=home, human=human, worker=worker: hand_over(
                client, world, worker, human, home
            ),
        )
    assert crawl.wrong == [], crawl.told()
