"""An unsafe situation, part by part: first signs, what each does, what it does to somebody, whom to call, where to go.

Each part is an entry in a circle of its own: by default who told it and the team. A number to call and a place to go to
are kept secret as contact data are, so that the address guard finds them in what others write.
"""

from dataclasses import dataclass, field
from uuid import UUID

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import (
    Circle,
    ContactData,
    Dossier,
    Entry,
    Kind,
    Link,
    Nature,
    Person,
    PlanPart,
)
from naast.rules import situations as rule
from naast.rules.texts import N_

from . import guarded, kept_along, may, unsafety
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .dossiers import write_contact_data
from .versions import carry_shares, check_newest, close_versions, follow_given, receivers
from .write import Line, tie

CONTACT_TYPE = {rule.PLACE: "shelter", rule.CALL: "other"}  # a number is read as one whatever it is called


@dataclass(frozen=True, slots=True)
class Part:
    """What is told of one part: its words, when and where, and the number or place that is kept secret."""

    words: str = field(repr=False)
    when: str = field(default="", repr=False)
    reach: str = field(default="", repr=False)
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("change situation")
def change_situation(
    *,
    viewer: Viewer,
    situation: UUID,
    words: str,
    choice: Choice,
    seen: unsafety.Seen | None = None,
    close_old: bool = False,
    guard_seen: bool = False,
) -> UUID:
    """A new version, still in the words of who told the one before it; its mark as one of the most unsafe goes along.
    Without `seen` so do its kinds of unsafety.

    Whoever may not read it keeps reading the old one, unless `close_old`. Raises Conflict where somebody else was
    first, Invalid on 'words', 'kinds'.
    """
    old, found, reach = _of_kind(viewer, situation, Kind.SITUATION)
    if not words.strip():
        raise Invalid("words", N_("Write down what the situation is."))
    line = Line(
        Kind.SITUATION,
        Nature.TELLING,
        words.strip(),
        circle_of(found, reach, choice, at=viewer.at, teller=old.teller),
        teller=old.teller,
        quoted=old.quoted,
        circle_how=choice.how,
        circle_ground=choice.ground,
        root=old.root,
        of_kind=unsafety.of_situation(unsafety.kept(old) if seen is None else seen),
    )
    also = receivers(old, viewer)
    row = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=guard_seen, also=also)
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row)
    follow_given(old, row, viewer)
    if close_old:
        close_versions(row, viewer)
    for mark in _marks(reach, [old]):
        # whoever goes on with the old version keeps its mark: that it went would tell of the new one
        _next(mark, found, reach, viewer, row.circle, Part(""), _of_mark(row), close=close_old)
    return row.public_id


@act("add part")
def add_part(
    *,
    viewer: Viewer,
    situation: UUID,
    sort: str,
    part: Part,
    choice: Choice,
    person: UUID | None = None,
    teller: UUID | None = None,
) -> UUID:
    """One part of a situation, told by `teller` (None: seen by the worker who writes), about `person`.

    Default circle: who told it and the team. Kept from whom the situation is kept from. Raises Invalid on 'sort',
    'person', 'words', Warned where somebody would read a number or place that they may not know.
    """
    about, found, reach = _of_kind(viewer, situation, Kind.SITUATION)
    told_by = may.person_for(reach, teller) if teller else Person.objects.get(id=viewer.human)
    of = may.person_for(reach, person) if person else None
    wrong = rule.problem(sort, part.words, somebody=of is not None)
    if wrong is not None:
        raise Invalid(*wrong)
    circle = circle_of(found, reach, choice, at=viewer.at, teller=told_by, about=[of] if of else [])
    _keep_secret(found, viewer, sort, part.reach, of, about, circle)
    line = Line(
        Kind.PLAN_PART,
        Nature.TELLING,
        part.words.strip(),
        circle,
        teller=told_by,
        quoted=told_by.id != viewer.human,
        people=[("about", of)] if of else [],
        circle_how=choice.how,
        circle_ground=choice.ground,
        searchable=part.when.strip() or None,
        of_kind=(PlanPart, _kept(about, sort, part)),
    )
    row = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=part.guard_seen)
    kept_along.keep(row, about, viewer)
    return row.public_id


@act("change part")
def change_part(*, viewer: Viewer, part: UUID, new: Part, away: bool = False) -> UUID:
    """Other words for a part, or that it is taken away from today on; read by who read the one before.

    Raises Conflict where somebody else was first, Invalid on 'words', Warned as add_part.
    """
    old, found, reach = _of_kind(viewer, part, Kind.PLAN_PART)
    kept = old.planpart
    named = [one.person for one in old.people.filter(role="about").select_related("person")]
    wrong = rule.problem(kept.sort, new.words, somebody=True)
    if wrong is not None:
        raise Invalid(*wrong)
    whose = named[0] if named else None
    _keep_secret(found, viewer, kept.sort, new.reach, whose, old, old.circle)
    fields = _kept(kept.situation, kept.sort, new) | {"ends": viewer.today if away else None}
    return _next(old, found, reach, viewer, old.circle, new, fields).public_id


