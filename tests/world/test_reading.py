"""On a generated world the fast query and the slow rule agree, for every viewer and every entry (design 4.13 d)."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import Q

from naast.access import lines, policy, readers
from naast.access.at_home import read_at_home
from naast.access.doors import through_rules, viewer_door
from naast.access.viewer import Viewer
from naast.records.models import Authority, Entry, Kind

from .build import NOW, World
from .oracle import Watcher

pytestmark = pytest.mark.django_db
on_postgres = pytest.mark.skipif(
    "postgresql" not in settings.DATABASES["default"]["ENGINE"], reason="row-level security is PostgreSQL's"
)


def viewer_of(world: World, watcher: Watcher) -> Viewer:
    return Viewer(watcher.account, world.facts.rows[watcher.human], watcher.capacity, NOW)


def differences(world: World, watchers: list[Watcher]) -> Iterator[str]:
    """What each watcher reads too much or too little, in words."""
    for watcher in watchers:
        with viewer_door(viewer_of(world, watcher)) as reach:
            read = set(policy.entries(reach).values_list("public_id", flat=True))
        expected = {told.entry for told in world.facts.readable(watcher, NOW)}
        for told in world.facts.told:
            if told.entry in read ^ expected:
                verdict = "reads" if told.entry in read else "misses"
                yield f"{watcher.human} as {watcher.capacity} {verdict} {told.kind} of {told.home}"
        if read - {told.entry for told in world.facts.told}:
            yield f"{watcher.human} reads entries that nobody wrote down"


def test_the_world_holds_every_hard_case(world: World) -> None:
    facts = world.facts
    assert len(facts.homes) >= 30
    assert len(facts.watchers) >= 150
    assert any(kept.told and kept.told.shared for kept in facts.kept), "withheld and shared"
    assert any(kept.person for kept in facts.kept), "everything with one person"
    assert any(not kept.told and not kept.person for kept in facts.kept), "a whole dossier"
    assert any(kept.work_only for kept in facts.kept), "closed to somebody's work"
    assert any(same.period.holds(NOW) for same in facts.same), "two persons who are one"
    assert any(not same.period.holds(NOW) for same in facts.same), "and who were"
    assert any(same.kept in facts.professionals for same in facts.same), "a worker who is a resident"
    periods = [period for told in facts.told for _, period in told.chosen + told.shared]
    assert any(period.ends and period.ends <= NOW for period in periods), "expired"
    assert any(period.starts > NOW for period in periods), "yet to come"
    humans = [watcher.human for watcher in facts.watchers]
    assert any(humans.count(human) > 1 for human in humans), "two accounts"
    kinds = Counter(told.kind for told in facts.told)
    assert {kind for kind in Kind.values if kinds[kind] < 2} == {"withholding"}, "nobody writes this"
    assert {state for state, _ in authorities()} == {"yes", "no", "unknown"}
    assert {when for _, when in authorities()} == {"runs", "over", "yet to begin"}
    assert {draft.capacity for draft in facts.drafts} == {"staff", "resident", "partner"}
    assert len({(d.human, d.capacity) for d in facts.drafts}) > len({d.human for d in facts.drafts})
    living = {human for home in facts.living.values() for human in home}
    assert [
        w for w in facts.watchers if w.capacity == "resident" and w.human not in living | facts.professionals
    ]


@through_rules
def authorities() -> set[tuple[str, str]]:
    """(state, when) of all parental authority in the world."""
    today = NOW.date()
    rows = Authority.objects.values_list("state", "starts", "ends")
    return {(s, "over" if e and e <= today else "runs" if b <= today else "yet to begin") for s, b, e in rows}


def test_every_viewer_reads_exactly_what_the_slow_rule_gives_them(world: World) -> None:
    assert list(differences(world, world.facts.watchers)) == []


def test_every_viewer_knows_exactly_the_people_named_to_them(world: World) -> None:
    for watcher in world.facts.watchers:
        with viewer_door(viewer_of(world, watcher)) as reach:
            known = set(policy.persons(reach).values_list("id", flat=True))
        assert known == {world.facts.rows[human] for human in world.facts.may_know(watcher, NOW)}, watcher


def test_what_is_open_in_all_homes_at_once_is_what_is_open_in_each(world: World) -> None:
    """Seen red with what is kept in one dossier taken for all, and with the household of another one."""
    two_homes = 0
    for watcher in (watcher for watcher in world.facts.watchers if watcher.capacity == "resident"):
        viewer = viewer_of(world, watcher)
        apart = [read_at_home(viewer, dossier) for dossier in world.facts.homes.values()]
        homes = read_at_home(viewer)
        assert homes == {of: home for found in apart for of, home in found.items()}, watcher
        two_homes += len(homes) > 1
    assert two_homes


@through_rules
def _all_readers(entries: list[Entry], reach: object) -> dict[int, list[tuple[int, str, str]]]:
    return readers.humans_of(entries, reach)  # type: ignore[arg-type]


@through_rules
def _everything() -> list[Entry]:
    return list(Entry.objects.all())


def test_the_reader_list_of_every_entry_is_exactly_who_reads_it(world: World) -> None:
    entries = _everything()
    with viewer_door(viewer_of(world, world.facts.watchers[0])) as reach:
        pass
    listed = _all_readers(entries, reach)
    by_public = {entry.public_id: entry for entry in entries}
    rows = world.facts.rows
    for told in world.facts.told:
        reading = {(human, capacity) for human, capacity, _ in listed[by_public[told.entry].id]}
        for watcher in world.facts.watchers:
            expected = world.facts.may_read(watcher, told, NOW)
            assert ((rows[watcher.human], watcher.capacity) in reading) == expected, (watcher, told.kind)


@pytest.mark.parametrize("part", ["shared", "withheld", "circle"])
def test_a_broken_expression_is_noticed(world: World, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part of the expression broken on purpose (design 4.13 e), on the Python filter alone."""
    real = policy._readable

    def broken(reach: policy.Reach, id_field: str) -> Q:
        from dataclasses import replace

        if part == "shared":
            return real(replace(reach, shared=()), id_field)
        if part == "withheld":
            return real(replace(reach, withheld=()), id_field)
        return Q(**{f"{id_field}__gt": 0})

    monkeypatch.setattr(policy, "_readable", broken)
    monkeypatch.setattr(settings, "VIEWER_ROLE", settings.RULES_ROLE)
    assert next(differences(world, world.facts.watchers), None)


