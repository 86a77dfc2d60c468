"""What a privacy officer looks at, behind the rules door: which entries, and how they were opened or shared.

Nothing of it is a word or a name: ids, kinds, numbers, moments. Nobody looks at their own family or at what is kept
from them: that is not there for them.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from naast.content.sharing_grounds import grounds
from naast.records.models import CircleRow, Emergency, Entry, EntryPerson, Kind, Link, Share
from naast.rules.sharing import Needs

from .doors import through_rules
from .reach import kept_from
from .same_person import OneHuman
from .viewer import RESIDENT, Viewer

AT_ONCE = 25
KINDS = (Kind.OPENING, Kind.EMERGENCY, Kind.SHARING)  # those of the index entry_overseen
SAID = Link.objects.filter(tie=Link.Tie.CITES, source__kind=Kind.OVERSIGHT)
LIVES_IN_OR_AROUND = (Kind.MEMBERSHIP, Kind.RELATION)


@dataclass(frozen=True, slots=True)
class Opened:
    """How many entries of one kind were opened."""

    kind: str
    number: int


def things(viewer: Viewer) -> QuerySet[Entry]:
    """The newest versions of everything that this officer looks at; needs the rules door.

    Without a dossier in which they live, stand around or from which they are kept: nobody looks at their own.
    """
    kept, own = _own(viewer)
    newer = Entry.objects.filter(root=OuterRef("root"), confirmed_at__gt=OuterRef("confirmed_at"))
    on_a_yes = [ground.code for ground in grounds().every.values() if ground.needs is Needs.CONSENT]
    rows = Entry.objects.filter(kind__in=KINDS).exclude(dossier__in=own).exclude(id__in=kept)
    rows = rows.exclude(kind=Kind.SHARING, sharing__ground__in=on_a_yes)
    return rows.exclude(kind=Kind.EMERGENCY, emergency__first__isnull=False).filter(~Exists(newer))


def own_dossiers(viewer: Viewer) -> set[int]:
    """Row ids of dossiers that this human lives in, stands around or is kept from; needs the rules door."""
    return _own(viewer)[1]


def _own(viewer: Viewer) -> tuple[set[int], set[int]]:
    """The entries that are kept from this human, and their own dossiers."""
    entries, dossiers = kept_from(viewer)
    named = EntryPerson.objects.filter(
        OneHuman("person_id", [viewer.human], viewer.at),
        role=EntryPerson.Role.ABOUT,
        entry__kind__in=LIVES_IN_OR_AROUND,
    )
    return entries, dossiers | set(named.values_list("entry__dossier_id", flat=True))


@dataclass(frozen=True, slots=True)
class Raw:
    """What the rules door gave of some of them; by root or by row id."""

    entries: list[Entry]
    said: dict[UUID, list[Entry]]
    opened: dict[UUID, tuple[Opened, ...]]
    seen: dict[int, tuple[int, datetime, bool]]


@through_rules
def page_of(viewer: Viewer, looked_at: bool, page: int) -> tuple[Raw, bool]:
    """One page of what nobody looked at yet, the oldest first, or of what somebody did; and whether there is more."""
    already = Exists(SAID.filter(target__root=OuterRef("root")))
    rows = things(viewer).filter(already if looked_at else ~already)
    rows = rows.order_by("-confirmed_at" if looked_at else "confirmed_at", "public_id")
    start = (page - 1) * AT_ONCE
    found = list(_whole(rows)[start : start + AT_ONCE + 1])
    return _raw(found[:AT_ONCE]), len(found) > AT_ONCE


@through_rules
def the_one(viewer: Viewer, entry: UUID) -> Raw:
    """One of them, or none."""
    return _raw(list(_whole(things(viewer).filter(public_id=entry))))


def _whole(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """With the rows of their kinds; whether a resident reads that it was done, to how many people it opened, and how
    many second reasons there are."""
    resident = CircleRow.objects.filter(circle=OuterRef("circle"), capacity=RESIDENT)
    people = EntryPerson.objects.filter(entry=OuterRef("pk"), role=EntryPerson.Role.ABOUT)
    again = Emergency.objects.filter(first=OuterRef("pk"))
    return rows.select_related("dossier", "emergency", "sharing").annotate(
        told=Exists(resident), people_=_number(people, "entry"), again=_number(again, "first")
    )


def _number(rows: QuerySet[Any], by: str) -> Subquery:
    return Subquery(rows.values(by).annotate(number=Count("pk")).values("number"))


def _raw(entries: list[Entry]) -> Raw:
    return Raw(entries, _said(entries), _opened(entries), _seen(entries))


def _opened(entries: list[Entry]) -> dict[UUID, tuple[Opened, ...]]:
    """How many entries of which kind, by the root of what opened them: by shares, and what a share on paper gave."""
    roots = {entry.root for entry in entries}
    opening = Q(opening__root__in=roots) | Q(opening__emergency__first__root__in=roots)
    rows = Share.objects.filter(opening).exclude(entry_id__in=[entry.id for entry in entries])
    by_share = rows.values_list(
        "opening__root", "opening__emergency__first__root", "entry__root", "entry__kind"
    ).distinct()
    ties = Link.objects.filter(tie=Link.Tie.SHARES, source__root__in=roots)
    counted: dict[UUID, dict[UUID, str]] = {}
    for root, first, opened, kind in by_share:
        counted.setdefault(first or root, {})[opened] = kind
    for root, opened, kind in ties.values_list("source__root", "target__root", "target__kind"):
        counted.setdefault(root, {})[opened] = kind
    return {
        root: tuple(Opened(kind, number) for kind, number in Counter(opened.values()).most_common())
        for root, opened in counted.items()
    }


def _seen(entries: list[Entry]) -> dict[int, tuple[int, datetime, bool]]:
    """Of each emergency reading who of the team saw it first, when, and whether they told somebody of the household."""
    emergencies = [entry.id for entry in entries if entry.kind == Kind.EMERGENCY]
    resident = CircleRow.objects.filter(circle=OuterRef("source__circle"), capacity=RESIDENT)
    rows = Link.objects.filter(tie=Link.Tie.ANSWERS, target__in=emergencies).annotate(told=Exists(resident))
    found: dict[int, tuple[int, datetime, bool]] = {}
    for reading, by, at, told in rows.order_by("source__confirmed_at").values_list(
        "target_id", "source__writer_id", "source__confirmed_at", "told"
    ):
        found.setdefault(reading, (by, at, told))
    return found


def _said(entries: list[Entry]) -> dict[UUID, list[Entry]]:
    """What privacy officers said, oldest first, by the root of what it is about."""
    ties = SAID.filter(target__root__in=[entry.root for entry in entries])
    found: dict[UUID, list[Entry]] = {}
    for tie in ties.select_related("source__oversight", "target").order_by("source__confirmed_at"):
        found.setdefault(tie.target.root, []).append(tie.source)
    return found
