"""The generated world, built once a worker and rolled back after its tests."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

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


@pytest.fixture(scope="session")
def world(django_db_setup: None, django_db_blocker: object) -> Iterator[World]:
    """The whole world at its last moment; tests must not write to it (or undo what they write)."""
    with django_db_blocker.unblock(), undone():  # type: ignore[attr-defined]
        yield build()
