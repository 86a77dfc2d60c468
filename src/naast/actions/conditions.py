"""Safety conditions: what must at least be so, in the name of who set it.

Only who set a condition changes it. The team writes down what it was told for them, with by whom and when: never in
its own name. Each change is a next version, read by whoever read the one before.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Circle, Kind, Link, Nature, Person, SafetyCondition
from naast.rules import conditions as rule
from naast.rules.texts import N_

from . import choice as choices
from . import guarded, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .entries import check_happened
from .plan import situation_in
from .versions import carry_shares, check_newest, close_versions
from .write import Happened, Line, tie


@dataclass(frozen=True, slots=True)
class Heard:
    """What the team was told of a condition: its words, by whom and when, until when it holds (None: no end).

    `told_by` is empty where who set it writes it down.
    """

    words: str = field(repr=False)
    told_by: str = field(default="", repr=False)
    told_on: date | None = None
    ends: date | None = None
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@dataclass(frozen=True, slots=True)
class Setting:
    """In whose name a condition stands (`set_by`), from when, and whom it is about.

    `setter` is the person who set it, where they are known here; never somebody of the team.
    """

    set_by: str = field(repr=False)
    starts: date
    setter: UUID | None = None
    about: tuple[UUID, ...] = ()


@act("add condition")
def add_condition(
    *,
    viewer: Viewer,
    dossier: UUID,
    heard: Heard,
    setting: Setting,
    situation: UUID | None = None,
    choice: Choice | None = None,
) -> UUID:
    """Write down a condition for who set it. Default circle: whom it is about, who set it, and the team.

    Raises Invalid on 'words', 'set_by', 'setter', 'told_by', 'told_on', 'ends'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    about_what = situation_in(viewer, found, situation) if situation else None
    setter = may.person_for(reach, setting.setter) if setting.setter else None
    about = may.persons_for(reach, list(setting.about))
    _check(viewer, heard, setting.set_by, setting.starts, own=False)
    if setter is not None and choices.standing(found, viewer.at).get(setter.id, ("",))[0] == "staff":
        raise Invalid("setter", N_("A condition is set by somebody who is not of the team."))
    named = [*about, *([setter] if setter else [])]
    if choice is None:
        circle = choices.ensure_for(found, named, {p.id: "named" for p in named}, at=viewer.at)
    else:
        circle = circle_of(found, reach, choice, at=viewer.at, named=named, teller=setter)
    line = _line(
        heard, circle, setter, about, choice.how if choice else "proposed", choice.ground if choice else ""
    )
    line.of_kind = (
        SafetyCondition,
        {
            "situation": about_what,
            "set_by": setting.set_by.strip(),
            "told_by": heard.told_by.strip(),
            "starts": setting.starts,
            "ends": heard.ends,
        },
    )
    return guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=heard.guard_seen).public_id


@act("change condition")
def change_condition(*, viewer: Viewer, condition: UUID, heard: Heard) -> UUID:
    """A next version, as who set it said it: other words, or until when it holds. Read by who read the one before.

    For who set it, and for the team where somebody told them. Raises Conflict where somebody else was first, Invalid
    on 'words', 'told_by', 'told_on', 'ends'.
    """
    old, found, reach = may.entry_for(viewer, condition)
    if old.kind != Kind.CONDITION:
        raise Refused
    own = old.teller_id == viewer.human
    if not own and not may.in_team(viewer, found):
        raise Refused
    check_newest(old, reach)
    kept = old.safetycondition
    _check(viewer, heard, kept.set_by, kept.starts, own=own)
    about = [named.person for named in old.people.filter(role="about").select_related("person")]
    line = _line(heard, old.circle, old.teller, about, old.circle_how, old.circle_ground)
    line.root = old.root
    line.of_kind = (
        SafetyCondition,
        {
            "situation": kept.situation,
            "set_by": kept.set_by,
            "told_by": "" if own else heard.told_by.strip(),
            "starts": kept.starts,
            "ends": heard.ends,
        },
    )
    row = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=heard.guard_seen)
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row)
    carry_shares(old, row, viewer)
    close_versions(row, viewer, old)
    return row.public_id


def _check(viewer: Viewer, heard: Heard, set_by: str, starts: date, *, own: bool) -> None:
    wrong = rule.problem(heard.words, set_by, heard.told_by, own=own)
    if wrong is not None:
        raise Invalid(*wrong)
    if not own and heard.told_on is None:
        raise Invalid("told_on", N_("Say on which day you were told."))
    check_happened(_told(heard), viewer, "told_on")
    if heard.ends is not None and heard.ends < starts:
        raise Invalid("ends", N_("The end lies before the beginning."))


def _told(heard: Heard) -> Happened:
    return Happened(heard.told_on, heard.told_on, "exact") if heard.told_on else Happened()


def _line(
    heard: Heard, circle: Circle, setter: Person | None, about: list[Person], how: str, ground: str
) -> Line:
    return Line(
        Kind.CONDITION,
        Nature.FACT,
        heard.words.strip(),
        circle,
        teller=setter,
        people=[("about", person) for person in about],
        happened=_told(heard),
        circle_how=how,
        circle_ground=ground,
        searchable=heard.told_by.strip() or None,
    )