@act("choose most unsafe")
def choose_most_unsafe(*, viewer: Viewer, dossier: UUID, situations: tuple[UUID, ...]) -> None:
    """These situations are the most unsafe, and of those that the viewer reads no others.

    Whoever reads a situation reads that. What the viewer may not read is neither counted nor changed. Raises Invalid on
    'situations' where they are too many.
    """
    found, reach = may.team_dossier(viewer, dossier)
    rows = [_of_kind(viewer, public_id, Kind.SITUATION)[0] for public_id in dict.fromkeys(situations)]
    if any(row.dossier_id != found.id for row in rows):
        raise Refused
    message = rule.too_many(len(rows))
    if message is not None:
        raise Invalid("situations", message, most=rule.MOST_UNSAFE)
    marks = _marks(reach)
    chosen = {row.root for row in rows}
    for mark in marks:
        if mark.planpart.situation.root not in chosen:
            gone = _of_mark(mark.planpart.situation) | {"ends": viewer.today}
            _next(mark, found, reach, viewer, mark.circle, Part(""), gone)
    marked = {mark.planpart.situation.root for mark in marks}
    for row in rows:
        if row.root not in marked:
            _mark(found, reach, viewer, row)


def _of_kind(viewer: Viewer, public_id: UUID, kind: Kind) -> tuple[Entry, Dossier, Reach]:
    """A line of the plan in its newest version, for one of the dossier's own professionals; Refused otherwise."""
    row, found, reach = may.entry_for(viewer, public_id)
    if row.kind != kind or not may.in_team(viewer, found):
        raise Refused
    check_newest(row, reach)
    return row, found, reach


def _kept(situation: Entry, sort: str, part: Part) -> dict[str, object]:
    secret = part.reach.strip() if sort in rule.GUARDED else ""
    return {"situation": situation, "sort": sort, "when": part.when.strip(), "reach": secret}


def _keep_secret(
    found: Dossier,
    viewer: Viewer,
    sort: str,
    value: str,
    whose: Person | None,
    beside: Entry,
    circle: Circle,
) -> None:
    """A number or place joins what the address guard looks for: read by who reads the part, and kept from whom what it
    stands beside is kept from."""
    if sort not in rule.GUARDED or not value.strip() or whose is None:
        return
    kind, there = CONTACT_TYPE[sort], value.strip()
    fact = {"person": whose, "type": kind, "value": there, "guarded": True}
    if not ContactData.objects.filter(entry__circle__dossier=found, **fact).exists():
        written = write_contact_data(
            found, whose, viewer, kind=kind, value=there, guarded=True, circle=circle
        )
        kept_along.also_from(Entry.objects.get(public_id=written), kept_along.keeping(beside, viewer.at))


def _next(
    old: Entry,
    found: Dossier,
    reach: Reach,
    viewer: Viewer,
    circle: Circle,
    new: Part,
    fields: dict[str, object],
    *,
    close: bool = True,
) -> Entry:
    people = [("about", one.person) for one in old.people.filter(role="about").select_related("person")]
    line = Line(
        Kind.PLAN_PART,
        Nature.TELLING,
        new.words.strip(),
        circle,
        teller=old.teller,
        quoted=old.quoted,
        people=people,
        circle_how=old.circle_how,
        circle_ground=old.circle_ground,
        root=old.root,
        searchable=new.when.strip() or None,
        of_kind=(PlanPart, fields),
    )
    also = receivers(old, viewer)
    row = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=new.guard_seen, also=also)
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row)
    if circle == old.circle:
        carry_shares(old, row, viewer)
    else:
        follow_given(old, row, viewer)
    if close:
        close_versions(row, viewer, old)
    return row


def _of_mark(situation: Entry) -> dict[str, object]:
    return {"situation": situation, "sort": rule.UNSAFE}


def _mark(found: Dossier, reach: Reach, viewer: Viewer, situation: Entry) -> None:
    line = Line(
        Kind.PLAN_PART,
        Nature.OPINION,
        "",
        situation.circle,
        teller=Person.objects.get(id=viewer.human),
        circle_how=situation.circle_how,
        circle_ground=situation.circle_ground,
        of_kind=(PlanPart, _of_mark(situation)),
    )
    row = guarded.write(found, line, reach=reach, viewer=viewer)
    kept_along.keep(row, situation, viewer)
    carry_shares(situation, row, viewer)


def _marks(reach: Reach, of: list[Entry] | None = None) -> list[Entry]:
    """The newest marks that hold, of these situations or of all that this viewer reads: both ends of it."""
    read = policy.entries(reach).filter(kind=Kind.SITUATION).values("root")
    rows = policy.newest(reach).filter(
        kind=Kind.PLAN_PART,
        planpart__sort=rule.UNSAFE,
        planpart__ends=None,
        planpart__situation__root__in=read,
    )
    if of is not None:
        rows = rows.filter(planpart__situation__root__in=[row.root for row in of])
    return list(rows.select_related("planpart__situation", "circle", "teller").order_by("id"))
