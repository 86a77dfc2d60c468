"""Tellings of what happened and was not safe, as far as this viewer may read; with what people decided about each.

Two tellings of one event stay two, linked by a shared moment. What counts is computed for the team alone: a resident
or a professional from outside reads the decision that was told in a circle of theirs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import Entry, Kind, Link

from . import choosing, decisions, dossiers, lines, people, policy, ready, shoulder, trace
from .choosing import Chooser
from .incident_lines import incident
from .incidents_page import IncidentsPage, Told
from .lines import Line
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer

READ = (Kind.INCIDENT, Kind.DECISION, Kind.MOMENT, Kind.INVOLVEMENT)
TIES = (Link.Tie.SAME_MOMENT, Link.Tie.RESTS_ON)


def incidents(viewer: Viewer, dossier: UUID) -> IncidentsPage:
    """All of them; a resident's page holds unasked what everybody in the household may read."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        read = _read(reach, row, open_circles)
    return _page(viewer, dossier, row, read)


def to_decide(viewer: Viewer, dossier: UUID) -> tuple[IncidentsPage, Chooser]:
    """The same, with who can be chosen. Missing for who is not of the team, and through somebody's eyes."""
    if viewer.eyes_of is not None:
        raise Missing
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        read = _read(reach, row, open_circles)
        chooser = choosing.among(reach, viewer, dossier, row, read.known)
    page = _page(viewer, dossier, row, read)
    if not page.in_team:
        raise Missing
    return page, chooser


@dataclass(frozen=True, slots=True)
class _Read:
    """What the viewer door gave: every version that may be read, in the order of writing; and (source, target) of what
    is tied to a telling, both of which may be read."""

    every: tuple[Entry, ...]
    raw: lines.Raw
    known: dict[int, Face]
    ties: tuple[tuple[int, int], ...]


def _read(reach: Reach, row: int, open_circles: shoulder.Open | None) -> _Read:
    every = ready.rows(_entries, reach, dossier=row, **shoulder.given(open_circles))
    told = [entry.id for entry in every if entry.kind == Kind.INCIDENT]
    ties = ready.rows(_ties, reach, told=told)
    known = shoulder.known_in(reach, row, open_circles)
    newest = {entry.root: entry for entry in every if entry.kind != Kind.INVOLVEMENT}
    shown = _shown(list(newest.values()), ties)
    return _Read(tuple(every), lines.gather(reach, shown, known), known, tuple(ties))


def _entries(reach: Reach, *, dossier: Any, circles: Ids | None, kept: Ids | None) -> QuerySet[Entry]:
    rows = shoulder.keep(policy.entries(reach), shoulder.limit(circles, kept))
    found = rows.filter(dossier_id=dossier, kind__in=READ).select_related(
        "incident", "decision", "involvement"
    )
    return found.order_by("confirmed_at", "public_id")


def _ties(reach: Reach, told: Ids) -> QuerySet[Link, tuple[int, int]]:
    found = policy.links(reach).filter(OneOf("target_id", told), tie__in=TIES)
    return found.values_list("source_id", "target_id")


def _shown(newest: Iterable[Entry], ties: Iterable[tuple[int, int]]) -> list[Entry]:
    """Tellings, decisions about a telling, and of the moments those that hold one."""
    tied = {source for source, _ in ties}
    return [
        entry
        for entry in newest
        if entry.kind == Kind.INCIDENT
        or (entry.kind == Kind.MOMENT and entry.id in tied)
        or decisions.is_about(entry, decisions.INCIDENT)
    ]


def _page(viewer: Viewer, dossier: UUID, row: int, read: _Read) -> IncidentsPage:
    made = {line.row: line for line in lines.lines(read.raw, read.known)}
    of = _by_root(read, made)
    told = [_told(entry, read, made, of) for entry in read.raw.entries if entry.kind == Kind.INCIDENT]
    about = {source for source, _ in read.ties}
    loose = tuple(
        decisions.decided(entry, read.known)
        for entry in reversed(read.raw.entries)
        if entry.kind == Kind.DECISION and entry.id not in about
    )
    trace.saw(
        viewer, row, (line.public_id for line in made.values()), {f.row for f in read.raw.faces.values()}
    )
    newest = {entry.root: entry for entry in read.every if entry.kind == Kind.INVOLVEMENT}
    involved = [entry.involvement for entry in newest.values()]
    return IncidentsPage(
        dossier,
        tuple(sorted(told, key=_newest_first)),
        loose,
        people.in_order(read.known.values()),
        dossiers.works_here(viewer, involved),
        dossiers.partners(involved),
    )


def _newest_first(one: Told) -> tuple[float, float, UUID]:
    return -one.line.moment_at.timestamp(), -one.line.confirmed_at.timestamp(), one.line.public_id


def _by_root(read: _Read, made: dict[int, Line]) -> dict[int, set[UUID]]:
    """By row id of a decision or moment on the page the roots of the tellings that it is tied to."""
    roots = {entry.id: entry.root for entry in read.every if entry.kind == Kind.INCIDENT}
    found: dict[int, set[UUID]] = {}
    for source, target in read.ties:
        if source in made and target in roots:
            found.setdefault(source, set()).add(roots[target])
    return found


def _told(entry: Entry, read: _Read, made: dict[int, Line], of: dict[int, set[UUID]]) -> Told:
    tied = [one for one in reversed(read.raw.entries) if entry.root in of.get(one.id, ())]
    moments = [one for one in tied if one.kind == Kind.MOMENT]
    together = {root for one in moments for root in of[one.id]} - {entry.root}
    found = incident(entry, read.known)
    assert found is not None
    same = {one.id for one in read.every if one.root == entry.root and one.words == entry.words}
    about = {source for source, target in read.ties if target in same}
    decided = [one for one in tied if one.kind == Kind.DECISION]
    return Told(
        made[entry.id],
        found,
        tuple(decisions.decided(one, read.known) for one in decided),
        tuple(decisions.decided(one, read.known) for one in decided if one.id in about),
        tuple(made[one.id] for one in moments),
        tuple(made[one.id] for one in read.raw.entries if one.kind == Kind.INCIDENT and one.root in together),
        frozenset(one.public_id for one in read.every if one.root == entry.root),
    )
