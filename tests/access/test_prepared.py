"""What was prepared for a connection stays after a rollback, and goes where a table may be another one."""

import pytest
from django.db import connection, transaction

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite prepares by itself"),
]


def asked(times: int = 4) -> int:
    """How many statements are prepared for this connection, after one was asked so often."""
    with connection.cursor() as cursor:
        for _ in range(times):
            cursor.execute("SELECT count(*) FROM team WHERE id = %s", [1])
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        return int(cursor.fetchone()[0])


def undone() -> None:
    with transaction.atomic():
        transaction.set_rollback(True)


def test_what_is_undone_leaves_what_was_prepared() -> None:
    before = asked()
    undone()
    assert before > 0
    assert asked(0) >= before


def test_where_a_table_is_dropped_all_is_prepared_anew() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE other (id integer)")
        asked()
        cursor.execute("DROP TABLE other")
    assert asked(0) == 0
