"""A question that several people answer together: asked, with who belongs to it; and what each was told. How each sees
it stands in matters_views.py, what came out in matters_outcome.py.

Each part has a circle of its own: what one was told, and how one sees it, is not for all who belong to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from naast.access.reach import Reach
from naast.access.readers import humans_of
from naast.access.viewer import Viewer
from naast.records.models import Circle, Dossier, Entry, EntryPerson, Kind, Link, MatterPart, Nature, Person
from naast.rules import matters as rule
from naast.rules.texts import N_

from . import choice as choices
from . import guard, guarded, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .entries import check_happened
from .versions import carry_shares, check_newest
from .write import Happened, Line, tie

BELONGS = EntryPerson.Role.BELONGS


@dataclass(frozen=True, slots=True)
class Asked:
    """The question in everyday words, and who belongs to it (public ids)."""

    words: str = field(repr=False)
    belongs: tuple[UUID, ...] = ()
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@dataclass(frozen=True, slots=True)
class Noted:
    """One part that the team notes: which (NOTED of rules/matters.py), of whom, when, in which words.

    `also` are others of whom the same is so: each gets a part of their own. `by` is who told it, of what somebody was
    told (None: the worker who writes).
    """

    sort: str
    words: str = field(repr=False)
    person: UUID | None = None
    happened: Happened = field(default_factory=Happened)
    by: UUID | None = None
    also: tuple[UUID, ...] = ()
    guard_seen: bool = False


@act("ask together")
def ask(*, viewer: Viewer, dossier: UUID, asked: Asked, choice: Choice | None = None) -> UUID:
    """Put a question to everybody who belongs to it. Default circle: they and the team.

    Raises Invalid on 'words', 'belongs'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    return _write(viewer, found, reach, asked, choice).public_id


@act("change question together")
def change(*, viewer: Viewer, matter: UUID, asked: Asked, choice: Choice | None = None) -> UUID:
    """The question in other words, or with others who belong to it; its parts stay with it.

    Who read the old version and not this one keeps the old one. Raises Conflict where somebody else was first, Invalid
    as `ask`.
    """
    old, found, reach = matter_for(viewer, matter)
    if not may.in_team(viewer, found):
        raise Refused
    row = _write(viewer, found, reach, asked, choice, old)
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row, same_words=row.words == old.words)
    carry_shares(old, row, viewer)
    return row.public_id


@act("note part of question")
def note(*, viewer: Viewer, matter: UUID, part: Noted, choice: Choice | None = None) -> UUID:
    """What somebody was told, why their view is not here, what was tried, or what was told back: the team notes it.

    Default circle: whom it is about where they read the question, and the team; of what was tried, who belongs to the
    question and reads it; why a view is not here, the team alone. Gives the public id of the first part. Raises Invalid
    on 'sort', 'words', 'person', 'happened'; Conflict where the question was changed meanwhile.
    """
    row, found, reach = matter_for(viewer, matter)
    if not may.in_team(viewer, found):
        raise Refused
    if (wrong := rule.of_part(part.sort, part.words, part.person is not None)) is not None:
        raise Invalid(*wrong)
    if (wrong := rule.on_a_day(part.sort, part.happened.start, viewer.today)) is not None:
        raise Invalid(*wrong)
    check_happened(part.happened, viewer, "happened")
    told_by = may.person_for(reach, part.by) if part.by else None
    whose = [part.person, *part.also] if part.person else [None]
    persons = [_belonging(row, reach, one) if one else None for one in dict.fromkeys(whose)]

    def line(person: Person | None) -> Line:
        people = [("about", person)] if person else []
        people += [("does", told_by)] if told_by and told_by.id != viewer.human else []
        return Line(
            Kind.MATTER_PART,
            Nature.FACT,
            part.words.strip(),
            circle_for(viewer, found, reach, row, told_to(row, part.sort, person), choice),
            people=people,
            happened=part.happened,
            circle_how=choice.how if choice else "proposed",
            circle_ground=choice.ground if choice else "",
            of_kind=(MatterPart, {"matter": row, "sort": part.sort, "person": person}),
        )

    lines = [line(person) for person in persons]
    # all of them are looked through before any is written: one beside the other would seem to be copied from it
    readers = set[int]().union(*(guard.readers_of(one.circle, reach) for one in lines))
    guard.look(found, reach, viewer, guarded.texts(lines[0], "words"), readers, part.guard_seen)
    written = [write_beside(viewer, found, reach, one, row, guard_seen=True) for one in lines]
    return written[0].public_id


def _write(
    viewer: Viewer,
    found: Dossier,
    reach: Reach,
    asked: Asked,
    choice: Choice | None,
    old: Entry | None = None,
) -> Entry:
    for wrong in rule.of_question(asked.words, len(asked.belongs)):
        raise Invalid(*wrong)
    persons = may.persons_for(reach, list(asked.belongs))
    if any(person.died_on is not None for person in persons):
        raise Invalid("belongs", N_("Choose somebody who lives."))
    if choice is None:
        circle = choices.ensure_for(found, persons, {p.id: "named" for p in persons}, at=viewer.at)
    else:
        circle = circle_of(found, reach, choice, at=viewer.at, named=persons)
    line = Line(
        Kind.MATTER,
        Nature.FACT,
        asked.words.strip(),
        circle,
        people=[(str(BELONGS), person) for person in persons],
        circle_how=choice.how if choice else "proposed",
        circle_ground=choice.ground if choice else "",
        root=old.root if old else None,
    )
    return guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=asked.guard_seen)


def matter_for(viewer: Viewer, public_id: UUID) -> tuple[Entry, Dossier, Reach]:
    """This question, for who may read it; Conflict where a newer version exists that they may read."""
    row, found, reach = may.entry_for(viewer, public_id)
    if row.kind != Kind.MATTER:
        raise Refused
    check_newest(row, reach)
    return row, found, reach


def write_beside(
    viewer: Viewer, found: Dossier, reach: Reach, line: Line, matter: Entry, guard_seen: bool
) -> Entry:
    """Write a part, and keep it from whom the question itself is kept."""
    row = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=guard_seen)
    kept_along.keep(row, matter, viewer)
    return row


def belongs(matter: Entry) -> list[Person]:
    return list(Person.objects.filter(id__in=matter.people.filter(role=BELONGS).values("person_id")))


def _belonging(matter: Entry, reach: Reach, public_id: UUID) -> Person:
    """Somebody who belongs to this version of the question. Raises Invalid on 'person'."""
    person = may.person_for(reach, public_id)
    if not matter.people.filter(role=BELONGS, person=person).exists():
        raise Invalid("person", N_("Choose somebody who belongs to this question."))
    return person


def reading_of(matter: Entry, reach: Reach) -> set[int]:
    """Row ids of who reads this version of the question now."""
    return {human for human, _, _ in humans_of([matter], reach)[matter.id]}


def told_to(matter: Entry, sort: str, person: Person | None) -> list[Person]:
    """Whom a part is told besides the team, where nobody chose otherwise."""
    if sort == rule.SILENT:
        return []
    return [person] if person else belongs(matter)


def circle_for(
    viewer: Viewer,
    found: Dossier,
    reach: Reach,
    matter: Entry,
    readers: Iterable[Person],
    choice: Choice | None,
) -> Circle:
    """The chosen circle; else these people as far as they read the question itself, and the team."""
    if choice is not None:
        return circle_of(found, reach, choice, at=viewer.at, named=readers)
    reading = reading_of(matter, reach)
    told = [person for person in readers if person.id in reading]
    return choices.ensure_for(found, told, {p.id: "named" for p in told}, at=viewer.at)
