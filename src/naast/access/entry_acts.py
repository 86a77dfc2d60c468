"""One entry for who does something with it: without what stands around it, and with what the act asks besides."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import Entry, Kind

from . import choosing, dossiers, lines, papers, policy, ready, shoulder, trace
from .choosing import Chooser
from .entry_page import EntryPage, finished, has_read, in_team, page_door, read
from .papers import GivenOut
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer

TELLINGS = (Kind.PASSAGE, Kind.STATEMENT, Kind.FILE, Kind.INCIDENT)
PAGE = 30


def alone(viewer: Viewer, public_id: UUID) -> EntryPage:
    """One entry in its newest version; Missing where this viewer may not read it."""
    with page_door(viewer, public_id) as (reach, versions, open_circles):
        known = shoulder.known_in(reach, versions[0].dossier_id, open_circles)
        raw = lines.gather(reach, versions[:1], known)
    return finished(viewer, versions[:1], known, read(viewer, raw, known))


def with_readers(viewer: Viewer, public_id: UUID) -> tuple[EntryPage, tuple[GivenOut, ...]]:
    """The same with who has had any version of it on a page so far, and paper on which it may stand."""
    with page_door(viewer, public_id) as (reach, versions, open_circles):
        known = shoulder.known_in(reach, versions[0].dossier_id, open_circles)
        paper = papers.beside(reach, versions, open_circles)
        raw = lines.gather(reach, [*versions[:1], *paper], known)
    found = read(viewer, raw, known)
    page = finished(viewer, versions[:1], known, found)
    page = replace(page, has_read=has_read(viewer, page, versions, known))
    return page, papers.holding(versions, paper, found.lines)


def with_people(viewer: Viewer, public_id: UUID) -> tuple[EntryPage, Chooser]:
    """The same with who can be chosen to read it."""
    with page_door(viewer, public_id) as (reach, versions, open_circles):
        newest = versions[0]
        known = shoulder.known_in(reach, newest.dossier_id, open_circles)
        raw = lines.gather(reach, [newest], known)
        chooser = choosing.among(reach, viewer, newest.dossier.public_id, newest.dossier_id, known)
    return finished(viewer, [newest], known, read(viewer, raw, known)), chooser


@dataclass(frozen=True, slots=True)
class Telling:
    """What was told, by whom and when: to choose it by."""

    public_id: UUID
    teller: Face | None
    words: str = field(repr=False)
    moment_at: datetime


@dataclass(frozen=True, slots=True)
class Tellings:
    """One telling, and a page of what else was told in its dossier, newest first; `after` marks the next page."""

    dossier: UUID
    one: Telling
    others: tuple[Telling, ...]
    after: str
    chooser: Chooser


def with_tellings(viewer: Viewer, public_id: UUID, after: str = "") -> Tellings:
    """What may be about the same moment, and who can be chosen to read of it. Missing for who is not in the team, and
    where it is no telling."""
    with page_door(viewer, public_id) as (reach, versions, open_circles):
        newest, dossier = versions[0], versions[0].dossier
        if not in_team(viewer, newest) or newest.kind not in TELLINGS:
            raise Missing
        mark = dossiers.page_mark(after)
        listed = ready.rows(_tellings, reach, dossier=dossier.id, root=newest.root, **mark)
        known = shoulder.known_in(reach, dossier.id, open_circles)
        chooser = choosing.among(reach, viewer, dossier.public_id, dossier.id, known)
    shown = listed[:PAGE]
    one, *others = (
        Telling(e.public_id, known.get(e.teller_id or 0), e.words, e.moment_at) for e in (newest, *shown)
    )
    trace.saw(
        viewer,
        dossier.id,
        (e.public_id for e in (one, *others)),
        {e.teller.row for e in (one, *others) if e.teller},
    )
    more = f"{shown[-1].moment_at.isoformat()}_{shown[-1].public_id}" if len(listed) > PAGE else ""
    return Tellings(dossier.public_id, one, tuple(others), more, chooser)


def _tellings(reach: Reach, *, dossier: Any, root: Any, moment: Any, public_id: Any) -> QuerySet[Entry]:
    told = policy.newest(reach).filter(dossier_id=dossier, kind__in=TELLINGS).exclude(root=root)
    return dossiers.beyond(told, "moment_at", moment, public_id)[: PAGE + 1]
