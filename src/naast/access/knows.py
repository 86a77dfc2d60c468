"""Who knows what about me: the readers of what is about the viewer or told by them, from the read expression.

The list is `access/readers.py` turned round: no list of its own. Over the shoulder it holds only what everybody
in the plan may read, and is cut to people whom the page may name.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from naast.records.models import EntryPerson, Kind

from . import dossiers, lines, policy, shoulder, trace
from .lines import Line
from .people import Face
from .viewer import Viewer

PAGE = 100
# What is about somebody's place in the household rather than told about them has a line of its own.
KINDS = (
    Kind.CONTACT,
    Kind.PASSAGE,
    Kind.STATEMENT,
    Kind.ANSWER,
    Kind.FILE,
    Kind.QUESTION,
    Kind.MEMBERSHIP,
    Kind.RELATION,
    Kind.AUTHORITY,
    Kind.CONTACT_DATA,
    Kind.OPENING,
    Kind.SITUATION,
    Kind.AGREEMENT,
    Kind.POSITION,
    Kind.EVALUATION,
    Kind.REVIEW,
    Kind.SCORE,
    Kind.FACTOR,
    Kind.SUPPORTER,
    Kind.CONDITION,
    Kind.APPOINTMENT,
    Kind.DECISION,
    Kind.PLAN_PART,
    Kind.GUIDELINE,
    Kind.PAPER,
    Kind.CONSENT,
    Kind.SHARING,
    Kind.PROPOSAL,
    Kind.APART,
    Kind.ADVICE,
    Kind.MATTER,
    Kind.MATTER_PART,
    Kind.INCIDENT,
    Kind.FACTOR_VIEW,
)


@dataclass(frozen=True, slots=True)
class Thing:
    """One entry that somebody may read, and why they may."""

    line: Line
    because: str


@dataclass(frozen=True, slots=True)
class Knows:
    """One person, with what about the viewer they may read, newest first."""

    face: Face
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class KnowsPage:
    """Everybody whom the viewer may know of and who reads something about them; `after` marks older things."""

    dossier: UUID
    me: Face
    people: tuple[Knows, ...]
    after: str


def knows(viewer: Viewer, dossier: UUID, after: str = "", size: int = PAGE) -> KnowsPage:
    """Who may read which of the things about this viewer, or told by them, in one dossier."""
    with shoulder.page_door(viewer, dossier) as (reach, row, circles):
        named = policy.named(reach).filter(
            entry_id=OuterRef("id"),
            person_id=reach.subject,
            role__in=[role for role in EntryPerson.Role.values if role != EntryPerson.Role.WRITER],
        )
        rows = shoulder.newest(reach, circles).filter(Exists(named), dossier_id=row, kind__in=KINDS)
        page = list(dossiers.beyond(rows, "moment_at", **dossiers.page_mark(after))[: size + 1])
        shown = page[:size]
        known = shoulder.known_in(reach, row, circles)
        raw = lines.gather(reach, shown, known)
    made = lines.lines(raw, known)
    trace.saw(viewer, row, (line.public_id for line in made), known)
    last = shown[-1] if len(page) > size else None
    mark = f"{last.moment_at.isoformat()}_{last.public_id}" if last else ""
    return KnowsPage(dossier, known[viewer.human], _by_person(made), mark)


def _by_person(made: list[Line]) -> tuple[Knows, ...]:
    faces: dict[int, Face] = {}
    things: dict[int, list[Thing]] = {}
    for line in made:
        for reader in line.readers:
            if not reader.face.is_viewer and reader.face.row not in {
                t for t, found in things.items() if found[-1].line is line
            }:
                faces[reader.face.row] = reader.face
                things.setdefault(reader.face.row, []).append(Thing(line, reader.because))
    found = [Knows(faces[row], tuple(listed)) for row, listed in things.items()]
    return tuple(sorted(found, key=lambda k: (k.face.professional, k.face.label, str(k.face.public_id))))
