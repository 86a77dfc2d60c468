"""The one way an entry is written: its line, its people, its search words, its ties, its kind's row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from naast.records.models import Circle, Dossier, Entry, EntryPerson, Link, OfEntry, Person, SearchRow
from naast.rules import words as search_words

from .act import Invalid, touched

LONGEST = 200_000  # characters in one entry
ZONE = ZoneInfo("Europe/Amsterdam")

OfKind = tuple[type[OfEntry], Mapping[str, Any]]
"""The table of a kind, and what a row of it keeps."""


@dataclass(frozen=True, slots=True)
class Happened:
    """When it happened: exact, about, a period or unknown; `words` as they were said."""

    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    words: str = ""


@dataclass(slots=True)
class Line:
    """Everything an entry's line needs. `people` are (role, person) pairs besides teller and writer."""

    kind: str
    nature: str
    words: str
    circle: Circle
    teller: Person | None = None
    quoted: bool = False
    people: list[tuple[str, Person]] = field(default_factory=list)
    happened: Happened = field(default_factory=Happened)
    language: str = ""
    interpreter: str = ""
    circle_how: str = ""
    circle_ground: str = ""
    root: UUID | None = None
    of_kind: OfKind | None = None
    searchable: str | None = None  # more text to be found by, such as a file's
    public_id: UUID | None = None  # chosen beforehand where lines of one moment have an order


def entry(dossier: Dossier, line: Line, *, writer: int, at: datetime) -> Entry:
    """Write one entry, confirmed at `at`. Raises Invalid where the words are too long."""
    if len(line.words) > LONGEST:
        raise Invalid("words", "This is too long: at most %(most)s characters.", most=LONGEST)
    public_id = line.public_id or uuid4()
    row = Entry.objects.create(
        public_id=public_id,
        root=line.root or public_id,
        dossier=dossier,
        circle=line.circle,
        kind=line.kind,
        nature=line.nature,
        teller=line.teller,
        writer_id=writer,
        words=line.words,
        quoted=line.quoted,
        happened_from=line.happened.start,
        happened_to=line.happened.end,
        happened_precision=line.happened.precision,
        happened_words=line.happened.words,
        confirmed_at=at,
        moment_at=_moment(line.happened, at),
        language=line.language,
        interpreter=line.interpreter,
        circle_how=line.circle_how,
        circle_ground=line.circle_ground,
    )
    people = _people(line, writer)
    EntryPerson.objects.bulk_create(
        EntryPerson(entry=row, person_id=person, role=role, circle=line.circle, confirmed_at=at)
        for role, person in people
    )
    if line.of_kind is not None:
        model, fields = line.of_kind
        model(entry=row, **fields).save(force_insert=True)
    found_by = " ".join(part for part in (line.words, line.searchable) if part)
    if found_by:
        SearchRow.objects.create(
            entry=row, circle=line.circle, confirmed_at=at, lemmas=search_words.index_text(found_by)
        )
    touched(dossier=dossier.id, entries=[public_id], persons={person for _, person in people})
    return row


def tie(kind: str, source: Entry, targets: Iterable[Entry]) -> None:
    """Tie `source` to each target (answers, part_of, same_moment ...)."""
    Link.objects.bulk_create(
        (Link(tie=kind, source=source, target=target) for target in targets), ignore_conflicts=True
    )


def _moment(happened: Happened, at: datetime) -> datetime:
    if happened.start is None or happened.start == at.astimezone(ZONE).date():
        return at
    return datetime.combine(happened.start, time(12), tzinfo=ZONE)


def _people(line: Line, writer: int) -> list[tuple[str, int]]:
    pairs = [("writer", writer)]
    if line.teller is not None:
        pairs.append(("teller", line.teller.id))
    pairs += [(role, person.id) for role, person in line.people]
    return list(dict.fromkeys(pairs))
