"""Random small worlds: the fast query, the plain rule, the reader list and the database's own reach agree (4.13 d)."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import Q
from hypothesis import HealthCheck, given, strategies
from hypothesis import settings as trials

from naast.access import policy, reach, readers, same_person
from naast.access.doors import through_rules, upkeep, viewer_door
from naast.access.reach import Within, reach_by_query
from naast.access.viewer import Eyes, Viewer
from naast.records.models import (
    Circle,
    CircleRow,
    Dossier,
    Entry,
    EntryPerson,
    Household,
    Person,
    SamePerson,
    Share,
    Team,
    Withheld,
)
from tests.conftest import NOW
from tests.world.fixture import undone

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
hours = strategies.integers(-3, 3)
ends = strategies.none() | hours
humans = strategies.integers(0, 2)
capacities = strategies.sampled_from(["staff", "resident"])
few = {"max_size": 5}
WRITER = 0  # of every entry


@dataclass(frozen=True)
class Small:
    """A small world in hours from now: rows are (what, human, capacity, starts, ends, ...)."""

    entries: list[tuple[int, int, int]]  # circle, confirmed, who is named
    rows: list[tuple[int, int, str, int, int | None, int | None]]  # circle ... opens_from
    shares: list[tuple[int, int, str, int, int | None]]  # entry ...
    withheld: list[tuple[str, int, int, int, int | None]]  # what, which, human ...
    joined: list[tuple[int, int, int, int | None]] = field(default_factory=list)  # kept, other ...


worlds = strategies.builds(
    Small,
    strategies.lists(strategies.tuples(strategies.integers(0, 2), hours, humans), min_size=1, max_size=5),
    strategies.lists(
        strategies.tuples(strategies.integers(0, 2), humans, capacities, hours, ends, ends), max_size=8
    ),
    strategies.lists(strategies.tuples(strategies.integers(0, 4), humans, capacities, hours, ends), **few),
    strategies.lists(
        strategies.tuples(
            strategies.sampled_from(["entry", "held", "person", "dossier", "work"]),
            strategies.integers(0, 4),
            humans,
            hours,
            ends,
        ),
        max_size=3,
    ),
    strategies.lists(
        strategies.tuples(humans, humans, hours, ends), max_size=3, unique_by=lambda row: row[:2]
    ),
)


def runs(starts: int, end: int | None, at: int) -> bool:
    return starts <= at and (end is None or at < end)


def one_human(world: Small, person: int, at: int) -> set[int]:
    """Who is the same human as this person: joined with them, or with who is joined with them."""
    found = {person}
    for _ in range(3):
        for kept, other, start, end in world.joined:
            if runs(start, end, at) and found & {kept, other}:
                found |= {kept, other}
    return found


def keeps(
    world: Small, row: tuple[str, int, int, int, int | None], place: int, capacity: str, at: int
) -> bool:
    """Does this withholding close this entry to whom it is meant for, in this capacity?"""
    what, which, _, start, end = row
    circle, _, named = world.entries[place]
    here = circle // 2 == which % 2
    closes = {
        "entry": which == place,
        "held": which == place,
        "person": here and named in one_human(world, which % 3, at),
        "dossier": here,
        "work": here and capacity == "staff",
    }
    return runs(start, end, at) and closes[what]


def plain(world: Small, human: int, capacity: str, at: int) -> set[int]:
    """The slow rule, over the numbers themselves: which entries this human reads in this capacity."""
    found = set()
    for place, (circle, confirmed, _) in enumerate(world.entries):
        told = any(
            (c, h, cap) == (circle, human, capacity)
            and runs(start, end, at)
            and (opens is None or confirmed >= opens)
            for c, h, cap, start, end, opens in world.rows
        )
        shared = any(
            (e, h, cap) == (place, human, capacity) and runs(start, end, at)
            for e, h, cap, start, end in world.shares
        )
        kept = any(
            keeps(world, row, place, capacity, at)
            and row[2] in one_human(world, human, at)
            # what the guard holds back from another person of the human who wrote it, stays theirs
            and not (row[0] == "held" and human == WRITER and row[2] != human)
            for row in world.withheld
        )
        if (told or shared) and not kept:
            found.add(place)
    return found


class Built:
    """The same world as rows: circles 0 and 1 are of one dossier, 2 of another."""

    def __init__(self, world: Small) -> None:
        team = Team.objects.create(name="Team", municipality="Voorbeeldstad")
        self.people = [Person.objects.create(call_name=str(n)) for n in range(3)]
        household = Household.objects.create()
        self.dossiers = [
            Dossier.objects.create(household=household, team=team, opened_at=NOW) for _ in range(2)
        ]
        of = [self.dossiers[0], self.dossiers[0], self.dossiers[1]]
        circles = [Circle.objects.create(dossier=of[n], digest=str(n), made_at=NOW) for n in range(3)]
        self.entries = []
        for circle, confirmed, named in world.entries:
            at = NOW + confirmed * HOUR
            entry = Entry.objects.create(
                dossier=of[circle], circle=circles[circle], kind="passage", nature="fact",
                writer=self.people[WRITER],
                confirmed_at=at, moment_at=at,
            )  # fmt: skip
            EntryPerson.objects.create(
                entry=entry, person=self.people[named], role="about", circle=circles[circle], confirmed_at=at
            )
            self.entries.append(entry)
        for circle, human, capacity, start, end, opens in world.rows:
            CircleRow.objects.create(
                circle=circles[circle], dossier=of[circle], human=self.people[human], capacity=capacity,
                starts=moment(start), ends=moment(end), opens_from=moment(opens), because="chosen",
            )  # fmt: skip
        for which, human, capacity, start, end in world.shares:
            if which < len(self.entries):
                Share.objects.create(
                    entry=self.entries[which], dossier=self.entries[which].dossier, human=self.people[human],
                    capacity=capacity, starts=moment(start), ends=moment(end), because="widened",
                )  # fmt: skip
        for what, which, human, start, end in world.withheld:
            self._withhold(what, which, human, moment(start), moment(end))

        for kept, other, start, end in world.joined:
            if kept != other:
                SamePerson.objects.create(
                    kept=self.people[kept], other=self.people[other], because="x", said_by=self.people[0],
                    starts=moment(start), ends=moment(end),
                )  # fmt: skip

    def _withhold(self, what: str, which: int, human: int, start: Any, end: Any) -> None:
        of_entry = what in ("entry", "held")
        if of_entry and which >= len(self.entries):
            return
        dossier = self.entries[which].dossier if of_entry else self.dossiers[which % 2]
        Withheld.objects.create(
            human=self.people[human], dossier=dossier, reason="x", set_by=self.people[0], starts=start, ends=end,
            entry=self.entries[which] if of_entry else None, silent=what == "held", work_only=what == "work",
            person=self.people[which % 3] if what == "person" else None,
        )  # fmt: skip

    def places(self, ids: set[int]) -> set[int]:
        return {place for place, entry in enumerate(self.entries) if entry.id in ids}

    def viewer(self, human: int, capacity: str, at: int = 0) -> Viewer:
        return Viewer(None, self.people[human].id, capacity, NOW + at * HOUR)


def moment(hour: int | None) -> datetime | None:
    return None if hour is None else NOW + hour * HOUR


@through_rules
def listed(entries: list[Entry], of: reach.Reach) -> dict[int, list[tuple[int, str, str]]]:
    return readers.humans_of(entries, of)


@through_rules
def by_query(viewer: Viewer) -> reach.Reach:
    return reach_by_query(viewer, Within())


def disagreements(world: Small) -> list[str]:
    """In what the fast query, the reader list and the database's reach differ from the slow rule."""
    found: list[str] = []
    with undone():
        with upkeep():
            built = Built(world)
        expected = {}
        for human in range(3):
            for capacity in ("staff", "resident"):
                expected[human, capacity] = plain(world, human, capacity, 0)
                viewer = built.viewer(human, capacity)
                with viewer_door(viewer) as own:
                    read = built.places(set(policy.entries(own).values_list("id", flat=True)))
                if read != expected[human, capacity]:
                    found.append(f"{human} {capacity} reads {read}, not {expected[human, capacity]}")
                if connection.vendor == "postgresql" and _plainly(by_query(viewer)) != _plainly(own):
                    found.append(f"{human} {capacity}: the two reaches differ")
        by_entry = listed(built.entries, own)
        for (human, capacity), places in expected.items():
            for place, entry in enumerate(built.entries):
                on_list = any((h, c) == (built.people[human].id, capacity) for h, c, _ in by_entry[entry.id])
                if on_list != (place in places):
                    found.append(f"{human} {capacity} is wrong in the reader list of {place}")
        found += _through_eyes(world, built)
    return found


