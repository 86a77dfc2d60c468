"""`column is one of these row ids`, as one parameter: the statement's text stays the same for every viewer.

PostgreSQL then plans each page's statements once a connection and not at every request; planning took seven tenths
of the time of a page (docs/decisions/0007). A list of parameters would be another statement for every length.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, F, Func


class OneOf(Func):
    """A condition for `filter`; true where `column` is among `ids` (row ids, as numbers). No ids: never true."""

    output_field = BooleanField()

    def __init__(self, column: str | F, ids: Iterable[int]) -> None:
        super().__init__(F(column) if isinstance(column, str) else column)
        self.ids = tuple(ids)

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """`= ANY(array)` on PostgreSQL; elsewhere the numbers themselves, which a statement may hold without limit."""
        sql, params = compiler.compile(self.get_source_expressions()[0])
        if connection.vendor == "postgresql":
            return f"{sql} = ANY(%s::bigint[])", [*params, list(self.ids)]
        numbers = ", ".join(str(int(number)) for number in self.ids)
        return f"{sql} IN ({numbers})", list(params)
