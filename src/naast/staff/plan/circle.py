"""Who will read what is being written in the plan: the choice on the form, and the sentence that says it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from naast.access.people import Face
from naast.access.plan_page import PlanPage
from naast.actions.choice import Choice

NAMED, EVERYONE, CHOSEN = "named", "everyone", "chosen"


@dataclass(frozen=True, slots=True)
class Circle:
    """The readers besides the team, who cannot read it, and who stands in it without reading it."""

    choice: Choice | None
    reads: tuple[Face, ...]
    cannot: tuple[Face, ...]
    named_cannot: tuple[Face, ...]
    drops: tuple[Face, ...] = ()  # who reads the old version and not this one
    mark: str = field(default="", repr=False)


def candidates(page: PlanPage) -> tuple[Face, ...]:
    """Whom an agreement can name: everybody this worker knows of here who lives and is born."""
    return tuple(face for face in page.known if not face.unborn and not face.deceased)


def readers(page: PlanPage) -> tuple[Face, ...]:
    """Who can be chosen to read; professionals of the team read by their work."""
    return tuple(face for face in candidates(page) if not face.professional)


def circle(
    page: PlanPage, mode: str, named: Iterable[UUID], chosen: Iterable[UUID], old: Iterable[Face] = ()
) -> Circle:
    """The circle that follows from the form: by default who is named in it, else whom the worker chose."""
    by_id = {face.public_id: face for face in candidates(page)}
    standing = {by_id[i].row: by_id[i] for i in named if i in by_id}
    if mode == EVERYONE:
        reads = standing | {face.row: face for face in page.everyone}
    elif mode == CHOSEN:
        reads = {by_id[i].row: by_id[i] for i in chosen if i in by_id}
    else:
        reads = standing
    choice = (
        None
        if mode == NAMED
        else Choice(tuple(face.public_id for face in _ordered(reads.values())), "worker_chose")
    )
    others = {face.row: face for face in readers(page)}
    return Circle(
        choice,
        _ordered(face for face in reads.values() if not face.professional),
        _ordered(face for row, face in others.items() if row not in reads),
        _ordered(face for row, face in standing.items() if row not in reads and not face.professional),
        _ordered(face for face in old if face.row not in reads and not face.professional),
        "-".join(sorted(face.public_id.hex[:8] for face in reads.values())) or "team",
    )


def _ordered(faces: Iterable[Face]) -> tuple[Face, ...]:
    return tuple(sorted(faces, key=lambda face: face.label))
