"""What the viewer door gives of a plan, before it becomes a page: its lines, and who is who around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import (
    Agreement,
    Entry,
    Evaluation,
    Kind,
    Link,
    PlanPart,
    Position,
    Review,
    SafetyCondition,
)

from . import dossiers, kinds, lines, people, policy, ready, shoulder, together
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach, runs_on
from .viewer import Viewer

# under which name an entry of the plan has the row of its kind
PARTS = {
    Kind.SITUATION: "situation",
    Kind.AGREEMENT: "agreement",
    Kind.POSITION: "position",
    Kind.REVIEW: "review",
    Kind.EVALUATION: "evaluation",
    Kind.CONDITION: "safetycondition",
    Kind.DECISION: "decision",
    Kind.PLAN_PART: "planpart",
    Kind.GUIDELINE: "guidelinepart",
}
WHO_IS_WHO = (Kind.MEMBERSHIP, Kind.RELATION, Kind.INVOLVEMENT)


@dataclass(frozen=True, slots=True)
class Read:
    """What the viewer door gave, before it becomes a page."""

    dossier: UUID
    row: int
    raw: lines.Raw
    agreements: dict[int, Agreement]
    positions: dict[int, list[Position]]
    reviews: dict[UUID, list[Review]]
    evaluations: dict[int, Evaluation]
    roots: dict[int, UUID]
    known: dict[int, Face]
    members: tuple[Face, ...]
    family: frozenset[int]
    in_team: bool
    partners: frozenset[int]
    conditions: dict[int, SafetyCondition]
    tied: frozenset[tuple[str, int, int]]  # tie, and row ids of source and target
    parts: dict[int, PlanPart]

    def ties(self, tie: Link.Tie) -> frozenset[tuple[int, int]]:
        """(source, target) by row id: an agreement meets a condition, a decision names an agreement that goes on, or
        rests on a telling of an incident."""
        return frozenset((source, target) for found, source, target in self.tied if found == tie)


def read(
    viewer: Viewer,
    reach: Reach,
    dossier: UUID,
    row: int,
    open_circles: shoulder.Open | None,
    *,
    apart: bool,
    more: tuple[Kind, ...] = (),
) -> Read:
    """`apart` for paper: who reads it must not learn from it that two persons are taken for one. `more` are kinds that
    stand on no page of the plan, and are read along with it."""
    every = ready.rows(_entries, reach, more, dossier=row)
    entries = [entry for entry in every if entry.kind not in WHO_IS_WHO]
    of = _who_is_who(every)
    memberships = [m for m in of[Kind.MEMBERSHIP] if runs_on(m, viewer.today)]
    conditions = {e.id: e.safetycondition for e in entries if e.kind == Kind.CONDITION}
    agreements = {e.id: e.agreement for e in entries if e.kind == Kind.AGREEMENT}
    if open_circles is None:
        known = people.known_in(reach, row, apart=apart)
    else:  # whom the page may name have the same voice as on the other pages of this viewer
        known, faces = shoulder.known_and_nameable(reach, open_circles)
        known |= faces
    involved = of[Kind.INVOLVEMENT]
    inside = {m.person_id for m in memberships}
    return Read(
        dossier,
        row,
        lines.gather(reach, entries, known),
        agreements,
        _positions(entries),
        _reviews(entries),
        {e.id: e.evaluation for e in entries if e.kind == Kind.EVALUATION},
        {e.id: e.root for e in entries if e.kind == Kind.SITUATION},
        known,
        tuple(people.each_once(known[p] for p in sorted(inside) if p in known)),
        together.family(of[Kind.RELATION]),
        dossiers.works_here(viewer, involved),
        dossiers.partners(involved),
        conditions,
        _tied(reach, entries),
        {e.id: e.planpart for e in entries if e.kind == Kind.PLAN_PART},
    )


def _entries(reach: Reach, more: tuple[Kind, ...], *, dossier: Any) -> QuerySet[Entry]:
    """Every version of the lines of the plan, and who is who, in the order of their writing."""
    wanted = (*PARTS, *more, *WHO_IS_WHO)
    found = policy.entries(reach).filter(dossier_id=dossier, kind__in=wanted)
    rows = [*PARTS.values(), *(kinds.ROWS[kind] for kind in (*more, *WHO_IS_WHO))]
    return found.select_related(*rows).order_by("confirmed_at", "public_id")


def _who_is_who(entries: Iterable[Entry]) -> dict[Kind, list[Any]]:
    """The rows of the newest versions, by kind."""
    newest = {entry.root: entry for entry in entries if entry.kind in WHO_IS_WHO}
    found: dict[Kind, list[Any]] = {kind: [] for kind in WHO_IS_WHO}
    for entry in newest.values():
        found[Kind(entry.kind)].append(getattr(entry, kinds.ROWS[Kind(entry.kind)]))
    return found


TIES = (Link.Tie.MEETS, Link.Tie.CITES, Link.Tie.RESTS_ON)
# which kind is tied to which
TIED = (
    (Kind.AGREEMENT, Kind.CONDITION),
    (Kind.DECISION, Kind.AGREEMENT),
    (Kind.DECISION, Kind.INCIDENT),
)


def _tied(reach: Reach, entries: Iterable[Entry]) -> frozenset[tuple[str, int, int]]:
    """(tie, source, target) by row id, of which both may be read; not asked where there can be none."""
    of: dict[str, list[int]] = {}
    for entry in entries:
        of.setdefault(entry.kind, []).append(entry.id)
    pairs = [(source, target) for source, target in TIED if source in of and target in of]
    if not pairs:
        return frozenset()
    sources = [row for kind in dict.fromkeys(source for source, _ in pairs) for row in of[kind]]
    targets = [row for kind in dict.fromkeys(target for _, target in pairs) for row in of[kind]]
    return frozenset(ready.rows(_ties, reach, sources=sources, targets=targets))


def _ties(reach: Reach, sources: Ids, targets: Ids) -> QuerySet[Link, tuple[str, int, int]]:
    ties = policy.links(reach).filter(OneOf("source_id", sources), OneOf("target_id", targets), tie__in=TIES)
    return ties.values_list("tie", "source_id", "target_id")


def _positions(entries: Iterable[Entry]) -> dict[int, list[Position]]:
    """By row id of the version of the agreement that each is about."""
    found: dict[int, list[Position]] = {}
    for said in entries:
        if said.kind == Kind.POSITION:
            found.setdefault(said.position.agreement_id, []).append(said.position)
    return found


def _reviews(entries: Sequence[Entry]) -> dict[UUID, list[Review]]:
    """By root of the agreement: what became of it stays with it when it changes."""
    roots = {e.id: e.root for e in entries if e.kind == Kind.AGREEMENT}
    found: dict[UUID, list[Review]] = {}
    for said in entries:
        if said.kind == Kind.REVIEW and said.review.agreement_id in roots:
            found.setdefault(roots[said.review.agreement_id], []).append(said.review)
    return found
