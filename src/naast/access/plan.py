"""The safety plan as a viewer sees it: situations, conditions, agreements, who thinks what, and the next look at it.

Numbers and counts are the reader's own. What somebody thinks of an agreement is the same for another reader
when they were not asked, gave no answer or told it in confidence: there is simply nothing here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from naast.records.models import Kind
from naast.rules.conditions import unmet

from . import lines, plan_lines, plan_making, shoulder, together, trace
from .lines import Line
from .plan_lines import Read
from .plan_page import Agreed, PlanPage
from .viewer import Missing, Viewer


def plan(viewer: Viewer, dossier: UUID) -> PlanPage:
    """The plan as this viewer may read it; a resident's page holds unasked what everyone in it may read."""
    return _plan(viewer, dossier, only_open=shoulder.guarded(viewer))


def plan_for_everyone(viewer: Viewer, dossier: UUID) -> PlanPage:
    """The plan on paper: only what everyone in the plan may read, whoever prints it."""
    return _plan(viewer, dossier, only_open=True)


def plan_and_paper(viewer: Viewer, dossier: UUID) -> tuple[PlanPage, PlanPage]:
    """The plan as this viewer may read it, and what of it stands on paper for everyone, by one reading.

    The second is to say something of and not to print: people are named in it as in the first.
    """
    found = reading(viewer, dossier)
    saw(found)
    return found.page, found.for_everyone()


def agreement(viewer: Viewer, dossier: UUID, public_id: UUID) -> tuple[PlanPage, Agreed]:
    """The plan and one agreement of it, in its newest version that this viewer may read; Missing otherwise."""
    page = plan(viewer, dossier)
    for agreed in (*page.agreements, *page.ended):
        if public_id in agreed.versions:
            return page, agreed
    raise Missing


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of the plan: its page, and what was read along with it.

    `made` are the lines that may stand on a page of this viewer, in every version, by row id; `read` what the viewer
    door gave.
    """

    viewer: Viewer
    row: int
    page: PlanPage
    read: Read
    made: dict[int, Line]
    measured: together.Measure
    everyone: frozenset[int]

    def for_everyone(self) -> PlanPage:
        """Only what everybody in the plan may read."""
        made = _read_by_all(self.made, self.everyone, self.measured)
        return _dated(plan_making.page(self.viewer, self.read, made, self.everyone, only_open=True))


def reading(viewer: Viewer, dossier: UUID, *more: Kind) -> Reading:
    """The plan as this viewer may read it, with entries of these kinds read along with it; shown is nothing yet, so
    whoever calls tells the trace what it shows."""
    return _read(viewer, dossier, only_open=shoulder.guarded(viewer), more=more)


def _plan(viewer: Viewer, dossier: UUID, *, only_open: bool) -> PlanPage:
    found = _read(viewer, dossier, only_open=only_open)
    saw(found)
    return found.page


def saw(found: Reading) -> None:
    """Tell the trace that the page of this reading is shown."""
    trace.saw(found.viewer, found.row, _shown(found.page), _persons(found.page))


def _read(viewer: Viewer, dossier: UUID, *, only_open: bool, more: tuple[Kind, ...] = ()) -> Reading:
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        read = plan_lines.read(viewer, reach, dossier, row, open_circles, apart=only_open, more=more)
    asked = frozenset[int]() if only_open else _open_conditions(viewer, read)
    measured = together.measure(read.raw, row, open_circles.household if open_circles else None, asked)
    made = {line.row: line for line in lines.lines(read.raw, read.known, measured.readers)}
    everyone = together.everyone(
        _holding(viewer, read, plan_making.newest(made.values())), measured, read.family
    )
    named = everyone
    if only_open:
        made = _read_by_all(made, everyone, measured)
        named = everyone if viewer.is_staff else everyone & _nameable(viewer, made.values(), measured)
    gaps = unmet(asked, measured.met)
    page = plan_making.page(viewer, read, made, named, gaps, only_open=only_open)
    return Reading(viewer, row, _dated(page), read, made, measured, everyone)


def _read_by_all(
    made: dict[int, Line], everyone: frozenset[int], measured: together.Measure
) -> dict[int, Line]:
    """What all may read, of which the newest is shown: a later version in confidence must not leave a gap."""
    return {row: line for row, line in made.items() if measured.read_by(line, everyone)}


def _dated(page: PlanPage) -> PlanPage:
    return replace(page, changed=_changed(page))


def _open_conditions(viewer: Viewer, read: Read) -> frozenset[int]:
    """Conditions that hold and that nothing meets as far as this viewer reads, for who is of the team and looks with
    their own eyes; nothing for others."""
    if not read.in_team or viewer.eyes_of is not None:
        return frozenset()
    newest = frozenset({entry.root: entry.id for entry in read.raw.entries}.values())
    met = plan_making.met(read, newest, viewer.today)
    return frozenset(
        row
        for row, kept in read.conditions.items()
        if row in newest - met and plan_making.state(kept, viewer.today) == "running"
    )


def _nameable(viewer: Viewer, shown: Iterable[Line], measured: together.Measure) -> frozenset[int]:
    """Whom a page that others may be looking at can name: who stands on it, oneself, and who live together."""
    listed = list(shown)
    named = {face.row for line in listed for _, face in line.people} | {viewer.human}
    named |= {line.teller.row for line in listed if line.teller is not None}
    return frozenset(named | (measured.household if viewer.human in measured.household else frozenset()))


def _holding(viewer: Viewer, read: Read, made: dict[int, Line]) -> list[Line]:
    """The agreements that hold now or later, as this viewer may read them."""
    today = viewer.today
    return [
        made[row]
        for row, kept in read.agreements.items()
        if row in made and plan_making.state(kept, today) != "ended"
    ]


def _lines_of(page: PlanPage) -> list[Line]:
    found = [s.line for s in page.situations] + [a.line for a in (*page.agreements, *page.ended)]
    found += [condition.line for condition in (*page.conditions, *page.ended_conditions)]
    found += [one.line for one in page.written]
    found += [part.line for part in page.parts]
    found += [s.mark for s in page.situations if s.mark]
    return found + ([page.next_look.line] if page.next_look else [])


def _shown(page: PlanPage) -> list[UUID]:
    agreed = (*page.agreements, *page.ended)
    opinions = (o.entry for a in agreed for o in a.opinions if o.entry)
    reviews = (one.entry for a in agreed for one in a.reviews)
    phases = (entry for one in page.phases for entry in (one.entry, *(kept.public_id for kept in one.keeps)))
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
