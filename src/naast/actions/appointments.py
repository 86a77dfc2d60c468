"""When people meet: made, changed and cancelled by the team; who meets always reads it.

A changed or cancelled appointment is a new version, and the old one closes for whoever may not read that: nobody is to
come at an old time.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from naast.access.reach import Reach, running
from naast.access.viewer import STAFF, Viewer
from naast.records.models import Appointment, Circle, Dossier, Entry, EntryPerson, Kind, Nature, Person, Share
from naast.rules import appointments as rule
from naast.rules.texts import N_

from . import choice as choices
from . import circles, guard, guarded, kept_along, may, together
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .circles import Named
from .versions import check_newest, close_versions
from .write import Line, tie

LONGEST_PLACE = 400


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who meets, on which day from when until when by the clock in the Netherlands, where, and what about.

    `secret`: the place is for nobody but the readers of this appointment, and stands on no page that others see.
    """

    words: str
    day: date
    starts: time
    ends: time
    present: tuple[UUID, ...] = ()
    place: str = ""
    secret: bool = False
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("make appointment")
def make(*, viewer: Viewer, dossier: UUID, meeting: Meeting, choice: Choice | None = None) -> UUID:
    """An appointment. Default circle: who meets, and the team; a `choice` lets others read it as well.

    Raises Invalid on 'words', 'present', 'day', 'starts', 'ends', 'place'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    persons = _check(meeting, viewer, found, reach)
    apart = _apart(meeting, viewer, found, reach, persons)
    circle = _chosen(found, reach, choice or Choice(), persons, viewer)
    how = choice.how if choice else "proposed"
    row = _write(viewer, found, reach, meeting, persons, circle, how)
    together.tell_the_team(found, viewer, apart, row, together.NOTICE_PLANNED)
    return row.public_id


@act("change appointment")
def change(*, viewer: Viewer, appointment: UUID, meeting: Meeting, choice: Choice | None = None) -> UUID:
    """A new version. Without a `choice` everybody goes on reading who does now, and who meets now as well.

    Raises Conflict where somebody else was first, Invalid as `make`, and on '' where it is over.
    """
    old, found, reach = _current(viewer, appointment)
    persons = _check(meeting, viewer, found, reach)
    apart = _apart(meeting, viewer, found, reach, persons)
    if choice is None:
        circle, how = _as_read(old, found, persons, viewer), old.circle_how
    else:
        circle, how = _chosen(found, reach, choice, persons, viewer), choice.how
    row = _write(viewer, found, reach, meeting, persons, circle, how, old)
    tie("replaces", row, [old])
    kept_along.in_next_version(old, row)
    _close_old(row, viewer)
    together.tell_the_team(found, viewer, apart, row, together.NOTICE_PLANNED)
    return row.public_id


@act("cancel appointment")
def cancel(*, viewer: Viewer, appointment: UUID, reason: str = "", guard_seen: bool = False) -> UUID:
    """It does not go on: told to everybody who could read it, with why where somebody wants to say that.

    Raises Conflict where somebody else was first, and Invalid on '' where it is over.
    """
    old, found, reach = _current(viewer, appointment)
    kept = old.appointment
    row = guarded.write(
        found,
        Line(
            Kind.APPOINTMENT,
            Nature.FACT,
            old.words,
            _as_read(old, found, (), viewer),
            people=[("present", one.person) for one in _present(old)],
            circle_how=old.circle_how,
            circle_ground=old.circle_ground,
            root=old.root,
            of_kind=(
                Appointment,
                {
                    "starts": kept.starts,
                    "ends": kept.ends,
                    "place": kept.place,
                    "place_guarded": kept.place_guarded,
                    "cancelled": True,
                    "reason": reason.strip(),
                },
            ),
            searchable=f"{kept.place} {reason}",
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
        only=[guard.Text("reason", reason)],  # the rest was looked through when it was written
    )
    tie("replaces", row, [old])
    kept_along.in_next_version(old, row, same_words=True)
    _close_old(row, viewer)
    return row.public_id


def _current(viewer: Viewer, appointment: UUID) -> tuple[Entry, Dossier, Reach]:
    """This appointment, for one of the dossier's own professionals, while it is still to come or going on."""
    old, found, reach = may.entry_for(viewer, appointment)
    if old.kind != Kind.APPOINTMENT or not may.in_team(viewer, found):
        raise Refused
    check_newest(old, reach)
    if old.appointment.cancelled:
        raise Refused
    if old.appointment.ends <= viewer.at:
        raise Invalid("", N_("This appointment is over."))
    return old, found, reach


