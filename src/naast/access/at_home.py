"""What everybody who lives in a household reads: for a page that others of them may be looking at."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from naast.records.models import CircleRow, Membership, Share, Withheld

from . import kept as statements
from .doors import through_rules
from .one_of import Ids
from .reach import running, running_on
from .same_person import OneHuman, held_of, humans
from .viewer import RESIDENT, Viewer

INSIDE, LIVES, READS, KEPT, WHOSE = "inside", "lives", "reads", "kept", "whose"


@dataclass(frozen=True, slots=True)
class Open:
    """What everybody in the household may read, by row id: these circles, less the entries kept from one of them."""

    circles: Collection[int] | Ids
    kept: Collection[int] | Ids
    household: frozenset[int] = frozenset()


@through_rules
def read_at_home(viewer: Viewer, dossier: UUID | None = None) -> dict[int, Open]:
    """Circles that every born and living member of the household reads now, for a resident, by row id of the dossier.

    Of one dossier, or of all in which they read something; those are not this viewer's are not there. Two queries: the
    second asks what names the people who are kept from one of them, also where that is nobody: in the first it would
    pass over every circle of the dossier.
    """
    found: dict[int, dict[str, set[tuple[int | None, int | None]]]] = {}
    asked: dict[str, Any] = {"at": viewer.at, "day": viewer.today, "dossier": dossier}
    for what, of, row, human in statements.rows(_at_home, human=viewer.human, **asked):
        found.setdefault(of, {}).setdefault(what, set()).add((row, human))
    homes = {of: rows for of, rows in found.items() if INSIDE in rows}
    persons = {human for rows in homes.values() for _, human in rows.get(WHOSE, ()) if human}
    named = humans(persons, viewer.at, "dossiers", homes.keys()).entries
    return {of: _open(of, rows, named) for of, rows in homes.items()}


def _open(of: int, rows: dict[str, set[tuple[Any, Any]]], named: dict[int, Any]) -> Open:
    """What one dossier's rows say; `named` are the entries (each with its dossier) that name a person."""
    household = {human for _, human in rows.get(LIVES, ())}
    readers: dict[int, set[int]] = {}
    for circle, human in rows.get(READS, ()):
        readers.setdefault(circle, set()).add(human)
    kept = {entry for entry, _ in rows.get(KEPT, ())}
    kept |= {
        entry
        for _, person in rows.get(WHOSE, ())
        for entry, in_dossier in named.get(person, ())
        if in_dossier == of
    }
    circles = (circle for circle, reading in readers.items() if household <= reading)
    return Open(
        frozenset(() if None in kept else circles),
        frozenset(row for row in kept if row is not None),
        frozenset(household),
    )


def household_of(dossier: int, day: date) -> QuerySet[Membership]:
    """Every born and living member of the household on `day`; needs the rules door."""
    return _living(day).filter(household__dossiers=dossier)


def _living(day: Any) -> QuerySet[Membership]:
    return Membership.objects.filter(running_on(day), person__unborn=False, person__died_on=None)


def _at_home(*, human: Any, at: Any, day: Any, dossier: Any) -> QuerySet[Any, Any]:
    """(what, dossier, row id, human): the dossier, who lives there, who reads which circle whole, which entry is kept
    from one of them (without an entry the whole dossier), and whose every entry is.

    Only of circles that this viewer gets something from, and of a dossier that has one: to look at every circle would
    tell, by the time it takes, that somebody told something in another one.
    """
    mine: dict[str, Any] = {"human_id": human, "capacity": RESIDENT}
    if dossier is not None:
        mine["dossier__public_id"] = dossier
    own, shares = CircleRow.objects.filter(running(at), **mine), Share.objects.filter(running(at), **mine)
    theirs = _theirs(own, shares)
    inside = own.values("dossier_id").union(shares.values("dossier_id"))
    living = _living(day).filter(household__dossiers__in=inside)
    reading = CircleRow.objects.filter(running(at), circle_id__in=theirs)
    withheld = Withheld.objects.filter(
        running(at),
        OneHuman("human_id", living.values(value=F("person_id")), at),
        dossier_id__in=inside,
        work_only=False,  # a household reads as residents
    ).exclude(held_of(human))
    whole = Case(When(capacity=RESIDENT, opens_from=None, then=F("human_id")))
    return _as(INSIDE, own, NONE, NONE).union(
        _as(INSIDE, shares, NONE, NONE),
        _as(LIVES, living, NONE, F("person_id"), of=F("household__dossiers")),
        _as(READS, reading, F("circle_id"), whole),
        _as(KEPT, withheld.filter(Q(person=None) | Q(entry__isnull=False)), F("entry_id"), NONE),
        _as(WHOSE, withheld.filter(entry=None, person__isnull=False), NONE, F("person_id")),
    )


def _theirs(own: QuerySet[CircleRow], shares: QuerySet[Share]) -> QuerySet[Any, Any]:
    """The circles that a viewer is in, or from which something is shared with them."""
    return own.values("circle_id").union(shares.values("entry__circle_id"))


NONE, OF = Cast(Value(None), BigIntegerField()), F("dossier_id")


def _as(what: str, rows: QuerySet[Any, Any], row: Any, human: Any, of: Any = OF) -> QuerySet[Any, Any]:
    found = rows.annotate(what=Value(what), of=of, row=row, who=human)
    return found.values_list("what", "of", "row", "who")
