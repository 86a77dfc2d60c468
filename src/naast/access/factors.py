"""Worries and strengths, risk and protective factors side by side, as far as this viewer may read; never counted."""

from dataclasses import dataclass
from uuid import UUID

from naast.records.models import Kind
from naast.rules.factors import SORTS, STRENGTHS, WORRIES

from . import dossiers, kinds, lines, people, shoulder, trace
from .lines import Line
from .people import Face
from .viewer import Viewer


@dataclass(frozen=True, slots=True)
class Named:
    """What somebody named as one sort of rules/factors.py."""

    line: Line
    sort: str

    @property
    def marks(self) -> tuple[str, ...]:
        """What it is, as its page says it."""
        return (SORTS[self.sort],)


@dataclass(frozen=True, slots=True)
class FactorsPage:
    """Both sides, newest first; `partners` are row ids of partner professionals."""

    dossier: UUID
    named: tuple[Named, ...]
    known: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]

    @property
    def worries(self) -> tuple[Named, ...]:
        """Worries and risk factors."""
        return tuple(one for one in self.named if one.sort in WORRIES)

    @property
    def strengths(self) -> tuple[Named, ...]:
        """Strengths and protective factors."""
        return tuple(one for one in self.named if one.sort in STRENGTHS)


def factors(viewer: Viewer, dossier: UUID) -> FactorsPage:
    """All that is named in one dossier; a resident's page holds unasked what everyone in the household may read."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        rows = shoulder.newest(reach, open_circles).filter(dossier_id=row, kind=Kind.FACTOR)
        entries = list(rows.select_related("factor").order_by("-moment_at", "-confirmed_at", "public_id"))
        involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,), open_circles)[Kind.INVOLVEMENT]
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, entries, known)
    made = {line.row: line for line in lines.lines(raw, known)}
    shown = tuple(Named(made[entry.id], entry.factor.sort) for entry in entries)
    trace.saw(viewer, row, (one.line.public_id for one in shown), {face.row for face in raw.faces.values()})
    return FactorsPage(
        dossier,
        shown,
        people.in_order(known.values()),
        dossiers.works_here(viewer, involved),
        dossiers.partners(involved),
    )
