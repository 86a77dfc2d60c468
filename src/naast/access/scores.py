"""How safe it is now: everyone's own answers side by side, as far as this viewer may read; never added up.

Where nothing may be read of somebody there is nothing here: not asked, no answer and told in confidence look alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from naast.records.models import Entry, Kind

from . import dossiers, kinds, lines, people, shoulder, trace
from .lines import Line
from .people import Face
from .reach import runs_on
from .viewer import Viewer, day_of

WHO_IS_WHO = (Kind.MEMBERSHIP, Kind.INVOLVEMENT)


@dataclass(frozen=True, slots=True)
class Given:
    """One answer of rules/scores.py, the day that it holds for, and what would make it one higher."""

    line: Line
    answer: str
    value: int | None
    higher: str = field(repr=False)
    on: date


@dataclass(frozen=True, slots=True)
class Voice:
    """One person with their answers, the newest first; none where nothing may be read of them."""

    face: Face
    given: tuple[Given, ...]

    @property
    def latest(self) -> Given | None:
        return self.given[0] if self.given else None

    @property
    def before(self) -> Given | None:
        """The answer before the newest one."""
        return self.given[1] if len(self.given) > 1 else None


@dataclass(frozen=True, slots=True)
class ScoresPage:
    """The household first, oldest first, then who else answered; `partners` are row ids of partner professionals."""

    dossier: UUID
    voices: tuple[Voice, ...]
    known: tuple[Face, ...]
    members: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]


def scores(viewer: Viewer, dossier: UUID) -> ScoresPage:
    """Everyone's answers in one dossier; a resident's page holds unasked what everyone in the household may read."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        rows = shoulder.newest(reach, open_circles).filter(dossier_id=row, kind=Kind.SCORE)
        entries = list(rows.select_related("score").order_by("-moment_at", "-confirmed_at", "public_id"))
        of = kinds.rows(reach, row, WHO_IS_WHO, open_circles)
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, entries, known)
    made = {line.row: line for line in lines.lines(raw, known)}
    inside = {m.person_id for m in of[Kind.MEMBERSHIP] if runs_on(m, viewer.today)}
    members = _oldest_first(known[person] for person in inside if person in known)
    trace.saw(
        viewer,
        row,
        (line.public_id for line in made.values()),
        {f.row for f in (*raw.faces.values(), *members)},
    )
    return ScoresPage(
        dossier,
        _voices(entries, made, known, _with_reader(members, known.get(reach.subject))),
        people.in_order(known.values()),
        members,
        dossiers.works_here(viewer, of[Kind.INVOLVEMENT]),
        dossiers.partners(of[Kind.INVOLVEMENT]),
    )


def _oldest_first(faces: Iterable[Face]) -> tuple[Face, ...]:
    """Whoever lives and is born, each once."""
    living = (face for face in people.each_once(faces) if not (face.unborn or face.deceased))
    return tuple(sorted(living, key=lambda f: (-(f.age if f.age is not None else 200), f.label, f.public_id)))


def _with_reader(members: tuple[Face, ...], reader: Face | None) -> tuple[Face, ...]:
    """The household, and who reads this where they live elsewhere: everybody finds their own place."""
    if reader is None or reader.professional or reader.row in {face.row for face in members}:
        return members
    return (*members, reader)


def _voices(
    entries: list[Entry], made: dict[int, Line], known: dict[int, Face], members: tuple[Face, ...]
) -> tuple[Voice, ...]:
    given: dict[int, list[Given]] = {}
    faces: dict[int, Face] = {}
    for entry in entries:
        face = known.get(entry.score.person_id)
        if face is not None:
            faces[face.row] = face
            given.setdefault(face.row, []).append(_given(entry, made[entry.id]))
    inside = {face.row for face in members}
    others = sorted(
        (f for f in faces.values() if f.row not in inside), key=lambda f: (f.professional, f.label)
    )
    return tuple(Voice(face, tuple(given.get(face.row, ()))) for face in (*members, *others))


def _given(entry: Entry, line: Line) -> Given:
    kept = entry.score
    return Given(line, kept.answer, kept.value, kept.higher, line.happened.start or day_of(line.confirmed_at))
