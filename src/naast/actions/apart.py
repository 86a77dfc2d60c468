"""Two persons who do not sit together: said by the team with a reason, looked at again, changed and ended.

What it does where people are brought together stands in together.py.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import Apart, Circle, Dossier, Entry, Kind, Link, Nature, Person
from naast.rules import apart as rule
from naast.rules.texts import N_

from . import guarded, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .versions import carry_shares, check_newest
from .write import Line, tie


@dataclass(frozen=True, slots=True)
class Pair:
    """Which two (public ids), why, from which day, when somebody looks again, and from which day no longer."""

    one: UUID
    other: UUID
    reason: str = field(repr=False)
    starts: date | None
    look_on: date | None
    ends: date | None = None
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("keep apart")
def keep(*, viewer: Viewer, dossier: UUID, pair: Pair, choice: Choice | None = None) -> UUID:
    """Say that two persons do not sit together. Default circle: the team alone.

    Raises Invalid on 'one', 'other', 'reason', 'starts', 'look_on', 'ends'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    one, other = may.person_for(reach, pair.one), may.person_for(reach, pair.other)
    for name, person in (("one", one), ("other", other)):
        if person.unborn or person.died_on is not None:
            raise Invalid(name, N_("Choose somebody who can come."))
    sides = [may.shown_with(reach, [person.id]) for person in (one, other)]
    if sides[0] & sides[1]:
        raise Invalid("other", N_("Choose two different people."))
    kept = _kept(pair) | {"one": one, "other": other}
    if pair.ends is not None and pair.ends <= viewer.today:
        raise Invalid("ends", N_("Choose a day that is still to come."))
    if _said_already(found, reach, sides, viewer.today):
        raise Invalid("other", N_("It stands here already that these two do not sit together. Change that."))
    chosen = choice or Choice()
    circle = circle_of(found, reach, chosen, at=viewer.at)
    line = _line(pair.reason, circle, kept, chosen.how, chosen.ground)
    return _write(viewer, found, reach, line, pair.guard_seen).public_id


@act("change apart")
def change(*, viewer: Viewer, apart: UUID, pair: Pair) -> UUID:
    """Say it otherwise: another reason or other days, of the same two. Who read it goes on reading.

    Raises Conflict where somebody else was first, Invalid as `keep`, and on '' where it has ended.
    """
    old, found, reach = _current(viewer, apart)
    if pair.ends is not None and pair.ends <= viewer.today:
        raise Invalid("ends", N_("Choose a day that is still to come."))
    kept = _kept(pair) | {"one": old.apart.one, "other": old.apart.other}
    return _next(viewer, found, reach, old, pair.reason, kept, pair.guard_seen)


@act("end apart")
def end(*, viewer: Viewer, apart: UUID, because: str, guard_seen: bool = False) -> UUID:
    """They may sit together again from today on, with why. That it was so stays to be read.

    Raises Conflict where somebody else was first, Invalid on 'because', and on '' where it has ended.
    """
    old, found, reach = _current(viewer, apart)
    if not because.strip():
        raise Invalid("because", N_("Say why."))
    before = old.apart
    kept = {name: getattr(before, name) for name in ("one", "other", "starts", "look_on")}
    kept |= {"ends": viewer.today, "because": because.strip()}
    return _next(viewer, found, reach, old, old.words, kept, guard_seen)


def _current(viewer: Viewer, apart: UUID) -> tuple[Entry, Dossier, Reach]:
    """This one, for one of the dossier's own professionals, while it runs or is still to come."""
    old, found, reach = may.entry_for(viewer, apart)
    if old.kind != Kind.APART or not may.in_team(viewer, found):
        raise Refused
    check_newest(old, reach)
    if old.apart.ends is not None and old.apart.ends <= viewer.today:
        raise Invalid("", N_("This has ended already."))
    return old, found, reach


def _kept(pair: Pair) -> dict[str, Any]:
    if not pair.reason.strip():
        raise Invalid("reason", N_("Say why."))
    if (wrong := rule.problem(pair.starts, pair.look_on, pair.ends)) is not None:
        raise Invalid(*wrong)
    return {"starts": pair.starts, "look_on": pair.look_on, "ends": pair.ends}


def _said_already(dossier: Dossier, reach: Reach, sides: list[set[int]], today: date) -> bool:
    """As far as the writer reads: what they may not read must not be told by a refusal."""
    rows = policy.newest(reach).filter(dossier=dossier, kind=Kind.APART).select_related("apart")
    one, other = sides
    return any(
        (row.apart.one_id in one and row.apart.other_id in other)
        or (row.apart.one_id in other and row.apart.other_id in one)
        for row in rows
        if row.apart.ends is None or row.apart.ends > today
    )


def _line(reason: str, circle: Circle, kept: dict[str, Any], how: str, ground: str) -> Line:
    both: list[Person] = [kept["one"], kept["other"]]
    return Line(
        Kind.APART,
        Nature.FACT,
        reason.strip(),
        circle,
        people=[("about", person) for person in both],
        circle_how=how,
        circle_ground=ground,
        of_kind=(Apart, kept),
        searchable=kept.get("because", ""),
    )


def _next(
    viewer: Viewer,
    found: Dossier,
    reach: Reach,
    old: Entry,
    reason: str,
    kept: dict[str, Any],
    guard_seen: bool,
) -> UUID:
    line = _line(reason, old.circle, kept, old.circle_how, old.circle_ground)
    line.root = old.root
    row = _write(viewer, found, reach, line, guard_seen)
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row, same_words=reason == old.words)
    carry_shares(old, row, viewer)
    return row.public_id


def _write(viewer: Viewer, found: Dossier, reach: Reach, line: Line, guard_seen: bool) -> Entry:
    return guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=guard_seen, field="reason")
