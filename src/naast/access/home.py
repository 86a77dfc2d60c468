"""Where a household member starts: who stands beside them, when they meet, the next look at the plan, which dossier.

Over the shoulder (design 4.6): people and days are only those of entries that everybody in the plan may read.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Appointment, Evaluation, Involvement, Kind, Membership, Relation

from . import dossiers, kinds, people, policy, shoulder, trace
from .doors import viewer_door
from .people import Face
from .reach import runs, runs_on
from .viewer import Viewer

FIXED = ("fixed_face", "stand_in")
STANDS_ON_IT = (Kind.MEMBERSHIP, Kind.RELATION, Kind.INVOLVEMENT, Kind.EVALUATION, Kind.APPOINTMENT)
MOST_MEETINGS = 3  # the first to come; all of them stand on a page of their own


@dataclass(frozen=True, slots=True)
class Place:
    """One dossier of a member, told apart by the day it opened and who works in it."""

    public_id: UUID
    opened_at: datetime
    worker: Face | None


@dataclass(frozen=True, slots=True)
class Look:
    """The next day on which the plan is looked at, and who will be there."""

    on: date
    words: str = field(repr=False)
    present: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Meets:
    """One of the first appointments to come: with whom besides the reader, and whether the reader is one of them."""

    starts: datetime
    ends: datetime
    cancelled: bool
    others: tuple[Face, ...]
    me: bool
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Home:
    """The member's own face, the people beside them, who is the fixed face (or stands in), and the next look.

    `meets` are the first appointments to come; without their places, which stand behind the page of the agenda.
    """

    dossier: UUID
    me: Face
    family: tuple[Face, ...]
    workers: tuple[Face, ...]
    fixed_face: Face | None
    next_look: Look | None
    meets: tuple[Meets, ...] = ()

    @property
    def others(self) -> tuple[Face, ...]:
        """Everybody beside the member, family first."""
        return (*(f for f in self.family if not f.is_viewer), *self.workers)


def places(viewer: Viewer) -> tuple[Place, ...]:
    """The open dossiers of this viewer, newest first."""
    with viewer_door(viewer) as reach:
        rows = list(policy.dossiers(reach).filter(closed_at=None).order_by("-opened_at", "public_id"))
        involved = policy.of_kind(Involvement, reach).filter(entry__dossier__in=rows, capacity="staff")
        workers = {
            row.entry.dossier_id: row.person_id
            for row in involved.select_related("entry").order_by("starts", "entry__public_id")
            if _fixed(row, viewer)
        }
        faces = people.faces(reach, workers.values())
    trace.saw(viewer)
    return tuple(Place(d.public_id, d.opened_at, faces.get(workers.get(d.id, 0))) for d in rows)


def several(viewer: Viewer) -> bool:
    """Has this viewer more than one open dossier?"""
    with viewer_door(viewer) as reach:
        return policy.dossiers(reach).filter(closed_at=None).count() > 1


def _fixed(row: Involvement, viewer: Viewer) -> bool:
    return row.role in FIXED and runs(row, viewer.at)


def me(viewer: Viewer, dossier: UUID | None = None) -> Face:
    """The viewer's own face; Missing where the dossier is not theirs."""
    with viewer_door(viewer) as reach:
        if dossier is not None:
            dossiers.find(reach, dossier)
        return people.faces(reach, [reach.subject])[reach.subject]


def home(viewer: Viewer, dossier: UUID) -> Home:
    """The member's home in one dossier; Missing where it is not theirs."""
    with shoulder.page_door(viewer, dossier) as (reach, row, circles):
        of = kinds.rows(reach, row, STANDS_ON_IT, circles)
        memberships, relations, involvements, days, appointments = (of[kind] for kind in STANDS_ON_IT)
        involvements.sort(key=lambda i: i.starts)
        coming = [day for day in days if day.on >= viewer.today]
        looks = sorted(coming, key=lambda day: (day.on, day.entry.public_id))[:1]
        to_come = [one for one in appointments if one.ends > viewer.at]
        meets = sorted(to_come, key=lambda one: (one.starts, one.entry.public_id))[:MOST_MEETINGS]
        present = people.roles(reach, [one.entry_id for one in (*looks, *meets)])
        faces = shoulder.known_in(reach, row, circles)
    seen = [r.entry.public_id for r in (*memberships, *relations, *involvements, *looks, *meets)]
    running = [i for i in involvements if runs(i, viewer.at) and i.person_id in faces]
    fixed = [i for i in running if i.role in FIXED]
    page = Home(
        dossier,
        faces[viewer.human],
        _family(faces, memberships, relations, viewer),
        tuple({i.person_id: faces[i.person_id] for i in (*fixed, *running)}.values()),
        faces[fixed[-1].person_id] if fixed else None,
        _look(looks[0], present, faces) if looks else None,
        tuple(_meets(one, present, faces) for one in meets),
    )
    met = (face for one in page.meets for face in one.others)
    trace.saw(viewer, row, seen, {page.me.row, *(face.row for face in (*page.others, *met))})
    return page


def _family(
    faces: dict[int, Face], memberships: list[Membership], relations: list[Relation], viewer: Viewer
) -> tuple[Face, ...]:
    """Running members, and who is tied to one of them, the oldest first; the unborn and the dead not in the row."""
    today = viewer.today
    inside = {m.person_id for m in memberships if runs_on(m, today)}
    tied = {
        person
        for r in relations
        if (r.ends is None or r.ends > today) and {r.one_id, r.other_id} & inside
        for person in (r.one_id, r.other_id)
    }
    found = [
        face
        for row, face in faces.items()
        if row in inside | tied | {viewer.human} and not (face.professional or face.unborn or face.deceased)
    ]
    return tuple(sorted(found, key=lambda f: (-(f.age if f.age is not None else 200), f.label)))


Present = dict[int, list[tuple[str, int]]]


def _look(look: Evaluation, present: Present, faces: dict[int, Face]) -> Look:
    there = _there(look.entry_id, present, faces)
    return Look(look.on, look.entry.words, tuple(f for f in there if not f.is_viewer))


def _meets(one: Appointment, present: Present, faces: dict[int, Face]) -> Meets:
    there = _there(one.entry_id, present, faces)
    others = tuple(face for face in there if not face.is_viewer)
    return Meets(one.starts, one.ends, one.cancelled, others, len(others) < len(there), one.entry.words)


def _there(entry: int, present: Present, faces: dict[int, Face]) -> list[Face]:
    """Who will be there, of whom the page may name."""
    rows = (person for role, person in present.get(entry, []) if role == "present")
    return people.each_once(faces[person] for person in rows if person in faces)
