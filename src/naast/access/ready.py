"""Statements that are written once a process: the ORM took longer to write them than PostgreSQL to answer them.

`rows(build, reach, ...)` runs the query that `build(reach, ...)` gives. The first time for each *shape* it is built
with slots where the values go, and its SQL is kept; from then on only the values are filled in. Who reads what is
still said in one place, `policy`, whose functions `build` calls (docs/decisions/0008).
"""

import copy
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BigIntegerField, DateTimeField, QuerySet, TextField, UUIDField, Value
from django.db.models.sql.compiler import SQLCompiler

from .one_of import Ids
from .reach import Reach

T = TypeVar("T")
FIELDS: dict[type, Any] = {
    int: BigIntegerField(),
    str: TextField(),
    datetime: DateTimeField(),
    UUID: UUIDField(),
}
MOST_SHAPES = 2000  # a resident's reach differs by how many circles open later; old ones are forgotten


class Slot(Value):
    """Where one value will stand in a statement that is kept."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """A parameter that is this slot itself."""
        return "%s", [self]

    def filled(self, given: dict[str, Any], connection: Any) -> Any:
        """The parameter for these values."""
        return self.output_field.get_db_prep_value(given[self.value], connection)


@dataclass(frozen=True, slots=True)
class _Shape:
    """All of a reach that changes the text of a statement."""

    capacity: str
    later: int
    shared: bool
    withheld: bool
    eyes: "_Shape | None"

    @classmethod
    def of(cls, reach: Reach) -> "_Shape":
        eyes = cls.of(reach.eyes) if reach.eyes else None
        return cls(reach.capacity, len(reach.later), bool(reach.shared), bool(reach.withheld), eyes)

    def slots(self, prefix: str = "reach") -> Reach:
        """A reach of this shape with slots for its values; the dossier of its door is no part of it."""
        slot: Any = lambda name, kind: Slot(f"{prefix}.{name}", FIELDS[kind])  # noqa: E731
        ids: Any = lambda name: Ids(f"{prefix}.{name}")  # noqa: E731
        return Reach(
            slot("human", int),
            self.capacity,
            slot("at", datetime),
            ids("whole"),
            tuple((slot(f"{n}.circle", int), slot(f"{n}.from", datetime)) for n in range(self.later)),
            ids("shared") if self.shared else (),
            ids("withheld") if self.withheld else (),
            ids("inside"),
            None,
            self.eyes.slots(f"{prefix}.eyes") if self.eyes else None,
        )


def _values(reach: Reach, prefix: str = "reach") -> dict[str, Any]:
    found = {
        f"{prefix}.human": reach.human,
        f"{prefix}.at": reach.at,
        f"{prefix}.whole": reach.whole,
        f"{prefix}.shared": reach.shared,
        f"{prefix}.withheld": reach.withheld,
        f"{prefix}.inside": reach.inside,
    }
    for place, (circle, opens_from) in enumerate(reach.later):
        found |= {f"{prefix}.{place}.circle": circle, f"{prefix}.{place}.from": opens_from}
    return found | _values(reach.eyes, f"{prefix}.eyes") if reach.eyes else found


@dataclass(frozen=True, slots=True)
class _Written:
    query: QuerySet[Any]
    compiler: SQLCompiler
    sql: str
    params: tuple[Any, ...]


@lru_cache(maxsize=MOST_SHAPES)
def _written(
    build: Callable[..., QuerySet[Any]],
    shape: _Shape,
    fixed: tuple[Hashable, ...],
    kinds: tuple[tuple[str, type | None], ...],
) -> _Written | None:
    """The statement of one shape; None where it can have no rows whatever the values."""
    slots = {
        name: None if kind is None else Slot(name, FIELDS[kind]) if kind in FIELDS else Ids(name)
        for name, kind in kinds
    }
    query = build(shape.slots(), *fixed, **slots)
    compiler = query.query.get_compiler(using=query.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    return _Written(query, compiler, sql, tuple(params))


def forget() -> None:
    """Write every statement anew: for a test that changes what `policy` says."""
    _written.cache_clear()


def _kind(value: Any) -> type | None:
    return None if value is None else next((kind for kind in FIELDS if isinstance(value, kind)), tuple)


def rows(build: Callable[..., QuerySet[Any, T]], reach: Reach, *fixed: Hashable, **given: Any) -> list[T]:
    """The rows of `build(reach, *fixed, **given)`, inside an open door.

    `build` is a function of a module. It may ask of `given` (row ids, a number, a text, a moment, a public id) only
    whether it is None, and of `reach` only what `policy` asks; what else decides the text stands in `fixed`, of which
    there are few.
    """
    kinds = tuple((name, _kind(value)) for name, value in given.items())
    written = _written(build, _Shape.of(reach), fixed, kinds)
    if written is None:
        return []
    found = written.query.all()
    connection = connections[found.db]
    values = _values(reach) | given
    params = [
        one.filled(values, connection) if isinstance(one, Slot | Ids) else one for one in written.params
    ]
    compiler = copy.copy(written.compiler)
    compiler.connection, compiler.using = connection, found.db
    compiler.as_sql = lambda *_, **__: (written.sql, tuple(params))  # type: ignore[method-assign]
    found.query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
    return list(found)
