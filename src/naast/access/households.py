"""Households as a viewer sees them: one with its people, relations and involved; and the list of mine."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.records.models import Dossier, Entry, Kind, Link

from . import decisions, emergency, kinds, people, policy, ready, timeline, trace
from .doors import viewer_door
from .dossiers import TEAM_ROLES, beyond, inside, page_mark
from .household_lines import HouseholdPage
from .household_making import Make, authority_once, by_name, fixed_face, oldest_first, ties_once
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach, runs_on
from .timeline import Filters, Story
from .viewer import Viewer

PAGE = 50
PARTS = (
    Kind.MEMBERSHIP,
    Kind.RELATION,
    Kind.AUTHORITY,
    Kind.INVOLVEMENT,
    Kind.CONTACT_DATA,
    Kind.QUESTION,
    Kind.DECISION,
    Kind.EMERGENCY,
)
HEAD = (*PARTS, Kind.NOTICE)
ANSWERED_ONCE = (Kind.NOTICE, Kind.QUESTION, Kind.EMERGENCY, Kind.OVERSIGHT)


def household(viewer: Viewer, public_id: UUID, of_kinds: tuple[Kind, ...] = HEAD) -> HouseholdPage:
    """The household page's head: members, ties, authority, involved; cut to what this viewer may read.

    With `of_kinds` only what is told by entries of these kinds, for a page that shows no more. A few queries behind one
    door, whatever the dossier's size. Missing where it is not this viewer's.
    """
    with viewer_door(viewer, public_id) as reach:
        found = read(reach, of_kinds)
    return finished(viewer, public_id, found)


def with_story(
    viewer: Viewer, public_id: UUID, filters: Filters, after: str = ""
) -> tuple[HouseholdPage, Story]:
    """The household page's head and a page of its story, behind one door. Missing where it is not this viewer's.

    For professionals: a resident's pages keep to what everybody in the plan may read (`timeline.story`).
    """
    with viewer_door(viewer, public_id) as reach:
        found = read(reach)
        told = timeline.read(reach, viewer, filters, after, timeline.PAGE, found.known)
    return finished(viewer, public_id, found), timeline.finished(viewer, told, found.known)


@dataclass(frozen=True, slots=True)
class Found:
    """What the viewer door gave for the head of the page."""

    row: int
    entries: list[Entry]
    known: dict[int, Face]
    about: dict[int, list[tuple[str, int]]]


def read(reach: Reach, of_kinds: tuple[Kind, ...] = HEAD) -> Found:
    """What the head of the page is made of, inside a door narrowed to its dossier. Missing where it is not theirs."""
    row = inside(reach)
    entries = decisions.newest_only(ready.rows(_parts, reach, of_kinds, dossier=row))
    about = people.roles(reach, [entry.id for entry in entries if entry.kind == Kind.NOTICE])
    return Found(row, entries, people.known_in(reach, row), about)


def finished(viewer: Viewer, public_id: UUID, found: Found) -> HouseholdPage:
    """The page's head; tells the trace what it shows."""
    page = _page(viewer, public_id, found.row, found.entries, found.known, found.about)
    trace.saw(viewer, found.row, (entry.public_id for entry in found.entries), found.known)
    return page


def _parts(reach: Reach, of_kinds: tuple[Kind, ...], *, dossier: Any) -> QuerySet[Entry]:
    """Newest readable versions of the kinds of which the page's head is made, each with its kind's row."""
    rows = policy.newest(reach).filter(dossier_id=dossier, kind__in=of_kinds)
    whole = still_open(rows).select_related("dossier", *(kinds.ROWS[k] for k in of_kinds if k in PARTS))
    return whole.order_by("confirmed_at", "public_id")


