"""What PostgreSQL prepared for a connection stays when a transaction is undone (docs/decisions/0007)."""

import re
from collections.abc import Sequence
from typing import Any

from psycopg._preparing import Prepare, PrepareManager

# after these a table may be another one
_OTHER_TABLES = re.compile(rb"(?:DROP|ALTER|DISCARD ALL|DEALLOCATE ALL)\b")


class Prepared(PrepareManager):
    """psycopg lets all go at each rollback, since a table that was made in it may be made anew.

    Here only migrations make tables, and a rollback is every no of an act and every page that is not there.
    """

    def clear(self) -> bool:
        """Called by psycopg when a transaction is undone: nothing goes."""
        return False

    def _should_discard(self, prep: Prepare, results: Sequence[Any], *_: Any) -> bool:
        if any(_OTHER_TABLES.match(result.command_status or b"") for result in results):
            return super().clear()
        return False


def keep_prepared(connection: Any, most: int) -> None:
    """Let this connection of psycopg keep at most so many statements, and keep them."""
    kept = Prepared()
    kept.prepare_threshold = connection.prepare_threshold
    kept.prepared_max = most
    connection._prepared = kept
