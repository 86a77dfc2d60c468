"""`column is one of these row ids`, as one parameter: the statement's text stays the same for every viewer.

PostgreSQL then plans each page's statements once a connection and not at every request; planning took seven tenths
of the time of a page (docs/decisions/0007). A list of parameters would be another statement for every length.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, F, Func


@dataclass(frozen=True, slots=True)
class Ids:
    """Row ids by name, to be filled in later (`ready`): where they will stand in a statement that is kept."""

    name: str

    def filled(self, given: dict[str, Any], connection: Any) -> Any:
        """The parameter for these values."""
        return as_parameter(given[self.name], connection)


def as_parameter(ids: Collection[int], connection: Any) -> Any:
    """An array on PostgreSQL, a JSON list on SQLite."""
    numbers = sorted(ids)
    return numbers if connection.vendor == "postgresql" else json.dumps(numbers)


class OneOf(Func):
    """A condition for `filter`; true where `column` is among `ids` (row ids, as numbers). No ids: never true."""

    output_field = BooleanField()

    def __init__(self, column: str | F, ids: Collection[int] | Ids) -> None:
        super().__init__(F(column) if isinstance(column, str) else column)
        self.ids = ids if isinstance(ids, Ids) else tuple(ids)

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """`= ANY(array)` on PostgreSQL; on SQLite what stands in the JSON list."""
        sql, params = compiler.compile(self.get_source_expressions()[0])
        ids = self.ids if isinstance(self.ids, Ids) else as_parameter(self.ids, connection)
        if connection.vendor == "postgresql":
            return f"{sql} = ANY(%s::bigint[])", [*params, ids]
        return f"{sql} IN (SELECT value FROM json_each(%s))", [*params, ids]  # nosec B608  # sql is Django's own
