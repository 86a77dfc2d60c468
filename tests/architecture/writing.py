"""Who writes to the database."""

import ast
from collections.abc import Iterator

from .source import calls

ON_ANYTHING = {"save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
ON_ROWS = {"create", "update", "delete", "acreate", "aupdate", "adelete", "asave"}
ROWS = {"objects", "filter", "exclude", "using", "all", "select_for_update", "order_by"}


def writes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, call) of every write; `update` and `delete` count on a manager or a query, not on a dict."""
    for line, name in calls(tree):
        *before, last = name.split(".")
        if before and (last in ON_ANYTHING or (last in ON_ROWS and ROWS & set(before))):
            yield line, name
