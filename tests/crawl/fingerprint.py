"""Everything by which two answers could be told apart: status, headers, bytes, and the queries behind them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from . import reading

LITERALS: tuple[tuple[str, str], ...] = (
    (r"'(?:[^']|'')*'(?:::\w+(?:\[\])?)*", "?"),  # a list with nothing in it has one cast less
    (r"\bs\d+_x\d+\b", "savepoint"),
    (r"(?<= ) -(?=\d)", ""),  # psycopg writes a space more before a number below nothing
    (r"(?<!\w)-?\d+\b", "?"),
    (r"\b[0-9a-f]{32}\b", "?"),
    (r"\bNULL(?=[,)])", "?"),  # a value too, in what is inserted
)


@lru_cache(8192)
def shape(sql: str) -> str:
    """A query without its values; lists keep their length."""
    for pattern, instead in LITERALS:
        sql = re.sub(pattern, instead, sql)
    return sql


def of(client: Client, path: str, ids: Iterable[object] = (), *, post: bool = False) -> dict[str, Any]:
    """The fingerprint of one answer; `ids` are what was asked for and may be echoed."""
    also = [form for one in ids for form in (str(one), str(one).replace("-", ""))]
    connection.queries_log.clear()  # it keeps the last 9000 only: in a long walk a page would seem to ask nothing
    with CaptureQueriesContext(connection) as captured:
        response = client.post(path, {}) if post else client.get(path)
    return {
        "status": response.status_code,
        "body": reading.masked(reading.body(response), also),
        "headers": {name: reading.masked(value, also) for name, value in response.headers.items()},
        "queries": [shape(query["sql"]) for query in captured.captured_queries],
    }


def difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    """In what two fingerprints differ; nothing where they are alike."""
    for part in one:
        if one[part] != other[part]:
            return f"{part}: {_first(one[part], other[part])}"
    return ""


def without_lists(print_of: dict[str, Any]) -> dict[str, Any]:
    """The same, but of each query only what it selects and from which table: a list of one's own may be longer."""
    return print_of | {"queries": [query.partition(" WHERE ")[0] for query in print_of["queries"]]}


def _first(one: Any, other: Any) -> str:
    if isinstance(one, list) and len(one) != len(other):
        extra = [query for query in (*one, *other) if one.count(query) != other.count(query)]
        return f"{len(one)} and {len(other)} queries: {extra[0][:200] if extra else ''}"
    if isinstance(one, str):
        place = next(
            (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
        )
        return f"{one[max(0, place - 60) : place + 60]!r} and {other[max(0, place - 60) : place + 60]!r}"
    if isinstance(one, list):
        return next(f"{a[:300]} and {b[:300]}" for a, b in zip(one, other, strict=True) if a != b)
    return f"{one} and {other}"
