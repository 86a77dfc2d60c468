"""Who said yes or no to what in one dossier, person by person, as far as a viewer may read.

Consents of one parent are not the other's to read: what decides is the circle of each, as everywhere. By which
birthday somebody else's yes no longer counts is a verdict, and is told to the team only (design 4.2).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from naast.records.models import Consent, Entry, Kind, Membership
from naast.rules.consent_time import YES, State, ends_on, state
from naast.rules.consent_words import SECRECY

from . import dossiers, kinds, lines, people, shoulder, trace
from .consent_coming import Coming, closing, coming
from .lines import Line
from .people import Face
from .reach import Reach, runs_on
from .viewer import Viewer

AROUND = (Kind.INVOLVEMENT, Kind.MEMBERSHIP, Kind.AUTHORITY)


@dataclass(frozen=True, slots=True)
class Given:
    """One answer. `subject`, `answer`, `how`, `weighs` are codes of the rules; `ends` is the day as agreed, `closes`
    the birthday on which it no longer counts, for the team."""

    line: Line
    person: Face
    subject: str
    answer: str
    state: State
    how: str
    weighs: str
    purpose: str = field(repr=False)
    receiver: Face | None
    organisation: str = field(repr=False)
    starts: date
    ends: date | None
    closes: date | None

    @property
    def own(self) -> bool:
        """Does the person it is about say it themselves?"""
        return self.line.teller is not None and self.line.teller.row == self.person.row

    @property
    def sharing(self) -> bool:
        """Is it about sharing with a receiver, and not about help?"""
        return self.subject in SECRECY

    @property
    def closes_first(self) -> bool:
        """Does time close this yes before the day that was agreed?"""
        if self.closes is None or self.answer != YES:
            return False
        return self.ends is None or self.closes < self.ends

    @property
    def runs(self) -> bool:
        """Is it a yes that can be taken back?"""
        return self.answer == YES and self.state is not State.ENDED


@dataclass(frozen=True, slots=True)
class OfPerson:
    """Everything that was answered about one person, the newest first."""

    face: Face
    help: tuple[Given, ...]
    sharing: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """All answers, by whom they are about; `partners` are row ids of partner professionals."""

    dossier: UUID
    given: tuple[Given, ...]
    household: tuple[Face, ...]
    known: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]
    coming: tuple[Coming, ...] = ()

    @property
    def persons(self) -> tuple[OfPerson, ...]:
        """Who lives there first, then whoever else something was answered about."""
        others = (one.person for one in self.given)
        return tuple(self._of(face) for face in people.each_once((*self.household, *others)))

    def _of(self, face: Face) -> OfPerson:
        told = [one for one in self.given if one.person.row == face.row]
        return OfPerson(
            face,
            tuple(one for one in told if not one.sharing),
            tuple(one for one in told if one.sharing),
        )

    def find(self, consent: UUID) -> Given | None:
        """The answer with this public id, where it is the newest version that this viewer may read."""
        return next((one for one in self.given if one.line.public_id == consent), None)

    @property
    def mine(self) -> tuple[Given, ...]:
        """What the viewer answered themselves."""
        return tuple(one for one in self.given if one.line.mine)


@dataclass(frozen=True, slots=True)
class Read:
    """What the viewer door gave of the answers, before lines are made of it; `here` is who is who around them."""

    entries: tuple[Entry, ...]
    here: Mapping[Kind, list[Any]]
    known: dict[int, Face]


def consents(viewer: Viewer, dossier: UUID) -> ConsentPage:
    """Everything answered in one dossier; a resident's page holds unasked what everyone in the household may read."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        found = read(reach, row, open_circles)
        raw = lines.gather(reach, found.entries, found.known)
    made = lines.lines(raw, found.known)
    trace.saw(viewer, row, (line.public_id for line in made), {face.row for face in raw.faces.values()})
    return finished(viewer, dossier, found, {line.row: line for line in made}, found.known | raw.faces)


def read(reach: Reach, row: int, open_circles: shoulder.Open | None) -> Read:
    """The answers of one dossier, inside its door: three queries."""
    rows = shoulder.newest(reach, open_circles).filter(dossier_id=row, kind=Kind.CONSENT)
    return Read(
        tuple(rows.select_related("consent").order_by("-confirmed_at", "public_id")),
        kinds.rows(reach, row, AROUND, open_circles),
        shoulder.known_in(reach, row, open_circles),
    )


def finished(
    viewer: Viewer, dossier: UUID, found: Read, made: Mapping[int, Line], faces: Mapping[int, Face]
) -> ConsentPage:
    """The page, of the lines that were `made` of the answers (by row id), outside the door."""
    here, known, entries = found.here, found.known, found.entries
    in_team = dossiers.works_here(viewer, here[Kind.INVOLVEMENT])
    judges = in_team and viewer.eyes_of is None  # through their eyes no verdict that they would not get
    living = _living(here[Kind.MEMBERSHIP], known, viewer.today)
    given = (
        _given(entry.consent, made[entry.id], faces, viewer.today, judges=judges)
        for entry in entries
        if entry.consent.person_id in faces
    )
    return ConsentPage(
        dossier,
        tuple(given),
        people.in_order(living),
        people.in_order(known.values()),
        in_team,
        dossiers.partners(here[Kind.INVOLVEMENT]),
        coming(living, [e.consent for e in entries], here[Kind.AUTHORITY], faces, viewer.today)
        if judges
        else (),
    )


def _living(memberships: Iterable[Membership], known: dict[int, Face], day: date) -> tuple[Face, ...]:
    faces = (known[m.person_id] for m in memberships if m.person_id in known and runs_on(m, day))
    return tuple(face for face in faces if not (face.unborn or face.deceased))


def _given(row: Consent, line: Line, faces: Mapping[int, Face], day: date, *, judges: bool) -> Given:
    person = faces[row.person_id]
    closes = closing(row, person.born) if judges else None
    return Given(
        line,
        person,
        row.subject,
        row.answer,
        state(row.answer, row.starts, ends_on(row.ends, closes), day),
        row.how,
        row.weighs,
        row.purpose,
        faces.get(row.receiver_id) if row.receiver_id else None,
        row.organisation,
        row.starts,
        row.ends,
        closes,
    )
