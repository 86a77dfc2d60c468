"""The generated world, built once a worker and rolled back after its tests."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from .build import World, build


@pytest.fixture(scope="session")
def world(django_db_setup: None, django_db_blocker: object) -> Iterator[World]:
    """The whole world at its last moment; tests must not write to it (or undo what they write)."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]  # doors are durable, tests roll back
        around.__enter__()
        try:
            yield build()
        finally:
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
