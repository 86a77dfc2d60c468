"""What came out of a question that several people answer together, and how each view counted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import Circle, Entry, EntryPerson, Kind, MatterPart, Nature, Person
from naast.rules import matters as rule
from naast.rules.texts import N_

from . import kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice
from .matters import belongs, circle_for, matter_for, told_to, write_beside
from .write import Line


@dataclass(frozen=True, slots=True)
class Counted:
    """How one view (public id) counted, and whether it is otherwise than what came out."""

    view: UUID
    words: str = field(repr=False)
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """What came out, by whom (public ids), about what people agree to differ, and how each view counted."""

    result: str
    words: str = field(repr=False)
    by: tuple[UUID, ...]
    differ: str = field(default="", repr=False)
    counted: tuple[Counted, ...] = ()
    guard_seen: bool = False


@act("decide together")
def decide(*, viewer: Viewer, matter: UUID, decided: Decided, choice: Choice | None = None) -> UUID:
    """What came out of the question, by whom, and how each view counted that the writer may read.

    First stands there of everybody who belongs to it what they were told, and how they see it or why that is not here.
    Default circle: who belongs to it and reads it, and the team; how a view counted is read by who reads that view.
    A later outcome stands beside it. Raises Invalid on 'result', 'words', 'by', 'differ', 'counted', ''; Conflict where
    the question was changed meanwhile.
    """
    row, found, reach = matter_for(viewer, matter)
    if not may.in_team(viewer, found):
        raise Refused
    parts = _parts(row, reach)
    lacks = [_lacks(person, parts) for person in belongs(row) if not person.unborn]
    if (message := rule.precedes(lacks)) is not None:
        raise Invalid("", message)
    views = _views(parts, decided.counted)
    outcome = rule.Outcome(
        decided.words,
        decided.result,
        decided.differ,
        len(decided.by),
        tuple((one.words, one.otherwise) for one in decided.counted),
    )
    if (wrong := rule.problem(outcome)) is not None:
        raise Invalid(*wrong)
    by = may.persons_for(reach, list(decided.by))
    circle = circle_for(viewer, found, reach, row, told_to(row, rule.OUTCOME, None), choice)

    def part(words: str, told: Circle, sort: str, people: list[tuple[str, Person]], **kept: Any) -> Entry:
        line = Line(
            Kind.MATTER_PART,
            Nature.FACT,
            words.strip(),
            told,
            people=people,
            circle_how=choice.how if choice else "proposed",
            of_kind=(MatterPart, {"matter": row, "sort": sort, **kept}),
        )
        return write_beside(viewer, found, reach, line, row, decided.guard_seen)

    deciders = [(str(EntryPerson.Role.DECIDES), person) for person in by]
    written = part(decided.words, circle, rule.OUTCOME, deciders, result=decided.result)
    if decided.differ.strip():
        part(decided.differ, circle, rule.DIFFERING, [], beside=written)
    for view, one in views:
        whose = view.matterpart.person
        assert whose is not None  # a view is somebody's
        counted = part(
            one.words,
            view.circle,
            rule.COUNTED,
            [("about", whose)],
            person=whose,
            result=rule.MINORITY if one.otherwise else "",
            beside=view,
        )
        kept_along.keep(counted, view, viewer)
    return written.public_id


def _parts(matter: Entry, reach: Reach) -> list[Entry]:
    """The newest versions of all parts that the writer may read: what they may not must not be told by a refusal."""
    rows = policy.newest(reach).filter(kind=Kind.MATTER_PART, matterpart__matter__root=matter.root)
    return list(rows.select_related("matterpart__person", "circle").order_by("confirmed_at", "public_id"))


def _lacks(person: Person, parts: Iterable[Entry]) -> tuple[str, ...]:
    there = {one.matterpart.sort for one in parts if one.matterpart.person_id == person.id}
    return rule.lacking(rule.INFORMED in there, bool(there & {rule.VIEW, rule.SILENT}))


def _views(parts: Iterable[Entry], counted: Iterable[Counted]) -> list[tuple[Entry, Counted]]:
    """Each view with how it counted. Raises Invalid on 'counted' where the two are not of the same views."""
    said = {one.view: one for one in counted}
    views = [one for one in parts if one.matterpart.sort == rule.VIEW]
    if {one.public_id for one in views} != set(said):
        raise Invalid("counted", N_("A view was changed or added meanwhile. Look at it first."))
    return [(one, said[one.public_id]) for one in views]
