"""What stands beside an entry and may tell of it: for a worker who keeps the entry from somebody."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from naast.records.models import Agreement, Kind, Position, Review

from . import lines, people, policy, trace
from .doors import viewer_door
from .dossiers import inside
from .lines import Line
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer

TELLS_THE_SAME = (Kind.ANSWER, Kind.POSITION, Kind.REVIEW, Kind.FILE)


@dataclass(frozen=True, slots=True)
class Standing:
    """Another entry, in its newest version, with who reads any version of it now.

    `same` where it most likely tells what the entry tells: an answer, a position, a review, a file.
    """

    line: Line
    readers: tuple[Face, ...]
    same: bool

    def read_by(self, human: UUID) -> bool:
        """Does this human read it now, as far as the viewer may know?"""
        return any(human in (face.public_id, face.own_id) for face in self.readers)


def standing(viewer: Viewer, dossier: UUID, entry: UUID) -> tuple[Standing, ...]:
    """What this worker may read of it, oldest first; all of it follows from what they may read.

    Everything that is tied to the entry, directly or by a shared moment. Missing where they may not read the entry.
    """
    if not viewer.is_staff or viewer.eyes_of is not None:
        raise Missing
    with viewer_door(viewer, dossier) as reach:
        root = policy.entries(reach).filter(public_id=entry).values_list("root", flat=True).first()
        if root is None:
            raise Missing
        row = inside(reach)
        roots = _tied(reach, _tied(reach, {root}, moments_only=True) | {root}) - {root}
        versions = list(policy.entries(reach).filter(root__in=roots).order_by("-confirmed_at", "public_id"))
        known = people.known_in(reach, row)
        raw = lines.gather(reach, versions, known)
    found: dict[UUID, list[Line]] = {}
    for line in lines.lines(raw, known):
        found.setdefault(line.root, []).append(line)
    trace.saw(viewer, row, (version.public_id for version in versions), raw.faces)
    every = [Standing(told[0], _readers(told), told[0].kind in TELLS_THE_SAME) for told in found.values()]
    return tuple(sorted(every, key=lambda one: (one.line.moment_at, str(one.line.public_id))))


def _tied(reach: Reach, roots: set[UUID], *, moments_only: bool = False) -> set[UUID]:
    """Roots of what is tied to any version of these, both ends readable; or only of the moments that hold them."""
    rows = policy.entries(reach).filter(root__in=roots).values("id")
    links = policy.links(reach).exclude(source__kind=Kind.NOTICE)
    if moments_only:
        moments = links.filter(tie="same_moment", target__in=rows)
        return set(moments.values_list("source__root", flat=True))
    found = links.filter(Q(source__in=rows) | Q(target__in=rows))
    pairs = found.values_list("source__root", "target__root")
    tied = {root for pair in pairs for root in pair}
    positions = policy.of_kind(Position, reach).filter(agreement__in=rows)
    reviews = policy.of_kind(Review, reach).filter(agreement__in=rows)
    agreements = policy.of_kind(Agreement, reach).filter(situation__in=rows)
    of_plan = (
        *positions.values_list("entry__root", flat=True),
        *reviews.values_list("entry__root", flat=True),
        *agreements.values_list("entry__root", flat=True),
    )
    return tied | set(of_plan)


def _readers(versions: list[Line]) -> tuple[Face, ...]:
    faces = {reader.face.row: reader.face for line in versions for reader in line.readers}
    return tuple(sorted(faces.values(), key=lambda face: (face.professional, face.label)))
