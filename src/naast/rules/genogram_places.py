"""Where everybody stands: families beside each other, and below them the people whom no line joins to anybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .genogram_labels import fitted, width
from .genogram_parts import Net, Size, Someone
from .genogram_rows import Family, families, ordered

_LEAST_IN_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody's row and place in it, with the name as it fits."""

    who: Someone
    row: int
    x: int
    lines: tuple[str, ...]
    width: int

    @property
    def left(self) -> int:
        return self.x - Size.HALF

    @property
    def right(self) -> int:
        return self.x + _room(self.lines)


def spots(people: Sequence[Someone], level: Mapping[str, int], nets: Sequence[Net]) -> list[Spot]:
    """A spot for each person, row by row and from left to right."""
    lines = {one.id: fitted(one.label) for one in people}
    room = {one.id: _room(lines[one.id]) for one in people}
    groups = families(people, nets)
    joined = [ordered(group, level, nets, room) for group in groups if len(group) > 1]
    joined.sort(key=lambda family: -sum(one.inside for one in family.people.values()))
    at: dict[str, tuple[int, int]] = {}
    right = 0
    for family in joined:
        right = _beside(family, right, at)
    below = max((row for row, _ in at.values()), default=-1) + 1
    alone = [group[0] for group in groups if len(group) == 1]
    alone.sort(key=lambda one: (not one.inside, one.order))
    _in_rows(alone, room, below, right, at)
    found = [Spot(one, *at[one.id], lines[one.id], _widest(lines[one.id])) for one in people]
    return sorted(found, key=lambda spot: (spot.row, spot.x))


def _widest(lines: Iterable[str]) -> int:
    return max(map(width, lines), default=0)


def _room(lines: Sequence[str]) -> int:
    return Size.HALF + (Size.LABEL + _widest(lines) if lines else 0)


def _beside(family: Family, right: int, at: dict[str, tuple[int, int]]) -> int:
    """Put a family to the right of what is there; the new right edge."""
    first = min(family.x.values()) - Size.HALF
    shift = right + (Size.FAMILIES if right else 0) - first
    for row, people in enumerate(family.rows):
        for one in people:
            at[one] = (row, family.x[one] + shift)
    return max(family.x[one] + family.room[one] for one in family.x) + shift


def _in_rows(
    alone: Iterable[Someone], room: Mapping[str, int], row: int, right: int, at: dict[str, tuple[int, int]]
) -> None:
    x, count = Size.HALF, 0
    for one in alone:
        if count >= _LEAST_IN_A_ROW and x + room[one.id] > right:
            x, count, row = Size.HALF, 0, row + 1
        at[one.id] = (row, x)
        x, count = x + room[one.id] + Size.GAP + Size.HALF, count + 1
