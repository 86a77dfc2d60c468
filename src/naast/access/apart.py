"""Who does not sit together in one dossier, as far as a worker of its team may read it.

It is for who brings people together: nobody else has a page of it, and no resident gets anything derived from it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from naast.records.models import Apart, Entry, Kind
from naast.rules.apart import runs

from . import lines, policy, trace
from .doors import viewer_door
from .lines import Line
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer, day_of

if TYPE_CHECKING:
    from .appointments import Appointed


class NotTogether(Missing):
    """Two of those who would sit there do not sit together, and the worker may read that."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons and why they do not sit together (`line.words`), on this `day`; `planned` are appointments to come
    with both."""

    line: Line
    one: Face
    other: Face
    starts: date
    look_on: date
    ends: date | None
    because: str = field(repr=False)
    day: date
    planned: "tuple[Appointed, ...]" = ()

    @property
    def runs(self) -> bool:
        """Are they kept apart today?"""
        return runs(self.starts, self.ends, self.day)

    @property
    def over(self) -> bool:
        """Has it ended?"""
        return self.ends is not None and self.ends <= self.day

    @property
    def late(self) -> bool:
        """Should somebody have looked again?"""
        return not self.over and self.look_on < self.day

    @property
    def rows(self) -> frozenset[int]:
        """Row ids of the two."""
        return frozenset((self.one.row, self.other.row))

    @property
    def read_by_one_of_them(self) -> tuple[Face, ...]:
        """Which of the two can read that they are kept apart."""
        return tuple(r.face for r in self.line.readers if r.face.row in self.rows)


def beside(viewer: Viewer, dossier: UUID, day: date | None = None) -> tuple[Pair, ...]:
    """Who is kept apart on a day (today) or later, beside a form on which a worker brings people together."""
    since = day or viewer.today
    with viewer_door(viewer, dossier) as reach:
        if reach.dossier is None:
            raise Missing
        row = reach.dossier
        told = running_or_coming(reach, row, since)
        raw = lines.gather(reach, told)
    made = {line.row: line for line in lines.lines(raw)}
    found = pairs(told, made, raw.faces, since)
    trace.saw(viewer, row, (pair.line.public_id for pair in found), {face.row for face in raw.faces.values()})
    return found


def running_or_coming(reach: Reach, dossier: int, since: date) -> list[Entry]:
    """What keeps people apart from this day on. Inside a viewer door; one query."""
    return [one for one in newest(reach, dossier) if one.apart.ends is None or one.apart.ends > since]


def pairs(
    told: Iterable[Entry], made: Mapping[int, Line], faces: Mapping[int, Face], day: date
) -> tuple[Pair, ...]:
    """Of entries whose lines are `made`, by row id; without appointments."""
    return tuple(pair(one.apart, made[one.id], faces, day) for one in told)


def running(reach: Reach, dossier: int, day: date) -> list[Apart]:
    """What keeps people apart on this day, as far as this reach goes. Inside a viewer door; one query."""
    return [one.apart for one in newest(reach, dossier) if runs(one.apart.starts, one.apart.ends, day)]


def of_both(pair: Apart, here: Iterable[int], known: Mapping[int, Face]) -> bool:
    """Are both of this pair among these row ids? Who stands under one face is one."""
    two = {known[row].row if row in known else row for row in (pair.one_id, pair.other_id)}
    return len(two) == 2 and two <= {known[row].row if row in known else row for row in here}


def newest(reach: Reach, dossier: int) -> list[Entry]:
    """All of them, ended or not, the last first. Inside a viewer door; one query."""
    rows = policy.newest(reach).filter(dossier_id=dossier, kind=Kind.APART)
    return list(rows.select_related("apart").order_by("-confirmed_at", "public_id"))


def pair(
    kept: Apart, line: Line, faces: Mapping[int, Face], day: date, planned: "Iterable[Appointed]" = ()
) -> Pair:
    """One of them on this day, with those of the appointments that have both."""
    one, other = faces[kept.one_id], faces[kept.other_id]
    two = {one.row, other.row}
    both = tuple(
        meeting
        for meeting in planned
        if two <= {face.row for face in meeting.present}
        and runs(kept.starts, kept.ends, day_of(meeting.starts))
    )
    return Pair(line, one, other, kept.starts, kept.look_on, kept.ends, kept.because, day, both)
