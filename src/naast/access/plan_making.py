"""A page of the plan, made of what the viewer door gave and of the lines that may stand on it."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from naast.records.models import Agreement, Entry, Kind, Link, Position, Review, SafetyCondition
from naast.rules.conditions import holds
from naast.rules.situations import UNSAFE

from . import decisions, people, shoulder
from .lines import Line
from .people import Face
from .plan_lines import Read
from .plan_page import (
    Agreed,
    Condition,
    NextLook,
    Opinion,
    Part,
    PlanPage,
    Reviewed,
    Situation,
    Written,
)
from .viewer import STAFF, Viewer

NAMED_ROLES = ("does", "watches", "about")


def newest(versions: Iterable[Line]) -> dict[int, Line]:
    """The newest of each entry's versions, by row."""
    by_root = {line.root: line for line in versions}  # versions come in the order of their writing
    return {line.row: line for line in by_root.values()}


def page(
    viewer: Viewer,
    read: Read,
    every: dict[int, Line],
    everyone: frozenset[int],
    gaps: frozenset[int] = frozenset(),
    *,
    only_open: bool = False,
) -> PlanPage:
    """`every` are the lines that may stand on it, `everyone` whom it is for, `gaps` conditions without agreement.

    `only_open`: others may be looking at it, or it is for paper.
    """
    today = viewer.today
    for_team = read.in_team and not only_open and (viewer.eyes_of is None or viewer.eyes_of.capacity == STAFF)
    made = newest(every.values())
    conditions = _conditions(read, made, today, gaps)
    told = [one for one in conditions if one.state != "ended"]
    agreed = [
        _agreed(made[e.id], read, every, today)
        for e in read.raw.entries
        if e.kind == Kind.AGREEMENT and e.id in made
    ]
    live = [a for a in agreed if a.state != "ended"]
    parts = _parts(read, made)
    situations = tuple(
        Situation(
            made[e.id],
            tuple(a for a in live if a.situation == e.root),
            tuple(c for c in told if c.situation == e.root),
            tuple(p for p in parts if p.situation == e.root and p.sort != UNSAFE),
            *_mark(parts, e.root),
            _versions(made[e.id], read),
            *_kinds(e, for_team),
        )
        for e in read.raw.entries
        if e.kind == Kind.SITUATION and e.id in made
    )
    situations = tuple(sorted(situations, key=lambda s: not s.unsafe))  # the most unsafe ones first
    grouped = {a.line.row for s in situations for a in s.agreements}
    grouped |= {c.line.row for s in situations for c in s.conditions}
    grouped |= {p.line.row for s in situations for p in s.parts}
    coming = [
        NextLook(made[row], e.on) for row, e in read.evaluations.items() if row in made and e.on >= today
    ]
    return PlanPage(
        read.dossier,
        situations,
        tuple(a for a in live if a.line.row not in grouped),
        tuple(a for a in agreed if a.state == "ended"),
        min(coming, key=lambda n: (n.on, n.line.public_id)) if coming else None,
        people.in_order(read.known.values()),
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
        tuple(c for c in told if c.line.row not in grouped),
        tuple(c for c in conditions if c.state == "ended"),
        decisions.of(read.raw, read.known, made, every, read.ties(Link.Tie.CITES)),
        tuple(p for p in parts if p.sort != UNSAFE and p.line.row not in grouped),
        tuple(
            Written(made[e.id], e.guidelinepart.part, e.guidelinepart.needed)
            for e in read.raw.entries
            if e.kind == Kind.GUIDELINE and e.id in made
        ),
    )


def _parts(read: Read, made: dict[int, Line]) -> tuple[Part, ...]:
    """What is not taken away, in the order of its writing."""
    return tuple(
        Part(
            made[row],
            kept.sort,
            kept.when,
            kept.reach,
            read.roots.get(kept.situation_id),
            _versions(made[row], read),
        )
        for row, kept in read.parts.items()
        if row in made and kept.ends is None
    )


def _kinds(entry: Entry, for_team: bool) -> tuple[tuple[str, ...], bool]:
    """Kinds of unsafety, and whether they were said aloud; of what only the team sees in it others get nothing."""
    row = getattr(entry, "situation", None)  # an older one has none
    if row is None or not (for_team or row.said):
        return (), False
    return tuple(row.kinds), row.said


