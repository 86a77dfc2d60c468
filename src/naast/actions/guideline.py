"""What stands in one of the seven parts of the plan, or why it is not needed."""

from dataclasses import dataclass, field
from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Circle, GuidelinePart, Kind, Link, Nature
from naast.rules import guideline as rule

from . import guarded, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .versions import carry_shares, check_newest
from .write import Line, tie


@dataclass(frozen=True, slots=True)
class Told:
    """Words of one part (a code of rules/guideline.py); with `needed` False they say why it is not needed."""

    words: str = field(repr=False)
    needed: bool = True
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("write part")
def write(*, viewer: Viewer, dossier: UUID, part: str, told: Told, choice: Choice) -> UUID:
    """Write something in one part. Default circle: the team. Raises Invalid on 'part', 'words'."""
    found, reach = may.team_dossier(viewer, dossier)
    line = _line(part, told, circle_of(found, reach, choice, at=viewer.at), choice.how, choice.ground)
    return guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=told.guard_seen).public_id


@act("change part of plan")
def change(*, viewer: Viewer, written: UUID, told: Told) -> UUID:
    """A next version, read by who read the one before. For the team.

    Raises Conflict where somebody else was first, Invalid on 'words'.
    """
    old, found, reach = may.entry_for(viewer, written)
    if old.kind != Kind.GUIDELINE or not may.in_team(viewer, found):
        raise Refused
    check_newest(old, reach)
    line = _line(old.guidelinepart.part, told, old.circle, old.circle_how, old.circle_ground)
    line.root = old.root
    row = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=told.guard_seen)
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row)
    carry_shares(old, row, viewer)
    return row.public_id


def _line(part: str, told: Told, circle: Circle, how: str, ground: str) -> Line:
    if (wrong := rule.problem(part, told.words)) is not None:
        raise Invalid(*wrong)
    return Line(
        Kind.GUIDELINE,
        Nature.FACT,
        told.words.strip(),
        circle,
        circle_how=how,
        circle_ground=ground,
        of_kind=(GuidelinePart, {"part": part, "needed": told.needed}),
    )
