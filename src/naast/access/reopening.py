"""Whether something was told to have happened since people decided on the phase: a proposal, which opens nothing.

For the team alone, and from nothing but what this viewer may read. "Return to an earlier phase is normal" (domain facts
3.1): a person opens direct safety beside the phase that runs, or lets it be, and either is a decision.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naast.records.models import Entry, Kind, Link
from naast.rules.incidents import counts
from naast.rules.phases import LASTING, STABLE

from . import decisions, plan, trace
from .decisions import Decided
from .lines import Line
from .plan import Reading
from .plan_page import PlanPage
from .viewer import Missing, Viewer


@dataclass(frozen=True, slots=True)
class Happened:
    """What was told since `decided`, the phase that runs, was decided or last decided on; the newest first."""

    decided: Decided
    told: tuple[Line, ...]


def to_decide(viewer: Viewer, dossier: UUID) -> tuple[PlanPage, Happened | None]:
    """The plan in which the phase is decided, with what was told since; Missing for who is not of the team, and through
    somebody's eyes."""
    if viewer.eyes_of is not None:
        raise Missing
    found = plan.reading(viewer, dossier, Kind.INCIDENT)
    if not found.page.in_team:
        raise Missing
    plan.saw(found)
    happened = _happened(found)
    if happened is not None:
        trace.saw(viewer, found.row, (line.public_id for line in happened.told))
    return found.page, happened


def _happened(found: Reading) -> Happened | None:
    page = found.page
    if page.phase is None or page.beside is not None or page.phase.phase not in (STABLE, LASTING):
        return None
    since = page.phases[0].on
    told = tuple(found.made[entry.id] for entry in _told_since(found, since) if entry.id in found.made)
    return Happened(page.phase, told) if told else None


def _told_since(found: Reading, since: datetime) -> Iterator[Entry]:
    """Tellings that were first told after this moment and count, in their newest version, the newest first.

    A correction of an older one is no new telling.
    """
    entries = found.read.raw.entries
    versions: dict[UUID, list[Entry]] = {}
    for entry in entries:
        if entry.kind == Kind.INCIDENT:
            versions.setdefault(entry.root, []).append(entry)
    for told in reversed(versions.values()):
        same = {one.id for one in told if one.words == told[-1].words}
        if told[0].confirmed_at > since and counts(_decided(found, same)):
            yield told[-1]


def _decided(found: Reading, versions: Iterable[int]) -> list[str]:
    """What people decided about these versions of a telling, the newest first."""
    rests = {source for source, target in found.read.ties(Link.Tie.RESTS_ON) if target in versions}
    return [
        one.decision.result
        for one in reversed(found.read.raw.entries)
        if one.id in rests and decisions.is_about(one, decisions.INCIDENT)
    ]
