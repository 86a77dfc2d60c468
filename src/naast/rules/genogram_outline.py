"""The broken line around the people of the household: through neighbouring generations where they lie together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from .genogram_parts import Point, Size
from .genogram_places import Spot

Stretch = tuple[int, int]  # from left to right


def outlines(
    spots: Sequence[Spot], middles: Sequence[int], between: Sequence[int]
) -> tuple[tuple[Point, ...], ...]:
    """The corners of each outline, clockwise. Nobody who is not in the household lies within one.

    There is more than one where others stand between the people of the household. An outline grows wider or narrower
    at the heights `between` one row and the next.
    """
    rows = [list(_stretches([s for s in spots if s.row == row])) for row in range(len(middles))]
    found = []
    for row, stretches in enumerate(rows):
        while stretches:
            chain = [stretches.pop(0)]
            for below in rows[row + 1 :]:
                following = next((one for one in below if _overlap(chain[-1], one)), None)
                if following is None:
                    break
                below.remove(following)
                chain.append(following)
            found.append(_corners(chain, middles[row : row + len(chain)], between[row:]))
    return tuple(found)


def _stretches(row: Sequence[Spot]) -> Iterator[Stretch]:
    """Where people of the household stand beside each other, with nobody else between."""
    start: int | None = None
    for spot, after in zip_longest(row, row[1:]):
        if not spot.who.inside:
            continue
        start = spot.left if start is None else start
        if after is None or not after.who.inside:
            yield start - Size.RIM, spot.right + Size.RIM
            start = None


def _overlap(one: Stretch, other: Stretch) -> bool:
    return min(one[1], other[1]) - max(one[0], other[0]) >= Size.HALF


def _corners(chain: Sequence[Stretch], middles: Sequence[int], between: Sequence[int]) -> tuple[Point, ...]:
    around = Size.HALF + Size.RIM
    steps = [middles[0] - around, *between[: len(chain) - 1], middles[-1] + around]
    sides = list(zip(chain, steps, steps[1:], strict=False))
    right = [(right, y) for (_, right), top, bottom in sides for y in (top, bottom)]
    left = [(left, y) for (left, _), top, bottom in sides for y in (top, bottom)]
    return (*right, *reversed(left))
