"""PostgreSQL's row-level security alone: every household table is behind it, and it gives what the rule gives."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Model, Q

from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import Eyes, Viewer
from naast.records.models import EntryPerson, OfEntry, SamePerson
from tests.world.build import NOW, World

from .test_reading import on_postgres, viewer_of

pytestmark = [pytest.mark.django_db, on_postgres]


def household_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if getattr(model, "household_data", False)]


def policies() -> dict[str, tuple[bool, bool, set[str]]]:
    """(row-level security on, forced, roles with a policy) by table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,"
            " coalesce((SELECT array_agg(r) FROM pg_policies p, unnest(p.roles) r WHERE p.tablename = c.relname), '{}')"
            " FROM pg_class c WHERE c.relkind = 'r' AND c.relname LIKE 'h\\_%'"
        )
        return {name: (on, forced, set(roles)) for name, on, forced, roles in cursor.fetchall()}


def unguarded(tables: dict[str, tuple[bool, bool, set[str]]]) -> list[str]:
    return [
        name
        for name, (on, forced, roles) in tables.items()
        if not (on and forced and settings.VIEWER_ROLE in roles)
    ]


def test_every_household_table_has_forced_row_level_security_and_a_policy_for_viewers() -> None:
    tables = policies()
    assert unguarded(tables) == []
    assert {model._meta.db_table for model in household_models()} <= set(tables)


def test_a_table_without_it_is_noticed() -> None:
    with upkeep(), connection.cursor() as cursor:
        cursor.execute(
            "SET CONSTRAINTS ALL IMMEDIATE"
        )  # the world stands in this transaction, with files in it
        cursor.execute("ALTER TABLE h_file NO FORCE ROW LEVEL SECURITY")
        try:
            assert unguarded(policies()) == ["h_file"]
        finally:
            cursor.execute("ALTER TABLE h_file FORCE ROW LEVEL SECURITY")


def test_the_viewer_role_reads_no_account_and_no_trace_and_writes_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = %s",
            [settings.VIEWER_ROLE],
        )
        granted = cursor.fetchall()
    assert {privilege for _, privilege in granted} <= {"SELECT"}
    assert {table for table, _ in granted if not table.startswith("h_")} == set()


@pytest.fixture
def unfiltered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The filter in access is gone: row-level security stands alone."""
    monkeypatch.setattr(policy, "_readable", lambda reach, id_field: Q(**{f"{id_field}__gt": 0}))
    return None


def test_without_any_filter_each_table_gives_a_viewer_only_what_belongs_to_what_they_read(
    world: World, unfiltered: None
) -> None:
    facts = world.facts
    kinds = [model for model in household_models() if issubclass(model, OfEntry)]
    for watcher in facts.watchers[::7]:
        expected = {told.entry for told in facts.readable(watcher, NOW)}
        known = {facts.rows[human] for human in facts.may_know(watcher, NOW)}
        with viewer_door(viewer_of(world, watcher)):
            for model in [*kinds, EntryPerson]:
                assert _entries(model) <= expected, (model.__name__, watcher)
            persons = set(apps.get_model("records.Person").objects.values_list("id", flat=True))
            assert persons == known, watcher
            assert not apps.get_model("records.Withheld").objects.exists()
            assert not apps.get_model("records.Once").objects.exists()
            links = apps.get_model("records.Link").objects.values_list(
                "source__public_id", "target__public_id"
            )
            assert {end for pair in links for end in pair} <= expected


def test_without_any_filter_only_staff_who_know_of_both_read_why_two_persons_are_one(
    world: World, unfiltered: None
) -> None:
    """Seen red with a policy that asks for neither capacity nor own eyes, and with one that asks for no persons."""
    facts, read = world.facts, set()
    for watcher in facts.watchers:
        viewer = viewer_of(world, watcher)
        expected = facts.may_know_why(watcher, NOW)
        assert _why(viewer) == expected, watcher
        read |= expected
        if watcher.capacity == "staff":
            assert not _why(viewer.through(Eyes(viewer.human, "resident", NOW)))
    assert read == {word for same in facts.same for word in same.words}


def _why(viewer: Viewer) -> set[str]:
    with viewer_door(viewer):
        rows = SamePerson.objects.values_list("because", "ended_because")
        return {word for row in rows for text in row for word in text.split()[1:]}


def _entries(model: Any) -> set[Any]:
    return set(model._default_manager.values_list("entry__public_id", flat=True))
