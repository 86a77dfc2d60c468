"""The safety plan as a viewer sees it: situations, agreements, who thinks what, and the next look at it.

Numbers and counts are the reader's own. What somebody thinks of an agreement is the same for another reader
when they were not asked, gave no answer or told it in confidence: there is simply nothing here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Agreement, Entry, Evaluation, Involvement, Kind, Position, Review

from . import decisions, dossiers, kinds, lines, people, policy, shoulder, together, trace
from .lines import Line
from .people import Face
from .plan_page import Agreed, NextLook, Opinion, PlanPage, Reviewed, Situation
from .reach import Reach, runs, runs_on
from .viewer import PARTNER, Missing, Viewer

PARTS = (Kind.SITUATION, Kind.AGREEMENT, Kind.POSITION, Kind.REVIEW, Kind.EVALUATION, Kind.DECISION)
WHO_IS_WHO = (Kind.MEMBERSHIP, Kind.RELATION, Kind.INVOLVEMENT)
NAMED_ROLES = ("does", "watches", "about")


def plan(viewer: Viewer, dossier: UUID) -> PlanPage:
    """The plan as this viewer may read it; a resident's page holds unasked what everyone in it may read."""
    return _plan(viewer, dossier, only_open=shoulder.guarded(viewer))


def plan_for_everyone(viewer: Viewer, dossier: UUID) -> PlanPage:
    """The plan on paper: only what everyone in the plan may read, whoever prints it."""
    return _plan(viewer, dossier, only_open=True)


def agreement(viewer: Viewer, dossier: UUID, public_id: UUID) -> tuple[PlanPage, Agreed]:
    """The plan and one agreement of it, in its newest version that this viewer may read; Missing otherwise."""
    page = plan(viewer, dossier)
    for agreed in (*page.agreements, *page.ended):
        if public_id in agreed.versions:
            return page, agreed
    raise Missing


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


def _own(row: Involvement, viewer: Viewer) -> bool:
    """Is this the viewer's own running involvement in the team?"""
    return runs(row, viewer.at) and row.person_id == viewer.human and row.role in dossiers.TEAM_ROLES


def _plan(viewer: Viewer, dossier: UUID, *, only_open: bool) -> PlanPage:
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        read = read_parts(viewer, reach, dossier, row, open_circles, apart=only_open)
    measured = together.measure(read.raw, row, open_circles.household if open_circles else None)
    made = {line.row: line for line in lines.lines(read.raw, read.known, measured.readers)}
    everyone = together.everyone(_holding(viewer, read, _newest(made.values())), measured, read.family)
    if only_open:
        # what all may read, then the newest of that: a later version in confidence must not leave a gap
        made = {row: line for row, line in made.items() if measured.read_by(line, everyone)}
        everyone = everyone if viewer.is_staff else everyone & _nameable(viewer, made.values(), measured)
    page = page_of(viewer, read, made, everyone)
    trace.saw(viewer, row, _shown(page), _persons(page))
    return page


def _nameable(viewer: Viewer, shown: Iterable[Line], measured: together.Measure) -> frozenset[int]:
    """Whom a page that others may be looking at can name: who stands on it, oneself, and who live together."""
    listed = list(shown)
    named = {face.row for line in listed for _, face in line.people} | {viewer.human}
    named |= {line.teller.row for line in listed if line.teller is not None}
    return frozenset(named | (measured.household if viewer.human in measured.household else frozenset()))


def _newest(versions: Iterable[Line]) -> dict[int, Line]:
    """The newest of each entry's versions, by row."""
    by_root = {line.root: line for line in versions}  # versions come in the order of their writing
    return {line.row: line for line in by_root.values()}


def read_parts(
    viewer: Viewer, reach: Reach, dossier: UUID, row: int, open_circles: shoulder.Open | None, *, apart: bool
) -> Read:
    """`apart` for paper: who reads it must not learn from it that two persons are taken for one."""
    entries = list(
        policy.entries(reach)
        .filter(dossier_id=row, kind__in=PARTS)
        .select_related("agreement", "position", "review", "evaluation", "decision")
        .order_by("confirmed_at", "public_id")
    )
    of = kinds.rows(reach, row, WHO_IS_WHO)
    memberships = [m for m in of[Kind.MEMBERSHIP] if runs_on(m, viewer.today)]
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
        {e.id: e.agreement for e in entries if e.kind == Kind.AGREEMENT},
        _positions(entries),
        _reviews(entries),
        {e.id: e.evaluation for e in entries if e.kind == Kind.EVALUATION},
        {e.id: e.root for e in entries if e.kind == Kind.SITUATION},
        known,
        tuple(people.each_once(known[p] for p in sorted(inside) if p in known)),
        together.family(of[Kind.RELATION]),
        viewer.is_staff and any(_own(i, viewer) for i in involved),
        frozenset(i.person_id for i in involved if i.capacity == PARTNER),
    )


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


def _holding(viewer: Viewer, read: Read, made: dict[int, Line]) -> list[Line]:
    """The agreements that hold now or later, as this viewer may read them."""
    today = viewer.today
    return [
        made[row] for row, kept in read.agreements.items() if row in made and _state(kept, today) != "ended"
    ]