@on_postgres
def test_without_the_filter_the_viewer_connection_still_returns_nothing_else(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "_readable", lambda reach, id_field: Q(**{f"{id_field}__gt": 0}))
    assert list(differences(world, world.facts.watchers)) == []


@on_postgres
def test_without_a_viewer_the_viewer_role_reads_no_row_of_any_household_table(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE 'h\\_%'")
        tables = [name for (name,) in cursor.fetchall()]
        assert len(tables) > 20
        cursor.execute("SAVEPOINT here")
        # the world was built in this very transaction, so that the last viewer in it is to be sent away
        for name in (
            "human",
            "eyes",
            "capacity",
            "whole",
            "later",
            "later_from",
            "shared",
            "withheld",
            "dossiers",
        ):
            cursor.execute("SELECT set_config(%s, '', true)", [f"naast.{name}"])
        cursor.execute(f'SET LOCAL ROLE "{settings.VIEWER_ROLE}"')
        try:
            for table in tables:
                from naast.access.doors import Door, _open

                token = _open.set(Door("upkeep", "default"))
                try:
                    cursor.execute(f'SELECT count(*) FROM "{table}"')
                finally:
                    _open.reset(token)
                assert cursor.fetchone() == (0,), table
        finally:
            cursor.execute("ROLLBACK TO SAVEPOINT here")


def test_two_viewers_in_turn_on_one_connection_do_not_mix(world: World) -> None:
    turns = random.Random(7).choices(world.facts.watchers, k=200)
    assert list(differences(world, turns)) == []


def test_a_line_names_only_readers_that_the_viewer_may_know_of(world: World) -> None:
    for watcher in world.facts.watchers[::9]:
        viewer = viewer_of(world, watcher)
        with viewer_door(viewer) as reach:
            raw = lines.gather(reach, list(policy.entries(reach)[:50]))
        known = {world.facts.rows[human] for human in world.facts.may_know(watcher, NOW)}
        for line in lines.lines(raw):
            named = {reader.face.row for reader in line.readers} | {face.row for _, face in line.people}
            assert named <= known
