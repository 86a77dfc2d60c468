"""Who looked: the professionals' page views in one dossier, as far as the viewer may know of all that was read.

A line shows only where the viewer may know of the reader and of every entry that the page held (design 4.11);
never other residents, never somebody who looked through another's eyes, never an emergency reading before a
person released it. A page is a calendar month, whatever it holds: how many lines are left out must not show in
where a page ends. Days and kinds only, no times.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import BigIntegerField, Q, Value

from naast.records.models import Entry, Kind, Share, TraceLine
from naast.rules.sharing import UNTOLD

from . import dossiers, policy, shoulder, trace
from .doors import through_rules, viewer_door
from .people import Face
from .reach import Reach
from .timeline import ZONE
from .viewer import PARTNER, STAFF, Viewer, midnight

AT_ONCE = 500  # entries looked up in one query
PLAN = {
    Kind.SITUATION,
    Kind.AGREEMENT,
    Kind.POSITION,
    Kind.REVIEW,
    Kind.EVALUATION,
    Kind.CONDITION,
    Kind.APPOINTMENT,
    Kind.DECISION,
    Kind.PLAN_PART,
    Kind.GUIDELINE,
    Kind.PAPER,
    Kind.MATTER,
    Kind.MATTER_PART,
}
PEOPLE = {
    Kind.MEMBERSHIP,
    Kind.RELATION,
    Kind.AUTHORITY,
    Kind.INVOLVEMENT,
    Kind.CONTACT_DATA,
    Kind.SUPPORTER,
    Kind.PROPOSAL,
    Kind.APART,
}
FOR_THE_TEAM = (Kind.NOTICE, Kind.EMERGENCY, Kind.OVERSIGHT)
ID = 16  # bytes


@dataclass(frozen=True, slots=True)
class Looked:
    """On one day one professional read: own (what the viewer told), story, plan, people; in this order."""

    day: date
    face: Face
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookedPage:
    """One month, newest day first; the months before and after it within the life of the dossier."""

    dossier: UUID
    me: Face
    month: date
    looked: tuple[Looked, ...]
    earlier: date | None
    later: date | None


def looked(viewer: Viewer, dossier: UUID, month: date | None = None) -> LookedPage:
    """Who looked in one month; this month by default. Missing where the dossier is not the viewer's."""
    circles = shoulder.open_circles(viewer, dossier)
    with viewer_door(viewer) as wide:
        found = dossiers.find(wide, dossier)
    now, opened = _first(viewer.today), _first(found.opened_at.astimezone(ZONE).date())
    shown = min(max(_first(month), opened), now) if month else now
    rows = _lines(found.id, shown)
    with viewer_door(viewer, found.id) as reach:
        known = shoulder.known_in(reach, found.id, circles)
        rows = [row for row in rows if row.human_id in known]
        wanted = {one for row in rows for one in _ids(bytes(row.shown))}
        kinds = _kinds(reach, viewer, wanted, circles)
    trace.saw(viewer, found.id)
    return LookedPage(
        dossier,
        known[viewer.human],
        shown,
        _by_day(rows, known, kinds, _untold(viewer, wanted)),
        _first(date.fromordinal(shown.toordinal() - 1)) if shown > opened else None,
        _next(shown) if shown < now else None,
    )


def line(viewer: Viewer, dossier: UUID, day: date, who: UUID) -> Looked | None:
    """The one line of a day and a professional, for who asks why they looked; None where this page has no such line."""
    found = looked(viewer, dossier, day).looked
    return next((one for one in found if one.day == day and one.face.public_id == who), None)


def _lines(dossier: int, month: date) -> list[TraceLine]:
    """All page views by professionals in one month; by the index on dossier and moment."""
    rows = TraceLine.objects.filter(
        trace.RELEASED,
        dossier_id=dossier,
        at__gte=midnight(month),
        at__lt=midnight(_next(month)),
        outcome=trace.SHOWN,
        capacity__in=(STAFF, PARTNER),
        eyes_of=None,
        handed_by=None,
    )
    return list(rows.exclude(shown=b"").order_by("-at").only("at", "human_id", "shown", "capacity"))


