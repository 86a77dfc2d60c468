"""The trace as the privacy officer searches it, and what stands out in it: who did what, when; never the content.

Of a resident only that it was one. A dossier stands here by its public id. Everything has a period, so that the answer
comes in the time of a thought; lines of dossiers that are the officer's own are left out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.db.models.functions import ExtractHour, TruncDate

from naast.records.models import Account, Dossier, EntryPerson, TraceLine, Withheld
from naast.rules.oversight import LONGEST_PERIOD, MANY_DOSSIERS, NIGHT_FROM, NIGHT_UNTIL

from . import trace
from .doors import planned_for_these_values, through_rules
from .overseen import LIVES_IN_OR_AROUND, own_dossiers
from .oversight import check, names_of
from .reach import NOWHERE, running
from .same_person import humans
from .viewer import PARTNER, RESIDENT, STAFF, ZONE, Viewer, midnight

AT_ONCE = 50
ENTRY = 16  # bytes of one id in a line
PROFESSIONAL = (STAFF, PARTNER)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched: days (both included, at most LONGEST_PERIOD), one account or dossier, acts, how it ended."""

    starts: date
    ends: date
    account: UUID | None = None
    dossier: UUID | None = None
    acts: Collection[str] | None = None
    outcome: str = ""
    page: int = 1

    @property
    def last(self) -> date:
        """The last day that is searched."""
        return max(self.starts, min(self.ends, self.starts + LONGEST_PERIOD))


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One line: of a resident only that it was one. `entries` counts what was shown or touched."""

    at: datetime
    who: str = field(repr=False)
    resident: bool
    act: str
    outcome: str
    dossier: UUID | None
    entries: int
    by_emergency: bool


@dataclass(frozen=True, slots=True)
class TracePage:
    """One page of the lines that were asked for, newest first; `accounts` to choose from."""

    asked: Asked
    rows: tuple[TraceRow, ...]
    more: bool
    accounts: tuple[tuple[UUID, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Who:
    """A professional by their account, and whether they do duty; no account where it is gone."""

    account: UUID | None
    name: str = field(repr=False)
    duty: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """Something of one professional on one day: how many lines, or how many dossiers. It says nothing by itself."""

    day: date
    who: Who
    number: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A professional came, or tried to come, to a dossier of their own family (`family`) or one closed to them."""

    day: date
    who: Who
    dossier: UUID
    family: bool
    shown: int
    refused: int


@dataclass(frozen=True, slots=True)
class SignsPage:
    """What stands out in a period, by day, newest first; never by who."""

    starts: date
    ends: date
    ties: tuple[Tie, ...]
    nights: tuple[Sign, ...]
    many: tuple[Sign, ...]


def search(viewer: Viewer, asked: Asked) -> TracePage:
    """One page of the trace. An account or dossier that does not exist gives no lines, like one without any."""
    check(viewer)
    rows, more = _search(viewer, asked)
    accounts = Account.objects.exclude(capacity=RESIDENT).order_by("display_name", "pk")
    return TracePage(asked, rows, more, tuple(accounts.values_list("public_id", "display_name")))


def signs(viewer: Viewer, starts: date, ends: date) -> SignsPage:
    """What stands out from one day until and with another, at most LONGEST_PERIOD."""
    check(viewer)
    asked = Asked(starts, ends)
    return SignsPage(starts, asked.last, *_signs(viewer, asked))


def _lines(viewer: Viewer, asked: Asked) -> QuerySet[TraceLine]:
    rows = TraceLine.objects.filter(
        at__gte=midnight(asked.starts), at__lt=midnight(asked.last + timedelta(days=1))
    )
    return rows.exclude(dossier_id__in=own_dossiers(viewer))


@through_rules
def _search(viewer: Viewer, asked: Asked) -> tuple[tuple[TraceRow, ...], bool]:
    planned_for_these_values()
    rows = _lines(viewer, asked)
    if asked.account is not None:
        rows = rows.filter(account_id=_row(Account.objects.filter(public_id=asked.account)))
    if asked.dossier is not None:
        rows = rows.filter(dossier_id=_row(Dossier.objects.filter(public_id=asked.dossier)))
    if asked.acts is not None:
        by_emergency = Q(act__in=[f"{trace.EMERGENCY} {act}" for act in asked.acts])
        rows = rows.filter(Q(act__in=asked.acts) | by_emergency)
    if asked.outcome:
        rows = rows.filter(outcome=asked.outcome)
    start = (max(asked.page, 1) - 1) * AT_ONCE
    found = list(rows.order_by("-at", "-pk")[start : start + AT_ONCE + 1])
    shown = found[:AT_ONCE]
    ids = _dossiers(line.dossier_id for line in shown)
    names = names_of(line.human_id for line in shown if line.capacity != RESIDENT)
    return tuple(_row_of(line, ids, names) for line in shown), len(found) > AT_ONCE


def _row(rows: QuerySet[Account] | QuerySet[Dossier]) -> int:
    return rows.values_list("pk", flat=True).first() or NOWHERE


