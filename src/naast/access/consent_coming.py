"""What a worker is told beforehand about consent: birthdays, ends, a yes taken back, authority that changed.

For the team, from what each may read; nothing opens or closes by being told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from naast.records.models import Authority, Consent
from naast.rules.consent_time import (
    NO,
    WITHDRAWN,
    birthdays,
    closes_on,
    ends_on,
    told_of_end,
)
from naast.rules.consent_words import Subject, Weighs
from naast.rules.partial_date import PartialDate

from .people import Face

BIRTHDAY, END, BACK, AUTHORITY = "birthday", "end", "back", "authority"


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing about one person on a day; `years` of a birthday, `by` who said yes or whose authority it is."""

    what: str
    face: Face
    on: date
    past: bool
    years: int = 0
    sure: bool = True
    by: Face | None = None
    subject: str = ""


def closing(row: Consent, birth: PartialDate) -> date | None:
    """The birthday on which this answer no longer counts by age, where somebody else gave it."""
    if row.entry.teller_id == row.person_id:
        return None
    return closes_on(Subject(row.subject), birth, row.starts, Weighs(row.weighs))


def coming(
    members: Iterable[Face],
    consents: Iterable[Consent],
    authorities: Iterable[Authority],
    faces: Mapping[int, Face],
    day: date,
) -> tuple[Coming, ...]:
    """Everything that is told on a day, the first day first. Rows are the newest that the viewer may read."""
    found = [
        *_birthdays(members, day),
        *_of_consents(consents, faces, day),
        *_of_authority(authorities, faces, day),
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.what, one.face.label)))


def _birthdays(members: Iterable[Face], day: date) -> Iterator[Coming]:
    for face in members:
        for turning in birthdays(face.born, day):
            yield Coming(BIRTHDAY, face, turning.on, turning.on <= day, turning.years, turning.sure)


def _of_consents(
    consents: Iterable[Consent],
    faces: Mapping[int, Face],
    day: date,
) -> Iterator[Coming]:
    for row in consents:
        giver = row.entry.teller_id
        if row.answer == NO or row.person_id not in faces:
            continue
        on = ends_on(row.ends, closing(row, faces[row.person_id].born))
        if on is not None and told_of_end(on, day):
            what = BACK if row.answer == WITHDRAWN else END
            by = faces.get(giver) if giver else None
            yield Coming(what, faces[row.person_id], on, on <= day, by=by, subject=row.subject)


def _of_authority(authorities: Iterable[Authority], faces: Mapping[int, Face], day: date) -> Iterator[Coming]:
    for row in authorities:
        known = row.adult_id in faces and row.child_id in faces
        if known and row.ends is None and told_of_end(row.starts, day):
            assert row.starts is not None
            yield Coming(AUTHORITY, faces[row.child_id], row.starts, True, by=faces[row.adult_id])
