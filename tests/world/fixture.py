"""The generated world: built once a run, and gone after each module."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from tests.told_once import told_once

from .build import World, build


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written in it is rolled back; doors, which must be outermost, are let through."""
    around = transaction.atomic()
    around._from_testcase = True  # type: ignore[attr-defined]
    with around:
        try:
            yield
        finally:
            transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: object) -> Iterator[World]:
    """The whole world at its last moment; tests must not write to it (or undo what they write)."""
    with django_db_blocker.unblock(), undone():  # type: ignore[attr-defined]
        built = told_once("the world", build)
        counted()
        yield built


def counted() -> None:
    """PostgreSQL plans by how many rows there are, which it counts after a while by itself: this world is new."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
