"""What may stand in which layer. Imports between layers: import-linter in `./naast check`."""

import ast

import pytest

from . import clock, writing
from .source import FACES, imported, layer, trees

WRITERS = ("actions/", "records/migrations/", "access/trace.py", "access/seal.py", "demo/cast.py")


def test_only_faces_read_the_clock() -> None:
    found = [
        f"{name}:{line} {call}"
        for name, tree in trees().items()
        if layer(name) not in FACES
        for line, call in clock.reads(tree)
    ]
    assert found == []


def test_only_actions_and_the_trace_write() -> None:
    found = [
        f"{name}:{line} {call}"
        for name, tree in trees().items()
        if not name.startswith(WRITERS)
        and layer(name) != "cli"  # commands save files, and can not reach records
        and name
        not in ("integrations/cleaning/photo.py", "demo/drawing.py")  # pictures in memory, no records
        for line, call in writing.writes(tree)
    ]
    assert found == []


def test_rules_import_nothing_but_python_itself() -> None:
    found = [
        f"{name}:{line} {module}"
        for name, tree in trees().items()
        if layer(name) == "rules"
        for line, module in imported(tree)
        if module.split(".")[0] in ("django", "sqlite3", "psycopg", "os", "random", "requests", "httpx")
    ]
    assert found == []


def test_no_face_or_shared_page_imports_records() -> None:
    found = [
        f"{name}:{line} {module}"
        for name, tree in trees().items()
        if layer(name) in (*FACES, "ui")
        for line, module in imported(tree)
        if module.startswith("naast.records")
    ]
    assert found == []


def test_views_are_functions() -> None:
    found = [
        f"{name}:{line} {module}"
        for name, tree in trees().items()
        for line, module in imported(tree)
        if module.startswith("django.views.generic")
    ]
    assert found == []


def test_django_s_own_admin_is_nowhere() -> None:
    found = [
        f"{name}:{line} {module}"
        for name, tree in trees().items()
        for line, module in imported(tree)
        if module.startswith("django.contrib.admin")
    ]
    assert found == []
    from django.conf import settings

    assert "django.contrib.admin" not in settings.INSTALLED_APPS


@pytest.mark.parametrize(
    "code",
    [
        "now = datetime.now(UTC)",
        "today = datetime.date.today()",
        "from django.utils import timezone\nx = timezone.now()",
        "x = timezone.localdate()",
        "x = time.time()",
    ],
)
def test_the_guard_sees_a_look_at_the_clock(code: str) -> None:
    assert list(clock.reads(ast.parse(code)))


@pytest.mark.parametrize("code", ["x = at.date()", "x = timezone.localdate(at)", "x = time.monotonic()"])
def test_the_guard_lets_a_given_moment_pass(code: str) -> None:
    assert not list(clock.reads(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "person.save()",
        "Person.objects.create(name='x')",
        "Person.objects.filter(id=1).update(name='x')",
        "Person.objects.using('viewer').filter(id=1).delete()",
        "Person.objects.bulk_create(rows)",
    ],
)
def test_the_guard_sees_a_write(code: str) -> None:
    assert list(writing.writes(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["names.update(more)", "digest.update(b'')", "Person.objects.filter(id=1).get()"]
)
def test_the_guard_lets_reading_and_dicts_pass(code: str) -> None:
    assert not list(writing.writes(ast.parse(code)))
