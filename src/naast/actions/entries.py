"""Telling: one talk with its passages, answers, own statements and shared moments."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from naast.access import policy
from naast.access.reach import Reach
from naast.access.readers import humans_of
from naast.access.viewer import RESIDENT, Viewer
from naast.records.models import (
    Circle,
    Contact,
    Dossier,
    Entry,
    Kind,
    Nature,
    Person,
)
from naast.rules.texts import N_

from . import circles, guarded, kept_along, may, noted, oversight, together, versions
from .act import Invalid, Refused, act
from .choice import Choice, circle_of, standing
from .drafts import forget
from .write import Happened as Happened
from .write import Line, OfKind, tie

FORMS = ("home_visit", "office", "phone", "video", "school", "outside", "written", "other")


@dataclass(frozen=True, slots=True)
class Passage:
    """What one person told, saw, thinks or wishes, in one talk: own teller, nature, people, time and circle.

    `teller` None is the worker who writes. `quoted` says the words are the teller's own.
    """

    words: str
    nature: str
    circle: Choice
    teller: UUID | None = None
    about: tuple[UUID, ...] = ()
    happened: Happened = field(default_factory=Happened)
    quoted: bool = True
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk (contact): where, when, with whom, in which language; goal and problem may stay empty."""

    form: str
    happened: Happened
    present: tuple[UUID, ...] = ()
    language: str = ""
    interpreter: str = ""
    goal: str = ""
    problem: str = ""
    circle: Choice = field(default_factory=Choice)
    guard_seen: bool = False  # as with a passage


