"""What is wrong with a drawn genogram, measured from its places and lines and not from how they were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from naast.rules.genogram_parts import Bond, Drawing, Place, Point, Shape, Size, Someone, Stroke
from naast.rules.genogram_ties import BY_CHOICE

Box = tuple[float, float, float, float]  # left, top, right, bottom


def wrong(drawing: Drawing, people: Iterable[Someone], bonds: Iterable[Bond]) -> list[str]:
    """Every fault, in words; nothing for a drawing as it should be."""
    people, bonds = list(people), list(bonds)
    return [
        *_lost(drawing, people),
        *_overlapping(drawing),
        *_upside_down(drawing, bonds),
        *_through_somebody(drawing),
        *_on_each_other(drawing),
        *_not_joined(drawing, bonds),
        *_outline(drawing, people),
    ]


def _lost(drawing: Drawing, people: list[Someone]) -> Iterator[str]:
    if sorted(place.id for place in drawing.places) != sorted({one.id for one in people}):
        yield "somebody is lost, or stands there twice"
    for place in drawing.places:
        if not (place.left >= 0 and place.right <= drawing.width and place.bottom <= drawing.height):
            yield f"{place.id} stands outside of the drawing"
    for x, y in (point for one in drawing.strokes for piece in one.pieces for point in piece):
        if not (0 <= x <= drawing.width and 0 <= y <= drawing.height):
            yield f"a line leaves the drawing at {x}, {y}"


def _overlapping(drawing: Drawing) -> Iterator[str]:
    for one, other in combinations(drawing.places, 2):
        apart = one.right < other.left or other.right < one.left
        if not apart and one.bottom >= other.top and other.bottom >= one.top:
            yield f"{one.id} and {other.id} overlap"


def _upside_down(drawing: Drawing, bonds: list[Bond]) -> Iterator[str]:
    at = {place.id: place for place in drawing.places}
    for bond in bonds:
        if bond.type in ("parent", *BY_CHOICE, "grandparent") and _is_drawn(drawing, bond, at):
            one, other = at[bond.one], at[bond.other]
            if one.y >= other.y or one.generation >= other.generation:
                yield f"{bond.one} does not stand above {bond.other}"


def _is_drawn(drawing: Drawing, bond: Bond, at: dict[str, Place]) -> bool:
    told = bond.one in at and bond.other in at and bond.one != bond.other and not bond.ended
    return told and bond not in drawing.left_out


def reach(place: Place, x: int) -> tuple[float, float]:
    """From which height to which a symbol is at x; twice its middle where it is not."""
    away = abs(x - place.x)
    if place.shape is Shape.PERSON:
        half = max(0, Size.HALF - away)
        return place.y - half, place.y + half
    if place.shape is Shape.PROFESSIONAL:
        half = Size.SQUARE if away < Size.SQUARE else 0
        return place.y - half, place.y + half
    up, down, wide = Size.TRIANGLE
    return (place.y - up + away * (up + down) / wide, place.y + down) if away < wide else (place.y, place.y)


def _through_somebody(drawing: Drawing) -> Iterator[str]:
    for stroke in drawing.strokes:
        for piece in stroke.pieces:
            for place in drawing.places:
                if _through(piece, place):
                    yield f"a line runs through {place.id} at {piece}"


def _through(piece: tuple[Point, Point], place: Place) -> bool:
    (x1, y1), (x2, y2) = piece
    name = (place.x + Size.HALF, place.top, place.right, place.bottom)
    if place.right > name[0] and _crosses(piece, name):
        return True
    if x1 == x2:
        top, bottom = reach(place, x1)
        # heights are whole numbers, and a slanted edge is not
        return bottom > top and min(y1, y2) < bottom - 1 and max(y1, y2) > top + 1
    return _crosses(piece, (place.left, place.y - Size.HALF, place.x + Size.HALF, place.y + Size.HALF))


def _crosses(piece: tuple[Point, Point], box: Box) -> bool:
    (x1, y1), (x2, y2) = piece
    left, top, right, bottom = box
    return min(x1, x2) < right and max(x1, x2) > left and min(y1, y2) < bottom and max(y1, y2) > top


def _on_each_other(drawing: Drawing) -> Iterator[str]:
    for one, other in combinations(drawing.strokes, 2):
        for piece in one.pieces:
            for along in other.pieces:
                if _lies_on(piece, along):
                    yield f"two lines lie on each other at {piece} and {along}"


def _lies_on(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    for axis in (0, 1):
        same = {point[axis] for point in (*one, *other)}
        if len(same) == 1:
            (a, b), (c, d) = (sorted(point[1 - axis] for point in piece) for piece in (one, other))
            return min(b, d) > max(a, c)
    return False


def joined(drawing: Drawing, stroke: Stroke) -> set[str]:
    """Whom a line joins: it ends at their symbols, and all of its pieces hang together."""
    assert _hangs_together(stroke), stroke.pieces
    ends = [point for piece in stroke.pieces for point in piece]
    return {place.id for place in drawing.places if any(_touches(place, *end) for end in ends)}


def _touches(place: Place, x: int, y: int) -> bool:
    top, bottom = reach(place, x)
    return bottom > top and (abs(y - top) <= 1 or abs(y - bottom) <= 1)


def _hangs_together(stroke: Stroke) -> bool:
    left, found = list(stroke.pieces[1:]), [stroke.pieces[0]]
    for piece in found:
        near = [other for other in left if _meet(piece, other)]
        found += near
        left = [other for other in left if other not in near]
    return not left


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    return all(
        min(one[0][axis], one[1][axis]) <= max(other[0][axis], other[1][axis])
        and min(other[0][axis], other[1][axis]) <= max(one[0][axis], one[1][axis])
        for axis in (0, 1)
    )


def _not_joined(drawing: Drawing, bonds: list[Bond]) -> Iterator[str]:
    at = {place.id: place for place in drawing.places}
    lines = [(joined(drawing, stroke), stroke) for stroke in drawing.strokes]
    for bond in bonds:
        if not _is_drawn(drawing, bond, at) or bond.type in ("sibling", "grandparent", "aunt_uncle"):
            continue  # these may follow from other lines
        if not any({bond.one, bond.other} <= people for people, _ in lines):
            yield f"no line joins {bond}"
    parted = {
        frozenset((b.one, b.other))
        for b in bonds
        if b.type == "ex_partner" or (b.type == "partner" and b.ended)
    }
    partners = {frozenset((b.one, b.other)) for b in bonds if b.type == "partner" and not b.ended}
    for people, stroke in lines:
        both = any(pair <= people for pair in parted - partners)
        if stroke.apart and not both:
            yield f"a mark of separation between {people}"


def _outline(drawing: Drawing, people: list[Someone]) -> Iterator[str]:
    inside = {one.id for one in people if one.inside}
    for place in drawing.places:
        corners = [
            (place.left, place.top),
            (place.right, place.top),
            (place.right, place.bottom),
            (place.left, place.bottom),
        ]
        around = [[_within(corner, rim) for corner in corners] for rim in drawing.outlines]
        if place.id in inside and [all(found) for found in around].count(True) != 1:
            yield f"{place.id} is not in the household's outline"
        if place.id not in inside and any(any(found) for found in around):
            yield f"{place.id} stands in the household's outline"


def _within(point: Point, rim: tuple[Point, ...]) -> bool:
    x, y = point
    crossed = 0
    for (x1, y1), (x2, y2) in zip(rim, (*rim[1:], rim[0]), strict=True):
        if x1 == x2 and x1 > x and min(y1, y2) <= y < max(y1, y2):
            crossed += 1
    return crossed % 2 == 1
