"""Who reads an entry, and why: from the same rows that open it (`policy`), never a list of its own."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, DateTimeField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from naast.records.models import CircleRow, Entry, EntryPerson, Share, Withheld

from . import ready
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach, running

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
}


@dataclass(frozen=True, slots=True)
class Reader:
    """One human who may read one entry, in one capacity, because of something, until a day or open-ended."""

    face: Face
    capacity: str
    because: str
    until: str | None = None


def humans_of(entries: Iterable[Entry], reach: Reach) -> dict[int, list[tuple[int, str, str]]]:
    """(human, capacity, because) by entry row id, of everyone who may read it now; needs the rules door.

    The inverse of `policy`: circle rows and shares that run, less what is withheld. To whom wrote an entry it is
    as they told it, also where the address guard holds it back: `reach` says whose page it is (actions/held.py).
    """
    listed = list(entries)
    if not listed:
        return {}
    rows = _rows(listed, reach)
    kept = _withheld_pairs(listed, rows, reach)
    found: dict[int, list[tuple[int, str, str]]] = {}
    for entry in listed:
        readers: dict[tuple[int, str], str] = {}
        for row in rows:
            if row.opens(entry):
                readers.setdefault((row.human, row.capacity), row.because)
        found[entry.id] = [
            (human, capacity, because)
            for (human, capacity), because in readers.items()
            if (human, entry.id) not in kept
        ]
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """A circle row, a share or a withholding that runs now; `of` is the circle's or the entry's row id."""

    what: str
    human: int
    capacity: str
    because: str
    of: int | None
    opens_from: datetime | None
    person: int | None
    dossier: int

    def opens(self, entry: Entry) -> bool:
        if self.what == "circle":
            return self.of == entry.circle_id and (
                self.opens_from is None or entry.confirmed_at >= self.opens_from
            )
        return self.what == "share" and self.of == entry.id


def _rows(entries: list[Entry], reach: Reach) -> list[_Row]:
    """All three in one query, circles before shares, oldest first: one way to the database and back."""
    together = ready.rows(
        _together,
        Reach(reach.subject, reach.capacity, reach.at),
        circles={e.circle_id for e in entries},
        entries={e.id for e in entries},
        dossiers={e.dossier_id for e in entries},
    )
    return [_Row(*row[:-1]) for row in sorted(together, key=lambda row: (row[0], row[-1]))]


def _together(reach: Reach, circles: Ids, entries: Ids, dossiers: Ids) -> QuerySet[Any, Any]:
    no_person, no_moment = Cast(Value(None), BigIntegerField()), Cast(Value(None), DateTimeField())
    rows = CircleRow.objects.filter(running(reach.at), OneOf("circle_id", circles))
    shares = Share.objects.filter(running(reach.at), OneOf("entry_id", entries))
    withheld = Withheld.objects.filter(running(reach.at), OneOf("dossier_id", dossiers))
    withheld = withheld.exclude(held_of(reach.human))
    columns = ("what", "human_id", "capacity", "because", "of", "opens", "person_", "dossier_id", "id")
    told = rows.annotate(what=Value("circle"), of=F("circle_id"), opens=F("opens_from"), person_=no_person)
    return told.values_list(*columns).union(
        shares.annotate(
            what=Value("share"), of=F("entry_id"), opens=no_moment, person_=no_person
        ).values_list(*columns),
        withheld.annotate(
            what=Value("withheld"),
            capacity=Value(""),
            because=Value(""),
            of=F("entry_id"),
            opens=no_moment,
            person_=F("person_id"),
        ).values_list(*columns),
        all=True,
    )


WAITS = Q(silent=True, reason="")
"""Rows of `Withheld` by which the guard holds something back until the team lets go. Those with a reason keep it from
who may not know what it names, also later (actions/unaware.py)."""


def held_of(human: Any) -> Q:
    """Rows of `Withheld` that this human is not to notice: the guard's, on what they wrote."""
    return Q(silent=True) & Q(entry__writer_id=human)


def _withheld_pairs(entries: list[Entry], rows: list[_Row], reach: Reach) -> set[tuple[int, int]]:
    """(human, entry) pairs that are withheld now, persons and whole dossiers included."""
    pairs: set[tuple[int, int]] = set()
    by_id = {entry.id: entry for entry in entries}
    withheld = [row for row in rows if row.what == "withheld"]
    named = _entries_naming({row.person for row in withheld if row.of is None and row.person}, by_id, reach)
    for row in withheld:
        if row.of is not None:
            pairs.add((row.human, row.of))
        elif row.person is not None:
            pairs.update(
                (row.human, entry)
                for entry in named.get(row.person, ())
                if by_id[entry].dossier_id == row.dossier
            )
        else:
            pairs.update((row.human, e.id) for e in entries if e.dossier_id == row.dossier)
    return pairs


def _entries_naming(persons: set[int], entries: Collection[int], reach: Reach) -> dict[int, set[int]]:
    """Which of these entries name each of these persons.

    It asks also where there is nobody to ask of: one query more would tell that somebody is withheld.
    """
    of = Reach(reach.subject, reach.capacity, reach.at)
    named: dict[int, set[int]] = {}
    for entry, person in ready.rows(_naming, of, persons=persons, entries=set(entries)):
        named.setdefault(person, set()).add(entry)
    return named


def _naming(_: Reach, persons: Ids, entries: Ids) -> QuerySet[EntryPerson, tuple[int, int]]:
    rows = EntryPerson.objects.filter(OneOf("person_id", persons), OneOf("entry_id", entries))
    return rows.values_list("entry_id", "person_id")
