"""Queries of each page, and the same rows by plain SQL: what a page asks, asked again without Naast around it."""

import json
import statistics
import sys
import time
from typing import Any
from uuid import uuid4

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


def main(admin: str, asked: list[dict[str, str]]) -> None:
    """Prints {path: [queries, milliseconds by plain SQL]} of these requests (the fields of `drive.Ask`)."""
    django.setup()
    from django.conf import settings
    from django.db import connections
    from django.test import Client

    found = {}
    for one in asked:
        client = Client(HTTP_HOST="localhost")
        client.cookies.load(one["cookie"])

        def ask(client: Client = client, path: str = one["path"], body: str = one["body"]) -> int:
            if not body:
                return client.get(path).status_code
            form = body.replace("{once}", str(uuid4()))
            return client.post(path, form, content_type="application/x-www-form-urlencoded").status_code

        ask()
        heard = Heard()
        for alias in settings.DATABASES:
            connections[alias].execute_wrappers.append(heard)
        answered = ask()
        for alias in settings.DATABASES:
            connections[alias].execute_wrappers.remove(heard)
        if answered != (303 if one["body"] else 200):
            raise SystemExit(f"{one['path']} answered {answered}")
        found[one["path"]] = [len(heard.statements), _plain(admin, heard.statements)]
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
    main(sys.argv[1], json.loads(sys.argv[2]))
