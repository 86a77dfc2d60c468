"""Who reads an entry, and why: from the same rows that open it (`policy`), never a list of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import BigIntegerField, Case, DateField, DateTimeField, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from naast.records.models import CircleRow, Entry, Share, Withheld
from naast.rules import emergency, sharing

from . import ready
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach, running
from .same_person import Humans, held_of, humans
from .viewer import RESIDENT, SIGNS_IN, STAFF

PROFESSIONAL, CAPACITIES = SIGNS_IN, (*SIGNS_IN, RESIDENT)
# how a withholding for work only, and one of the guard, are marked among the rows
WORK, SILENT = "work", "silent"

# (human, capacity, because) by entry row id
Reading = dict[int, list[tuple[int, str, str]]]

# Code -> message id (English); the Dutch sentence stands in the catalogue of the faces.
BECAUSE = {
    "told": "told it",
    "present": "was there",
    "chosen": "was chosen",
    "named": "is named in it",
    "authority": "has parental authority",
    "team": "works in the team",
    "fixed_face": "fixed contact",
    "stand_in": "stands in",
    "picked": "picked by the child",
    "opened": "opened further for safety",
    "widened": "opened further by the teller",
    "partner": "works with the household",
    "writer": "wrote it down",
    "self": "own data",
    "officer": "privacy officer",
    emergency.OPEN: "emergency reading",
    emergency.RELEASED: "emergency reading",
    sharing.SHARED: "shared with them, on a yes",
    sharing.SHARED_WITHOUT: "shared with them, without a yes",
    sharing.UNTOLD: "shared with them, and not told yet",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """One human who may read one entry, in one capacity, because of something, until a day or open-ended."""

    face: Face
    capacity: str
    because: str
    until: str | None = None


def humans_of(entries: Iterable[Entry], reach: Reach) -> Reading:
    """(human, capacity, because) by entry row id, of everyone who may read it now; needs the rules door.

    The inverse of `policy`: circle rows and shares that run, less what is withheld. To whom wrote an entry it is
    as they told it, also where the address guard holds it back: `reach` says whose page it is (actions/held.py).
    """
    listed = list(entries)
    return reading(listed, rows(listed, reach), reach) if listed else {}


def reading(entries: list[Entry], found: list["Row"], reach: Reach) -> Reading:
    """The same of rows that were asked for already (`rows`)."""
    kept = _withheld_pairs(entries, found, reach)
    humans: Reading = {}
    for entry in entries:
        readers: dict[tuple[int, str], str] = {}
        for row in found:
            if row.opens(entry):
                readers.setdefault((row.human, row.capacity), row.because)
        humans[entry.id] = [
            (human, capacity, because)
            for (human, capacity), because in readers.items()
            if (human, capacity, entry.id) not in kept
        ]
    return humans


@dataclass(frozen=True, slots=True)
class Row:
    """A circle row, a share or a withholding that runs now; `of` is the circle's or the entry's row id.

    Of a withholding `capacity` says that it is for work only, and `because` that it is the guard's; only it has a
    reason.
    """

    what: str
    human: int
    capacity: str
    because: str
    of: int | None
    opens_from: datetime | None
    person: int | None
    dossier: int
    reason: str = field(repr=False)
    review_on: date | None

    def opens(self, entry: Entry) -> bool:
        if self.what == "circle":
            return self.of == entry.circle_id and (
                self.opens_from is None or entry.confirmed_at >= self.opens_from
            )
        return self.what == "share" and self.of == entry.id


def rows(entries: list[Entry], reach: Reach) -> list[Row]:
    """All three in one query, circles before shares, oldest first; needs the rules door.

    Only the team learns of an emergency reading before a person released it (design 4.11): who looks through somebody's
    eyes sees what that one would see. Nor does anybody but who got it of a share of which its teller is not told.
    """
    together = ready.rows(
        _together,
        Reach(reach.subject, reach.eyes.capacity if reach.eyes else reach.capacity, reach.at),
        circles={e.circle_id for e in entries},
        entries={e.id for e in entries},
        dossiers={e.dossier_id for e in entries},
    )
    return [Row(*row[:-1]) for row in sorted(together, key=lambda row: (row[0], row[-1]))]


def _together(reach: Reach, circles: Ids, entries: Ids, dossiers: Ids) -> QuerySet[Any, Any]:
    no_person, no_moment = Cast(Value(None), BigIntegerField()), Cast(Value(None), DateTimeField())
    no_reason = {"reason_": Value(""), "review": Cast(Value(None), DateField())}
    rows = CircleRow.objects.filter(running(reach.at), OneOf("circle_id", circles))
    shares = Share.objects.filter(running(reach.at), OneOf("entry_id", entries))
    if reach.capacity != STAFF:
        shares = shares.exclude(because=emergency.OPEN)
        shares = shares.exclude(~Q(human_id=reach.human), because=sharing.UNTOLD)
    withheld = Withheld.objects.filter(running(reach.at), OneOf("dossier_id", dossiers))
    withheld = withheld.exclude(held_of(reach.human))
    columns = (
        "what", "human_id", "capacity", "because", "of", "opens", "person_", "dossier_id", "reason_", "review", "id",
    )  # fmt: skip
    told = rows.annotate(
        what=Value("circle"), of=F("circle_id"), opens=F("opens_from"), person_=no_person, **no_reason
    )
    return told.values_list(*columns).union(
        shares.annotate(
            what=Value("share"), of=F("entry_id"), opens=no_moment, person_=no_person, **no_reason
        ).values_list(*columns),
        withheld.annotate(
            what=Value("withheld"),
            capacity=Case(When(work_only=True, then=Value(WORK)), default=Value("")),
            because=Case(When(silent=True, then=Value(SILENT)), default=Value("")),
            of=F("entry_id"),
            opens=no_moment,
            person_=F("person_id"),
            reason_=F("reason"),
            review=F("review_on"),
        ).values_list(*columns),
        all=True,
    )


def _withheld_pairs(entries: list[Entry], rows: list[Row], reach: Reach) -> set[tuple[int, str, int]]:
    """(human, capacity, entry) that is withheld now: persons and whole dossiers included, over all persons that a
    human is here."""
    by_id = {entry.id: entry for entry in entries}
    withheld = [row for row in rows if row.what == "withheld"]
    about = {row.human for row in withheld} | {row.person for row in withheld if row.person}
    known = humans(about, reach.at, "entries", by_id)
    return {
        (human, capacity, entry)
        for row in withheld
        for entry in _closed(row, by_id, known)
        for human in known.of(row.human)
        for capacity in (PROFESSIONAL if row.capacity == WORK else CAPACITIES)
        if not _unnoticed(row, human, by_id[entry])
    }


def _closed(row: Row, by_id: dict[int, Entry], known: Humans) -> set[int]:
    """Which of the entries one withholding closes."""
    if row.of is not None:
        return {row.of} & by_id.keys()
    if row.person is not None:
        return {entry for entry, dossier in known.entries.get(row.person, ()) if dossier == row.dossier}
    return {entry.id for entry in by_id.values() if entry.dossier_id == row.dossier}


def _unnoticed(row: Row, human: int, entry: Entry) -> bool:
    """Does the guard hold it back from another person of the human who wrote it?"""
    return row.because == SILENT and human != row.human and human == entry.writer_id
