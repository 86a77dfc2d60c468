"""A viewer's reach: which circles, from when, which shares, and what is withheld, at one moment.

Computed once per door. On PostgreSQL by the definer function `naast_enter` (which also stores it for
row-level security), elsewhere by the queries here; a random-worlds test holds the two equal.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.db.models import Q, QuerySet

from naast.records.models import CircleRow, Dossier, Entry, Share, Withheld

from . import kept, trace
from .one_of import OneOf
from .same_person import OneHuman, held_of, humans
from .viewer import RESIDENT, Viewer


@dataclass(frozen=True, slots=True)
class Reach:
    """Row ids only. `later` pairs a circle with the moment from which it is open to this viewer.

    `eyes` is a second reach: what is shown must be in both. `dossier` is the one dossier that the door was
    narrowed to; None where it was not narrowed, or where the viewer has no part in it.
    """

    human: int
    capacity: str
    at: datetime
    whole: tuple[int, ...] = ()
    later: tuple[tuple[int, datetime], ...] = ()
    shared: tuple[int, ...] = ()
    withheld: tuple[int, ...] = ()
    dossiers: frozenset[int] = field(default_factory=frozenset)
    dossier: int | None = None
    eyes: "Reach | None" = None

    @property
    def inside(self) -> Collection[int]:
        """Row ids of the dossiers in which this viewer is in any circle, and the eyes too."""
        return self.dossiers & self.eyes.dossiers if self.eyes else self.dossiers

    @property
    def subject(self) -> int:
        """The human whose page this is: the eyes' human when looking through somebody's eyes."""
        return self.eyes.human if self.eyes else self.human


def running(at: datetime) -> Q:
    """The interval test of every row that opens something: starts <= at < ends."""
    return Q(starts__lte=at) & (Q(ends__isnull=True) | Q(ends__gt=at))


def runs(row: Any, at: datetime) -> bool:
    """The same test on a row that was read."""
    return row.starts <= at and (row.ends is None or row.ends > at)


def runs_on(row: Any, day: date) -> bool:
    """Does a row of days (a membership, a tie, contact data) hold on this day? An unknown beginning has begun."""
    return (row.starts is None or row.starts <= day) and (row.ends is None or row.ends > day)


def running_on(day: Any) -> Q:
    """The same, as a condition for `filter`."""
    return (Q(starts=None) | Q(starts__lte=day)) & (Q(ends=None) | Q(ends__gt=day))


def rows_of(human: int, capacity: str, at: datetime) -> QuerySet[CircleRow]:
    """The circle rows by which this human, in this capacity, reads at this moment."""
    return CircleRow.objects.filter(running(at), human_id=human, capacity=capacity)


def _kept_from(capacity: str, *, human: Any, all_of: Any, at: Any, dossier: Any) -> QuerySet[Withheld, Any]:
    """What is withheld from a human (`human`, also as the one row id of `all_of`), over all accounts and persons.

    Closed for work only is not closed for a resident. What the guard holds back from one person of a human is not held
    back from the other one that wrote it: they are not to notice.
    """
    rows = Withheld.objects.filter(running(at), OneHuman("human_id", all_of, at))
    rows = rows.exclude(held_of(human) & ~Q(human_id=human))
    if capacity == RESIDENT:
        rows = rows.filter(work_only=False)
    if dossier is not None:
        rows = rows.filter(dossier_id=dossier)
    return rows.values_list("entry_id", "person_id", "dossier_id")


def _withheld(human: int, capacity: str, at: datetime, dossier: int | None) -> tuple[set[int], set[int]]:
    """Row ids of withheld entries and of withheld dossiers."""
    found = kept.rows(_kept_from, capacity, human=human, all_of=(human,), at=at, dossier=dossier)
    entries = {entry for entry, _, _ in found if entry is not None}
    persons = {(person, of) for entry, person, of in found if entry is None and person is not None}
    dossiers = {of for entry, person, of in found if entry is None and person is None}
    if persons:
        named = humans({person for person, _ in persons}, at, "dossiers", {of for _, of in persons})
        for person, of_dossier in persons:
            entries |= {entry for entry, of in named.entries.get(person, ()) if of == of_dossier}
    return entries, dossiers


def kept_from(viewer: Viewer) -> tuple[set[int], set[int]]:
    """Row ids of the entries and of the dossiers that are withheld from this viewer now; needs the rules door.

    For acts that look for something which is not the viewer's yet: to them it is not there.
    """
    return _withheld(viewer.human, viewer.capacity, viewer.at, None)


@dataclass(frozen=True, slots=True)
class Within:
    """What a door is narrowed to: one dossier by row or public id, or the dossier of one entry; or nothing."""

    row: int | None = None
    dossier: UUID | None = None
    entry: UUID | None = None

    @property
    def narrows(self) -> bool:
        return self.row is not None or self.dossier is not None or self.entry is not None


def _within(viewer: Viewer, asked: Within) -> Within:
    """What is asked for, or the one dossier that this viewer's screen is locked to."""
    return asked if viewer.only is None else Within(row=viewer.only)


