"""Queries of each page, and the same rows by plain SQL: what a page asks, asked again without Naast around it."""

import json
import statistics
import sys
import time
from typing import Any

import django
import psycopg

TURNS = 30


class Heard:
    """Writes down every statement that goes by."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, Any]] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.statements.append((sql, params))
        return execute(sql, params, many, context)


def main(admin: str, session: str, paths: list[str]) -> None:
    """Prints {path: [queries, milliseconds by plain SQL]}."""
    django.setup()
    from django.conf import settings
    from django.db import connections
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    found = {}
    for path in paths:
        client.get(path)
        heard = Heard()
        for alias in settings.DATABASES:
            connections[alias].execute_wrappers.append(heard)
        answer = client.get(path)
        for alias in settings.DATABASES:
            connections[alias].execute_wrappers.remove(heard)
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}")
        found[path] = [len(heard.statements), _plain(admin, heard.statements)]
    print(json.dumps(found))


def _plain(admin: str, statements: list[tuple[str, Any]]) -> float:
    """Milliseconds (median) for the reads among them on one connection without row-level security."""
    reads = [(sql, params) for sql, params in statements if sql.lstrip().upper().startswith("SELECT")]
    took = []
    with psycopg.connect(admin, autocommit=True) as connection:
        for _ in range(TURNS):
            begun = time.perf_counter()
            for sql, params in reads:
                connection.execute(sql, params).fetchall()
            took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