@act("tell talk")
def tell_talk(
    *, viewer: Viewer, dossier: UUID, talk: Talk, passages: list[Passage], draft: UUID | None = None
) -> list[UUID]:
    """Confirm one talk and its passages together: public ids of the contact and then of each passage.

    Raises Invalid with fields 'form', 'happened', 'passages', 'passage-0-words', 'passage-0-nature' ...
    """
    found, reach = may.team_dossier(viewer, dossier)
    if talk.form not in FORMS:
        raise Invalid("form", "Choose how you spoke.")
    check_happened(talk.happened, viewer, "happened")
    if not passages and not talk.goal and not talk.problem:
        raise Invalid("passages", "Write down at least one thing.")
    present = may.persons_for(reach, list(talk.present))
    # lists are ordered by time and public id: so the talk comes first, its passages as they were told
    ids = sorted(uuid4() for _ in range(len(passages) + 1))
    contact = guarded.write(
        found,
        Line(
            Kind.CONTACT,
            Nature.FACT,
            "\n".join(part for part in (talk.goal, talk.problem) if part),
            circle_of(found, reach, talk.circle, at=viewer.at),
            people=[("present", person) for person in present],
            happened=talk.happened,
            language=talk.language,
            interpreter=talk.interpreter,
            circle_how=talk.circle.how,
            public_id=ids[0],
            of_kind=(Contact, {"form": talk.form, "goal": talk.goal, "problem": talk.problem}),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=talk.guard_seen,
        field="goal",
    )
    told = [
        tell_passage(found, reach, viewer, passage, present, f"passage-{place}-", talk, ids[place + 1])
        for place, passage in enumerate(passages)
    ]
    for passage_entry in told:
        tie("part_of", passage_entry, [contact])
    met = together.look(found, reach, viewer, present, talk.happened.start or viewer.today)
    # what took place can be written down, also where it should not have; who may read why is told on the screen
    together.tell_the_team(found, viewer, met, contact, together.NOTICE_MET)
    if draft is not None:
        forget(viewer, draft)
    return [contact.public_id, *(row.public_id for row in told)]


def tell_passage(
    dossier: Dossier,
    reach: Reach,
    viewer: Viewer,
    passage: Passage,
    present: list[Person],
    prefix: str,
    talk: Talk | None = None,
    public_id: UUID | None = None,
    kind: Kind = Kind.PASSAGE,
    of_kind: OfKind | None = None,
    people: Sequence[tuple[str, Person]] = (),
) -> Entry:
    """Write one passage in the circle chosen for it, or another kind of what is told, with who stands in it in other
    roles (`people`). Raises Invalid at its fields."""
    if not passage.words.strip():
        raise Invalid(f"{prefix}words", "Write down what was said or seen.")
    if passage.nature not in Nature.values:
        raise Invalid(f"{prefix}nature", "Choose what it is.")
    check_happened(passage.happened, viewer, f"{prefix}happened")
    teller = may.person_for(reach, passage.teller) if passage.teller else Person.objects.get(id=viewer.human)
    about = may.persons_for(reach, list(passage.about))
    concerned = children_concerned(viewer, teller, about)
    circle = circle_of(
        dossier, reach, passage.circle, at=viewer.at, teller=teller, present=present, about=concerned
    )
    return guarded.write(
        dossier,
        Line(
            kind,
            passage.nature,
            passage.words.strip(),
            circle,
            teller=teller,
            quoted=passage.quoted and (teller.id != viewer.human or viewer.capacity == RESIDENT),
            people=[*(("about", person) for person in about), *people],
            happened=passage.happened,
            language=talk.language if talk else "",
            interpreter=talk.interpreter if talk else "",
            circle_how=passage.circle.how,
            circle_ground=passage.circle.ground,
            public_id=public_id,
            of_kind=of_kind,
            searchable=guarded.found_by(of_kind) or None,
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=passage.guard_seen,
        prefix=prefix,
    )


def children_concerned(viewer: Viewer, teller: Person, about: list[Person]) -> list[Person]:
    """Over whom parental authority decides until when a parent reads: of what the team writes, everybody it is about.

    Whoever else tells chooses people, not authority: "(has parental authority)" beside a name that they picked would
    tell them who has it over whom.
    """
    return [teller, *about] if viewer.is_staff else [teller]


def check_happened(happened: Happened, viewer: Viewer, field_name: str) -> None:
    """Nothing has happened in the future."""
    if happened.start is not None and happened.start > viewer.today:
        raise Invalid(field_name, "This day is still to come.")
    if happened.start and happened.end and happened.end < happened.start:
        raise Invalid(field_name, "The end lies before the beginning.")


@act("tell")
def tell(*, viewer: Viewer, dossier: UUID, passage: Passage, draft: UUID | None = None) -> UUID:
    """A resident (or whoever holds the handed-over screen) tells something in their own words.

    The teller is the viewer. Returns the entry's public id. Raises Invalid at 'words', 'nature', 'happened'.
    """
    found, reach = may.dossier_for(viewer, dossier)
    row = tell_passage(found, reach, viewer, passage_of_self(passage), [], "")
    if draft is not None:
        forget(viewer, draft)
    return row.public_id


def passage_of_self(passage: Passage) -> Passage:
    """The same passage, told by whoever writes it."""
    return Passage(
        passage.words,
        passage.nature,
        passage.circle,
        None,
        passage.about,
        passage.happened,
        True,
        passage.guard_seen,
    )


@act("answer")
def answer(
    *,
    viewer: Viewer,
    entry: UUID,
    words: str,
    choice: Choice | None = None,
    person: UUID | None = None,
    how: str = "own",
    guard_seen: bool = False,
) -> UUID:
    """An answer beside an entry, in the answerer's own words. Default circle: that of the entry, and who answers.

    `person` is set where a team worker notes it for somebody who reads the entry, with `how` it was asked; then the
    default is they and the team. Raises Invalid on 'words', 'how', 'person'.
    """
    beside, dossier, reach = may.entry_for(viewer, entry)
    if person is not None and not may.in_team(viewer, dossier):
        raise Refused
    if not words.strip():
        raise Invalid("words", "Write down your answer.")
    teller = Person.objects.get(id=viewer.human)
    if person is not None:
        noted.check(how)
        teller, choice = _answerer(beside, reach, person), choice or Choice()
    circle = (
        circle_of(dossier, reach, choice, at=viewer.at, teller=teller)
        if choice is not None
        else _beside(beside, dossier, viewer)
    )
    row = guarded.write(
        dossier,
        Line(
            Kind.ANSWER,
            Nature.TELLING,
            words.strip(),
            circle,
            teller=teller,
            quoted=person is not None or not viewer.is_staff,
            circle_how=how if person else choice.how if choice else "proposed",
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
    )
    tie("answers", row, [beside])
    kept_along.keep(row, beside, viewer)
    oversight.tell_back(row, beside, viewer)
    # an answer to an answer stands in the same row of answers
    above = beside.links_out.filter(tie="answers").select_related("target")
    tie("answers", row, [link.target for link in above])
    return row.public_id


def _beside(beside: Entry, dossier: Dossier, viewer: Viewer) -> Circle:
    """The circle of what is answered; who reads that by a share reads their own answer too. Of a share of which its
    teller is not told yet, an answer beside it would tell them: it is for the team."""
    if viewer.is_staff:
        return beside.circle
    _, ends = standing(dossier, viewer.at).get(viewer.human, (viewer.capacity, None))
    told = circles.team(dossier, viewer.at) if versions.reads_untold(beside, viewer) else beside.circle
    return circles.with_reader(
        told, dossier, circles.Named(viewer.human, viewer.capacity, "told", ends), viewer.at
    )


def _answerer(beside: Entry, reach: Reach, person: UUID) -> Person:
    """Whose answer is noted: somebody who reads what it stands beside, as they would answer themselves."""
    found = may.person_for(reach, person)
    readers = {human for human, capacity, _ in humans_of([beside], reach)[beside.id] if capacity == RESIDENT}
    if found.id not in readers:
        raise Invalid("person", N_("This person does not read what the answer stands beside."))
    return found


@act("state")
def state(
    *,
    viewer: Viewer,
    dossier: UUID,
    words: str,
    choice: Choice,
    person: UUID | None = None,
    guard_seen: bool = False,
) -> UUID:
    """An own statement (eigen verklaring) of a person, added on request, unchanged.

    `person` is set where a team worker notes it for them. Raises Invalid on 'words'.
    """
    found, reach = may.dossier_for(viewer, dossier)
    if person is not None and not may.in_team(viewer, found):
        raise Refused
    teller = may.person_for(reach, person) if person else Person.objects.get(id=viewer.human)
    if not words.strip():
        raise Invalid("words", "Write down the statement.")
    circle = circle_of(found, reach, choice, at=viewer.at, teller=teller, about=[teller])
    row = guarded.write(
        found,
        Line(
            Kind.STATEMENT,
            Nature.OPINION,
            words.strip(),
            circle,
            teller=teller,
            quoted=True,
            circle_how=choice.how,
            circle_ground=choice.ground,
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
    )
    return row.public_id


@act("same moment")
def same_moment(
    *,
    viewer: Viewer,
    dossier: UUID,
    entries: list[UUID],
    title: str = "",
    choice: Choice | None = None,
    guard_seen: bool = False,
) -> UUID:
    """Say that several tellings are about one moment. The moment is an entry of its own, told to the team by default.

    Raises Invalid on 'entries' (fewer than two).
    """
    found, reach = may.team_dossier(viewer, dossier)
    rows = list(policy.entries(reach).filter(public_id__in=entries, dossier=found).order_by("moment_at"))
    if len(rows) < 2:
        raise Invalid("entries", "Choose at least two tellings.")
    first = rows[0]
    circle = circle_of(found, reach, choice or Choice(), at=viewer.at)
    row = guarded.write(
        found,
        Line(
            Kind.MOMENT,
            Nature.FACT,
            title.strip(),
            circle,
            happened=Happened(
                first.happened_from, first.happened_to, first.happened_precision, first.happened_words
            ),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
        field="title",
    )
    tie("same_moment", row, rows)
    for told in rows:
        kept_along.keep(row, told, viewer)
    return row.public_id
