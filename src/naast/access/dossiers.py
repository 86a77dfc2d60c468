"""Dossiers as a viewer sees them: my households, one household with its people, relations and involved."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from naast.records.models import (
    Authority,
    Dossier,
    Involvement,
    Kind,
    Membership,
    OfEntry,
    Relation,
)

from . import people, policy, trace
from .doors import viewer_door
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer

PAGE = 50
K = TypeVar("K", bound=OfEntry)


@dataclass(frozen=True, slots=True)
class Member:
    """One person in the household, with the membership's own entry id."""

    face: Face
    starts: date | None
    ends: date | None
    part_time: str
    entry: UUID

    @property
    def running(self) -> bool:
        return self.ends is None


@dataclass(frozen=True, slots=True)
class Tie:
    """`one` is <type> of `other`."""

    one: Face
    type: str
    other: Face
    starts: date | None
    ends: date | None
    entry: UUID


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """Parental authority of one adult over one child: yes, no or unknown, with its reason."""

    adult: Face
    child: Face
    state: str
    source: str
    reason: str
    entry: UUID


@dataclass(frozen=True, slots=True)
class Involved:
    """Who stands around the household, in which role, from when to when."""

    face: Face
    role: str
    capacity: str
    organisation: str
    ground: str
    starts: datetime
    ends: datetime | None
    stands_in_for: Face | None
    entry: UUID
    running: bool


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """Everything above the story on the household page, for one viewer."""

    public_id: UUID
    row: int = field(repr=False)
    members: tuple[Member, ...]
    former: tuple[Member, ...]
    network: tuple[Face, ...]
    ties: tuple[Tie, ...]
    authorities: tuple[AuthorityLine, ...]
    involved: tuple[Involved, ...]
    known: tuple[Face, ...]
    fixed_face: Face | None
    without_fixed_face: bool
    opened_at: datetime
    in_team: bool
    eyes_of: Face | None = None

    @property
    def names(self) -> list[str]:
        """Call names of the running members, for a heading (never for a title or an address)."""
        return [m.face.label for m in self.members]


def find(reach: Reach, public_id: UUID) -> Dossier:
    """The dossier, where the viewer is in any circle of it; Missing otherwise. Inside a viewer door."""
    dossier = policy.dossiers(reach).filter(public_id=public_id).first()
    if dossier is None:
        raise Missing
    return dossier


def row_of(viewer: Viewer, public_id: UUID) -> int:
    """The dossier's row id, to narrow the next door by; Missing where it is not this viewer's."""
    with viewer_door(viewer) as reach:
        return find(reach, public_id).id


def kind_rows(model: type[K], reach: Reach, dossier: int, kind: str) -> list[K]:
    """Rows of one kind with their entry, newest readable versions, in one query."""
    newest = policy.newest(reach).filter(dossier_id=dossier, kind=kind)
    rows = model._default_manager.filter(entry__in=newest).select_related("entry")
    return list(rows.order_by("entry__confirmed_at", "entry__public_id"))


def household(viewer: Viewer, public_id: UUID) -> HouseholdPage:
    """The household page's head: members, ties, authority, involved; cut to what this viewer may read."""
    with viewer_door(viewer) as wide:
        dossier = find(wide, public_id)
    with viewer_door(viewer, dossier.id) as reach:
        memberships = kind_rows(Membership, reach, dossier.id, Kind.MEMBERSHIP)
        relations = kind_rows(Relation, reach, dossier.id, Kind.RELATION)
        authorities = kind_rows(Authority, reach, dossier.id, Kind.AUTHORITY)
        involvements = kind_rows(Involvement, reach, dossier.id, Kind.INVOLVEMENT)
        known = people.known_in(reach, dossier.id)
    page = _page(viewer, dossier, known, memberships, relations, authorities, involvements)
    shown = [row.entry.public_id for row in (*memberships, *relations, *authorities, *involvements)]
    trace.saw(viewer, dossier.id, shown, (m.face.row for m in page.members))
    return page


