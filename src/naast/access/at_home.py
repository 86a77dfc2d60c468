"""What everybody who lives in a household reads: for a page that others of them may be looking at."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from naast.records.models import CircleRow, EntryPerson, Membership, Share, Withheld

from . import kept as statements
from .doors import through_rules
from .one_of import Ids
from .reach import running, running_on
from .same_person import OneHuman, held_of
from .viewer import RESIDENT, Viewer

LIVES, READS, KEPT = "lives", "reads", "kept"


@dataclass(frozen=True, slots=True)
class Open:
    """What everybody in the household may read, by row id: these circles, less the entries kept from one of them."""

    circles: Collection[int] | Ids
    kept: Collection[int] | Ids
    household: frozenset[int] = frozenset()


@through_rules
def read_at_home(viewer: Viewer, dossier: UUID) -> Open:
    """Circles of the dossier that every born and living member of the household reads now, for a resident; one query.

    Nothing where the dossier is not this viewer's.
    """
    household, readers, kept = set[int](), dict[int, set[int]](), set[int | None]()
    asked: dict[str, Any] = {"at": viewer.at, "day": viewer.today, "dossier": dossier}
    for what, row, human in statements.rows(_at_home, human=viewer.human, **asked):
        if what == LIVES:
            household.add(human)
        elif what == READS:
            readers.setdefault(row, set()).add(human)
        else:
            kept.add(row)
    circles = (circle for circle, reading in readers.items() if household <= reading)
    return Open(
        frozenset(() if None in kept else circles),
        frozenset(row for row in kept if row is not None),
        frozenset(household),
    )


def household_of(dossier: int, day: date) -> set[int]:
    """Row ids of every born and living member of the household on `day`; needs the rules door."""
    return set(_living(day).filter(household__dossiers=dossier).values_list("person_id", flat=True))


def _living(day: Any) -> QuerySet[Membership]:
    return Membership.objects.filter(running_on(day), person__unborn=False, person__died_on=None)


def _at_home(*, human: Any, at: Any, day: Any, dossier: Any) -> QuerySet[Any, Any]:
    """(what, row id, human): who lives there, who reads which circle whole, which entry is kept from one of them; kept
    without an entry is the whole dossier.

    Only of circles that this viewer gets something from, and of a dossier that has one: to look at every circle would
    tell, by the time it takes, that somebody told something in another one.
    """
    mine: dict[str, Any] = {"human_id": human, "capacity": RESIDENT, "dossier__public_id": dossier}
    own, shares = CircleRow.objects.filter(running(at), **mine), Share.objects.filter(running(at), **mine)
    theirs = own.values("circle_id").union(shares.values("entry__circle_id"))
    inside = own.values("dossier_id").union(shares.values("dossier_id"))
    living = _living(day).filter(household__dossiers__in=inside)
    reading = CircleRow.objects.filter(running(at), circle_id__in=theirs)
    withheld = Withheld.objects.filter(
        running(at),
        OneHuman("human_id", living.values(value=F("person_id")), at),
        dossier_id__in=inside,
        work_only=False,  # a household reads as residents
    ).exclude(held_of(human))
    persons = withheld.filter(entry=None, person__isnull=False).values(value=F("person_id"))
    naming = EntryPerson.objects.filter(OneHuman("person_id", persons, at), circle__dossier_id__in=inside)
    whole = Case(When(capacity=RESIDENT, opens_from=None, then=F("human_id")))
    return _as(LIVES, living, NONE, F("person_id")).union(
        _as(READS, reading, F("circle_id"), whole),
        _as(KEPT, withheld.filter(Q(person=None) | Q(entry__isnull=False)), F("entry_id"), NONE),
        _as(KEPT, naming, F("entry_id"), NONE),
    )


NONE = Cast(Value(None), BigIntegerField())


def _as(what: str, rows: QuerySet[Any, Any], row: Any, human: Any) -> QuerySet[Any, Any]:
    return rows.annotate(what=Value(what), row=row, who=human).values_list("what", "row", "who")
