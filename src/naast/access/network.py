"""The network circles of one dossier as a viewer sees them: one for each who told of theirs, and the household's."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from naast.records.models import Entry, Involvement, Kind
from naast.rules.network import Circle, draw
from naast.rules.relations import ROLES

from . import dossiers, kinds, lines, people, shoulder, trace
from .lines import Line
from .people import Face
from .reach import runs
from .viewer import Viewer


@dataclass(frozen=True, slots=True)
class Around:
    """Somebody in a network: ring and answer are codes of rules/network.py, `x` and `y` lie from the middle."""

    line: Line
    face: Face
    ring: int
    answer: str
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """One circle: of whom (None is the household's, as the team wrote it down), and who stands in it, nearest first."""

    of: Face | None
    around: tuple[Around, ...]
    drawn: Circle


@dataclass(frozen=True, slots=True)
class Working:
    """A professional who works with the household now, in one role (rules/relations.py ROLES).

    Of an expert also which one, in which form they join, what they are asked and until when.
    """

    face: Face
    role: str
    organisation: str = field(repr=False)
    expert: str = ""
    form: str = ""
    asked: str = field(default="", repr=False)
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """All circles: the reader's own first, the household's, then by name; `partners` are row ids of professionals
    from outside."""

    dossier: UUID
    networks: tuple[Network, ...]
    known: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]
    working: tuple[Working, ...] = ()  # the fixed face first

    def find(self, supporter: UUID) -> Around | None:
        """The place with this public id, where it is the newest version that this viewer may read."""
        everybody = (one for network in self.networks for one in network.around)
        return next((one for one in everybody if one.line.public_id == supporter), None)


def network(viewer: Viewer, dossier: UUID) -> NetworkPage:
    """All that is told of who stands around the household; a resident's page holds unasked what everyone may read."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        rows = shoulder.newest(reach, open_circles).filter(dossier_id=row, kind=Kind.SUPPORTER)
        entries = list(rows.select_related("supporter").order_by("confirmed_at", "public_id"))
        involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,), open_circles)[Kind.INVOLVEMENT]
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, entries, known)
    made = {line.row: line for line in lines.lines(raw, known)}
    faces = known | raw.faces
    around = [
        _around(entry, made[entry.id], faces) for entry in entries if entry.supporter.person_id in faces
    ]
    working = _working(involved, known, viewer)
    shown = {one.face.row for one in working} | {face.row for face in raw.faces.values()}
    told = [row.entry.public_id for row in involved if runs(row, viewer.at) and row.person_id in known]
    trace.saw(viewer, row, [*(line.public_id for line in made.values()), *told], shown)
    return NetworkPage(
        dossier,
        _networks(around),
        people.in_order(known.values()),
        dossiers.works_here(viewer, involved),
        dossiers.partners(involved),
        working,
    )


def _working(involved: Iterable[Involvement], known: dict[int, Face], viewer: Viewer) -> tuple[Working, ...]:
    at = (viewer.eyes_of or viewer).at
    found = (
        _works(row, known)
        for row in involved
        if row.role in ROLES and row.person_id in known and runs(row, at)
    )
    order = list(ROLES)
    return tuple(sorted(found, key=lambda one: (order.index(one.role), one.face.label, one.face.public_id)))


def _works(row: Involvement, known: dict[int, Face]) -> Working:
    face = known[row.person_id]
    if not row.expert:
        return Working(face, row.role, row.organisation)
    return Working(face, row.role, row.organisation, row.expert, row.form, row.ground, row.ends)


def _around(entry: Entry, line: Line, faces: dict[int, Face]) -> Around:
    kept = entry.supporter
    return Around(line, faces[kept.person_id], kept.ring, kept.answer)


def _networks(around: Iterable[Around]) -> tuple[Network, ...]:
    of: dict[int, tuple[Face | None, list[Around]]] = {}
    for one in around:
        teller = one.line.teller
        own = teller if teller is not None and not teller.professional else None
        of.setdefault(own.row if own else 0, (own, []))[1].append(one)
    return tuple(_drawn(own, found) for own, found in sorted(of.values(), key=lambda pair: _place(pair[0])))


def _place(of: Face | None) -> tuple[bool, bool, str]:
    """The reader's own circle first, then the household's, then by name."""
    return (of is None or not of.is_viewer, of is not None, of.label if of else "")


def _drawn(of: Face | None, around: list[Around]) -> Network:
    in_order = sorted(around, key=lambda one: (one.ring, one.face.label, str(one.line.public_id)))
    drawn = draw([(str(one.line.public_id), one.ring) for one in in_order])
    places = {spot.key: spot for spot in drawn.spots}
    return Network(
        of,
        tuple(
            Around(one.line, one.face, one.ring, one.answer, spot.x, spot.y)
            for one in in_order
            for spot in (places[str(one.line.public_id)],)
        ),
        drawn,
    )