def _ids(shown: bytes) -> Iterable[UUID]:
    return (UUID(bytes=shown[i : i + ID]) for i in range(0, len(shown), ID))


def _kinds(reach: Reach, viewer: Viewer, wanted: set[UUID], circles: shoulder.Open | None) -> dict[UUID, str]:
    """What each of these entries is, of those that this page may hold."""
    found: dict[UUID, str] = {}
    listed = sorted(wanted)
    for start in range(0, len(listed), AT_ONCE):
        rows = shoulder.keep(policy.entries(reach), circles)
        rows = rows.filter(public_id__in=listed[start : start + AT_ONCE])
        found |= {row.public_id: _what(row, reach) for row in rows.only("public_id", "kind", "teller_id")}
    return found


def _what(row: Entry, reach: Reach) -> str:
    if row.kind in PLAN:
        return "plan"
    if row.kind in PEOPLE:
        return "people"
    return "own" if row.teller_id == reach.subject else "story"


@dataclass(frozen=True, slots=True)
class _Untold:
    """Public ids that count for nothing in a line: notices and emergency readings, which are for the team, and in a
    partner's lines what the viewer wrote, and what that partner was given while its teller is not told yet.

    A notice that the team has on its page hides no line, for it would tell that something was held back; and of what
    somebody wrote themselves, who besides the team has read it is not told either (actions/held.py).
    """

    notices: frozenset[UUID]
    own: frozenset[UUID]
    given: frozenset[tuple[UUID, int]]  # to whom (row id), and no teller is told yet

    def left_out(self, row: TraceLine) -> frozenset[UUID]:
        if row.capacity == STAFF:
            return self.notices
        given = frozenset(one for one, human in self.given if human == row.human_id)
        return self.notices | self.own | given


@through_rules
def _untold(viewer: Viewer, wanted: set[UUID]) -> _Untold:
    """Of what stands in the lines only, by its id: the notices of a whole dossier would tell by the time they take."""
    found: list[tuple[UUID, str, int]] = []
    listed = sorted(wanted)
    for start in range(0, len(listed), AT_ONCE):
        some = listed[start : start + AT_ONCE]
        rows = Entry.objects.filter(
            Q(kind__in=FOR_THE_TEAM) | Q(writer_id=viewer.human), public_id__in=some
        ).annotate(to=Value(0, BigIntegerField()))
        given = Share.objects.filter(because=UNTOLD, entry__public_id__in=some).annotate(what=Value(UNTOLD))
        found += rows.values_list("public_id", "kind", "to").union(
            given.values_list("entry__public_id", "what", "human_id"), all=True
        )
    notices = frozenset(one for one, kind, _ in found if kind in FOR_THE_TEAM)
    own = frozenset(one for one, _, to in found if not to) - notices
    return _Untold(notices, own, frozenset((one, to) for one, _, to in found if to))


def _by_day(
    rows: list[TraceLine], known: dict[int, Face], kinds: dict[UUID, str], untold: _Untold
) -> tuple[Looked, ...]:
    grouped: dict[tuple[date, int], set[str]] = {}
    for row in rows:
        left_out = untold.left_out(row)
        read = [kinds.get(one) for one in _ids(bytes(row.shown)) if one not in left_out]
        if row.human_id is not None and read and None not in read:
            day = row.at.astimezone(ZONE).date()
            grouped.setdefault((day, row.human_id), set()).update(what for what in read if what)
    order = sorted(grouped, key=lambda key: (-key[0].toordinal(), known[key[1]].label, key[1]))
    return tuple(
        Looked(
            day,
            known[human],
            tuple(w for w in ("own", "story", "plan", "people") if w in grouped[day, human]),
        )
        for day, human in order
    )


def _first(day: date) -> date:
    return day.replace(day=1)


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
