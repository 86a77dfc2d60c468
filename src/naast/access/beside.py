"""What stands beside an entry and may tell of it: for a worker who keeps the entry from somebody."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import (
    Agreement,
    Entry,
    FactorView,
    Kind,
    MatterPart,
    PlanPart,
    Position,
    Review,
    SafetyCondition,
)

from . import lines, papers, policy, ready, shoulder
from .entry_page import EntryPage, finished, in_team, page_door, read
from .lines import Line
from .papers import GivenOut
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer

TELLS_THE_SAME = (
    Kind.ANSWER,
    Kind.POSITION,
    Kind.REVIEW,
    Kind.FILE,
    Kind.PLAN_PART,
    Kind.OVERSIGHT,
    Kind.MATTER_PART,
    Kind.DECISION,
    Kind.FACTOR_VIEW,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Another entry, in its newest version, with who reads any version of it now.

    `same` where it most likely tells what the entry tells: an answer, a position, a review, a file, a
    part of a situation or of a question, whether it counts, how somebody sees a factor.
    """

    line: Line
    readers: tuple[Face, ...]
    same: bool

    def read_by(self, human: UUID) -> bool:
        """Does this human read it now, as far as the viewer may know?"""
        return any(human in (face.public_id, face.own_id) for face in self.readers)


def standing(viewer: Viewer, public_id: UUID) -> tuple[EntryPage, tuple[Standing, ...], tuple[GivenOut, ...]]:
    """The entry, and what this worker may read of it, oldest first; all of it follows from what they may read.

    Everything that is tied to the entry, directly or by a shared moment; and paper on which it may stand. Missing for
    who is not in its team.
    """
    with page_door(viewer, public_id) as (reach, versions, open_circles):
        newest = versions[0]
        if not in_team(viewer, newest):
            raise Missing
        tied = ready.rows(_tied, reach, root=newest.root)
        known = shoulder.known_in(reach, newest.dossier_id, open_circles)
        paper = papers.beside(reach, versions, open_circles)
        raw = lines.gather(reach, [newest, *tied, *paper], known)
    found = read(viewer, raw, known)
    pieces: dict[UUID, list[Line]] = {}
    for version in tied:
        pieces.setdefault(version.root, []).append(found.lines[version.id])
    every = [Standing(told[0], _readers(told), told[0].kind in TELLS_THE_SAME) for told in pieces.values()]
    by_time = sorted(every, key=lambda one: (one.line.moment_at, str(one.line.public_id)))
    page = finished(viewer, versions[:1], known, found)
    return page, tuple(by_time), papers.holding(versions, paper, found.lines)


def _tied(reach: Reach, root: Any) -> QuerySet[Entry]:
    """All versions, newest first, of what is tied to the entry or a moment that holds it, in any version; only where
    both ends may be read. Of an agreement also the positions and reviews on it, of a situation the agreements,
    conditions and parts; of a question that is answered together its parts, of a factor
    how each sees it.
    """
    entries, links = policy.entries(reach), policy.links(reach).exclude(source__kind=Kind.NOTICE)
    own = entries.filter(root=root)
    moments = links.filter(tie="same_moment", target__in=own.values("id")).values("source__root")
    # unions and not an *or*, for which PostgreSQL would look at every entry there is
    around = own.values("id").union(entries.filter(root__in=moments).values("id"))
    roots = (
        links.filter(source__in=around)
        .values("target__root")
        .union(
            links.filter(target__in=around).values("source__root"),
            policy.of_kind(Position, reach).filter(agreement__in=around).values("entry__root"),
            policy.of_kind(Review, reach).filter(agreement__in=around).values("entry__root"),
            policy.of_kind(Agreement, reach).filter(situation__in=around).values("entry__root"),
            policy.of_kind(PlanPart, reach).filter(situation__in=around).values("entry__root"),
            policy.of_kind(SafetyCondition, reach).filter(situation__in=around).values("entry__root"),
            policy.of_kind(MatterPart, reach).filter(matter__in=around).values("entry__root"),
            policy.of_kind(MatterPart, reach).filter(beside__in=around).values("entry__root"),
            policy.of_kind(FactorView, reach).filter(factor__in=around).values("entry__root"),
        )
    )
    return entries.filter(root__in=roots).exclude(root=root).order_by("-confirmed_at", "public_id")


def _readers(versions: list[Line]) -> tuple[Face, ...]:
    faces = {reader.face.row: reader.face for line in versions for reader in line.readers}
    return tuple(sorted(faces.values(), key=lambda face: (face.professional, face.label)))
