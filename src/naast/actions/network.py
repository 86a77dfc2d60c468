"""The network of somebody, or of the household: who stands around them, how near, and whether they were asked."""

from dataclasses import dataclass
from uuid import UUID

from naast.access import policy
from naast.access.viewer import Viewer
from naast.records.models import Circle, Entry, Kind, Link, Nature, Person, Supporter
from naast.rules import network as rule
from naast.rules.texts import N_

from . import guarded, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .versions import carry_shares, check_newest
from .write import Line, tie


@dataclass(frozen=True, slots=True)
class Asked:
    """How near somebody stands, what they answered, and what they can do; codes of rules/network.py."""

    ring: int
    answer: str
    words: str = ""
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("note supporter")
def note(
    *,
    viewer: Viewer,
    dossier: UUID,
    person: UUID,
    asked: Asked,
    choice: Choice,
    teller: UUID | None = None,
) -> UUID:
    """Put somebody in the network of `teller`, or of the household where nobody told it. Default circle: who told it
    and the team; who stands in it reads it only where they were chosen.

    Raises Invalid on 'person', 'ring', 'answer'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    who = may.person_for(reach, person)
    if who.unborn or who.died_on is not None:
        raise Invalid("person", N_("Choose somebody who can help."))
    told_by = may.person_for(reach, teller) if teller else None
    if told_by is not None and told_by.id == who.id:
        raise Invalid("person", N_("Choose somebody else than who tells it."))
    _check(asked)
    there = policy.newest(reach).filter(kind=Kind.SUPPORTER, supporter__person=who, dossier=found)
    if there.filter(teller=told_by or viewer.human).exists():
        raise Invalid("person", N_("This person stands in this network already. Change what stands there."))
    circle = circle_of(found, reach, choice, at=viewer.at, teller=told_by)
    line = _line(
        asked, circle, told_by or Person.objects.get(id=viewer.human), who, choice.how, choice.ground
    )
    return guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=asked.guard_seen).public_id


@act("change supporter")
def change(*, viewer: Viewer, supporter: UUID, asked: Asked) -> UUID:
    """What is so now: a next version, read by who read the one before. For the team.

    Raises Conflict where somebody else was first, Invalid on 'ring', 'answer'.
    """
    old, found, reach = may.entry_for(viewer, supporter)
    if old.kind != Kind.SUPPORTER or not may.in_team(viewer, found):
        raise Refused
    check_newest(old, reach)
    _check(asked)
    assert old.teller is not None
    line = _line(asked, old.circle, old.teller, old.supporter.person, old.circle_how, old.circle_ground)
    line.root = old.root
    row: Entry = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=asked.guard_seen)
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row)
    carry_shares(old, row, viewer)
    return row.public_id


def _check(asked: Asked) -> None:
    if (wrong := rule.problem(asked.ring, asked.answer)) is not None:
        raise Invalid(*wrong)


def _line(asked: Asked, circle: Circle, teller: Person, who: Person, how: str, ground: str) -> Line:
    return Line(
        Kind.SUPPORTER,
        Nature.OPINION if teller.professional else Nature.TELLING,
        asked.words.strip(),
        circle,
        teller=teller,
        quoted=False,
        people=[("about", who)],
        circle_how=how,
        circle_ground=ground,
        of_kind=(Supporter, {"person": who, "ring": asked.ring, "answer": asked.answer}),
    )