def _page(
    viewer: Viewer,
    dossier: Dossier,
    known: dict[int, Face],
    memberships: list[Membership],
    relations: list[Relation],
    authorities: list[Authority],
    involvements: list[Involvement],
) -> HouseholdPage:
    today = viewer.at.date()
    members = [
        Member(known[r.person_id], r.starts, r.ends, r.part_time, r.entry.public_id)
        for r in memberships
        if r.person_id in known
    ]
    now = tuple(
        m for m in members if (m.ends is None or m.ends > today) and (m.starts is None or m.starts <= today)
    )
    inside = {m.face.row for m in now}
    ties = tuple(
        Tie(known[r.one_id], r.type, known[r.other_id], r.starts, r.ends, r.entry.public_id)
        for r in relations
        if r.one_id in known and r.other_id in known
    )
    involved = tuple(_involved(r, known, viewer) for r in involvements if r.person_id in known)
    fixed = [i for i in involved if i.running and i.role in ("fixed_face", "stand_in")]
    staff = {i.face.row for i in involved}
    return HouseholdPage(
        public_id=dossier.public_id,
        row=dossier.id,
        members=_oldest_first(now),
        former=tuple(m for m in members if m not in now and m.face.row not in inside),
        network=tuple(
            {
                face.row: face
                for tie in ties
                for face in (tie.one, tie.other)
                if face.row not in inside and face.row not in staff
            }.values()
        ),
        ties=tuple(tie for tie in ties if tie.one.row != tie.other.row),
        authorities=tuple(
            AuthorityLine(
                known[r.adult_id], known[r.child_id], r.state, r.source, r.reason, r.entry.public_id
            )
            for r in authorities
            if r.adult_id in known and r.child_id in known
        ),
        involved=involved,
        known=tuple(sorted(known.values(), key=lambda f: (f.professional, f.label))),
        fixed_face=fixed[0].face if fixed else None,
        without_fixed_face=viewer.is_staff and not fixed,
        opened_at=dossier.opened_at,
        in_team=viewer.is_staff
        and any(i.face.row == viewer.human and i.running and i.capacity == "staff" for i in involved),
        eyes_of=next((f for f in known.values() if viewer.eyes_of and f.row == viewer.eyes_of.human), None),
    )


def _oldest_first(members: tuple[Member, ...]) -> tuple[Member, ...]:
    return tuple(
        sorted(members, key=lambda m: (-(m.face.age if m.face.age is not None else -1), m.face.label))
    )


def _involved(row: Involvement, known: dict[int, Face], viewer: Viewer) -> Involved:
    return Involved(
        known[row.person_id],
        row.role,
        row.capacity,
        row.organisation,
        row.ground,
        row.starts,
        row.ends,
        known.get(row.stands_in_for_id or 0),
        row.entry.public_id,
        row.starts <= viewer.at and (row.ends is None or row.ends > viewer.at),
    )


@dataclass(frozen=True, slots=True)
class HouseholdLine:
    """One household in a list: its people, its fixed face, since when."""

    public_id: UUID
    faces: tuple[Face, ...]
    fixed_face: Face | None
    opened_at: datetime
    mine: bool

    @property
    def names(self) -> list[str]:
        return [face.label for face in self.faces]


@dataclass(frozen=True, slots=True)
class HouseholdList:
    """A page of households; `after` is the mark of the next page, or empty."""

    lines: tuple[HouseholdLine, ...]
    after: str


