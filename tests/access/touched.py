"""Which rows PostgreSQL passes over, as its own counters say: also those that a policy then leaves out.

Hidden rows that are passed over cost time, and time would tell (design 4.12). Counted are the rows of tables with
household data that a scan gave on; rows that were undone are not.
"""

from collections import Counter
from typing import Any

from django.db import connection
from tests.world.test_security import household_models

from naast.access.doors import upkeep

TABLES = """
SELECT c.oid, coalesce(i.indrelid, c.oid)::regclass::text, i.indrelid IS NULL
  FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
  JOIN pg_class t ON t.oid = coalesce(i.indrelid, c.oid) AND t.relkind = 'r' AND t.relrowsecurity
"""
COUNTED = """
SELECT o, pg_stat_get_xact_tuples_fetched(o), pg_stat_get_xact_tuples_returned(o) FROM unnest(%s::oid[]) o
"""


class Touched:
    """By table how many rows were passed over between two calls of `since`."""

    def __init__(self) -> None:
        self.tables = {oid: (table, whole) for oid, table, whole in _asked(TABLES)}
        self.before: Counter[str] = Counter()

    def since(self) -> dict[str, int]:
        """Since the last call, or since the transaction began."""
        now: Counter[str] = Counter()
        for oid, fetched, returned in _asked(COUNTED, list(self.tables)):
            table, whole = self.tables[oid]
            now[table] += fetched + (returned if whole else 0)  # an index returns more than is looked at
        passed, self.before = now - self.before, now
        return dict(passed)


def _asked(sql: str, *values: object) -> list[Any]:
    with connection.connection.cursor() as plain:
        return list(plain.execute(sql, values).fetchall())


TIMES = 150
FAR = 1_000_000  # row ids from one copy to the next


def among_many() -> None:
    """As many dossiers as that beside the one there is: a table of a few rows is read whole, hidden ones and all.

    Every row is copied with its ties, under other ids; for the rest of the transaction.
    """
    with upkeep(), connection.cursor() as cursor:
        for model in household_models():
            table = model._meta.db_table
            columns = {f'"{field.column}"': _copied(field) for field in model._meta.concrete_fields}
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)})"
                f" SELECT {', '.join(columns.values())} FROM {table}, generate_series(1, {TIMES}) k"
            )
        for whole in (
            "seqscan",
            "hashjoin",
            "mergejoin",
        ):  # each reads a table that is still small from end to end
            cursor.execute(f"SET LOCAL enable_{whole} = off")
        cursor.execute("ANALYZE")
        cursor.execute("DISCARD PLANS")


def _copied(field: Any) -> str:
    if field.get_internal_type() == "UUIDField":
        return "gen_random_uuid()"
    target = getattr(field.related_model, "household_data", False)
    return f'"{field.column}" + k * {FAR}' if field.primary_key or target else f'"{field.column}"'
