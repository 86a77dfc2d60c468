"""A genogram: people and their ties laid out as a drawing. The same people and ties give the same drawing, in
whatever order they are named.

Everybody has a place, also who has no tie; symbols and names do not overlap; parents stand above their children. What
contradicts that is left out of the drawing and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .genogram_generations import generations
from .genogram_lines import between, heights, routes, strokes
from .genogram_outline import outlines
from .genogram_parts import Bond, Drawing, Place, Point, Size, Someone, Stroke
from .genogram_places import Spot, spots
from .genogram_ties import nets, sorted_out


def draw(people: Iterable[Someone], bonds: Iterable[Bond]) -> Drawing:
    """The drawing of these people. Ties with somebody who is not among them are not drawn."""
    listed = sorted({one.id: one for one in people}.values(), key=lambda one: one.order)
    known = {one.id for one in listed}
    ties = sorted_out(bond for bond in bonds if {bond.one, bond.other} <= known)
    level, contradicting = generations(listed, ties)
    joined = nets(ties, level)
    where = spots(listed, level, joined)
    ways = routes(where, joined)
    middles, begins = heights(ways, max((spot.row for spot in where), default=-1) + 1)
    lines = strokes(ways, middles, begins)
    rims = outlines(where, middles, between(ways, begins, len(middles)))
    return _framed(
        [_place(spot, middles, level) for spot in where],
        lines,
        rims,
        begins[len(middles)] + Size.EDGE,
        tuple(Bond(one, kind, other) for kind, (one, other) in contradicting),
    )


def _place(spot: Spot, middles: list[int], level: Mapping[str, int]) -> Place:
    who = spot.who
    return Place(who.id, spot.x, middles[spot.row], level[who.id], who.shape, spot.lines, spot.width)


def _framed(
    places: list[Place],
    lines: tuple[Stroke, ...],
    rims: tuple[tuple[Point, ...], ...],
    height: int,
    left_out: tuple[Bond, ...],
) -> Drawing:
    """Everything moved so that the drawing begins at its left edge."""
    xs = [x for stroke in lines for piece in stroke.pieces for x, _ in piece]
    xs += [x for rim in rims for x, _ in rim]
    xs += [x for place in places for x in (place.left, place.right)]
    by = Size.EDGE - min(xs, default=0)

    def moved(point: Point) -> Point:
        return point[0] + by, point[1]

    return Drawing(
        max(xs, default=0) + by + Size.EDGE,
        height,
        tuple(
            Place(one.id, one.x + by, one.y, one.generation, one.shape, one.lines, one.width)
            for one in places
        ),
        tuple(
            Stroke(
                stroke.kind,
                tuple((moved(start), moved(end)) for start, end in stroke.pieces),
                moved(stroke.apart) if stroke.apart else None,
            )
            for stroke in lines
        ),
        tuple(tuple(map(moved, rim)) for rim in rims),
        left_out,
    )
