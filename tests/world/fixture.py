"""The generated world: built once a process where the database can be copied, and gone after each module."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from .build import World, build

_kept: list[tuple[World, sqlite3.Connection]] = []


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
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        if connection.vendor == "sqlite":
            empty = _copy()
            if not _kept:
                _kept.append((build(), _copy()))
            told, rows = _kept[0]
            _put_back(rows)
            yield told
            _put_back(empty)
        else:
            with undone():
                yield build()


def _copy() -> sqlite3.Connection:
    connection.ensure_connection()
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(copy)
    return copy


def _put_back(rows: sqlite3.Connection) -> None:
    connection.ensure_connection()
    rows.backup(connection.connection)