def _plainly(one: reach.Reach) -> Any:
    return replace(
        one, whole=tuple(sorted(one.whole)), later=tuple(sorted(one.later)), shared=tuple(sorted(one.shared)),
        withheld=tuple(sorted(set(one.withheld))),
    )  # fmt: skip


def _through_eyes(world: Small, built: Built) -> list[str]:
    """A worker through the eyes of a resident in an hour: what both may read."""
    looking = built.viewer(0, "staff").through(Eyes(built.people[1].id, "resident", NOW + HOUR))
    with viewer_door(looking) as own:
        read = built.places(set(policy.entries(own).values_list("id", flat=True)))
    both = plain(world, 0, "staff", 0) & plain(world, 1, "resident", 1)
    return [] if read == both else [f"through eyes {read}, not {both}"]


@trials(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(world=worlds)
def test_fast_and_slow_agree_in_random_worlds(world: Small) -> None:
    assert disagreements(world) == []


# One world in which every part of the rule decides something.
EVERYTHING = Small(
    entries=[(0, 0, 0), (1, -2, 1), (2, 0, 2), (0, 0, 1), (2, 0, 0)],
    rows=[
        (0, 0, "staff", -3, None, None), (1, 0, "staff", -3, None, -1), (2, 1, "resident", -3, 0, None),
        (0, 1, "resident", -3, None, None), (1, 2, "resident", 1, None, None), (2, 0, "staff", -3, None, None),
        (0, 2, "resident", -3, None, None),
    ],
    shares=[(2, 2, "resident", -1, None), (1, 1, "resident", -3, -1)],
    withheld=[("entry", 0, 1, -3, None), ("entry", 3, 0, -3, -1), ("person", 2, 0, -3, None),
              ("work", 1, 2, -3, None), ("held", 3, 2, -3, None)],
    joined=[(0, 2, -3, None), (0, 1, -3, -1), (1, 0, 1, None)],
)  # fmt: skip


def test_the_world_with_everything_is_right() -> None:
    assert disagreements(EVERYTHING) == []


@pytest.mark.parametrize("part", ["interval", "withheld", "shared", "opens_from", "eyes"])
def test_a_part_of_the_rule_that_is_dropped_is_noticed(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "VIEWER_ROLE", settings.RULES_ROLE)
    real = policy._readable

    def broken(own: reach.Reach, id_field: str) -> Q:
        if part == "interval":
            rows = CircleRow.objects.filter(human_id=own.human, capacity=own.capacity)
            return real(replace(own, whole=tuple(rows.values_list("circle_id", flat=True))), id_field)
        if part == "opens_from":
            return real(replace(own, whole=(*own.whole, *(c for c, _ in own.later)), later=()), id_field)
        return real(replace(own, **{part: None if part == "eyes" else ()}), id_field)

    monkeypatch.setattr(policy, "_readable", broken)
    assert disagreements(EVERYTHING)


@pytest.mark.parametrize("place", ["reach", "readers"])
def test_withheld_that_stays_with_one_of_two_joined_persons_is_noticed(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = {"reach": reach, "readers": readers}[place]
    alone = lambda persons, at, within, ids: same_person.humans(persons, at - 90 * DAY, within, ids)  # noqa: E731
    monkeypatch.setattr(where, "humans", alone)
    assert disagreements(EVERYTHING)


def test_work_that_closes_the_portal_too_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "RESIDENT", "nobody")
    monkeypatch.setattr(readers, "PROFESSIONAL", readers.CAPACITIES)
    assert disagreements(EVERYTHING)


@pytest.mark.parametrize("place", ["reach", "readers"])
def test_what_is_held_back_from_another_person_of_its_writer_stays_with_the_writer(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would notice. Both halves broken, and each is noticed."""
    if place == "reach":
        monkeypatch.setattr(reach, "held_of", lambda human: Q(id=0))
    else:
        monkeypatch.setattr(readers, "_unnoticed", lambda *_: False)
    assert disagreements(EVERYTHING)
