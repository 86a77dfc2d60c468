"""When people meet, as far as this viewer may read it: the agenda of one household, and what a worker goes to.

A secret place stands on no page that others may be looking at, whoever reads the appointment itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from naast.records.models import Entry, EntryPerson, Kind

from . import apart, choosing, dossiers, kinds, lines, people, policy, shoulder, trace
from .apart import Pair
from .choosing import Chooser
from .lines import Line
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer

MOST = 100  # on one page, the latest by their own day


@dataclass(frozen=True, slots=True)
class Appointed:
    """One appointment in the newest version that this viewer may read. `dossier` is set across households.

    `place` is empty where none was said, and where it is secret and others may be looking (`hidden`).
    """

    line: Line
    starts: datetime
    ends: datetime
    place: str = field(repr=False)
    secret: bool
    cancelled: bool
    reason: str = field(repr=False)
    hidden: bool = False
    dossier: UUID | None = None

    @property
    def present(self) -> tuple[Face, ...]:
        """Who meets, each once."""
        return tuple(people.each_once(self.line.with_role("present")))

    @property
    def others(self) -> tuple[Face, ...]:
        """Whom the viewer meets; without the viewer."""
        return tuple(face for face in self.present if not face.is_viewer)


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """The agenda of one household: what is to come or goes on, the first first, and what is over, the last first."""

    dossier: UUID
    coming: tuple[Appointed, ...]
    past: tuple[Appointed, ...]
    more: bool  # older ones are left out
    known: tuple[Face, ...]
    me: Face | None
    in_team: bool
    partners: frozenset[int]  # row ids of partner professionals
    can_ask_more: bool  # a resident's page, over the shoulder


def agenda(viewer: Viewer, dossier: UUID) -> AgendaPage:
    """The agenda of one household; a resident's page holds unasked what everyone in the household may read.

    Missing where the dossier is not this viewer's.
    """
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        found = shoulder.newest(reach, open_circles).filter(dossier_id=row, kind=Kind.APPOINTMENT)
        entries = list(_latest_first(found)[: MOST + 1])
        involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,), open_circles)[Kind.INVOLVEMENT]
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, entries[:MOST], known)
    shown = appointed(raw, lines.lines(raw, known), hide=shoulder.guarded(viewer))
    trace.saw(viewer, row, (one.line.public_id for one in shown), {face.row for face in raw.faces.values()})
    at = (viewer.eyes_of or viewer).at
    return AgendaPage(
        dossier,
        tuple(reversed([one for one in shown if one.ends > at])),
        tuple(one for one in shown if one.ends <= at),
        len(entries) > MOST,
        people.in_order(known.values()),
        known.get(reach.subject),
        dossiers.works_here(viewer, involved),
        dossiers.partners(involved),
        shoulder.guarded(viewer),
    )


def one(
    viewer: Viewer, dossier: UUID, public_id: UUID, *, beside: bool = False
) -> tuple[Appointed, Chooser, tuple[Pair, ...]]:
    """An appointment in the newest version that this viewer may read, also where `public_id` is an older one; with who
    can be chosen to read it and, with `beside`, who is kept apart today or later, as far as they may read it.

    Missing where it is not this viewer's, or of another dossier.
    """
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        asked = policy.entries(reach).filter(dossier_id=row, kind=Kind.APPOINTMENT, public_id=public_id)
        newest = shoulder.newest(reach, open_circles).filter(root__in=asked.values("root"))
        entries = list(newest.select_related("appointment")[:1])
        if not entries:
            raise Missing
        told = apart.running_or_coming(reach, row, viewer.today) if beside else []
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, [*entries, *told], known)
        chooser = choosing.among(reach, viewer, dossier, row, known)
    made = lines.lines(raw, known)
    of_it = replace(raw, entries=raw.entries[:1])
    [found] = appointed(of_it, made[:1], hide=shoulder.guarded(viewer))
    trace.saw(viewer, row, (line.public_id for line in made), {face.row for face in raw.faces.values()})
    kept = apart.pairs(told, {line.row: line for line in made}, known | raw.faces, viewer.today)
    return found, chooser, kept


def to_come(reach: Reach, dossier: int, since: datetime) -> QuerySet[Entry]:
    """Appointments of one dossier that go on and end after `since`, in their newest readable version, the first one
    first. Inside a viewer door."""
    found = policy.newest(reach).filter(
        dossier_id=dossier,
        kind=Kind.APPOINTMENT,
        appointment__cancelled=False,
        appointment__ends__gt=since,
    )
    return found.select_related("appointment").order_by("appointment__starts", "public_id")


def _latest_first(found: QuerySet[Entry]) -> QuerySet[Entry]:
    return found.select_related("appointment").order_by("-appointment__starts", "public_id")


def appointed(
    raw: lines.Raw, made: Iterable[Line], *, hide: bool, of: dict[int, UUID] | None = None
) -> list[Appointed]:
    """What was gathered as appointments, in its order; `hide` leaves secret places out. `of`: dossiers by row id."""
    return [
        _one(entry, line, hide, (of or {}).get(entry.dossier_id))
        for entry, line in zip(raw.entries, made, strict=True)
    ]


def _one(entry: Entry, line: Line, hide: bool, dossier: UUID | None) -> Appointed:
    kept = entry.appointment
    hidden = hide and kept.place_guarded
    return Appointed(
        line,
        kept.starts,
        kept.ends,
        "" if hidden else kept.place,
        kept.place_guarded,
        kept.cancelled,
        kept.reason,
        hidden,
        dossier,
    )


def own(reach: Reach, since: datetime, until: datetime) -> QuerySet[Entry]:
    """Appointments in which the human of this reach meets somebody, in their newest readable version, that end after
    `since` and begin before `until`; the first one first. Inside a viewer door."""
    meets = policy.named(reach).filter(
        entry_id=OuterRef("id"), person_id=reach.human, role=EntryPerson.Role.PRESENT
    )
    found = policy.newest(reach).filter(
        Exists(meets),
        kind=Kind.APPOINTMENT,
        appointment__ends__gt=since,
        appointment__starts__lt=until,
    )
    return found.select_related("appointment", "dossier").order_by("appointment__starts", "public_id")
