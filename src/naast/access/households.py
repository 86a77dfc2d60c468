"""Households as a viewer sees them: one with its people, relations and involved; and the list of mine."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.records.models import Dossier, Entry, Involvement, Kind, Link, Membership, Question

from . import kinds, people, policy, ready, timeline, trace
from .doors import viewer_door
from .dossiers import TEAM_ROLES, beyond, inside, page_mark
from .household_lines import (
    AuthorityLine,
    ContactLine,
    HouseholdPage,
    Involved,
    Member,
    Notice,
    OpenQuestion,
    Tie,
)
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach, runs, runs_on
from .timeline import Filters, Story
from .viewer import Viewer, day_of

PAGE = 50
PARTS = (
    Kind.MEMBERSHIP,
    Kind.RELATION,
    Kind.AUTHORITY,
    Kind.INVOLVEMENT,
    Kind.CONTACT_DATA,
    Kind.QUESTION,
)
HEAD = (*PARTS, Kind.NOTICE)


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
    entries = ready.rows(_parts, reach, of_kinds, dossier=row)
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
    """Without the questions and notices that somebody answered."""
    answered = Link.objects.filter(tie=Link.Tie.ANSWERS, target_id=OuterRef("id")).exclude(
        source__teller_id=OuterRef("teller_id")  # who asks may add to it; that is no answer
    )
    return rows.filter(~Q(kind__in=(Kind.NOTICE, Kind.QUESTION)) | ~Exists(answered))


def _page(
    viewer: Viewer,
    public_id: UUID,
    row: int,
    entries: list[Entry],
    known: dict[int, Face],
    about: dict[int, list[tuple[str, int]]],
) -> HouseholdPage:
    make = _Make(viewer, known)
    of: dict[str, list[Any]] = {kind: [] for kind in HEAD}
    for entry in entries:
        of[entry.kind].append(getattr(entry, kinds.ROWS[Kind(entry.kind)]) if entry.kind in PARTS else entry)
    members = [m for m in map(make.member, of[Kind.MEMBERSHIP]) if m]
    now = _oldest_first(m for m in members if runs_on(m, make.today))
    here = {m.face.row for m in now}
    ties = [t for t in map(make.tie, of[Kind.RELATION]) if t]
    involved = tuple(i for i in map(make.involved, of[Kind.INVOLVEMENT]) if i)
    fixed = _fixed(involved)
    staff = {i.face.row for i in involved}
    coming = tuple(m for m in members if m.starts and m.starts > make.today and m.face.row not in here)
    gone = {m.face.row: m for m in members if m.face.row not in here and m not in coming}
    near = {f.row: f for t in ties for f in (t.one, t.other) if f.row not in {*here, *staff, *gone}}
    return HouseholdPage(
        public_id=public_id,
        row=row,
        members=now,
        coming=tuple({m.face.row: m for m in coming}.values()),
        former=tuple(gone.values()),
        network=tuple(near.values()),
        ties=tuple(sorted(_ties_once(t for t in ties if t.one.row != t.other.row), key=_by_name)),
        authorities=tuple(
            sorted(
                _authority_once(a for a in map(make.authority, of[Kind.AUTHORITY]) if a),
                key=lambda a: (a.child.label, a.adult.label, a.entry),
            )
        ),
        involved=involved,
        contacts=tuple(c for c in map(make.contact, of[Kind.CONTACT_DATA]) if c),
        notices=tuple(make.notice(entry, about.get(entry.id, [])) for entry in of[Kind.NOTICE]),
        questions=tuple(
            sorted((make.question(q) for q in of[Kind.QUESTION]), key=lambda q: (q.answer_by, q.entry))
        ),
        known=tuple(sorted(people.each_once(known.values()), key=lambda f: (f.professional, f.label))),
        fixed_face=fixed,
        without_fixed_face=viewer.is_staff and viewer.eyes_of is None and fixed is None,
        opened_at=entries[0].dossier.opened_at if entries else None,
        in_team=viewer.is_staff
        and any(
            i.face.row == viewer.human and i.running and i.capacity == "staff" and i.role in TEAM_ROLES
            for i in involved
        ),
    )


@dataclass(frozen=True, slots=True)
class _Make:
    """From rows to what is shown; nothing where it names somebody whom the viewer may not know of."""

    viewer: Viewer
    known: dict[int, Face]

    @property
    def today(self) -> date:
        return day_of((self.viewer.eyes_of or self.viewer).at)

    def member(self, row: Membership) -> Member | None:
        face = self.known.get(row.person_id)
        return Member(face, row.starts, row.ends, row.part_time, row.entry.public_id) if face else None

    def tie(self, row: Any) -> Tie | None:
        one, other = self.known.get(row.one_id), self.known.get(row.other_id)
        if one is None or other is None:
            return None
        running = runs_on(row, self.today)
        return Tie(one, row.type, other, row.starts, row.ends, row.entry.public_id, running)

    def authority(self, row: Any) -> AuthorityLine | None:
        adult, child = self.known.get(row.adult_id), self.known.get(row.child_id)
        if adult is None or child is None or not runs_on(row, self.today):
            return None
        return AuthorityLine(adult, child, row.state, row.source, row.reason, row.entry.public_id)

    def involved(self, row: Involvement) -> Involved | None:
        face = self.known.get(row.person_id)
        if face is None:
            return None
        at = (self.viewer.eyes_of or self.viewer).at
        return Involved(
            face,
            row.role,
            row.capacity,
            row.organisation,
            row.ground,
            row.starts,
            row.ends,
            self.known.get(row.stands_in_for_id or 0),
            row.entry.public_id,
            runs(row, at),
            row.starts > at and (row.ends is None or row.ends > row.starts),
        )

    def contact(self, row: Any) -> ContactLine | None:
        face = self.known.get(row.person_id)
        if face is None or not runs_on(row, self.today):
            return None
        return ContactLine(face, row.type, row.value, row.guarded, row.entry.public_id)

    def question(self, row: Question) -> OpenQuestion:
        asked = row.entry
        by = self.known.get(asked.teller_id or 0)
        return OpenQuestion(asked.public_id, by, asked.words, row.answer_by, row.answer_by < self.today)

    def notice(self, entry: Entry, roles: list[tuple[str, int]]) -> Notice:
        return Notice(
            entry.public_id,
            entry.circle_how,
            self.known.get(entry.writer_id),
            tuple(
                people.each_once(self.known[p] for role, p in roles if role == "about" and p in self.known)
            ),
            entry.words,
            entry.confirmed_at,
        )


def _fixed(involved: Iterable[Involved]) -> Involved | None:
    """Who is the fixed face now: a running stand-in first, then the fixed face."""
    running = [i for i in involved if i.running]
    for role in ("stand_in", "fixed_face"):
        for one in running:
            if one.role == role:
                return one
    return None


def _ties_once(ties: Iterable[Tie]) -> list[Tie]:
    """Each tie once, where it was told of two persons who are one human."""
    return list({(t.one.row, t.type, t.other.row, t.running): t for t in ties}.values())


def _authority_once(lines: Iterable[AuthorityLine]) -> list[AuthorityLine]:
    """Each line once; two that differ both stand."""
    return list({(a.adult.row, a.child.row, a.state, a.reason): a for a in lines}.values())


def _by_name(tie: Tie) -> tuple[str, str, str, UUID]:
    return tie.one.label, tie.type, tie.other.label, tie.entry


def _oldest_first(members: Iterable[Member]) -> tuple[Member, ...]:
    """Each person once, the oldest first; unknown ages and unborn children last."""
    once = {m.face.row: m for m in members}
    return tuple(
        sorted(once.values(), key=lambda m: (-(m.face.age if m.face.age is not None else -1), m.face.label))
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
    lines = tuple(_line(d, of.get(d.id, []), _Make(viewer, faces)) for d in shown)
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


def _line(dossier: Dossier, entries: list[Entry], make: _Make) -> HouseholdLine:
    members = [make.member(e.membership) for e in entries if e.kind == Kind.MEMBERSHIP]
    involved = [make.involved(e.involvement) for e in entries if e.kind == Kind.INVOLVEMENT]
    fixed = _fixed(i for i in involved if i)
    return HouseholdLine(
        dossier.public_id,
        tuple(m.face for m in _oldest_first(m for m in members if m and runs_on(m, make.today))),
        fixed.face if fixed else None,
        fixed is not None and fixed.role == "stand_in",
        make.viewer.is_staff and fixed is None,
        dossier.opened_at,
        fixed is not None and fixed.face.row == make.viewer.human,
    )