def page_of(viewer: Viewer, read: Read, every: dict[int, Line], everyone: frozenset[int]) -> PlanPage:
    today = viewer.today
    made = _newest(every.values())
    agreed = [
        _agreed(made[e.id], read, every, today)
        for e in read.raw.entries
        if e.kind == Kind.AGREEMENT and e.id in made
    ]
    live = [a for a in agreed if a.state != "ended"]
    situations = tuple(
        Situation(made[e.id], tuple(a for a in live if a.situation == e.root))
        for e in read.raw.entries
        if e.kind == Kind.SITUATION and e.id in made
    )
    grouped = {a.line.row for s in situations for a in s.agreements}
    coming = [
        NextLook(made[row], e.on) for row, e in read.evaluations.items() if row in made and e.on >= today
    ]
    page = PlanPage(
        read.dossier,
        situations,
        tuple(a for a in live if a.line.row not in grouped),
        tuple(a for a in agreed if a.state == "ended"),
        min(coming, key=lambda n: (n.on, n.line.public_id)) if coming else None,
        tuple(sorted(people.each_once(read.known.values()), key=lambda f: (f.professional, f.label))),
        read.members,
        tuple(
            sorted(
                people.each_once(read.known[r] for r in sorted(everyone) if r in read.known),
                key=lambda f: f.label,
            )
        ),
        read.in_team,
        next((f for f in read.known.values() if viewer.eyes_of and f.row == viewer.eyes_of.human), None),
        read.known.get(read.raw.reach.human),
        None,
        viewer.at,
        shoulder.guarded(viewer),
        read.partners,
        decisions.of(read.raw, read.known, made),
    )
    return replace(page, changed=_changed(page))


def _agreed(line: Line, read: Read, every: dict[int, Line], today: date) -> Agreed:
    kept = read.agreements[line.row]
    given: dict[int, list[Position]] = {}
    speaking = {f.row: f for role in NAMED_ROLES for f in line.with_role(role)}
    for position in read.positions.get(line.row, []):
        face = read.known.get(position.person_id)
        if face is not None and position.entry_id in every:
            given.setdefault(face.row, []).append(position)
            speaking.setdefault(face.row, face)  # who is not named in it, and said something at the table
    return Agreed(
        line,
        line.with_role("does"),
        line.with_role("watches"),
        line.with_role("about"),
        kept.starts,
        kept.ends,
        kept.fallback,
        kept.childrens_words,
        _state(kept, today),
        tuple(_opinion(face, given.get(face.row, []), every, read.in_team) for face in speaking.values()),
        read.roots.get(kept.situation_id) if kept.situation_id else None,
        tuple(
            _reviewed(one, every[one.entry_id])
            for one in reversed(read.reviews.get(line.root, []))
            if one.entry_id in every
        ),
        frozenset(entry.public_id for entry in read.raw.entries if entry.root == line.root),
    )


def _reviewed(kept: Review, line: Line) -> Reviewed:
    return Reviewed(kept.result, line.words, line.confirmed_at, line.teller, line.public_id)


def _state(kept: Agreement, today: date) -> str:
    if kept.ends is not None and kept.ends <= today:
        return "ended"
    return "coming" if kept.starts > today else "running"


def _opinion(face: Face, given: list[Position], every: dict[int, Line], in_team: bool) -> Opinion:
    """The newest of what this person said that may be read; nothing at all where there is none."""
    if not given:
        return Opinion(face)
    newest = max(given, key=lambda p: (every[p.entry_id].confirmed_at, every[p.entry_id].public_id))
    line = every[newest.entry_id]
    readers = _residents(line, face)
    before = {f for p in given if p is not newest for f in _residents(every[p.entry_id], face)}
    return Opinion(
        face,
        newest.stance,
        line.words,
        line.confirmed_at,
        line.circle_how,
        line.public_id,
        readers,
        tuple(sorted(before - set(readers), key=lambda f: f.label)) if in_team or face.is_viewer else (),
    )


def _residents(line: Line, besides: Face) -> tuple[Face, ...]:
    return tuple(r.face for r in line.readers if not r.face.professional and r.face.row != besides.row)


def _lines_of(page: PlanPage) -> list[Line]:
    found = [s.line for s in page.situations] + [a.line for a in (*page.agreements, *page.ended)]
    return found + ([page.next_look.line] if page.next_look else [])


def _shown(page: PlanPage) -> list[UUID]:
    agreed = (*page.agreements, *page.ended)
    opinions = (o.entry for a in agreed for o in a.opinions if o.entry)
    reviews = (one.entry for a in agreed for one in a.reviews)
    phases = (one.entry for one in page.phases)
    return [*(line.public_id for line in _lines_of(page)), *opinions, *reviews, *phases]


def _persons(page: PlanPage) -> Iterable[int]:
    phases = {face.row for one in page.phases for face in (*one.by, *(view.face for view in one.views))}
    return phases | {
        face.row
        for line in _lines_of(page)
        for face in (*(f for _, f in line.people), *([line.teller] if line.teller else []))
    }


def _changed(page: PlanPage) -> datetime | None:
    opinions: Sequence[datetime] = [o.on for a in (*page.agreements, *page.ended) for o in a.opinions if o.on]
    reviews = [one.on for a in (*page.agreements, *page.ended) for one in a.reviews]
    moments = [line.confirmed_at for line in _lines_of(page)] + list(opinions) + reviews
    return max(moments, default=None)
