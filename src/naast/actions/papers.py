"""Paper of the plan that is given out, made by somebody for themselves, and what became of it.

Paper can not be called back. So it is listed: who has it, and how new it is. That list is told in a circle like
everything else: of a paper in somebody's bag nobody else in the house is to know unless they were chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext

from naast.access.viewer import RESIDENT, Viewer
from naast.records.models import Circle, EntryPerson, Kind, Link, Nature, Paper, Person
from naast.rules import papers as rule
from naast.rules.texts import N_

from . import choice as choices
from . import guarded, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .versions import carry_shares, check_newest
from .write import Happened, Line, tie

GIVEN_TO = EntryPerson.Role.GIVEN_TO


@dataclass(frozen=True, slots=True)
class Given:
    """Which sheet (a code of rules/papers.py) was given to whom, and on which day.

    `version` is how new the plan on it is, as the page says it that was printed; None where the paper is older than
    that page. `words`: what is good to know of it, such as where it lies.
    """

    sheet: str
    to: tuple[UUID, ...]
    on: date
    version: datetime | None
    words: str = field(default="", repr=False)
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@dataclass(frozen=True, slots=True)
class After:
    """What became of it (a state of rules/papers.py), and on which day."""

    state: str
    on: date


@act("give out paper")
def give(*, viewer: Viewer, dossier: UUID, given: Given, choice: Choice | None = None) -> UUID:
    """Write down that paper was given out. Default circle: those to whom it was given, and the team.

    For the team. A personal edition is not given out: who may read it makes it (`make_own`). Raises Invalid on
    'sheet', 'to', 'given_on', 'older', 'words'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    if given.sheet not in rule.SHEETS or given.sheet == rule.EDITION:
        raise Invalid("sheet", N_("Choose what you gave out."))
    wrong = rule.problem_given(given.on, given.version, viewer.today)
    if wrong is not None:
        raise Invalid(*wrong)
    persons = may.persons_for(reach, list(given.to))
    if not persons or any(person.unborn or person.died_on is not None for person in persons):
        raise Invalid("to", N_("Choose to whom you gave it."))
    if choice is None:
        circle = choices.ensure_for(found, persons, {p.id: "named" for p in persons}, at=viewer.at)
    else:
        circle = circle_of(found, reach, choice, at=viewer.at, named=persons)
    how, ground = (choice.how, choice.ground) if choice else ("proposed", "")
    line = _line(given.sheet, given.version, given.on, persons, circle, given.words)
    line.circle_how, line.circle_ground = how, ground
    return guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=given.guard_seen).public_id


@act("make own paper")
def make_own(*, viewer: Viewer, dossier: UUID, version: datetime) -> UUID:
    """Write down that a resident made paper of all that they may read of the plan. Circle: they and the team.

    They are not asked whether the team may know. The team reads all that stands on such a paper already, so it learns
    nothing new of the household; that the paper is there is what lets somebody help when it is lost, and what warns
    when something on it is to be read by fewer people. The one at home is told nothing, and neither is anybody else.
    So the page says beforehand that the team sees it; who does not want that reads on the screen.
    """
    found, reach = may.dossier_for(viewer, dossier)
    if viewer.capacity != RESIDENT or viewer.handed_by is not None:
        raise Refused
    own = Person.objects.get(id=viewer.human)
    circle = choices.ensure_for(found, [own], {own.id: "told"}, at=viewer.at)
    line = _line(rule.EDITION, version, viewer.today, [own], circle)
    line.teller, line.circle_how = own, "proposed"
    return guarded.write(found, line, reach=reach, viewer=viewer).public_id


@act("say what became of paper")
def report(*, viewer: Viewer, paper: UUID, after: After) -> UUID:
    """A next version, read by who read the one before. For the team, and for who got it.

    Raises Conflict where somebody else was first, Invalid on 'state', 'on'.
    """
    old, found, reach = may.entry_for(viewer, paper)
    if old.kind != Kind.PAPER:
        raise Refused
    got = list(old.people.filter(role=GIVEN_TO).select_related("person").order_by("id"))
    if viewer.human not in {one.person_id for one in got} and not may.in_team(viewer, found):
        raise Refused
    check_newest(old, reach)
    kept, given_on = old.paper, old.happened_from
    assert given_on is not None
    wrong = rule.problem_after(after.state, after.on, given_on, viewer.today)
    if wrong is not None:
        raise Invalid(*wrong)
    line = _line(kept.sheet, kept.version, given_on, [one.person for one in got], old.circle, old.words)
    line.teller, line.circle_how, line.circle_ground = old.teller, old.circle_how, old.circle_ground
    line.root = old.root
    state = {"state": after.state, "since": None if after.state == rule.OUT else after.on}
    line.of_kind = (Paper, {"sheet": kept.sheet, "version": kept.version, **state})
    row = guarded.write(found, line, reach=reach, viewer=viewer, only=[])  # its words stood there already
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row, same_words=True)
    carry_shares(old, row, viewer)
    return row.public_id


def _line(
    sheet: str,
    version: datetime | None,
    given_on: date,
    persons: Sequence[Person],
    circle: Circle,
    words: str = "",
) -> Line:
    return Line(
        Kind.PAPER,
        Nature.FACT,
        words.strip(),
        circle,
        people=[(GIVEN_TO, person) for person in persons],
        happened=Happened(given_on, given_on, "exact"),
        of_kind=(Paper, {"sheet": sheet, "version": version, "state": rule.OUT, "since": None}),
        searchable=gettext(rule.SHEETS[sheet]),
    )
