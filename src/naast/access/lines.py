"""One line of a dossier as a viewer sees it: words, people, when, who reads it. Never a record."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Entry

from . import people, readers
from .doors import through_rules
from .people import Face
from .reach import Reach
from .readers import Reader


@dataclass(frozen=True, slots=True)
class Happened:
    """When it happened, as exact as it was told; `words` are the teller's ("begin november")."""

    start: date | None
    end: date | None
    precision: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. `people` are (role, face); `readers` are cut to whom this viewer may know of.

    `mine` is true where the viewer told it; `wrote` where the viewer wrote it down.
    """

    public_id: UUID
    kind: str
    nature: str
    words: str = field(repr=False)
    quoted: bool
    teller: Face | None
    writer: Face | None
    people: tuple[tuple[str, Face], ...]
    happened: Happened
    confirmed_at: datetime
    moment_at: datetime
    language: str
    interpreter: str
    circle_how: str
    circle_ground: str = field(repr=False)
    readers: tuple[Reader, ...]
    mine: bool
    wrote: bool
    row: int = field(repr=False)
    root: UUID

    def with_role(self, role: str) -> tuple[Face, ...]:
        """The faces that stand in this entry in one role: about, present, does, watches."""
        return tuple(face for name, face in self.people if name == role)

    @property
    def others(self) -> tuple[Reader, ...]:
        """Who reads it besides the viewer."""
        return tuple(reader for reader in self.readers if not reader.face.is_viewer)

    @property
    def about(self) -> tuple[Face, ...]:
        return self.with_role("about")

    @property
    def present(self) -> tuple[Face, ...]:
        return self.with_role("present")


@dataclass(frozen=True, slots=True)
class Raw:
    """Entries with their people and the faces the viewer may know: gathered in the viewer door."""

    reach: Reach
    entries: tuple[Entry, ...]
    roles: dict[int, list[tuple[str, int]]]
    faces: dict[int, Face]


def gather(reach: Reach, entries: Sequence[Entry], known: dict[int, Face] | None = None) -> Raw:
    """Two queries: who is named by these entries, and their faces; one where `known` holds all those faces."""
    roles = people.roles(reach, [entry.id for entry in entries])
    wanted = {person for pairs in roles.values() for _, person in pairs} | {reach.subject}
    faces = {person: face for person, face in (known or {}).items() if person in wanted}
    return Raw(reach, tuple(entries), roles, people.faces(reach, wanted - faces.keys()) | faces)


@through_rules
def readers_of(raw: Raw) -> readers.Reading:
    """(human, capacity, because) by entry, behind the rules door: the viewer's page is cut afterwards."""
    return readers.humans_of(raw.entries, raw.reach)


def lines(
    raw: Raw, known: dict[int, Face] | None = None, reading: readers.Reading | None = None
) -> list[Line]:
    """Finished lines; call it outside the viewer door. `known` are the faces that reader lists are cut to.

    `reading` is who reads each entry, where a page asked for it already.
    """
    if reading is None:
        reading = readers_of(raw) if raw.entries else {}
    faces = (known or {}) | raw.faces
    return [_line(entry, raw, faces, reading.get(entry.id, [])) for entry in raw.entries]


def _line(entry: Entry, raw: Raw, faces: dict[int, Face], reading: list[tuple[int, str, str]]) -> Line:
    pairs = [(role, faces[person]) for role, person in raw.roles.get(entry.id, []) if person in faces]
    subject = raw.reach.subject
    return Line(
        entry.public_id,
        entry.kind,
        entry.nature,
        entry.words,
        entry.quoted,
        faces.get(entry.teller_id) if entry.teller_id else None,
        faces.get(entry.writer_id),
        tuple({(role, f.row): (role, f) for role, f in pairs if role not in ("teller", "writer")}.values()),
        Happened(entry.happened_from, entry.happened_to, entry.happened_precision, entry.happened_words),
        entry.confirmed_at,
        entry.moment_at,
        entry.language,
        entry.interpreter,
        entry.circle_how,
        entry.circle_ground,
        _readers(reading, faces),
        entry.teller_id == subject,
        entry.writer_id == subject,
        entry.id,
        entry.root,
    )


def _readers(reading: list[tuple[int, str, str]], faces: dict[int, Face]) -> tuple[Reader, ...]:
    """Whom the viewer may know of, each human once in each capacity."""
    found: dict[tuple[int, str], Reader] = {}
    for human, capacity, because in sorted(reading, key=lambda r: (r[1], r[0])):
        if human in faces:
            found.setdefault((faces[human].row, capacity), Reader(faces[human], capacity, because))
    return tuple(found.values())
