"""Paper of the plan that was given out, as a viewer may read it: who has it, how new it is, what became of it.

Whether the plan has changed since is said from the page of the plan that this viewer has and from nothing else (design
4.2): they could put the moment on the paper beside the one on their own page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import Entry, Kind
from naast.rules import papers as rule

from . import dossiers, kinds, lines, people, plan, plan_making, policy, ready, shoulder, trace
from .lines import Line
from .one_of import Ids
from .people import Face
from .plan_page import PlanPage
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
    """The paper of one dossier; a resident's page holds unasked what everyone in the plan may read.

    Missing where the dossier is not this viewer's. The plan is read along with it and not shown.
    """
    found = plan.reading(viewer, dossier, Kind.PAPER)
    new = found.page.changed, found.for_everyone().changed
    given = tuple(_compared(one, *new) for one in _of(found))
    _saw(viewer, found.row, given)
    page = found.page
    return PapersPage(dossier, given, page.known, page.in_team, page.partners)


def with_plan(viewer: Viewer, dossier: UUID, agreement: UUID) -> tuple[PlanPage, tuple[GivenOut, ...]]:
    """The plan, and paper on which this agreement of it may stand: for who changes or ends it."""
    found = plan.reading(viewer, dossier, Kind.PAPER)
    plan.saw(found)
    agreed = next(
        (one for one in (*found.page.agreements, *found.page.ended) if agreement in one.versions), None
    )
    if agreed is None:
        return found.page, ()
    first = min(e.confirmed_at for e in found.read.raw.entries if e.public_id in agreed.versions)
    given = on_which(_of(found), Kind.AGREEMENT, first)
    _saw(viewer, found.row, given)
    return found.page, given


def _of(found: plan.Reading) -> list[GivenOut]:
    """The newest version of every paper that was read along and may stand on the page, the last given first."""
    entries = {e.id: e for e in found.read.raw.entries if e.kind == Kind.PAPER and e.id in found.made}
    newest = plan_making.newest(found.made[row] for row in entries)
    given = given_out([entries[row] for row in newest], newest.values())
    return sorted(given, key=lambda one: (one.on, one.line.confirmed_at, one.line.public_id), reverse=True)


def on_which(given: Iterable[GivenOut], kind: str, first: datetime) -> tuple[GivenOut, ...]:
    """Of these papers those that somebody may still read and on which an entry may stand of which the first version
    is from that moment."""
    return tuple(
        one for one in given if one.somewhere and rule.may_hold(one.sheet, one.version, one.on, kind, first)
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


def beside(reach: Reach, versions: Sequence[Entry], circles: shoulder.Open | None) -> list[Entry]:
    """Entries of paper in the dossier of this entry (its versions), where it is of a kind that can stand on paper:
    inside a door, and gathered with what stands on that page. One query."""
    newest = versions[0]
    if newest.kind not in rule.WHOLE:
        return []
    return ready.rows(_newest, reach, dossier=newest.dossier_id, **shoulder.given(circles))


def holding(
    versions: Sequence[Entry], paper: Sequence[Entry], made: Mapping[int, Line]
) -> tuple[GivenOut, ...]:
    """On which of those this entry may stand (`made` are their lines by row id), the last given first."""
    given = given_out(paper, [made[entry.id] for entry in paper])
    return on_which(given, versions[0].kind, versions[-1].confirmed_at)


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


def _compared(one: GivenOut, own: datetime | None, everyone: datetime | None) -> GivenOut:
    """The same with whether the plan has changed since, by how new that is for its reader and for everyone."""
    new = own if one.sheet == rule.EDITION else everyone
    return replace(one, changed=one.somewhere and rule.changed_since(one.version, new))


def _saw(viewer: Viewer, row: int, given: Iterable[GivenOut]) -> None:
    listed = list(given)
    faces = {face.row for one in listed for _, face in one.line.people}
    trace.saw(viewer, row, (one.line.public_id for one in listed), faces)
