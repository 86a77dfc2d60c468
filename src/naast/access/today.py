"""The day of a worker of the team: whom they meet, who has not been heard, what waits for them, and when each plan is
looked at.

Households are only those in whose team they are. Everything follows from what they may read.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Exists, Max, OuterRef, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Cast

from naast.records.models import Dossier, Entry, EntryPerson, Kind
from naast.rules.appointments import COMING_DAYS
from naast.rules.conditions import holds
from naast.rules.heard import weeks_unheard

from . import appointments, conditions, kinds, lines, people, policy, ready, reopening_today, trace
from .appointments import Appointed
from .consent_coming import Coming, coming
from .doors import viewer_door
from .dossiers import TEAM_ROLES
from .emergency import Reading, readings
from .households import still_open
from .one_of import Ids, OneOf
from .people import Face
from .questions import fixed_of
from .reach import Reach, runs_on
from .roles import asks, made
from .sharing_again import again
from .today_page import Begun, Home, TodayPage, Unheard, Waiting
from .viewer import STAFF, Viewer, day_of, midnight

MOST = 60  # households on one page; a worker has 15 to 25
PARTS = (
    Kind.MEMBERSHIP,
    Kind.INVOLVEMENT,
    Kind.QUESTION,
    Kind.EVALUATION,
    Kind.EMERGENCY,
    Kind.CONSENT,
    Kind.AUTHORITY,
    Kind.SHARING,
    Kind.OVERSIGHT,
    Kind.PROPOSAL,
)
LISTED = (*PARTS, Kind.NOTICE, Kind.CONDITION)
ASKING = (Kind.QUESTION, Kind.OVERSIGHT)
HEARD_IN = (
    Kind.CONTACT,
    Kind.PASSAGE,
    Kind.STATEMENT,
    Kind.ANSWER,
    Kind.QUESTION,
    Kind.POSITION,
    Kind.SITUATION,
    Kind.SCORE,
    Kind.FACTOR,
    Kind.PLAN_PART,
    Kind.MATTER_PART,
    Kind.INCIDENT,
    Kind.FACTOR_VIEW,
)


def today(viewer: Viewer) -> TodayPage:
    """Everything that the page of the day shows, behind one door."""
    with viewer_door(viewer) as reach:
        found = ready.rows(_entries, reach)
        opened = {entry.dossier_id: entry.dossier for entry in found}
        shown = dict(sorted(opened.items(), key=lambda one: _newest_first(one[1]))[:MOST])
        entries = [entry for entry in found if entry.dossier_id in shown]
        heard, begun, told = _moments(reach, shown)
        holding = [e.id for e in entries if e.kind == Kind.CONDITION and _holds(e, viewer)]
        met = conditions.seen(reach, holding, viewer.today)
        since, until = _the_week(viewer.today)
        meets = ready.rows(appointments.own, reach, since=since, until=until)
        roles = people.roles(reach, [entry.id for entry in meets])
        meeting = {person for pairs in roles.values() for _, person in pairs}
        proposals = [entry for entry in entries if asks(entry, viewer)]
        asking = {entry.writer_id for entry in proposals}
        faces = people.faces(reach, _named(entries) | meeting | asking | {viewer.human})
    of: dict[int, list[Entry]] = {row: [] for row in shown}
    for entry in entries:
        of[entry.dossier_id].append(entry)
    last: dict[tuple[int, int], datetime] = {}
    for dossier, person, at in heard:
        key = (dossier, faces[person].row if person in faces else person)
        last[key] = max(at, last.get(key, at))
    gaps = conditions.unmet(holding, met, viewer.today)
    homes = [
        replace(_home(viewer, shown[row], of[row], faces, last, gaps), happened=row in told.values())
        for row in shown
    ]
    seen = [*(e.public_id for e in (*entries, *meets)), *told]
    trace.saw(viewer, None, seen, {f.row for f in faces.values()})
    mine = {home.public_id for home in homes if home.mine}
    return TodayPage(
        faces[viewer.human],
        viewer.today,
        tuple(sorted(homes, key=_next_first)),
        _questions(viewer, shown, entries, faces, mine),
        begun,
        len(opened) > MOST,
        _meets(lines.Raw(reach, tuple(meets), roles, faces)),
        _emergencies(viewer, shown, entries, faces, homes),
        tuple(made(one, faces) for one in proposals),
        again(entries, shown, viewer),
    )


def _emergencies(
    viewer: Viewer,
    shown: dict[int, Dossier],
    entries: list[Entry],
    faces: dict[int, Face],
    homes: list[Home],
) -> tuple[Reading, ...]:
    """Emergency readings that nobody has seen yet, of households of which the viewer is the fixed face or stands in,
    and of those that have none."""
    theirs = {home.public_id for home in homes if home.mine or home.without_fixed_face}
    found = [e for e in entries if e.kind == Kind.EMERGENCY and shown[e.dossier_id].public_id in theirs]
    return readings(found, faces, viewer)


def _the_week(today: date) -> tuple[datetime, datetime]:
    """From the beginning of today until the end of the coming week."""
    return midnight(today), midnight(today + timedelta(days=COMING_DAYS + 1))


def _meets(raw: lines.Raw) -> tuple[Appointed, ...]:
    of = {entry.dossier_id: entry.dossier.public_id for entry in raw.entries}
    return tuple(appointments.appointed(raw, lines.lines(raw), hide=True, of=of))


def _in_team(reach: Reach) -> QuerySet[Dossier]:
    """Running dossiers in whose team this viewer is now."""
    own = policy.entries(reach).filter(
        Q(involvement__ends=None) | Q(involvement__ends__gt=reach.at),
        dossier_id=OuterRef("id"),
        kind=Kind.INVOLVEMENT,
        involvement__person_id=reach.human,
        involvement__capacity=STAFF,
        involvement__role__in=TEAM_ROLES,
        involvement__starts__lte=reach.at,
    )
    return policy.dossiers(reach).filter(Exists(own), closed_at=None)


def _newest_first(dossier: Dossier) -> tuple[float, UUID]:
    return -dossier.opened_at.timestamp(), dossier.public_id


def _entries(reach: Reach) -> QuerySet[Entry]:
    """Who lives there, who stands around, the days of the plan, and what nobody answered yet: of one dossier more than
    are shown. Each has at least the involvement of the viewer."""
    dossiers = _in_team(reach).order_by("-opened_at", "public_id")[: MOST + 1]
    rows = policy.newest(reach).filter(dossier_id__in=dossiers.values("id"), kind__in=LISTED)
    whole = still_open(rows).select_related(
        "dossier", "safetycondition", *(kinds.ROWS[kind] for kind in PARTS)
    )
    return whole.order_by("confirmed_at", "public_id")


def _moments(
    reach: Reach, shown: dict[int, Dossier]
) -> tuple[list[tuple[int, int, datetime]], tuple[Begun, ...], dict[UUID, int]]:
    """When each was heard last (dossier, person, moment), the own drafts, the newest first, and the tellings since the
    phase was decided, by public id the dossier of each; in one query."""
    rows = ready.rows(_heard_begun_and_told, reach, dossiers=list(shown))
    begun = [Begun(own, shown[of].public_id, at) for of, person, at, own in rows if own and not person]
    return (
        [(of, person, at) for of, person, at, own in rows if not own],
        tuple(sorted(begun, key=lambda one: (-one.saved_at.timestamp(), one.public_id))),
        {told: of for of, person, _, told in rows if told and person},
    )


def _heard_begun_and_told(reach: Reach, dossiers: Ids) -> Any:
    """(dossier, person, moment, none) of who was heard, (dossier, none, moment, draft) of the viewer's drafts, and
    (dossier, writer, moment, telling) of what was told since the phase was decided."""
    nobody, none = Cast(Value(None), BigIntegerField()), Cast(Value(None), UUIDField())
    columns = "entry__dossier_id", "person_id", "last", "draft"
    heard = _heard(reach, dossiers).annotate(draft=none).values_list(*columns).order_by()
    drafts = policy.drafts(reach).filter(OneOf("dossier_id", dossiers))
    mine = drafts.annotate(whose=nobody).values_list("dossier_id", "whose", "saved_at", "public_id")
    return heard.union(mine.order_by(), reopening_today.told_since(reach, dossiers), all=True)


def _heard(reach: Reach, dossiers: Ids) -> Any:
    """Of each dossier and person the `last` moment at which they told something or were there; by when it was written
    down."""
    rows = policy.named(reach).filter(
        OneOf("entry__dossier_id", dossiers),
        entry__kind__in=HEARD_IN,
        role__in=(EntryPerson.Role.TELLER, EntryPerson.Role.PRESENT),
    )
    return rows.values("entry__dossier_id", "person_id").annotate(last=Max("confirmed_at"))


def _named(entries: Iterable[Entry]) -> set[int]:
    found: set[int] = set()
    for entry in entries:
        if entry.kind == Kind.MEMBERSHIP:
            found.add(entry.membership.person_id)
        elif entry.kind == Kind.INVOLVEMENT:
            found.add(entry.involvement.person_id)
        elif entry.kind == Kind.EMERGENCY:
            found.add(entry.writer_id)
        elif entry.kind in ASKING and entry.teller_id is not None:
            found.add(entry.teller_id)
        elif entry.kind == Kind.CONSENT:
            found.add(entry.consent.person_id)
        elif entry.kind == Kind.AUTHORITY:
            found |= {entry.authority.adult_id, entry.authority.child_id}
    return found


def _home(
    viewer: Viewer,
    dossier: Dossier,
    entries: list[Entry],
    faces: dict[int, Face],
    last: dict[tuple[int, int], datetime],
    gaps: frozenset[int],
) -> Home:
    inside = {
        faces[e.membership.person_id].row: faces[e.membership.person_id]
        for e in entries
        if e.kind == Kind.MEMBERSHIP
        and e.membership.person_id in faces
        and runs_on(e.membership, viewer.today)
    }
    living = [face for face in inside.values() if not (face.unborn or face.deceased)]
    fixed = fixed_of([e.involvement for e in entries if e.kind == Kind.INVOLVEMENT], viewer.at)
    days = [e.evaluation.on for e in entries if e.kind == Kind.EVALUATION]
    coming = [day for day in days if day >= viewer.today]
    looked_on = min(coming) if coming else max(days, default=None)
    return Home(
        dossier.public_id,
        tuple(sorted(inside.values(), key=lambda f: (-(f.age if f.age is not None else -1), f.label))),
        _unheard(viewer, dossier, living, last),
        looked_on,
        looked_on is not None and looked_on < viewer.today,
        sum(e.kind == Kind.NOTICE for e in entries),
        fixed is not None and fixed.person_id == viewer.human,
        fixed is None,
        sum(e.id in gaps for e in entries),
        len(_coming(entries, living, faces, viewer)),
    )


def _coming(
    entries: list[Entry], living: list[Face], faces: dict[int, Face], viewer: Viewer
) -> tuple[Coming, ...]:
    consents = [e.consent for e in entries if e.kind == Kind.CONSENT]
    authorities = [e.authority for e in entries if e.kind == Kind.AUTHORITY]
    return coming(living, consents, authorities, faces, viewer.today)


def _holds(condition: Entry, viewer: Viewer) -> bool:
    kept = condition.safetycondition
    return holds(kept.starts, kept.ends, viewer.today)


def _unheard(
    viewer: Viewer, dossier: Dossier, living: list[Face], last: dict[tuple[int, int], datetime]
) -> tuple[Unheard, ...]:
    """Who was never heard first, then the longest ago."""
    found = []
    for face in living:
        at = last.get((dossier.id, face.row))
        weeks = weeks_unheard(day_of(at) if at else None, viewer.today)
        if weeks is not None:
            found.append(Unheard(face, weeks))
    return tuple(sorted(found, key=lambda u: (u.weeks != 0, -u.weeks, u.face.label)))


def _next_first(home: Home) -> tuple[object, ...]:
    """The next look at a plan first; then those without one."""
    return home.looked_on is None, home.looked_on or date.max, home.public_id


def _questions(
    viewer: Viewer,
    shown: dict[int, Dossier],
    entries: list[Entry],
    faces: dict[int, Face],
    mine: set[UUID],
) -> tuple[Waiting, ...]:
    """Those of households of which the viewer is the fixed face, or stands in."""
    found = [
        Waiting(
            e.public_id,
            shown[e.dossier_id].public_id,
            faces.get(e.teller_id or 0),
            by,
            by < viewer.today,
            e.kind == Kind.OVERSIGHT,
        )
        for e in entries
        if e.kind in ASKING
        and shown[e.dossier_id].public_id in mine
        and (by := getattr(e, kinds.ROWS[Kind(e.kind)]).answer_by) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.answer_by, one.entry)))
