"""One dossier with a long story: a passage of it repeated, each time older, as the loader repeats households."""

from django.db import connection

from bench.load import STRIDE
from naast.access.doors import upkeep
from naast.records.models import Entry, EntryPerson, SearchRow

LONG = 3_000
COPY = 1  # the copy of the block whose first dossier gets the long story

_OF = f"(SELECT min(id) FROM h_entry WHERE kind = 'passage' AND id >= {COPY * STRIDE})"
_SET = {
    ("h_entry", "id"): "(SELECT max(id) FROM h_entry) + n",
    ("h_entry", "confirmed_at"): "confirmed_at - n * interval '50 minutes'",
    ("h_entry", "moment_at"): "moment_at - n * interval '50 minutes'",
    ("h_entry_person", "id"): "(SELECT max(id) FROM h_entry_person) + row_number() OVER ()",
    ("h_entry_person", "confirmed_at"): "confirmed_at - n * interval '50 minutes'",
    ("h_search", "confirmed_at"): "confirmed_at - n * interval '50 minutes'",
}


def lengthen(entries: int = LONG) -> None:
    """Give the first dossier of one copy so many entries more, all told to whom the first passage was told."""
    with upkeep(), connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM h_entry")
        last = cursor.fetchone()[0]
        for model, key in ((Entry, "id"), (EntryPerson, "entry_id"), (SearchRow, "entry_id")):
            table = model._meta.db_table
            columns = [str(field.column) for field in model._meta.concrete_fields]
            values = []
            for column in columns:
                value = _SET.get((table, column), f'"{column}"')
                if column in ("public_id", "root"):
                    value = f"md5({column}::text || 'long' || n)::uuid"
                if column == "entry_id":
                    value = f"{last} + n"
                values.append(value)
            names = ", ".join(f'"{column}"' for column in columns)
            cursor.execute(
                f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} '
                f'FROM "{table}", generate_series(1, {entries}) AS n WHERE "{key}" = {_OF}'
            )
            if key == "id" or table == "h_entry_person":
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM \"{table}\"))"
                )
        cursor.execute("ANALYZE h_entry, h_entry_person, h_search")


def dossier() -> str:
    """Its public id."""
    with upkeep(), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT public_id FROM h_dossier WHERE id = (SELECT dossier_id FROM h_entry WHERE id = {_OF})"
        )
        return str(cursor.fetchone()[0])


def last_page() -> str:
    """The mark from which its story's last full page starts."""
    with upkeep(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT moment_at, public_id FROM h_entry WHERE kind = 'passage' AND dossier_id = "
            f"(SELECT dossier_id FROM h_entry WHERE id = {_OF}) ORDER BY moment_at, public_id LIMIT 1 OFFSET 30"
        )
        moment, public_id = cursor.fetchone()
    return f"{moment.isoformat()}_{public_id}"
