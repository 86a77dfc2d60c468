"""What was seen and done: one access-log row a page or act, one processing row a person, before the answer leaves."""

from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction
from django.db.models import Model, Q
from django.db.models.sql import InsertQuery

from naast.records.models import ProcessingLine, TraceLine

from .viewer import Viewer

SHOWN, DONE, REFUSED = "shown", "done", "refused"
EMERGENCY = "emergency"  # how the acts of emergency reading are called, and the pages that were read by it
EMERGENCY_ACT = f"{EMERGENCY} reading"  # of these the acts: opening one, its second reason, ending it ...
RELEASED = Q(released_at__isnull=False) | ~Q(act__startswith=EMERGENCY)
"""Rows that a resident may hear of: no emergency reading, or one that a person of the team has seen."""


@dataclass(slots=True)
class Page:
    """What one request has shown so far. Ids only. `by_share`: a worker read something that was shared with them, which
    is what an emergency reading does. `tried`: the dossier (row id) that was asked for, also where it was refused."""

    viewer: Viewer | None = None
    dossier: int | None = None
    shown: dict[UUID, None] = field(default_factory=dict)
    persons: dict[int, None] = field(default_factory=dict)
    acted: bool = False
    by_share: bool = False
    tried: int | None = None


_page: ContextVar[Page | None] = ContextVar("naast_page", default=None)


def begin() -> None:
    """Start collecting for one request; called by the web faces' middleware."""
    _page.set(Page())


def saw(
    viewer: Viewer, dossier: int | None = None, entries: Iterable[UUID] = (), persons: Iterable[int] = ()
) -> None:
    """Every access function tells here what it gives out: public ids of entries, row ids of persons."""
    page = _page.get()
    if page is None:
        return
    page.viewer = viewer
    page.dossier = dossier if dossier is not None else page.dossier
    page.shown.update(dict.fromkeys(entries))
    page.persons.update(dict.fromkeys(persons))


def tried(viewer: Viewer, dossier: int | None) -> None:
    """Every reach that is narrowed to a dossier says so here, before it is known whether it opens anything."""
    page = _page.get()
    if page is None:
        return
    page.viewer = page.viewer or viewer
    page.tried = dossier if dossier is not None else page.tried


def acted() -> None:
    """An act has written its own row; the request needs no second one."""
    page = _page.get()
    if page is not None:
        page.acted = True


def by_share() -> None:
    """A worker's door opened with a share among what they read; called by that door."""
    page = _page.get()
    if page is not None:
        page.by_share = True


def read_by_share() -> tuple[Viewer, int] | None:
    """Who has read by a share in which dossier, by the request's page so far; None where nobody has."""
    page = _page.get()
    if page is None or page.viewer is None or page.dossier is None or not page.by_share:
        return None
    return page.viewer, page.dossier


def finish(act: str, refused: bool, released: bool = True) -> None:
    """Write the request's row in a transaction of its own, so that it stays whatever happens after.

    An emergency reading that is not `released` keeps its row from residents until it is.
    """
    page = _page.get()
    _page.set(None)
    if page is None or page.viewer is None or page.acted:
        return
    write(
        page.viewer,
        act,
        REFUSED if refused else SHOWN,
        dossier=page.tried if refused and page.dossier is None else page.dossier,
        entries=page.shown,
        persons=page.persons,
        released_at=page.viewer.at if released and act.startswith(EMERGENCY) else None,
    )


def write(
    viewer: Viewer,
    act: str,
    outcome: str,
    *,
    dossier: int | None = None,
    entries: Iterable[UUID] = (),
    persons: Iterable[int] = (),
    released_at: datetime | None = None,
) -> None:
    """Append one access row, and one processing row for each person whose data was shown."""
    line = TraceLine(
        at=viewer.at,
        account_id=viewer.account,
        human_id=viewer.human or None,
        capacity=viewer.capacity,
        act=act[:40],
        outcome=outcome,
        dossier_id=dossier,
        eyes_of=viewer.eyes_of.human if viewer.eyes_of else None,
        handed_by=viewer.handed_by,
        shown=b"".join(entry.bytes for entry in entries),
        released_at=released_at,
    )
    processed = [ProcessingLine(at=viewer.at, person_id=person, activity=act[:40]) for person in persons]
    alias = settings.RULES_ALIAS
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        for statement, params in _statements([line], processed):
            cursor.execute(statement, params)


def _statements(*tables: Sequence[Model]) -> list[tuple[str, tuple[Any, ...]]]:
    """What inserts the rows of each table: on PostgreSQL in one statement, as every page waits for it."""
    connection = connections[settings.RULES_ALIAS]
    inserts = []
    for rows in filter(None, tables):
        insert = InsertQuery(type(rows[0]))
        fields = [field for field in type(rows[0])._meta.concrete_fields if not field.primary_key]
        insert.insert_values(fields, list(rows))
        inserts += insert.get_compiler(connection=connection).as_sql()
    if connection.vendor != "postgresql":
        return inserts
    *first, (last, params) = inserts
    before = ", ".join(f"line_{place} AS ({statement})" for place, (statement, _) in enumerate(first))
    together = tuple(param for _, some in first for param in some) + tuple(params)
    return [(f"WITH {before} {last}" if first else last, together)]
