"""The two doors in the database (design 4.12). A read or write of household data outside a door raises.

`viewer_door` is one short transaction in which only this viewer's part can be read; on PostgreSQL the
database enforces that by row-level security, on both databases `access/policy.py` filters as well.
`rules_door` sees everything in it; only the functions in `RULES_DOOR_USERS` may open it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction
from django.db.backends.signals import connection_created

from . import trace
from .reach import Reach, Within, reach_by_query, reach_of_database
from .viewer import STAFF, Viewer

P = ParamSpec("P")
R = TypeVar("R")


class DoorClosed(RuntimeError):
    """Household data was touched outside a door, through the wrong door, or a door inside a door."""


@dataclass(frozen=True, slots=True)
class Door:
    """The door that stands open in this context: 'viewer', 'rules' or 'upkeep' (migrations)."""

    kind: str
    alias: str


_open: ContextVar[Door | None] = ContextVar("naast_door", default=None)
RULES_DOOR_USERS: set[str] = set()
# statements of which a connection keeps the plan; with fewer the pages push each other's out
MOST_PREPARED = 1000
_HOUSEHOLD_TABLE = re.compile(r"\"?\bh_[a-z_]+\b\"?")


def current() -> Door | None:
    """The open door, or None."""
    return _open.get()


@contextmanager
def _stand_in(door: Door) -> Iterator[None]:
    if _open.get() is not None:
        raise DoorClosed("a door inside a door")
    token = _open.set(door)
    try:
        yield
    finally:
        _open.reset(token)


@contextmanager
def viewer_door(
    viewer: Viewer, dossier: UUID | int | None = None, *, entry: UUID | None = None
) -> Iterator[Reach]:
    """Read what `viewer` may read, narrowed to one dossier (public or row id) or to the dossier of one entry.

    Gives the viewer's reach, computed once for this short transaction, for the filters of policy.py. Where a
    narrowed door has no `reach.dossier`, the dossier does not exist or is not this viewer's: the same.
    """
    within = Within(entry=entry) if entry else Within()
    if dossier is not None:
        within = Within(row=dossier) if isinstance(dossier, int) else Within(dossier=dossier)
    alias = settings.VIEWER_ALIAS
    with _stand_in(Door("viewer", alias)), transaction.atomic(using=alias, durable=True):
        connection = connections[alias]
        if connection.vendor == "postgresql":
            with _role(connection, settings.VIEWER_ROLE if settings.ONE_ALIAS else None):
                yield _noted(reach_of_database(connection, viewer, within))
        else:
            reach = _noted(reach_by_query(viewer, within))
            with _nothing_written(connection):
                yield reach


def _noted(reach: Reach) -> Reach:
    """Only an emergency reading shares with a worker: the row of the page is to say so (access/emergency.py)."""
    if reach.capacity == STAFF and reach.shared:
        trace.by_share()
    return reach


@contextmanager
def _rules_door() -> Iterator[None]:
    alias = settings.RULES_ALIAS
    with _stand_in(Door("rules", alias)), transaction.atomic(using=alias):
        yield


@contextmanager
def upkeep() -> Iterator[None]:
    """For migrations, the bulk loader and test set-up only: household tables without a viewer."""
    with _stand_in(Door("upkeep", settings.RULES_ALIAS)):
        yield


def through_rules(function: Callable[P, R]) -> Callable[P, R]:
    """Let `function` run behind the rules door; its name joins the list that a test holds."""
    RULES_DOOR_USERS.add(f"{function.__module__}.{function.__qualname__}")

    @wraps(function)
    def behind_the_door(*args: P.args, **kwargs: P.kwargs) -> R:
        with _rules_door():
            return function(*args, **kwargs)

    return behind_the_door


def planned_for_these_values() -> None:
    """Behind the rules door: until it closes PostgreSQL plans each statement for the values it is asked with.

    For a search whose best way in depends on what is asked (decision 0007 says why pages have one plan for all values).
    """
    connection = connections[settings.RULES_ALIAS]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL plan_cache_mode = force_custom_plan")


@contextmanager
def _role(connection: Any, role: str | None) -> Iterator[None]:
    """Take a role for the rest of the transaction; only where both doors share one connection (tests)."""
    if role is None:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {connection.ops.quote_name(role)}")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("RESET ROLE")


@contextmanager
def _nothing_written(connection: Any) -> Iterator[None]:
    """SQLite where both doors share one connection (tests): raises where something was written through this one.

    A viewer's own connection refuses writes from its first moment (settings). That is not switched on and off per door,
    since with it SQLite forgets every statement it prepared: that took a third of the time of a page.
    """
    if not settings.ONE_ALIAS:
        yield
        return
    before = connection.connection.total_changes
    yield
    if connection.connection.total_changes != before:
        raise DoorClosed("written through the viewer door")


class DoorRouter:
    """Sends household data through the open door, everything else to the rules alias."""

    def _alias(self, model: Any) -> str:
        if not getattr(model, "household_data", False):
            return settings.RULES_ALIAS
        door = _open.get()
        if door is None:
            raise DoorClosed(f"{model.__name__} outside a door")
        return door.alias

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return self._alias(model)

    def db_for_write(self, model: Any, **hints: Any) -> str:
        alias = self._alias(model)
        door = _open.get()
        if door is not None and door.kind == "viewer" and getattr(model, "household_data", False):
            raise DoorClosed(f"{model.__name__} written through the viewer door")
        return alias

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == settings.RULES_ALIAS


def _refuse_outside(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    if _open.get() is None and _HOUSEHOLD_TABLE.search(sql):
        raise DoorClosed("a query on household data outside a door")
    return execute(sql, params, many, context)


def _guard_connection(connection: Any, **_: Any) -> None:
    if _refuse_outside not in connection.execute_wrappers:
        connection.execute_wrappers.append(_refuse_outside)
    if connection.vendor == "postgresql":
        connection.connection.prepared_max = MOST_PREPARED


connection_created.connect(_guard_connection, dispatch_uid="naast.doors")


def open_for_migrations(**_: Any) -> None:
    """Migrations shape the tables themselves and run before any viewer exists."""
    if _open.get() is None:
        _open.set(Door("upkeep", settings.RULES_ALIAS))


def close_after_migrations(**_: Any) -> None:
    """Nothing is open once the tables are as they should be."""
    door = _open.get()
    if door is not None and door.kind == "upkeep":
        _open.set(None)
