"""Paper of the plan that was given out, as a viewer may read it: who has it, how new it is, what became of it.

Whether the plan has changed since is said from the page of the plan that this viewer has and from nothing else (design
4.2): they could put the moment on the paper beside the one on their own page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import Entry, Kind
from naast.rules import papers as rule

from . import dossiers, kinds, lines, people, plan, policy, ready, shoulder, trace
from .entry_page import page_door
from .lines import Line
from .one_of import Ids
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer

GIVEN_TO = "given_to"


@dataclass(frozen=True, slots=True)
class GivenOut:
    """One paper in the newest version that this viewer may read; `sheet` and `state` are codes of rules/papers.py.

    `version` is how new the plan on it is, None where it is older than was known. `changed`: has the plan changed
    since, for a paper that somebody may still read.
    """

    line: Line
    sheet: str
    version: datetime | None
    on: date
    state: str
    since: date | None
    changed: bool = False

    @property
    def to(self) -> tuple[Face, ...]:
        """Who got it, each once."""
        return tuple(people.each_once(self.line.with_role(GIVEN_TO)))

    @property
    def mine(self) -> bool:
        """Is it in the hands of who looks?"""
        return any(face.is_viewer for face in self.to)

    @property
    def somewhere(self) -> bool:
        """May somebody still read it?"""
        return self.state in rule.SOMEWHERE


@dataclass(frozen=True, slots=True)
class PapersPage:
    """All paper of one dossier, the last given first; `own` is what who looks has themselves."""

    dossier: UUID
    papers: tuple[GivenOut, ...]
    known: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]

    @property
    def own(self) -> tuple[GivenOut, ...]:
        return tuple(one for one in self.papers if one.mine)

    @property
    def of_others(self) -> tuple[GivenOut, ...]:
        return tuple(one for one in self.papers if not one.mine)


def papers(viewer: Viewer, dossier: UUID) -> PapersPage:
    """The paper of one dossier; a resident's page holds unasked what everyone in the household may read.

    Missing where the dossier is not this viewer's.
    """
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        entries = ready.rows(_newest, reach, dossier=row, **shoulder.given(open_circles))
        involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,), open_circles)[Kind.INVOLVEMENT]
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, entries, known)
    given = given_out(raw.entries, lines.lines(raw, known))
    trace.saw(viewer, row, (one.line.public_id for one in given), {face.row for face in raw.faces.values()})
    return PapersPage(
        dossier,
        _compared(viewer, dossier, given),
        people.in_order(known.values()),
        dossiers.works_here(viewer, involved),
        dossiers.partners(involved),
    )


def one(viewer: Viewer, dossier: UUID, public_id: UUID) -> tuple[GivenOut, bool]:
    """One paper in the newest version that this viewer may read, also where `public_id` is an older one; and whether
    they are in the team here.

    Missing where it is not this viewer's, or of another dossier.
    """
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        asked = policy.entries(reach).filter(dossier_id=row, kind=Kind.PAPER, public_id=public_id)
        newest = shoulder.newest(reach, open_circles).filter(root__in=asked.values("root"))
        entries = list(newest.select_related("paper")[:1])
        if not entries:
            raise Missing
        involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,), open_circles)[Kind.INVOLVEMENT]
        raw = lines.gather(reach, entries, shoulder.known_in(reach, row, open_circles))
    [found] = given_out(raw.entries, lines.lines(raw))
    trace.saw(viewer, row, [found.line.public_id], {face.row for face in raw.faces.values()})
    return found, dossiers.works_here(viewer, involved)


def may_hold(viewer: Viewer, entry: UUID) -> tuple[GivenOut, ...]:
    """Paper on which this entry may stand, in any version, and that somebody may still read; the last given first.

    For who lets fewer people read it. Missing where this viewer may not read the entry.
    """
    with page_door(viewer, entry) as (reach, versions, open_circles):
        newest, row = versions[0], versions[0].dossier_id
        entries = ready.rows(_newest, reach, dossier=row, **shoulder.given(open_circles))
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, entries, known)
    first = versions[-1].confirmed_at
    found = [
        one
        for one in given_out(raw.entries, lines.lines(raw, known))
        if one.somewhere and rule.may_hold(one.sheet, one.version, one.on, newest.kind, first)
    ]
    trace.saw(
        viewer, row, (one.line.public_id for one in found), {face.row for one in found for face in one.to}
    )
    return tuple(found)


def _newest(reach: Reach, *, dossier: Any, circles: Ids | None, kept: Ids | None) -> QuerySet[Entry]:
    found = shoulder.newest(reach, shoulder.limit(circles, kept)).filter(dossier_id=dossier, kind=Kind.PAPER)
    return found.select_related("paper").order_by("-happened_from", "-confirmed_at", "public_id")


def given_out(entries: Sequence[Entry], made: Iterable[Line]) -> list[GivenOut]:
    """Entries of paper with their lines, in their order."""
    return [
        GivenOut(line, kept.sheet, kept.version, entry.happened_from, kept.state, kept.since)
        for entry, line in zip(entries, made, strict=True)
        for kept in (entry.paper,)
        if entry.happened_from is not None
    ]


def _compared(viewer: Viewer, dossier: UUID, given: list[GivenOut]) -> tuple[GivenOut, ...]:
    """The same with whether the plan has changed since; how new it is, is asked only where there is such paper."""
    new = {
        own: plan.how_new(viewer, dossier, for_everyone=not own)
        for own in sorted({one.sheet == rule.EDITION for one in given if one.somewhere})
    }
    return tuple(
        replace(one, changed=rule.changed_since(one.version, new[one.sheet == rule.EDITION]))
        if one.somewhere
        else one
        for one in given
    )
