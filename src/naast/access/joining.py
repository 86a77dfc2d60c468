"""Who was said to be the same person as whom, for the professionals of a dossier who may know of both."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from naast.records.models import Account, Kind, SamePerson

from . import finding, people, policy, trace
from .doors import viewer_door
from .dossiers import inside
from .one_of import OneOf
from .people import Face
from .viewer import STAFF, Missing, Viewer


@dataclass(frozen=True, slots=True)
class Joined:
    """`other` is taken for `kept`: since when (until when), who said so and why. `own`: the viewer is one of them."""

    kept: Face
    other: Face
    because: str = field(repr=False)
    by: str = field(repr=False)
    since: datetime
    until: datetime | None
    ended_by: str = field(repr=False)
    ended_because: str = field(repr=False)
    own: bool

    @property
    def running(self) -> bool:
        return self.until is None

    def beside(self, face: Face) -> Face | None:
        """The other one of the two, where this face is one of them."""
        pair = {self.kept.row: self.other, self.other.row: self.kept}
        return pair.get(face.row)


def in_dossier(viewer: Viewer, dossier: UUID) -> tuple[Joined, ...]:
    """All of it about somebody known in this dossier, running first, newest first. Missing for who is no staff."""
    if not viewer.is_staff or viewer.eyes_of is not None:
        raise Missing
    with viewer_door(viewer, dossier) as reach:
        row = inside(reach)
        known = people.known_in(reach, row)
    return among(viewer, row, known)


def among(viewer: Viewer, dossier: int, known: Collection[int]) -> tuple[Joined, ...]:
    """The same for a page that asked whom this viewer knows here already: by row id. Opens a door of its own, which is
    not narrowed: the other of the two may be known from another dossier."""
    with viewer_door(viewer) as wide:
        about = Q(OneOf("kept_id", known)) | Q(OneOf("other_id", known))
        found = policy.joinings(wide).filter(about).select_related("kept", "other").order_by("-starts", "id")
        rows = list(found)
        faces = {one.id: people.face(one, wide) for pair in rows for one in (pair.kept, pair.other)}
    trace.saw(viewer, dossier, (), faces)
    names = _names(rows)
    made = [_joined(one, faces, names, viewer) for one in rows]
    return tuple(sorted(made, key=lambda one: not one.running))


def _joined(row: SamePerson, faces: dict[int, Face], names: dict[int, str], viewer: Viewer) -> Joined:
    over = row.ends is not None and row.ends <= viewer.at
    return Joined(
        faces[row.kept_id],
        faces[row.other_id],
        row.because,
        names.get(row.said_by_id, ""),
        row.starts,
        row.ends if over else None,
        names.get(row.ended_by_id or 0, ""),
        row.ended_because,
        viewer.human in (row.kept_id, row.other_id),
    )


def _names(rows: Iterable[SamePerson]) -> dict[int, str]:
    """The names of the professionals who said so: accounts hold no household data."""
    humans = {human for row in rows for human in (row.said_by_id, row.ended_by_id) if human}
    return dict(
        Account.objects.filter(human_id__in=humans, capacity=STAFF).values_list("human_id", "display_name")
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the same person. `elsewhere`: in another household of this worker."""

    face: Face
    elsewhere: bool


def candidates(viewer: Viewer, person: UUID, here: Iterable[Face]) -> tuple[Candidate, ...]:
    """Everybody known `here`, and from the worker's own other dossiers who has the same number, or a name that sounds
    alike with the same possible birth date."""
    around = [Candidate(face, False) for face in here if face.public_id != person]
    known = {one.face.row for one in around}
    alike = finding.alike(viewer, person)
    return (*around, *(Candidate(face, True) for face in alike if face.row not in known))


def asked_about(viewer: Viewer, dossier: UUID, notice: UUID) -> UUID | None:
    """About whom a question "is this the same person?" is, where this worker knows somebody who may be: a lead, and no
    answer. None where they know nobody else."""
    with viewer_door(viewer, dossier) as reach:
        inside(reach)
        named = policy.named(reach).filter(entry__public_id=notice, entry__kind=Kind.NOTICE, role="about")
        person = named.values_list("person__public_id", flat=True).first()
    return person if person and finding.alike(viewer, person) else None
