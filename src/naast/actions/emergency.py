"""Emergency reading: a duty worker opens a household that is not theirs, for some hours, with a reason that its team
reads.

What is opened are shares like any other, each with an end. So every page, count and reader list follows from the one
expression of who reads what, and what is withheld stays so: no share is written for it, and none would open it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from naast.access import trace
from naast.access.accounts import is_on_duty
from naast.access.reach import NOWHERE, Reach, Within, reach_of, running
from naast.access.viewer import STAFF, Viewer
from naast.records.models import (
    Dossier,
    Emergency,
    Entry,
    Kind,
    Link,
    Nature,
    Person,
    Share,
    TraceLine,
)
from naast.rules import emergency as rule
from naast.rules.texts import N_

from . import circles, guarded, involvements, may, throttle
from . import emergency_opens as opens
from .act import Answered, Invalid, Refused, act, touched
from .choice import Choice, circle_of
from .same_person import Sought
from .write import Line, tie

EMERGENCY_READING = trace.EMERGENCY_ACT
NOTHING = N_(
    "Naast opens nothing with this. It does not say why: there may be no dossier, more than one, or one that is not "
    "for you."
)
PAUSE = N_("You tried this several times. Wait a quarter of an hour, or phone.")
RELEASED = N_("A colleague has seen this already.")


def open_household(*, viewer: Viewer, reason: str, sought: Sought, once: UUID | None = None) -> UUID:
    """Open the one household in which this person stands: the public id of its dossier.

    Whoever works there already gets it without anything being opened. Every try stays in the trace, without a name or
    number, and is counted. Raises Invalid on 'reason', and on '' one and the same message where there is no dossier,
    more than one, one that is withheld, or one in or around which they stand themselves; Refused for who has no duty.
    """
    counted = throttle.try_one("emergency", viewer.account or 0, viewer.at)
    return _open_household(viewer=viewer, reason=reason, sought=sought, counted=counted, once=once)  # type: ignore[call-arg]


@act(EMERGENCY_READING)
def _open_household(*, viewer: Viewer, reason: str, sought: Sought, counted: bool) -> UUID:
    _check_duty(viewer)
    if not counted:
        raise Answered("", PAUSE)
    _check(reason)
    found = opens.find(viewer, sought)
    # the reach, and whether they must stay out, also where nothing was found: one query less would tell
    place = found or Dossier(id=NOWHERE)
    reach = reach_of(viewer, Within(row=place.id))
    out = involvements.kept_out(viewer.human, place, viewer.at)
    if found is None or out:
        raise Answered("", NOTHING)
    touched(dossier=found.id)
    if may.in_a_circle(reach):
        return found.public_id
    _end(_running(viewer.human, viewer.at).filter(entry__circle__dossier=found), viewer)
    ends = viewer.at + timedelta(hours=settings.EMERGENCY_HOURS)
    row = _write(found, reach, viewer, reason, ends)
    _share(viewer, row, opens.first(viewer, found), ends)
    return found.public_id


@act(f"{EMERGENCY_READING}: the rest")
def open_rest(*, viewer: Viewer, dossier: UUID, reason: str) -> None:
    """A second reason opens the rest of what is told there by now, until the first reading ends.

    Raises Invalid on 'reason'; Refused where none of theirs runs.
    """
    found, reach, first = _reading(viewer, dossier)
    _check(reason)
    ends = first.ends
    row = _write(found, reach, viewer, reason, ends, first.entry)
    mine = Share.objects.filter(running(viewer.at), human_id=viewer.human, capacity=STAFF, dossier=found)
    read = set(mine.values_list("entry_id", flat=True))
    _share(viewer, row, [one for one in opens.rest(viewer, found) if one.id not in read], ends)


@act(f"{EMERGENCY_READING}: told")
def tell(*, viewer: Viewer, dossier: UUID, words: str) -> UUID:
    """The duty worker tells the team what they did; they read it themselves until their reading ends.

    Raises Invalid on 'words'; Refused where none of theirs runs.
    """
    found, reach, first = _reading(viewer, dossier)
    if not words.strip():
        raise Invalid("words", N_("Write down what you did."))
    row = guarded.write(
        found,
        Line(
            Kind.PASSAGE,
            Nature.FACT,
            words.strip(),
            circles.team(found, viewer.at),
            teller=Person.objects.get(id=viewer.human),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=True,  # only the team reads it
    )
    _give(viewer, [row], first.entry, first.ends)
    return row.public_id


@act(f"{EMERGENCY_READING}: ended")
def end(*, viewer: Viewer, dossier: UUID, reading: UUID) -> None:
    """The duty worker, or somebody of the team, ends a reading before its time. Refused for everybody else."""
    row = _readable(viewer, dossier, reading)
    if row.entry.writer_id != viewer.human and not may.in_team(viewer, row.entry.dossier):
        raise Refused
    if row.ends <= viewer.at:
        return
    _end(_of(row), viewer)


@act(f"{EMERGENCY_READING}: seen")
def release(
    *,
    viewer: Viewer,
    dossier: UUID,
    reading: UUID,
    words: str = "",
    choice: Choice | None = None,
    guard_seen: bool = False,
) -> UUID:
    """The fixed face (or who stands in; without one a colleague) has seen it, once. Who is chosen to read `words`
    comes to know that this duty worker looked; "who looked" may name them from now on.

    Raises Invalid on 'words' where somebody is chosen to read nothing, on '' where a colleague has seen it already.
    """
    row = _readable(viewer, dossier, reading)
    found, choice = row.entry.dossier, choice or Choice()
    if not _answers_for(viewer, found):
        raise Refused
    if Link.objects.filter(tie=Link.Tie.ANSWERS, target=row.entry).exists():
        raise Invalid("", RELEASED)
    if choice.readers and not words.strip():
        raise Invalid("words", N_("Write down what they are told of it."))
    reach = may.reach_in(viewer, found)
    written = guarded.write(
        found,
        Line(
            Kind.ANSWER,
            Nature.FACT,
            words.strip(),
            circle_of(found, reach, choice, at=viewer.at),
            people=[("about", Person.objects.get(id=row.entry.writer_id))],
            circle_how=choice.how,
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
    )
    parts = [one.entry for one in _of(row)]
    tie(Link.Tie.ANSWERS, written, parts)
    Share.objects.filter(opening__in=parts, because=rule.OPEN).update(because=rule.RELEASED)
    _lines(row).update(released_at=viewer.at)
    return written.public_id


def end_all(human: int, at: datetime, dossier: Dossier | None = None) -> None:
    """End every reading of a human that runs, everywhere or in one dossier; within another act."""
    rows = _running(human, at)
    if dossier is not None:
        rows = rows.filter(entry__circle__dossier=dossier)
    _close(list(rows.values_list("entry_id", flat=True)), at)


def _close(readings: list[int], at: datetime) -> None:
    """These readings (row ids of entries) and what they opened end now."""
    Share.objects.filter(running(at), opening__in=readings).update(ends=at)
    Emergency.objects.filter(entry__in=readings).update(ends=at)


def _check_duty(viewer: Viewer) -> None:
    if not is_on_duty(viewer):
        raise Refused


def _check(reason: str) -> None:
    if (wrong := rule.problem(reason)) is not None:
        raise Invalid("reason", wrong)


def _write(
    dossier: Dossier, reach: Reach, viewer: Viewer, reason: str, ends: datetime, first: Entry | None = None
) -> Entry:
    """The reading itself, told to the team. Its writer reads it until it ends."""
    return guarded.write(
        dossier,
        Line(
            Kind.EMERGENCY,
            Nature.FACT,
            reason.strip(),
            circles.team(dossier, viewer.at),
            teller=Person.objects.get(id=viewer.human),
            of_kind=(Emergency, {"starts": viewer.at, "ends": ends, "first": first}),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=True,  # only the team reads it
        field="reason",
    )


def _share(viewer: Viewer, reading: Entry, opened: list[Entry], ends: datetime) -> None:
    touched(entries=[row.public_id for row in opened])
    _give(viewer, [reading, *opened], reading, ends)


def _give(viewer: Viewer, rows: Iterable[Entry], reading: Entry, ends: datetime) -> None:
    Share.objects.bulk_create(
        Share(
            entry=row,
            dossier_id=row.dossier_id,
            human_id=viewer.human,
            capacity=STAFF,
            starts=viewer.at,
            ends=ends,
            because=rule.OPEN,
            opening=reading,
        )
        for row in rows
    )


def _running(human: int, at: datetime) -> QuerySet[Emergency]:
    return Emergency.objects.filter(running(at), entry__writer_id=human).select_related("entry__dossier")


def _reading(viewer: Viewer, dossier: UUID) -> tuple[Dossier, Reach, Emergency]:
    """The dossier, the viewer's reach in it, and the first reading of theirs that runs there; Refused without one."""
    found, reach = may.reading_dossier(viewer, dossier)
    _check_duty(viewer)
    if involvements.kept_out(viewer.human, found, viewer.at):
        raise Refused
    first = (
        _running(viewer.human, viewer.at)
        .filter(entry__circle__dossier=found, first=None)
        .order_by("starts")
        .last()
    )
    if first is None:
        raise Refused
    return found, reach, first


