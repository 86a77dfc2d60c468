"""Statements that are written once a process: the ORM took longer to write them than a database to answer them.

`rows(build, ...)` runs the query that `build(...)` gives. The first time it is built with slots where the values go,
and its SQL is kept; from then on only the values are filled in (docs/decisions/0008).
"""

import copy
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BigIntegerField, DateField, DateTimeField, QuerySet, TextField, UUIDField, Value
from django.db.models.sql.compiler import SQLCompiler

from .one_of import Ids

T = TypeVar("T")
FIELDS: dict[type, Any] = {
    int: BigIntegerField(),
    str: TextField(),
    datetime: DateTimeField(),  # before a day, for a moment is one too
    date: DateField(),
    UUID: UUIDField(),
}
MOST_KEPT = 2000  # a resident's reach differs by how many circles open later; old ones are forgotten

Kinds = tuple[tuple[str, type | None], ...]


class Slot(Value):
    """Where one value will stand in a statement that is kept."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """A parameter that is this slot itself."""
        return "%s", [self]

    def filled(self, given: dict[str, Any], connection: Any) -> Any:
        """The parameter for these values."""
        return self.output_field.get_db_prep_value(given[self.value], connection)


@dataclass(frozen=True, slots=True)
class Written:
    """One statement with its slots, and the query whose rows it gives."""

    query: QuerySet[Any]
    compiler: SQLCompiler
    sql: str
    params: tuple[Any, ...]


@lru_cache(maxsize=MOST_KEPT)
def written(build: Callable[..., QuerySet[Any]], fixed: tuple[Hashable, ...], kinds: Kinds) -> Written | None:
    """The statement of `build(*fixed, **slots)`; None where it can have no rows whatever the values."""
    slots = {
        name: None if kind is None else Slot(name, FIELDS[kind]) if kind in FIELDS else Ids(name)
        for name, kind in kinds
    }
    query = build(*fixed, **slots)
    compiler = query.query.get_compiler(using=query.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    return Written(query, compiler, sql, tuple(params))


def forget() -> None:
    """Write every statement anew: for a test that changes what `policy` says."""
    written.cache_clear()


def kinds_of(given: dict[str, Any]) -> Kinds:
    """Of each value whether it is one number, text, moment, day or public id, none, or row ids."""
    return tuple((name, _kind(value)) for name, value in given.items())


def _kind(value: Any) -> type | None:
    return None if value is None else next((kind for kind in FIELDS if isinstance(value, kind)), tuple)


def filled(statement: Written | None, values: dict[str, Any]) -> list[Any]:
    """The rows of a statement for these values, inside an open door."""
    if statement is None:
        return []
    found = statement.query.all()
    connection = connections[found.db]
    params = [
        one.filled(values, connection) if isinstance(one, Slot | Ids) else one for one in statement.params
    ]
    compiler = copy.copy(statement.compiler)
    compiler.connection, compiler.using = connection, found.db
    compiler.as_sql = lambda *_, **__: (statement.sql, tuple(params))  # type: ignore[method-assign]
    found.query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
    return list(found)


def rows(build: Callable[..., QuerySet[Any, T]], *fixed: Hashable, **given: Any) -> list[T]:
    """The rows of `build(*fixed, **given)`, inside an open door.

    `build` is a function of a module. It may ask of `given` (row ids, a number, a text, a moment, a day, a public id)
    only whether it is None; what else decides the text stands in `fixed`, of which there are few.
    """
    return filled(written(build, fixed, kinds_of(given)), given)