NIL = UUID(int=0)
NOWHERE = -1  # no dossier has this row id: a door narrowed to what does not exist opens nothing


def _row_of(within: Within) -> int | None:
    if within.row is not None or not within.narrows:
        return within.row
    if within.dossier is not None:
        found = kept.rows(_dossier, public=within.dossier)
    else:
        found = kept.rows(_dossier_of, entry=within.entry or NIL)
    return found[0] if found else NOWHERE


def _dossier(*, public: Any) -> QuerySet[Dossier, int]:
    return Dossier.objects.filter(public_id=public).values_list("id", flat=True)


def _dossier_of(*, entry: Any) -> QuerySet[Entry, int]:
    return Entry.objects.filter(public_id=entry).values_list("dossier_id", flat=True)


def _open(rows: QuerySet[Any], closed: Any, dossier: Any) -> QuerySet[Any]:
    rows = rows.exclude(OneOf("dossier_id", closed))
    return rows if dossier is None else rows.filter(dossier_id=dossier)


def _rows(capacity: str, *, human: Any, at: Any, closed: Any, dossier: Any) -> QuerySet[CircleRow, Any]:
    found = _open(rows_of(human, capacity, at), closed, dossier)
    return found.values_list("circle_id", "opens_from", "dossier_id")


def _shares(capacity: str, *, human: Any, at: Any, closed: Any, dossier: Any) -> QuerySet[Share, Any]:
    found = Share.objects.filter(running(at), human_id=human, capacity=capacity)
    return _open(found, closed, dossier).values_list("entry_id", "dossier_id")


def _one(human: int, capacity: str, at: datetime, dossier: int | None) -> Reach:
    entries, closed = _withheld(human, capacity, at, dossier)
    asked: dict[str, Any] = {"human": human, "at": at, "closed": closed, "dossier": dossier}
    whole: set[int] = set()
    later: dict[int, datetime] = {}
    dossiers: set[int] = set()
    for circle, opens_from, of_dossier in kept.rows(_rows, capacity, **asked):
        dossiers.add(of_dossier)
        if opens_from is None:
            whole.add(circle)
        else:
            later[circle] = min(opens_from, later.get(circle, opens_from))
    shared: set[int] = set()
    for entry, of_dossier in kept.rows(_shares, capacity, **asked):
        dossiers.add(of_dossier)
        shared.add(entry)
    return Reach(
        human,
        capacity,
        at,
        tuple(sorted(whole)),
        tuple(sorted((c, t) for c, t in later.items() if c not in whole)),
        tuple(sorted(shared)),
        tuple(sorted(entries)),
        frozenset(dossiers),
        dossier if dossier in dossiers else None,
    )


def _with_eyes(viewer: Viewer, compute: Callable[[int, str, datetime, bool], Reach]) -> Reach:
    own = compute(viewer.human, viewer.capacity, viewer.at, True)
    if viewer.eyes_of is None:
        return own
    eyes = viewer.eyes_of
    return replace(own, eyes=compute(eyes.human, eyes.capacity, eyes.at, False))


def reach_by_query(viewer: Viewer, within: Within) -> Reach:
    """The reach of `viewer` by plain queries; needs an open door that sees the circle tables."""
    row = _row_of(_within(viewer, within))
    trace.tried(viewer, row if row != NOWHERE else None)
    return _with_eyes(viewer, lambda human, capacity, at, _: _one(human, capacity, at, row))


def reach_of_database(connection: Any, viewer: Viewer, within: Within, *, for_rows: bool = True) -> Reach:
    """The reach of `viewer` by the definer function, which also sets it for row-level security (`for_rows`)."""
    within = _within(viewer, within)

    def enter(human: int, capacity: str, at: datetime, store: bool) -> Reach:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT whole, later, later_from, shared, withheld, dossiers, dossier"
                " FROM naast_enter(%s, %s, %s, %s, %s, %s, %s)",
                [human, capacity, at, within.row, within.dossier, within.entry, store if for_rows else None],
            )
            whole, later, later_from, shared, withheld, dossiers, dossier = cursor.fetchone()
        if store:
            trace.tried(viewer, dossier if dossier != NOWHERE else None)
        return Reach(
            human,
            capacity,
            at,
            tuple(whole),
            tuple(zip(later, later_from, strict=True)),
            tuple(shared),
            tuple(withheld),
            frozenset(dossiers),
            dossier if dossier in dossiers else None,
        )

    return _with_eyes(viewer, enter)


def reach_of(viewer: Viewer, within: Within) -> Reach:
    """The reach of `viewer` behind the rules door: one statement where the database has the function for it."""
    connection = connections[settings.RULES_ALIAS]
    if connection.vendor == "postgresql":
        return reach_of_database(connection, viewer, within, for_rows=False)
    return reach_by_query(viewer, within)