def my_households(viewer: Viewer, after: str = "", size: int = PAGE) -> HouseholdList:
    """Households in which the viewer stands, newest opened first, by time and public id (never by row id)."""
    with viewer_door(viewer) as reach:
        rows = policy.dossiers(reach).filter(closed_at=None).order_by("-opened_at", "public_id")
        mark = page_mark(after)
        if mark is not None:
            rows = rows.filter(Q(opened_at__lt=mark[0]) | Q(opened_at=mark[0], public_id__gt=mark[1]))
        page = list(rows[: size + 1])
        shown, more = page[:size], len(page) > size
        ids = [d.id for d in shown]
        members = _of_dossiers(Membership, reach, ids, Kind.MEMBERSHIP)
        involved = _of_dossiers(Involvement, reach, ids, Kind.INVOLVEMENT)
        faces = people.faces(reach, {m.person_id for m in members} | {i.person_id for i in involved})
    lines = tuple(_household_line(d, members, involved, faces, viewer) for d in shown)
    trace.saw(
        viewer,
        None,
        (row.entry.public_id for row in (*members, *involved)),
        {f.row for line in lines for f in line.faces},
    )
    last = shown[-1] if shown and more else None
    return HouseholdList(lines, f"{last.opened_at.isoformat()}_{last.public_id}" if last else "")


def page_mark(after: str) -> tuple[datetime, UUID] | None:
    try:
        moment, public_id = after.split("_")
        return datetime.fromisoformat(moment), UUID(public_id)
    except ValueError:
        return None


def _of_dossiers(model: type[K], reach: Reach, dossiers: list[int], kind: str) -> list[K]:
    entries = policy.entries(reach).filter(dossier_id__in=dossiers, kind=kind)
    return list(model._default_manager.filter(entry__in=entries).select_related("entry"))


def _household_line(
    dossier: Dossier,
    members: list[Membership],
    involved: list[Involvement],
    faces: dict[int, Face],
    viewer: Viewer,
) -> HouseholdLine:
    today = viewer.at.date()
    inside = [
        faces[m.person_id]
        for m in members
        if m.entry.dossier_id == dossier.id
        and m.person_id in faces
        and (m.ends is None or m.ends > today)
        and (m.starts is None or m.starts <= today)
    ]
    fixed = [
        i
        for i in involved
        if i.entry.dossier_id == dossier.id
        and i.role in ("stand_in", "fixed_face")
        and i.starts <= viewer.at
        and (i.ends is None or i.ends > viewer.at)
    ]
    once = {f.row: f for f in inside}
    oldest = sorted(once.values(), key=lambda f: (-(f.age if f.age is not None else -1), f.label))
    return HouseholdLine(
        dossier.public_id,
        tuple(oldest),
        faces.get(fixed[0].person_id) if fixed else None,
        dossier.opened_at,
        any(i.person_id == viewer.human for i in fixed),
    )


def eyes(viewer: Viewer, public_id: UUID, person: UUID, capacity: str, at: datetime) -> Viewer:
    """The same viewer looking through the eyes of a person in this dossier; Missing where not allowed.

    For own professionals only; `at` may be a coming date.
    """
    from .viewer import Eyes

    if not viewer.is_staff or capacity not in ("resident", "partner"):
        raise Missing
    with viewer_door(viewer) as wide:
        dossier = find(wide, public_id)
    with viewer_door(viewer, dossier.id) as reach:
        own = policy.entries(reach).filter(
            running_involvement(viewer), dossier=dossier, kind=Kind.INVOLVEMENT
        )
        if not own.exists():
            raise Missing
        face = next((f for f in people.known_in(reach, dossier.id).values() if f.public_id == person), None)
    if face is None:
        raise Missing
    return viewer.through(Eyes(face.row, capacity, at, str(face.public_id), face.label))


def running_involvement(viewer: Viewer) -> Q:
    """The viewer's own running team involvement, as a filter on entries."""
    return Q(
        involvement__person_id=viewer.human,
        involvement__capacity="staff",
        involvement__role__in=("fixed_face", "team", "stand_in"),
        involvement__starts__lte=viewer.at,
    ) & (Q(involvement__ends__isnull=True) | Q(involvement__ends__gt=viewer.at))