def still_open(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """Without the questions (a privacy officer's too) and notices that somebody answered, and the emergency readings
    that somebody has seen."""
    answered = Link.objects.filter(tie=Link.Tie.ANSWERS, target_id=OuterRef("id")).exclude(
        source__teller_id=OuterRef("teller_id")  # who asks may add to it; that is no answer
    )
    return rows.filter(~Q(kind__in=ANSWERED_ONCE) | ~Exists(answered))


def _page(
    viewer: Viewer,
    public_id: UUID,
    row: int,
    entries: list[Entry],
    known: dict[int, Face],
    about: dict[int, list[tuple[str, int]]],
) -> HouseholdPage:
    make = Make(viewer, known)
    of: dict[str, list[Any]] = {kind: [] for kind in HEAD}
    for entry in entries:
        of[entry.kind].append(getattr(entry, kinds.ROWS[Kind(entry.kind)]) if entry.kind in PARTS else entry)
    members = [m for m in map(make.member, of[Kind.MEMBERSHIP]) if m]
    now = oldest_first(m for m in members if runs_on(m, make.today))
    here = {m.face.row for m in now}
    ties = [t for t in map(make.tie, of[Kind.RELATION]) if t]
    involved = tuple(i for i in map(make.involved, of[Kind.INVOLVEMENT]) if i)
    fixed = fixed_face(involved)
    staff = {i.face.row for i in involved}
    coming = tuple(m for m in members if m.starts and m.starts > make.today and m.face.row not in here)
    gone = {m.face.row: m for m in members if m.face.row not in here and m not in coming}
    decided = [decisions.decided(one.entry, known) for one in reversed(of[Kind.DECISION])]
    near = {f.row: f for t in ties for f in (t.one, t.other) if f.row not in {*here, *staff, *gone}}
    return HouseholdPage(
        public_id=public_id,
        row=row,
        members=now,
        coming=tuple({m.face.row: m for m in coming}.values()),
        former=tuple(gone.values()),
        network=tuple(near.values()),
        ties=tuple(sorted(ties_once(t for t in ties if t.one.row != t.other.row), key=by_name)),
        authorities=tuple(
            sorted(
                authority_once(a for a in map(make.authority, of[Kind.AUTHORITY]) if a),
                key=lambda a: (a.child.label, a.adult.label, a.entry),
            )
        ),
        involved=involved,
        contacts=tuple(c for c in map(make.contact, of[Kind.CONTACT_DATA]) if c),
        notices=tuple(make.notice(entry, about.get(entry.id, [])) for entry in of[Kind.NOTICE]),
        questions=tuple(
            sorted((make.question(q) for q in of[Kind.QUESTION]), key=lambda q: (q.answer_by, q.entry))
        ),
        known=people.in_order(known.values()),
        fixed_face=fixed,
        without_fixed_face=viewer.is_staff and viewer.eyes_of is None and fixed is None,
        phase=decisions.running(decided),
        beside=decisions.open_beside(decided),
        opened_at=entries[0].dossier.opened_at if entries else None,
        in_team=viewer.is_staff
        and any(
            i.face.row == viewer.human and i.running and i.capacity == "staff" and i.role in TEAM_ROLES
            for i in involved
        ),
        emergencies=emergency.readings([e.entry for e in of[Kind.EMERGENCY]], known, viewer),
    )


@dataclass(frozen=True, slots=True)
class HouseholdLine:
    """One household in a list: its people, its fixed face, since when."""

    public_id: UUID
    faces: tuple[Face, ...]
    fixed_face: Face | None
    stands_in: bool
    without_fixed_face: bool
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
        page = ready.rows(_opened, reach, size, **page_mark(after))
        shown, more = page[:size], len(page) > size
        entries = ready.rows(_stand_in, reach, dossiers=[d.id for d in shown])
        named = {e.membership.person_id for e in entries if e.kind == Kind.MEMBERSHIP}
        named |= {e.involvement.person_id for e in entries if e.kind == Kind.INVOLVEMENT}
        faces = people.faces(reach, named)
    of: dict[int, list[Entry]] = {}
    for entry in entries:
        of.setdefault(entry.dossier_id, []).append(entry)
    lines = tuple(_line(d, of.get(d.id, []), Make(viewer, faces)) for d in shown)
    trace.saw(viewer, None, (e.public_id for e in entries), {f.row for line in lines for f in line.faces})
    last = shown[-1] if shown and more else None
    return HouseholdList(lines, f"{last.opened_at.isoformat()}_{last.public_id}" if last else "")


def _opened(reach: Reach, size: int, *, moment: Any, public_id: Any) -> QuerySet[Dossier]:
    running = policy.dossiers(reach).filter(closed_at=None)
    return beyond(running, "opened_at", moment, public_id)[: size + 1]


def _stand_in(reach: Reach, dossiers: Ids) -> QuerySet[Entry]:
    """Who lives in these households, and who stands around them."""
    rows = policy.newest(reach).filter(
        OneOf("dossier_id", dossiers), kind__in=(Kind.MEMBERSHIP, Kind.INVOLVEMENT)
    )
    return rows.select_related("membership", "involvement").order_by("confirmed_at", "public_id")


def _line(dossier: Dossier, entries: list[Entry], make: Make) -> HouseholdLine:
    members = [make.member(e.membership) for e in entries if e.kind == Kind.MEMBERSHIP]
    involved = [make.involved(e.involvement) for e in entries if e.kind == Kind.INVOLVEMENT]
    fixed = fixed_face(i for i in involved if i)
    return HouseholdLine(
        dossier.public_id,
        tuple(m.face for m in oldest_first(m for m in members if m and runs_on(m, make.today))),
        fixed.face if fixed else None,
        fixed is not None and fixed.role == "stand_in",
        make.viewer.is_staff and fixed is None,
        dossier.opened_at,
        fixed is not None and fixed.face.row == make.viewer.human,
    )