def _row_of(line: TraceLine, ids: dict[int, UUID], names: dict[int, str]) -> TraceRow:
    resident = line.capacity == RESIDENT
    by_emergency = line.act.startswith(f"{trace.EMERGENCY} ") and not line.act.startswith(trace.EMERGENCY_ACT)
    return TraceRow(
        line.at,
        "" if resident else names.get(line.human_id or 0, ""),
        resident,
        line.act.removeprefix(f"{trace.EMERGENCY} ") if by_emergency else line.act,
        line.outcome,
        ids.get(line.dossier_id or 0),
        len(bytes(line.shown)) // ENTRY,
        by_emergency,
    )


def _dossiers(rows: Iterable[int | None]) -> dict[int, UUID]:
    wanted = {row for row in rows if row is not None}
    return dict(Dossier.objects.filter(id__in=wanted).values_list("id", "public_id"))


@dataclass(frozen=True, slots=True)
class _Day:
    """What one human did in one dossier (row ids; None for none) on one day: how many lines, at night or not, and
    whether they were refused."""

    day: date
    human: int
    dossier: int | None
    at_night: bool
    outcome: str
    number: int


@through_rules
def _signs(viewer: Viewer, asked: Asked) -> tuple[tuple[Tie, ...], tuple[Sign, ...], tuple[Sign, ...]]:
    planned_for_these_values()
    days = _days(_lines(viewer, asked))
    nights: Counter[tuple[date, int]] = Counter()
    opened: dict[tuple[date, int], set[int]] = {}
    for one in days:
        if one.at_night:
            nights[one.day, one.human] += one.number
        if one.outcome == trace.SHOWN and one.dossier is not None:
            opened.setdefault((one.day, one.human), set()).add(one.dossier)
    many = {key: len(dossiers) for key, dossiers in opened.items() if len(dossiers) > MANY_DOSSIERS}
    ties = _ties(days, viewer.at)
    people = _people({human for _, human in (*nights, *many)} | {human for _, human, _, _ in ties})
    ids = _dossiers(dossier for _, _, dossier, _ in ties)
    found = (
        Tie(day, people[human], ids[dossier], family, counts[False], counts[True])
        for (day, human, dossier, family), counts in ties.items()
    )
    return tuple(sorted(found, key=_newest)), _made(nights, people), _made(many, people)


def _days(lines: QuerySet[TraceLine]) -> list[_Day]:
    """All lines of professionals, counted in one pass over them."""
    hour = ExtractHour("at", tzinfo=ZONE)
    rows = lines.filter(capacity__in=PROFESSIONAL).exclude(human_id=None).annotate(hour=hour)
    night = Case(When(Q(hour__gte=NIGHT_FROM) | Q(hour__lt=NIGHT_UNTIL), then=True), default=False)
    counted = (
        rows.annotate(day=TruncDate("at", tzinfo=ZONE), night=night)
        .values_list("day", "human_id", "dossier_id", "night", "outcome")
        .annotate(number=Count("pk"))
        .order_by()
    )
    return [_Day(*row) for row in counted]


def _made(found: Mapping[tuple[date, int], int], people: dict[int, Who]) -> tuple[Sign, ...]:
    return tuple(sorted((Sign(day, people[human], n) for (day, human), n in found.items()), key=_newest))


def _newest(one: Sign | Tie) -> tuple[int, str]:
    return -one.day.toordinal(), one.who.name


def _people(wanted: set[int]) -> dict[int, Who]:
    """Each of these humans; without an account there is nobody to name."""
    rows = Account.objects.filter(human_id__in=wanted, capacity__in=PROFESSIONAL).order_by("is_active", "pk")
    found = {row.human_id: Who(row.public_id, row.display_name, row.duty_since is not None) for row in rows}
    return {human: found.get(human, Who(None, "", False)) for human in wanted}


def _ties(days: list[_Day], at: datetime) -> dict[tuple[date, int, int, bool], Counter[bool]]:
    """By day, human, dossier and whether it is their own family: how many lines were let through (False), and refused
    (True)."""
    same = humans({one.human for one in days}, at, "entries", ()).persons
    everybody = {person for persons in same.values() for person in persons}
    closed = Withheld.objects.filter(running(at), entry=None, person=None, human__in=everybody)
    named = EntryPerson.objects.filter(
        person__in=everybody, role=EntryPerson.Role.ABOUT, entry__kind__in=LIVES_IN_OR_AROUND
    )
    both = (
        closed.annotate(family=Value(False))
        .values_list("human_id", "dossier_id", "family")
        .union(
            named.annotate(family=Value(True)).values_list("person_id", "entry__dossier_id", "family"),
            all=True,
        )
    )
    known: dict[tuple[int, int], bool] = {}
    for person, dossier, family in both:
        known[person, dossier] = known.get((person, dossier), False) or bool(family)
    found: dict[tuple[date, int, int, bool], Counter[bool]] = {}
    for one in days:
        if one.dossier is None:
            continue
        of = [
            known[who, one.dossier] for who in same.get(one.human, {one.human}) if (who, one.dossier) in known
        ]
        if of:
            counts = found.setdefault((one.day, one.human, one.dossier, any(of)), Counter())
            counts[one.outcome == trace.REFUSED] += one.number
    return found
