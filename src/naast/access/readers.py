"""Who reads an entry, and why: from the same rows that open it (`policy`), never a list of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from naast.records.models import CircleRow, Entry, Share, Withheld

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

    The inverse of `policy`: circle rows and shares that run, less what is withheld.
    """
    found: dict[int, list[tuple[int, str, str]]] = {}
    listed = list(entries)
    if not listed:
        return found
    rows: dict[int, list[CircleRow]] = {}
    for row in CircleRow.objects.filter(running(reach.at), circle_id__in={e.circle_id for e in listed}):
        rows.setdefault(row.circle_id, []).append(row)
    shares: dict[int, list[Share]] = {}
    for share in Share.objects.filter(running(reach.at), entry_id__in=[e.id for e in listed]):
        shares.setdefault(share.entry_id, []).append(share)
    kept = _withheld_pairs(listed, reach)
    for entry in listed:
        readers: dict[tuple[int, str], str] = {}
        for row in rows.get(entry.circle_id, []):
            if row.opens_from is None or entry.confirmed_at >= row.opens_from:
                readers.setdefault((row.human_id, row.capacity), row.because)
        for share in shares.get(entry.id, []):
            readers.setdefault((share.human_id, share.capacity), share.because)
        found[entry.id] = [
            (human, capacity, because)
            for (human, capacity), because in readers.items()
            if (human, entry.id) not in kept
        ]
    return found


def _withheld_pairs(entries: list[Entry], reach: Reach) -> set[tuple[int, int]]:
    """(human, entry) pairs that are withheld now, persons and whole dossiers included."""
    from naast.records.models import EntryPerson

    pairs: set[tuple[int, int]] = set()
    by_id = {entry.id: entry for entry in entries}
    rows = list(Withheld.objects.filter(running(reach.at), dossier_id__in={e.dossier_id for e in entries}))
    persons = {row.person_id for row in rows if row.entry_id is None and row.person_id}
    named: dict[int, set[int]] = {}
    if persons:
        for entry, person in EntryPerson.objects.filter(
            person_id__in=persons, entry_id__in=by_id
        ).values_list("entry_id", "person_id"):
            named.setdefault(person, set()).add(entry)
    for row in rows:
        if row.entry_id is not None:
            pairs.add((row.human_id, row.entry_id))
        elif row.person_id is not None:
            pairs.update(
                (row.human_id, entry)
                for entry in named.get(row.person_id, ())
                if by_id[entry].dossier_id == row.dossier_id
            )
        else:
            pairs.update((row.human_id, e.id) for e in entries if e.dossier_id == row.dossier_id)
    return pairs
