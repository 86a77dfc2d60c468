"""Questions that several people answer together, as far as this viewer may read: what each was told, how each sees it,
what came out, how each view counted. Where nothing may be read of somebody there is nothing here."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from naast.records.models import Entry, Involvement, Kind
from naast.rules import matters as rule

from . import apart, choosing, dossiers, kinds, lines, people, policy, shoulder, trace
from .apart import Pair
from .choosing import Chooser
from .lines import Line
from .matters_page import Matter, MattersPage, Part, Voice
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer

BOTH = (Kind.MATTER, Kind.MATTER_PART)


def matters(viewer: Viewer, dossier: UUID) -> MattersPage:
    """All of them; a resident's page holds unasked what everyone in the household may read."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        read = _read(reach, row, open_circles)
    made = {line.row: line for line in lines.lines(read.raw, read.known)}
    return _page(viewer, dossier, row, read, made)


def to_write(viewer: Viewer, dossier: UUID) -> tuple[MattersPage, Chooser]:
    """The same, with who can be chosen. Missing through somebody's eyes."""
    page, chooser, _ = _to_write(viewer, dossier)
    return page, chooser


def to_ask(viewer: Viewer, dossier: UUID) -> tuple[MattersPage, Chooser, tuple[Pair, ...]]:
    """The same, with who is kept apart today or later, as far as the viewer may read it."""
    return _to_write(viewer, dossier, Kind.APART)


def _to_write(viewer: Viewer, dossier: UUID, *more: Kind) -> tuple[MattersPage, Chooser, tuple[Pair, ...]]:
    if viewer.eyes_of is not None:
        raise Missing
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        read = _read(reach, row, open_circles, *more)
        chooser = choosing.among(reach, viewer, dossier, row, read.known)
    made = {line.row: line for line in lines.lines(read.raw, read.known)}
    told = [one for one in read.raw.entries if one.kind == Kind.APART]
    kept = apart.pairs(told, made, read.known | read.raw.faces, viewer.today)
    return _page(viewer, dossier, row, read, made), chooser, tuple(one for one in kept if not one.over)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the viewer door gave: every version that may be read, in the order of writing."""

    every: tuple[Entry, ...]
    raw: lines.Raw
    known: dict[int, Face]
    involved: tuple[Involvement, ...]


def _read(reach: Reach, row: int, open_circles: shoulder.Open | None, *more: Kind) -> _Read:
    kept = shoulder.keep(policy.entries(reach), open_circles)
    found = kept.filter(dossier_id=row, kind__in=(*BOTH, *more))
    rows = ("matterpart", *(kinds.ROWS[kind] for kind in more))
    every = tuple(found.select_related(*rows).order_by("confirmed_at", "public_id"))
    involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,), open_circles)[Kind.INVOLVEMENT]
    known = shoulder.known_in(reach, row, open_circles)
    newest = {entry.root: entry for entry in every}
    return _Read(every, lines.gather(reach, list(newest.values()), known), known, tuple(involved))


def _page(viewer: Viewer, dossier: UUID, row: int, read: _Read, made: dict[int, Line]) -> MattersPage:
    roots = {entry.id: entry.root for entry in read.every}
    parts = _parts(read, made, roots)
    found = tuple(
        _matter(made[entry.id], read, parts.get(entry.root, []))
        for entry in reversed(read.raw.entries)
        if entry.kind == Kind.MATTER
    )
    trace.saw(
        viewer, row, (line.public_id for line in made.values()), {f.row for f in read.raw.faces.values()}
    )
    return MattersPage(
        dossier,
        found,
        people.in_order(read.known.values()),
        dossiers.works_here(viewer, read.involved),
        dossiers.partners(read.involved),
    )


def _parts(read: _Read, made: dict[int, Line], roots: dict[int, UUID]) -> dict[UUID, list[Part]]:
    """By root of the question; what says something of another part stands in that one. Both ends may be read."""
    rows = [(entry, entry.matterpart) for entry in read.raw.entries if entry.kind == Kind.MATTER_PART]
    beside: dict[UUID, list[Part]] = {}
    for entry, kept in rows:
        if kept.beside_id in roots:
            one = Part(made[entry.id], kept.sort, kept.result, read.known.get(kept.person_id or 0))
            beside.setdefault(roots[kept.beside_id], []).append(one)
    found: dict[UUID, list[Part]] = {}
    for entry, kept in rows:
        if kept.beside_id is None and kept.matter_id in roots:
            said = beside.get(entry.root, [])
            part = Part(
                made[entry.id],
                kept.sort,
                kept.result,
                read.known.get(kept.person_id or 0),
                tuple(one for one in reversed(said) if one.sort == rule.COUNTED),
                next((one for one in said if one.sort == rule.DIFFERING), None),
            )
            found.setdefault(roots[kept.matter_id], []).append(part)
    return found


def _matter(line: Line, read: _Read, parts: list[Part]) -> Matter:
    belongs = people.each_once(line.with_role("belongs"))
    inside = {face.row for face in belongs}
    others = people.each_once(p.person for p in parts if p.person and p.person.row not in inside)
    reading = {reader.face.row for reader in line.readers}
    voices = tuple(
        Voice(
            face,
            face.row in inside,
            face.row in reading,
            tuple(one for one in parts if one.person and one.person.row == face.row),
        )
        for face in (*belongs, *others)
    )
    return Matter(
        line,
        voices,
        _of(parts, rule.TRIED),
        tuple(reversed(_of(parts, rule.OUTCOME))),
        frozenset(entry.public_id for entry in read.every if entry.root == line.root),
    )


def _of(parts: Iterable[Part], sort: str) -> tuple[Part, ...]:
    return tuple(one for one in parts if one.sort == sort)
