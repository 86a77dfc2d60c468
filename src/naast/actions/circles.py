"""Circles: find an equal one or make it; keep the team's rows equal to its involvements."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from naast.access import kept
from naast.access.reach import running
from naast.records.models import Circle, CircleRow, Dossier, Entry, Involvement

from .may import TEAM_ROLES


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """One named reader of a circle: why, and until when where time closes it (a birthday, an end date)."""

    human: int
    capacity: str
    because: str
    ends: datetime | None = None


def ensure(dossier: Dossier, readers: Iterable[Named], *, with_team: bool, at: datetime) -> Circle:
    """The circle of exactly these named people (and the team), made where no equal one exists."""
    named = sorted({(r.human, r.capacity): r for r in readers}.values(), key=lambda r: (r.human, r.capacity))
    digest = _digest(named, with_team)
    equal = kept.rows(_equal, dossier=dossier.id, digest=digest)
    if equal:
        return equal[0]
    circle = Circle.objects.create(dossier=dossier, digest=digest, with_team=with_team, made_at=at)
    rows = [_row(circle, r.human, r.capacity, at, r.ends, r.because) for r in named]
    if with_team:
        # the team reads its history, so its rows begin where the involvement does
        rows += [
            _row(circle, i.person_id, "staff", i.starts, i.ends, i.role, i.entry_id)
            for i in team_involvements(dossier)
        ]
    CircleRow.objects.bulk_create(rows)
    return circle


def _equal(dossier: Any, digest: Any) -> QuerySet[Circle]:
    return Circle.objects.filter(dossier_id=dossier, digest=digest).order_by("id")[:1]


def _digest(named: list[Named], with_team: bool) -> str:
    parts = [f"{r.human}:{r.capacity}:{r.because}:{r.ends.isoformat() if r.ends else ''}" for r in named]
    return hashlib.sha256(("team|" if with_team else "|").encode() + "|".join(parts).encode()).hexdigest()


def _row(
    circle: Circle,
    human: int,
    capacity: str,
    starts: datetime,
    ends: datetime | None,
    because: str,
    involvement: int | None = None,
) -> CircleRow:
    return CircleRow(
        circle=circle,
        dossier_id=circle.dossier_id,
        human_id=human,
        capacity=capacity,
        starts=starts,
        ends=ends,
        because=because,
        involvement_id=involvement,
    )


def team_involvements(dossier: Dossier) -> list[Involvement]:
    """Every local-team involvement of the dossier, past and future ones too."""
    return list(
        Involvement.objects.filter(entry__circle__dossier=dossier, capacity="staff", role__in=TEAM_ROLES)
        .select_related("entry")
        .order_by("entry_id")
    )


def team_digest() -> str:
    """The digest of every dossier's circle of the team alone."""
    return _digest([], True)


def team(dossier: Dossier, at: datetime) -> Circle:
    """The circle of the team alone."""
    return ensure(dossier, [], with_team=True, at=at)


def joined(involvement: Involvement, dossier: Dossier) -> None:
    """A team involvement began or changed: give it its row in every circle that the team is in."""
    CircleRow.objects.filter(involvement_id=involvement.entry_id).delete()
    if involvement.role not in TEAM_ROLES or involvement.capacity != "staff":
        return
    CircleRow.objects.bulk_create(
        _row(
            circle,
            involvement.person_id,
            "staff",
            involvement.starts,
            involvement.ends,
            involvement.role,
            involvement.entry_id,
        )
        for circle in Circle.objects.filter(dossier=dossier, with_team=True)
    )


def with_reader(circle: Circle, dossier: Dossier, reader: Named, at: datetime) -> Circle:
    """This circle; where the reader is not in it, the circle of its named people and them."""
    return with_readers(circle, dossier, [reader], at)


def with_readers(circle: Circle, dossier: Dossier, readers: Iterable[Named], at: datetime) -> Circle:
    """This circle; where one of the readers is not in it, the circle of its named people and them."""
    inside = humans_now(circle, at)
    more = [one for one in readers if (one.human, one.capacity) not in inside]
    if not more:
        return circle
    rows = CircleRow.objects.filter(running(at), circle=circle, involvement_id=None)
    named = [Named(row.human_id, row.capacity, row.because, row.ends) for row in rows]
    return ensure(dossier, [*named, *more], with_team=circle.with_team, at=at)


def humans_now(circle: Circle, at: datetime) -> set[tuple[int, str]]:
    """(human, capacity) of everyone who is in the circle at this moment."""
    return set(CircleRow.objects.filter(running(at), circle=circle).values_list("human_id", "capacity"))


def move(entries: Iterable[Entry], circle: Circle) -> None:
    """Tell these entries in another circle, in every table that carries the circle."""
    from naast.records.models import EntryPerson, SearchRow

    ids = [entry.id for entry in entries]
    Entry.objects.filter(id__in=ids).update(circle=circle)
    EntryPerson.objects.filter(entry_id__in=ids).update(circle=circle)
    SearchRow.objects.filter(entry_id__in=ids).update(circle=circle)
