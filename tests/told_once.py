"""A story told through the acts once a run; from then on its rows are written back, in a tenth of the time.

The acts make the rows, so a test stands on what they write; that they are put back as they were is tested
(tests/access/test_told_once.py). Processes that run side by side find each other's stories in one folder.
"""

import fcntl
import os
import pickle
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from naast.access.doors import upkeep

T = TypeVar("T")
NOT_TOLD = ("django_migrations", "django_content_type", "auth_permission")  # made by migrations
_kept: dict[Hashable, bytes] = {}


def told_once(key: Hashable, tell: Callable[[], T]) -> T:
    """What `tell()` gives; told anew where it was not told yet, or where other things were told before it."""
    with upkeep():
        before = _told()
    if before:
        return tell()
    if key not in _kept:
        with _found_by_others(key) as place:
            if place is None or not place.exists():
                return _tell_first(key, tell, place)
            _kept[key] = place.read_bytes()
    found, rows = pickle.loads(_kept[key])  # nosec B301  # written by this run
    with upkeep(), transaction.atomic(), connection.cursor() as cursor:
        for statement in (*rows, *_numbers_go_on()):
            cursor.execute(statement)
    return found  # type: ignore[no-any-return]


def _tell_first(key: Hashable, tell: Callable[[], T], place: Path | None) -> T:
    found = tell()
    with upkeep():
        _kept[key] = pickle.dumps((found, _rows()))
    if place is not None:
        place.write_bytes(_kept[key])
    return found


@contextmanager
def _found_by_others(key: Hashable) -> Iterator[Path | None]:
    """Where a story is kept for the other processes of this run, who wait for it meanwhile; None without others."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run is None:
        yield None
        return
    folder = Path(os.environ["NAAST_DATA"], f"told-{run}")
    folder.mkdir(exist_ok=True)
    place = folder / sha256(repr(key).encode()).hexdigest()
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place


def _numbers_go_on() -> list[str]:
    """On PostgreSQL the next row gets the next number, also in a database in which nothing was told."""
    return connection.ops.sequence_reset_sql(no_style(), list(apps.get_models()))


@cache
def _tables() -> list[str]:
    with connection.cursor() as cursor:
        return sorted(set(connection.introspection.table_names(cursor)) - set(NOT_TOLD))


def _told() -> bool:
    """Is there any row yet?"""
    there = " OR ".join(f"EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})" for table in _tables())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {there}")
        return bool(cursor.fetchone()[0])


def _rows() -> list[str]:
    """All rows of all tables, each table as the statement that writes them; in an order that no database chooses."""
    quoted = "quote({})" if connection.vendor == "sqlite" else "quote_nullable({}::text)"
    found = []
    with connection.cursor() as cursor:
        for table in _tables():
            described = connection.introspection.get_table_description(cursor, table)
            columns = [connection.ops.quote_name(column.name) for column in described]
            values = " || ', ' || ".join(quoted.format(column) for column in columns)
            cursor.execute(f"SELECT {values} FROM {connection.ops.quote_name(table)} ORDER BY 1")
            if rows := [f"({row})" for (row,) in cursor.fetchall()]:
                into = f"{connection.ops.quote_name(table)} ({', '.join(columns)})"
                found.append(f"INSERT INTO {into} VALUES {', '.join(rows)}")
    return found
