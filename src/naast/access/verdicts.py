"""What the rules say of the safety of a household, over everything in its dossier, explained to its own professionals
with only what each may read (design 4.2). For anybody else, and through somebody's eyes, there is no such page.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import Dossier, Entry, Involvement, Kind
from naast.rules import verdict_stable
from naast.rules.factor_views import MAIN
from naast.rules.verdicts import Conflict, Reason, State, Verdict, for_reader

from . import dossiers, kinds, people, policy, trace
from .doors import through_rules, viewer_door
from .one_of import OneOf
from .people import Face
from .questions import fixed_of
from .reach import Reach
from .verdict_facts import facts
from .viewer import Missing, Viewer, day_of


@dataclass(frozen=True, slots=True)
class Rests:
    """An entry that a reason rests on: enough to find it, and none of its words."""

    public_id: UUID
    kind: str


@dataclass(frozen=True, slots=True)
class Because:
    """One reason: a message id of the rules that may name `%(day)s` and `%(people)s`, and the entries it rests on."""

    message: str
    says: State | None
    people: tuple[Face, ...]
    day: date | None
    rests: tuple[Rests, ...]


@dataclass(frozen=True, slots=True)
class Differ:
    """Who says that it holds and who that it does not, of one thing."""

    holds: tuple[Face, ...]
    holds_not: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """One criterion (a message id of the rules) with what the rule says of it over everything, and why."""

    name: str
    state: State
    because: tuple[Because, ...]
    differ: tuple[Differ, ...]


@dataclass(frozen=True, slots=True)
class VerdictPage:
    """The verdict on one phase as this viewer may read it. `more`: it also rests on what they cannot read; `ask` is the
    fixed face then, where there is one that is not they."""

    dossier: UUID
    phase: str
    state: State
    criteria: tuple[Seen, ...]
    more: bool
    ask: Face | None


def stable(viewer: Viewer, dossier: UUID) -> VerdictPage:
    """The verdict on stable safety, today. Missing for who is not of the team."""
    if viewer.eyes_of is not None:
        raise Missing
    with viewer_door(viewer, dossier) as reach:
        row = dossiers.inside(reach)
        involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,))[Kind.INVOLVEMENT]
        opened = policy.dossiers(reach).get(id=row)
    if not dossiers.works_here(viewer, involved):
        raise Missing
    verdict = _stable(opened, viewer.today)
    with viewer_door(viewer, dossier) as reach:
        known = people.known_in(reach, row)
        readable = {entry.id: entry for entry in _readable(reach, _named_in(verdict))}
    explained = for_reader(verdict, readable, known)
    criteria = tuple(
        Seen(
            one.name,
            one.state,
            tuple(_because(reason, readable, known) for reason in one.reasons),
            tuple(_differ(conflict, known) for conflict in one.conflicts),
        )
        for one in explained.criteria
    )
    shown = {rest.public_id for one in criteria for reason in one.because for rest in reason.rests}
    named = {face.row for one in criteria for reason in one.because for face in reason.people}
    trace.saw(viewer, row, shown, named)
    return VerdictPage(
        dossier, explained.phase, explained.state, criteria, explained.more, _ask(involved, known, viewer)
    )


def _ask(involved: list[Involvement], known: dict[int, Face], viewer: Viewer) -> Face | None:
    fixed = fixed_of(involved, viewer.at)
    return None if fixed is None or fixed.person_id == viewer.human else known.get(fixed.person_id)


@through_rules
def _stable(dossier: Dossier, today: date) -> Verdict:
    found = facts(dossier.id, day_of(dossier.opened_at), today)
    return verdict_stable.stable(
        found.tellings, found.decided, found.risks, found.members, found.followed, today
    )


def _named_in(verdict: Verdict) -> set[int]:
    return {entry for one in verdict.criteria for reason in one.reasons for entry in reason.entries}  # type: ignore[misc]


def _readable(reach: Reach, rows: Collection[int]) -> QuerySet[Entry]:
    found = policy.entries(reach).filter(OneOf("id", rows)).select_related("factorview")
    return found.order_by("confirmed_at", "public_id")


def _because(reason: Reason, readable: dict[int, Entry], known: dict[int, Face]) -> Because:
    entries = (one for row, one in readable.items() if row in reason.entries and not _marks(one))
    return Because(
        reason.message,
        reason.says,
        _faces(reason.people, known),
        reason.day,
        tuple(Rests(one.public_id, one.kind) for one in entries),
    )


def _marks(entry: Entry) -> bool:
    """That a risk factor is one of the main ones leads to that factor, which stands beside it."""
    return entry.kind == Kind.FACTOR_VIEW and entry.factorview.answer == MAIN


def _differ(conflict: Conflict, known: dict[int, Face]) -> Differ:
    return Differ(_faces(conflict.holds, known), _faces(conflict.holds_not, known))


def _faces(rows: Collection[object], known: dict[int, Face]) -> tuple[Face, ...]:
    return tuple(people.each_once(known[row] for row in rows if row in known))
