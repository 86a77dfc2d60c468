"""Row-level security of one new table, for migrations: who may read what is said in one policy (design 4.12)."""

from typing import Any

from django.conf import settings

READS_THE_ENTRY = "EXISTS (SELECT 1 FROM h_entry e WHERE e.id = entry_id)"
"""The policy of a kind's own table: it is read by whoever may read its entry."""


def shut(schema_editor: Any, table: str, readable: str = READS_THE_ENTRY) -> None:
    """Let the viewer's login read only rows of `table` that are `readable`; nothing on other databases."""
    if schema_editor.connection.vendor != "postgresql":
        return
    viewer, rules = settings.VIEWER_ROLE, settings.RULES_ROLE
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        cursor.execute(f'GRANT SELECT ON {table} TO "{viewer}"')
        cursor.execute(f'CREATE POLICY reads ON {table} FOR SELECT TO "{viewer}" USING ({readable})')
        cursor.execute(
            f'CREATE POLICY rules ON {table} TO "{rules}", CURRENT_USER USING (true) WITH CHECK (true)'
        )
