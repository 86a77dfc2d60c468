"""The same server with circles off, to measure beside: for the bench only, on the bench's own database.

Nothing is withheld or narrowed and pages read through the rules' login, so no row-level security: what is left is
the same page of the same dossiers by their circles, which are looked up once a process.
"""

from functools import cache

from naast.wsgi import application  # isort: skip  # loads Django, which what follows needs

from django.db.models import Q

from naast.access import doors, policy, reach
from naast.access.one_of import OneOf

__all__ = ["application"]


@cache
def _circles(dossier: int) -> tuple[int, ...]:
    return tuple(
        reach.CircleRow.objects.filter(dossier_id=dossier).values_list("circle_id", flat=True).distinct()
    )


@cache
def _dossiers(human: int, capacity: str) -> tuple[int, ...]:
    rows = reach.CircleRow.objects.filter(human_id=human, capacity=capacity)
    return tuple(rows.values_list("dossier_id", flat=True).distinct())


@cache
def _row(within: reach.Within) -> int | None:
    return reach._row_of(within)


def _everything(viewer: doors.Viewer, within: reach.Within) -> reach.Reach:
    row = _row(within)
    mine = (row,) if row is not None else _dossiers(viewer.human, viewer.capacity)
    whole = tuple(circle for dossier in mine for circle in _circles(dossier))
    return reach.Reach(
        viewer.human, viewer.capacity, viewer.at, whole=whole, dossiers=frozenset(mine), dossier=row
    )


def _of_database(_connection: object, viewer: doors.Viewer, within: reach.Within) -> reach.Reach:
    return _everything(viewer, within)


def _in_any_circle(found: reach.Reach, _id_field: str) -> Q:
    return Q(OneOf("circle_id", found.whole))


doors.reach_of_database = _of_database
policy._readable = _in_any_circle
