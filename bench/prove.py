"""What the loader wrote is what the acts wrote: rows of a sample of copies, shifted back, against the block's."""

import random
from typing import Any

from django.db import connection, models

from bench.load import STRIDE, tables
from naast.access.doors import upkeep

SAMPLE = 5
COUNTS = (
    "SELECT (SELECT count(*) FROM h_household), (SELECT count(*) FROM h_person), (SELECT count(*) FROM h_entry), "
    "(SELECT count(*) FROM h_circle), (SELECT count(*) FROM h_circle_row)"
)


class Different(AssertionError):
    """A copied row is not what the acts would have written."""


def compare(copies: int, seed: int = 3) -> int:
    """Rows compared; raises Different at the first that differs but for its ids and unique texts."""
    compared = 0
    chosen = random.Random(seed).sample(range(1, copies + 1), min(SAMPLE, copies))
    with upkeep():
        for model in tables():
            told = _rows(model, 0)
            for copy in chosen:
                if _rows(model, copy) != told:
                    raise Different(f"{model._meta.db_table}, copy {copy}")
                compared += len(told)
    return compared


def _rows(model: type[models.Model], copy: int) -> list[tuple[Any, ...]]:
    """The rows of one copy, with row ids shifted back and without what must be unique."""
    pk = model._meta.pk
    fields = [
        f for f in model._meta.concrete_fields if not isinstance(f, models.UUIDField) and f.column != "digest"
    ]
    columns = ", ".join(
        f'"{f.column}" - {copy * STRIDE}' if f.is_relation or f.primary_key else _text(f, copy)
        for f in fields
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT {columns} FROM "{model._meta.db_table}" WHERE "{pk.column}" >= {copy * STRIDE} '
            f'AND "{pk.column}" < {(copy + 1) * STRIDE} ORDER BY "{pk.column}"'
        )
        return cursor.fetchall()


def _text(field: Any, copy: int) -> str:
    """A unique text carries the number of its copy in front; that goes off again."""
    column = f'"{field.column}"'
    return f"substr({column}, {len(str(copy)) + 2})" if field.unique and copy else column
