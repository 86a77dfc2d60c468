"""Who does not sit together in one dossier, as far as a worker of its team may read it.

It is for who brings people together: nobody else has a page of it, and no resident gets anything derived from it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from naast.records.models import Apart, Entry, Kind
from naast.rules.apart import runs

from . import appointments, dossiers, kinds, lines, people, policy, shoulder, trace
from .appointments import Appointed
from .choosing import Chooser, among
from .doors import viewer_door
from .lines import Line
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer, day_of


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
    planned: tuple[Appointed, ...] = ()

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


@dataclass(frozen=True, slots=True)
class ApartPage:
    """What runs or is to come first, then what has ended; with who can be chosen."""

    dossier: UUID
    current: tuple[Pair, ...]
    ended: tuple[Pair, ...]
    chooser: Chooser
    known: tuple[Face, ...]
    partners: frozenset[int]
    in_team: bool = True

    def find(self, apart: UUID) -> Pair | None:
        """The one with this public id, while it runs or is to come, in its newest version."""
        return next((one for one in self.current if one.line.public_id == apart), None)


def page(viewer: Viewer, dossier: UUID) -> ApartPage:
    """For the team of a dossier; Missing for anybody else, also through somebody's eyes."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,), open_circles)[Kind.INVOLVEMENT]
        if viewer.eyes_of is not None or not dossiers.works_here(viewer, involved):
            raise Missing
        told = _newest(reach, row)
        meets = list(appointments.to_come(reach, row, viewer.at))
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, [*told, *meets], known)
        chooser = among(reach, viewer, dossier, row, known)
    made = {line.row: line for line in lines.lines(raw, known)}
    faces = known | raw.faces
    of_meets = lines.Raw(raw.reach, tuple(meets), raw.roles, raw.faces)
    planned = appointments.appointed(of_meets, (made[one.id] for one in meets), hide=False)
    pairs = [_pair(one.apart, made[one.id], faces, viewer.today, planned) for one in told]
    trace.saw(
        viewer, row, (line.public_id for line in made.values()), {face.row for face in raw.faces.values()}
    )
    return ApartPage(
        dossier,
        tuple(pair for pair in pairs if not pair.over),
        tuple(pair for pair in pairs if pair.over),
        chooser,
        people.in_order(known.values()),
        dossiers.partners(involved),
    )


def beside(viewer: Viewer, dossier: UUID, day: date | None = None) -> tuple[Pair, ...]:
    """Who is kept apart on a day (today) or later, beside a form on which a worker brings people together."""
    since = day or viewer.today
    with viewer_door(viewer, dossier) as reach:
        if reach.dossier is None:
            raise Missing
        row = reach.dossier
        told = [one for one in _newest(reach, row) if one.apart.ends is None or one.apart.ends > since]
        raw = lines.gather(reach, told)
    made = {line.row: line for line in lines.lines(raw)}
    pairs = tuple(_pair(one.apart, made[one.id], raw.faces, since, ()) for one in told)
    trace.saw(viewer, row, (pair.line.public_id for pair in pairs), {face.row for face in raw.faces.values()})
    return pairs


def running(reach: Reach, dossier: int, day: date) -> list[Apart]:
    """What keeps people apart on this day, as far as this reach goes. Inside a viewer door; one query."""
    return [one.apart for one in _newest(reach, dossier) if runs(one.apart.starts, one.apart.ends, day)]


def of_both(pair: Apart, here: Iterable[int], known: Mapping[int, Face]) -> bool:
    """Are both of this pair among these row ids? Who stands under one face is one."""
    two = {known[row].row if row in known else row for row in (pair.one_id, pair.other_id)}
    return len(two) == 2 and two <= {known[row].row if row in known else row for row in here}


def _newest(reach: Reach, dossier: int) -> list[Entry]:
    rows = policy.newest(reach).filter(dossier_id=dossier, kind=Kind.APART)
    return list(rows.select_related("apart").order_by("-confirmed_at", "public_id"))


def _pair(
    kept: Apart, line: Line, faces: Mapping[int, Face], day: date, planned: Iterable[Appointed]
) -> Pair:
    one, other = faces[kept.one_id], faces[kept.other_id]
    two = {one.row, other.row}
    both = tuple(
        meeting
        for meeting in planned
        if two <= {face.row for face in meeting.present}
        and runs(kept.starts, kept.ends, day_of(meeting.starts))
    )
    return Pair(line, one, other, kept.starts, kept.look_on, kept.ends, kept.because, day, both)
