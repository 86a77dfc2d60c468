"""The plan at one table: one situation at a time, and of it only what everybody who sits there may read (design 4.6).

Everybody looks at the same screen, so all of it follows from what they all may read, and the worker too: order and
numbers, who is named, and the colours of their faces. What is told to fewer people is not there, as on paper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from naast.records.models import Entry

from . import apart, lines, people, plan_lines, plan_making, shoulder, together, trace
from .lines import Line
from .people import Face
from .plan_lines import Read
from .plan_page import Agreed, Opinion, Situation
from .viewer import RESIDENT, Missing, Viewer


@dataclass(frozen=True, slots=True)
class AtTable:
    """One agreement, what each who sits there thinks of it, and what others shared with all of them."""

    agreed: Agreed
    opinions: tuple[Opinion, ...]
    absent: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One situation with its agreements; None for those about no situation that they all may read."""

    situation: Line | None
    agreements: tuple[AtTable, ...]


@dataclass(frozen=True, slots=True)
class TablePage:
    """All steps of one reading, in its own order; `place` is the one on the screen, from one."""

    dossier: UUID
    seated: tuple[Face, ...]
    steps: tuple[Step, ...]
    place: int
    at: datetime

    @property
    def step(self) -> Step | None:
        """What stands on the screen; None where there is nothing yet that they all may read."""
        return self.steps[self.place - 1] if self.steps else None

    def place_of(self, agreement: UUID) -> int:
        """The step on which this agreement stands, in any version that they all may read; 0 without."""
        for place, step in enumerate(self.steps, 1):
            if any(agreement in one.agreed.versions for one in step.agreements):
                return place
        return 0

    @property
    def before(self) -> int:
        """The place before this one; 0 without."""
        return self.place - 1

    @property
    def after(self) -> int:
        """The next place; 0 without."""
        return self.place + 1 if self.place < len(self.steps) else 0


def table(
    viewer: Viewer, dossier: UUID, seated: Sequence[UUID], place: int, *, said: bool = False
) -> TablePage:
    """The plan for one of the dossier's own professionals and these persons, who sit at one table.

    Missing without anybody, outside the team, through somebody's eyes, and for a person whom the worker may not know
    of, or who can not sit there. NotTogether where the worker may read that two of them do not sit together, unless
    it was `said` at the table already: that is kept.
    """
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        read = plan_lines.read(viewer, reach, dossier, row, open_circles, apart=True)
        pairs = apart.running(reach, row, viewer.today)
    sitting = _sitting(read, seated)
    if viewer.eyes_of is not None or not (read.in_team and sitting):
        raise Missing
    if not said and any(apart.of_both(pair, sitting, read.known) for pair in pairs):
        raise apart.NotTogether
    read = _read_by_all(read, together.measure(read.raw, row, frozenset()), sitting)
    every = {line.row: line for line in lines.lines(read.raw, read.known, {})}
    page = plan_making.page(viewer, read, every, frozenset(sitting))
    sitting_faces = tuple(read.known[one] for one in sitting)
    steps = _steps((*page.situations, *_loose(page.loose)), sitting_faces)
    found = TablePage(dossier, sitting_faces, steps, max(1, min(place, len(steps))), viewer.at)
    trace.saw(viewer, row, _shown(found), (face.row for face in _named(found, sitting_faces)))
    return found


def _sitting(read: Read, seated: Sequence[UUID]) -> list[int]:
    """Row ids of who sits there, in the order of their names; Missing where one of them can not."""
    by_id = {face.public_id: face for face in read.known.values()}
    if any(one not in by_id for one in seated):
        raise Missing
    faces = sorted((by_id[one] for one in set(seated)), key=lambda face: (face.label, face.public_id))
    if any(face.professional or face.unborn or face.deceased for face in faces):
        raise Missing
    return [face.row for face in faces]


def _read_by_all(read: Read, measured: together.Measure, sitting: list[int]) -> Read:
    """The same, of what all of them read at home; nobody is known who is not named there, and colours follow from
    who is."""
    everybody = set(sitting)
    kept = tuple(entry for entry in read.raw.entries if _all_read(measured, entry, everybody))
    named = {person for entry in kept for _, person in read.raw.roles.get(entry.id, ())}
    standing = named | {entry.teller_id for entry in kept if entry.teller_id} | everybody
    known = _colours(read.raw.faces | read.known, standing)
    raw = replace(read.raw, entries=kept, faces=known)
    return replace(read, raw=raw, known=known, members=(), partners=frozenset())


def _all_read(measured: together.Measure, entry: Entry, everybody: set[int]) -> bool:
    """Does each of them read it at home? Capacities are never added up."""
    reading = measured.readers.get(entry.id, ())
    return everybody <= {human for human, capacity, _ in reading if capacity == RESIDENT}


def _colours(every: dict[int, Face], standing: set[int]) -> dict[int, Face]:
    """Whom the screen may name, each with a colour that follows from them alone."""
    return people.own_voices({row: every[row] for row in sorted(standing) if row in every})


def _loose(agreements: tuple[Agreed, ...]) -> Iterable[Situation | tuple[Agreed, ...]]:
    return (agreements,) if agreements else ()


def _steps(parts: Sequence[Situation | tuple[Agreed, ...]], sitting: tuple[Face, ...]) -> tuple[Step, ...]:
    return tuple(
        Step(part.line, _at_table(part.agreements, sitting))
        if isinstance(part, Situation)
        else Step(None, _at_table(part, sitting))
        for part in parts
    )


def _at_table(agreements: tuple[Agreed, ...], sitting: tuple[Face, ...]) -> tuple[AtTable, ...]:
    here = {face.row for face in sitting}
    found = []
    for agreed in agreements:
        said = {opinion.face.row: opinion for opinion in agreed.opinions}
        opinions = tuple(said.get(face.row, Opinion(face)) for face in sitting)
        absent = tuple(one for one in agreed.opinions if one.shared and one.face.row not in here)
        found.append(AtTable(agreed, opinions, absent))
    return tuple(found)


def _shown(page: TablePage) -> list[UUID]:
    step = page.step
    if step is None:
        return []
    told = [step.situation.public_id] if step.situation else []
    for one in step.agreements:
        told.append(one.agreed.line.public_id)
        told += [said.entry for said in (*one.opinions, *one.absent) if said.entry]
    return told


def _named(page: TablePage, sitting: tuple[Face, ...]) -> set[Face]:
    step = page.step
    agreed = [one.agreed for one in step.agreements] if step else []
    teller = [step.situation.teller] if step and step.situation and step.situation.teller else []
    return {*sitting, *teller, *(face for one in agreed for face in one.named)}