def _mark(parts: tuple[Part, ...], situation: UUID) -> tuple[bool, Line | None]:
    """Whether a situation is one of the most unsafe, and the line that says so."""
    mark = next((p.line for p in parts if p.sort == UNSAFE and p.situation == situation), None)
    return mark is not None, mark


def _versions(line: Line, read: Read) -> frozenset[UUID]:
    """Public ids of all versions that this viewer may read."""
    return frozenset(entry.public_id for entry in read.raw.entries if entry.root == line.root)


def _conditions(
    read: Read, made: dict[int, Line], today: date, gaps: frozenset[int]
) -> tuple[Condition, ...]:
    """In the order of their writing, each with the agreements on the page that meet it now."""
    return tuple(
        _condition(made[row], kept, read, made, today, gaps)
        for row, kept in read.conditions.items()
        if row in made
    )


def _condition(
    line: Line,
    kept: SafetyCondition,
    read: Read,
    made: dict[int, Line],
    today: date,
    gaps: frozenset[int],
) -> Condition:
    met_by = tuple(made[row] for row in _running(read, made, today) if line.root in _met(row, read))
    return Condition(
        line,
        kept.set_by,
        kept.told_by,
        kept.starts,
        kept.ends,
        state(kept, today),
        read.roots.get(kept.situation_id) if kept.situation_id else None,
        met_by,
        line.row in gaps,
        _versions(line, read),
    )


def met(read: Read, newest: Collection[int], today: date) -> frozenset[int]:
    """Of these newest versions (row ids) the conditions that an agreement among them meets on this day."""
    roots = {root for row in _running(read, newest, today) for root in _met(row, read)}
    return frozenset(entry.id for entry in read.raw.entries if entry.id in newest and entry.root in roots)


def _running(read: Read, newest: Collection[int], today: date) -> list[int]:
    """Agreements that hold on this day, by row."""
    return [row for row, kept in read.agreements.items() if row in newest and state(kept, today) == "running"]


def _met(agreement: int, read: Read) -> set[UUID]:
    """Roots of the conditions that this version of an agreement meets."""
    roots = {entry.id: entry.root for entry in read.raw.entries if entry.id in read.conditions}
    return {roots[condition] for source, condition in read.ties(Link.Tie.MEETS) if source == agreement}


def _agreed(line: Line, read: Read, every: dict[int, Line], today: date) -> Agreed:
    kept = read.agreements[line.row]
    given: dict[int, list[Position]] = {}
    speaking = {f.row: f for role in NAMED_ROLES for f in line.with_role(role)}
    for position in read.positions.get(line.row, []):
        face = read.known.get(position.person_id)
        if face is not None and position.entry_id in every:
            given.setdefault(face.row, []).append(position)
            speaking.setdefault(face.row, face)  # who is not named in it, and said something at the table
    met = _met(line.row, read)
    return Agreed(
        line,
        line.with_role("does"),
        line.with_role("watches"),
        line.with_role("about"),
        kept.starts,
        kept.ends,
        kept.fallback,
        kept.childrens_words,
        state(kept, today),
        tuple(_opinion(face, given.get(face.row, []), every, read.in_team) for face in speaking.values()),
        read.roots.get(kept.situation_id) if kept.situation_id else None,
        tuple(
            _reviewed(one, every[one.entry_id])
            for one in reversed(read.reviews.get(line.root, []))
            if one.entry_id in every
        ),
        _versions(line, read),
        tuple(
            one for row, one in newest(every.values()).items() if row in read.conditions and one.root in met
        ),
    )


def _reviewed(kept: Review, line: Line) -> Reviewed:
    return Reviewed(kept.result, line.words, line.confirmed_at, line.teller, line.public_id)


def state(kept: Agreement | SafetyCondition, today: date) -> str:
    """coming, running or ended on this day."""
    if holds(kept.starts, kept.ends, today):
        return "running"
    return "coming" if kept.starts > today and (kept.ends is None or kept.ends > today) else "ended"


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