def _readable(viewer: Viewer, dossier: UUID, reading: UUID) -> Emergency:
    """A reading in this dossier that the viewer may read of; Refused otherwise."""
    row, _ = may.read_entry(viewer, dossier, reading)
    if row.kind != Kind.EMERGENCY:
        raise Refused
    return row.emergency


def _of(row: Emergency) -> QuerySet[Emergency]:
    """A reading and its second reasons."""
    rows = Emergency.objects.filter(Q(entry=row.entry_id) | Q(first=row.entry_id))
    return rows.select_related("entry").order_by("entry_id")


def _end(rows: QuerySet[Emergency], viewer: Viewer) -> None:
    touched(entries=[row.entry.public_id for row in rows])
    _close([row.entry_id for row in rows], viewer.at)


def _lines(row: Emergency) -> QuerySet[TraceLine]:
    """The page views of this reading in the access log; the moment of release is no part of what is sealed."""
    return TraceLine.objects.filter(
        act__startswith=EMERGENCY_READING.split()[0],
        dossier_id=row.entry.dossier_id,
        human_id=row.entry.writer_id,
        at__gte=row.starts,
        at__lt=row.ends,
        released_at=None,
    )


def _answers_for(viewer: Viewer, dossier: Dossier) -> bool:
    if may.is_fixed_face(viewer, dossier):
        return True
    return may.in_team(viewer, dossier) and not may.has_fixed_face(viewer, dossier)