def _check(meeting: Meeting, viewer: Viewer, found: Dossier, reach: Reach) -> list[Person]:
    """Who meets, once everything that was filled in can be right."""
    if not meeting.words.strip():
        raise Invalid("words", N_("Write down what it is about."))
    if len(meeting.place) > LONGEST_PLACE:
        raise Invalid("place", N_("This is too long: at most %(most)s characters."), most=LONGEST_PLACE)
    wrong = rule.problem(meeting.day, meeting.starts, meeting.ends, viewer.at)
    if wrong is not None:
        raise Invalid(*wrong)
    persons = may.persons_for(reach, list(meeting.present))
    if not persons:
        raise Invalid("present", N_("Choose who meets."))
    standing = choices.standing(found, viewer.at)
    if any(_cannot_come(person, standing) for person in persons):
        raise Invalid("present", N_("Choose only people who can come and still stand around this household."))
    return persons


def _apart(
    meeting: Meeting, viewer: Viewer, found: Dossier, reach: Reach, persons: list[Person]
) -> together.Found:
    """Who of them does not sit together on that day; Invalid on 'present' where the viewer may read that."""
    apart = together.look(found, reach, viewer, persons, meeting.day)
    together.refuse(apart, reach, "present")
    return apart


def _cannot_come(person: Person, standing: Collection[int]) -> bool:
    """Not born, dead, or a professional whose work here has ended: to them the time would be told as to a resident."""
    return person.unborn or person.died_on is not None or (person.professional and person.id not in standing)


def _chosen(found: Dossier, reach: Reach, choice: Choice, persons: list[Person], viewer: Viewer) -> Circle:
    """Who meets, whom somebody chose besides, and the team."""
    readers = tuple(dict.fromkeys([*(person.public_id for person in persons), *choice.readers]))
    return circle_of(found, reach, replace(choice, readers=readers), at=viewer.at, named=persons)


def _as_read(old: Entry, found: Dossier, persons: Iterable[Person], viewer: Viewer) -> Circle:
    """Everybody who reads the version before, by its circle or a share, and these persons as well."""
    standing = choices.standing(found, viewer.at)
    shares = Share.objects.filter(running(viewer.at), entry=old).exclude(capacity=STAFF).order_by("id")
    more = [Named(one.human_id, one.capacity, one.because, one.ends) for one in shares]
    for person in persons:
        capacity, ends = standing.get(person.id, ("resident", None))
        if capacity != "staff":
            more.append(Named(person.id, capacity, "named", ends))
    return circles.with_readers(old.circle, found, more, viewer.at)


def _write(
    viewer: Viewer,
    found: Dossier,
    reach: Reach,
    meeting: Meeting,
    persons: list[Person],
    circle: Circle,
    how: str,
    old: Entry | None = None,
) -> Entry:
    starts, ends = rule.moments(meeting.day, meeting.starts, meeting.ends)
    place = meeting.place.strip()
    return guarded.write(
        found,
        Line(
            Kind.APPOINTMENT,
            Nature.FACT,
            meeting.words.strip(),
            circle,
            people=[("present", person) for person in persons],
            circle_how=how,
            root=old.root if old else None,
            of_kind=(
                Appointment,
                {
                    "starts": starts,
                    "ends": ends,
                    "place": place,
                    "place_guarded": bool(place) and (meeting.secret or _is_guarded(place, found, reach)),
                },
            ),
            searchable=place,
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=meeting.guard_seen,
    )


def _is_guarded(place: str, found: Dossier, reach: Reach) -> bool:
    """Does this place name a guarded fact that its writer may read? Of others they are not to notice anything."""
    return bool(guard.found_for(found, reach, place, set()).known)


def _present(old: Entry) -> list[EntryPerson]:
    return list(old.people.filter(role="present").select_related("person").order_by("id"))


def _close_old(row: Entry, viewer: Viewer) -> None:
    """Older versions close for whoever may not read this one, because of its circle or because it is withheld."""
    close_versions(row, viewer)
    kept_along.from_older_versions(row, viewer)
