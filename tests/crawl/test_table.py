"""The round table: what somebody who sits there may not read is nowhere on the screen, and changes nothing on it."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from naast.access import table as reading
from naast.access.doors import upkeep
from naast.access.people import VOICES
from naast.records.models import Person
from naast.staff.table.forms import prefix
from tests.world.build import World
from tests.world.fixture import undone
from tests.world.oracle import Watcher

from . import fingerprint
from .addresses import Arguments, all_addresses
from .crawler import Allowed, Crawl, Logged, of_capacity
from .questions import with_questions
from .session import signed_in
from .twins import HOME, TWINS, Twin, somebody_who_matters_to_the_team

pytestmark = pytest.mark.django_db
ADDRESS = next(one for one in all_addresses() if one.name == "staff-table-open")
STEPS = 3


def workers(world: World) -> list[Watcher]:
    return of_capacity(world, "staff")


def walk(world: World, watchers: list[Watcher]) -> Crawl:
    """Tables of every sort in every home of these workers, every step of each, also sent."""
    crawl = Crawl(world, full=True)
    for watcher in watchers:
        arguments = Arguments(world, watcher, True, random.Random(f"table {watcher.human}"))
        allowed = Allowed.of(world, watcher)
        with undone(), Logged():
            client = signed_in(watcher)
            for home in arguments.homes:
                for path in arguments.of_home(ADDRESS, home, [], None):
                    for asked in with_questions(path, arguments, ADDRESS):
                        page = crawl.fetch(client, watcher, ADDRESS, asked, allowed)
                        if page.status_code == 200 and "stap=1" in asked:
                            crawl.post(client, watcher, ADDRESS, asked, allowed, page)
    return crawl


def test_no_word_that_one_of_them_may_not_read_is_on_the_screen(world: World, full: bool) -> None:
    crawl = walk(world, workers(world)[: None if full else 8])
    assert crawl.wrong == [], crawl.told()
    assert crawl.answered[ADDRESS.name][200] > 20


def test_a_screen_that_shows_all_that_the_worker_reads_is_noticed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_all_read", lambda measured, entry, everybody: True)
    assert walk(world, workers(world)[:4]).wrong


Screen = dict[str, Any]


def seatings(world: World, one: str) -> list[list[UUID]]:
    """Two whom it is hidden from; and one of them together with whom it was told to."""
    others = [human for human in sorted(world.facts.living[HOME]) if human != one]
    ids = world.facts.ids
    return [[ids[human] for human in others[:2]], [ids[one], ids[others[0]]]]


def address(world: World, seated: list[UUID], step: int) -> str:
    asked = "&".join([*(f"aan={one}" for one in seated), f"stap={step}"])
    return f"{ADDRESS.path(dossier=world.facts.homes[HOME])}?{asked}"


def screens(world: World, client: Client, one: str) -> dict[str, Screen]:
    """What the people at each table see: of the queries behind it they see nothing."""
    paths = [address(world, seated, step) for seated in seatings(world, one) for step in range(1, STEPS + 1)]
    seen = {path: fingerprint.of(client, path) for path in paths}
    return {path: {part: page[part] for part in ("status", "body", "headers")} for path, page in seen.items()}


def after_saying(world: World, client: Client, one: str) -> dict[str, Screen]:
    """The same after one of them said something of an agreement that all read."""
    everybody = {(human, "resident") for human in world.facts.living[HOME]}
    shared = next(
        told.entry
        for told in world.facts.told
        if told.home == HOME and told.kind == "agreement" and everybody <= {who for who, _ in told.chosen}
    )
    seated = seatings(world, one)[0]
    field = prefix(shared, seated[0])
    answer = client.post(
        address(world, seated, 1), {f"{field}-stance": "partly", f"{field}-words": "Dat zeg ik hier."}
    )
    kept = {"status": answer.status_code, "body": "", "headers": answer.get("Location", "")}
    return {"said": kept} | screens(world, client, one)


def told_apart(world: World, twin: Twin, seen: dict[str, dict[str, Screen]]) -> Iterator[str]:
    one, fixed = world.members[HOME][0], world.facts.team[HOME][0][0]
    worker = next(w for w in workers(world) if w.human == fixed)
    with undone(), Logged():
        if "before" not in seen:
            with undone():
                seen["before"] = screens(world, signed_in(worker), one) | {
                    f"{path} after": page
                    for path, page in after_saying(world, signed_in(worker), one).items()
                }
        at, world.at = world.at, world.at - timedelta(hours=2)
        twin(world, fixed, one)
        world.at = at
        with_it = screens(world, signed_in(worker), one)
        with_it |= {
            f"{path} after": page for path, page in after_saying(world, signed_in(worker), one).items()
        }
        for path, page in seen["before"].items():
            if what := fingerprint.difference(page, with_it[path]):
                yield f"{path}: {what}"


def a_person_whose_colour_another_has(world: World, fixed: str, one: str) -> None:
    """Only the team knows of them, and their id comes before that of one who sits at both tables."""
    somebody_who_matters_to_the_team(world, fixed, one)
    sits = seatings(world, one)[0][0]
    with upkeep():
        newest = Person.objects.order_by("id").last()
        Person.objects.filter(id=newest.pk).update(public_id=UUID(int=sits.int % len(VOICES)))  # type: ignore[union-attr]


SEEN: dict[str, dict[str, Screen]] = {}


@pytest.mark.parametrize("twin", [*TWINS, a_person_whose_colour_another_has], ids=lambda twin: twin.__name__)
def test_who_sits_at_the_table_can_not_tell_the_worlds_apart(world: World, twin: Twin) -> None:
    """Not before and not after somebody said something there, also not where they sit beside whom it was told to."""
    found = list(told_apart(world, twin, SEEN))
    assert found == [], "\n" + "\n".join(found)


def test_the_tables_that_are_compared_show_the_plan(world: World) -> None:
    one, fixed = world.members[HOME][0], world.facts.team[HOME][0][0]
    with undone():
        client = signed_in(next(w for w in workers(world) if w.human == fixed))
        shown = [page for page in screens(world, client, one).values() if page["status"] == 200]
        said = after_saying(world, client, one)
    assert len(shown) == STEPS * 2
    assert any("agree" in page["body"] for page in shown)
    assert said["said"]["status"] == 303
    assert any("Dat zeg ik hier." in page["body"] for page in said.values())


@pytest.mark.parametrize(
    ("broken", "twins"),
    [
        ("_all_read", {"a_situation", "agreed_in_confidence", "another_opinion_in_confidence"}),
        ("_colours", {"a_person_whose_colour_another_has"}),
    ],
)
def test_a_leak_tells_the_worlds_apart(
    world: World, monkeypatch: pytest.MonkeyPatch, broken: str, twins: set[str]
) -> None:
    """With all that the worker reads on the screen; with colours among all whom the worker knows of."""
    if broken == "_all_read":
        monkeypatch.setattr(reading, "_all_read", lambda measured, entry, everybody: True)
    else:
        monkeypatch.setattr(
            reading, "_colours", lambda known, standing: {r: known[r] for r in standing if r in known}
        )
    for twin in (*TWINS, a_person_whose_colour_another_has):
        if twin.__name__ in twins:
            assert next(told_apart(world, twin, {}), None), twin.__name__
