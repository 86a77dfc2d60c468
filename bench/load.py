"""The bulk loader, the only writer past the acts: repeats one block of households, every id shifted.

Each table is copied with one statement; ids and foreign keys move by the same stride, public ids are derived
from the original and the copy's number, and texts that must be unique get that number in front.
"""

from django.apps import apps
from django.db import connection, models
from django.db.backends.utils import CursorWrapper

from naast.access.doors import upkeep
from naast.records.models import Account, Team

STRIDE = 100_000  # more rows than any table of the block has
PLAIN_INDEXES = (
    "SELECT i.relname, pg_get_indexdef(i.oid) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid "
    "JOIN pg_class t ON t.oid = x.indrelid WHERE t.relname = ANY(%s) AND NOT x.indisunique"
)
LEFT_OUT = {
    "h_once",
    "h_draft",
    "trace_line",
    "processing_line",
    "trace_segment",
    "waiting_text",
    "sign_in_link",
}


def tables() -> list[type[models.Model]]:
    """Every table that the block fills, those that others point to first."""
    found = [Team, Account]
    found += (
        model
        for model in apps.get_app_config("records").get_models()
        if getattr(model, "household_data", False) and model._meta.db_table not in LEFT_OUT
    )
    return found


def _shifted(field: models.Field) -> str:  # type: ignore[type-arg]
    column = f'"{field.column}"'
    if isinstance(field, models.UUIDField):
        return f"md5({column}::text || n)::uuid"
    if field.is_relation or field.primary_key:
        return f"{column} + n * {STRIDE}"
    if field.column == "digest":
        return f"md5({column} || n)"
    if field.unique:
        return f"n || '.' || {column}"
    return column


def copy_statement(model: type[models.Model], copies: int) -> str:
    """The statement that repeats one table of the block `copies` times."""
    fields = list(model._meta.concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    shifted = ", ".join(_shifted(field) for field in fields)
    table = model._meta.db_table
    return (
        f'INSERT INTO "{table}" ({columns}) SELECT {shifted} FROM "{table}", generate_series(1, {copies}) AS n '
        f"WHERE {model._meta.pk.column} < {STRIDE}"
    )


def repeat(copies: int) -> None:
    """Repeat everything in an otherwise empty PostgreSQL database `copies` times, then refresh its statistics.

    Indexes that guard nothing are made afterwards: building one is far quicker than keeping it up to date.
    """
    with upkeep(), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # foreign keys hold by construction
        cursor.execute("SET maintenance_work_mem = '1GB'")
        cursor.execute("SET synchronous_commit = off")
        cursor.execute(PLAIN_INDEXES, [[model._meta.db_table for model in tables()]])
        plain = cursor.fetchall()
        for name, _ in plain:
            cursor.execute(f'DROP INDEX "{name}"')
        for model in tables():
            cursor.execute(copy_statement(model, copies))
            _continue_ids(cursor, model)
        for _, statement in plain:
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")
    connection.close()
    with upkeep(), connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _continue_ids(cursor: CursorWrapper, model: type[models.Model]) -> None:
    """The next row that an act writes gets an id after the last copied one."""
    pk = model._meta.pk
    if pk.is_relation or isinstance(pk, models.UUIDField):
        return
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('{model._meta.db_table}', '{pk.column}'), "
        f'(SELECT max("{pk.column}") FROM "{model._meta.db_table}"))'
    )
