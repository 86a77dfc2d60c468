"""How the genogram looks: the path of each symbol and line, and which signs need explaining."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from naast.access.genogram import Figure, Genogram
from naast.access.people import Face
from naast.rules.genogram_parts import Kind, Point, Shape, Size, Stroke

ROUND = 14  # the corners of an outline
UP, DOWN, WIDE = Size.TRIANGLE
SYMBOLS = {
    Shape.PERSON: f"M0 {-Size.HALF}L{Size.HALF} 0L0 {Size.HALF}L{-Size.HALF} 0Z",
    Shape.PROFESSIONAL: f"M{-Size.SQUARE} {-Size.SQUARE}H{Size.SQUARE}V{Size.SQUARE}H{-Size.SQUARE}Z",
    Shape.UNBORN: f"M0 {-UP}L{WIDE} {DOWN}H{-WIDE}Z",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One person: where, in which shape, and the lines of the name, each with how far it lies from the middle."""

    face: Face
    x: int
    y: int
    symbol: str
    names: tuple[tuple[int, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a path; `mark` is the stroke through it of people who parted, or empty."""

    kind: str
    path: str
    mark: str


def figure(one: Figure) -> Drawn:
    """A person of the drawing."""
    place = one.place
    first = 5 - (len(place.lines) - 1) * Size.LINE // 2
    names = tuple((first + number * Size.LINE, text) for number, text in enumerate(place.lines))
    return Drawn(one.face, place.x, place.y, SYMBOLS[place.shape], names)


def line(stroke: Stroke) -> Line:
    """A line of the drawing."""
    path = "".join(f"M{x1} {y1}L{x2} {y2}" for (x1, y1), (x2, y2) in stroke.pieces)
    mark = ""
    if stroke.apart:
        x, y = stroke.apart
        mark = f"M{x - 5} {y + 9}L{x + 5} {y - 9}"
    return Line(stroke.kind.value, path, mark)


def rim(corners: Sequence[Point]) -> str:
    """The path of an outline, with rounded corners."""
    parts: list[str] = []
    for before, corner, after in zip(
        (corners[-1], *corners[:-1]), corners, (*corners[1:], corners[0]), strict=True
    ):
        start, end = _towards(corner, before), _towards(corner, after)
        parts.append(
            f"{'L' if parts else 'M'}{start[0]} {start[1]}Q{corner[0]} {corner[1]} {end[0]} {end[1]}"
        )
    return "".join(parts) + "Z"


def _towards(corner: Point, other: Point) -> Point:
    """The point a little way from a corner to the next one, half of the way at most."""
    away = [there - here for here, there in zip(corner, other, strict=True)]
    length = max(map(abs, away)) or 1
    part = min(ROUND, length / 2) / length
    return round(corner[0] + away[0] * part), round(corner[1] + away[1] * part)


def legend(found: Genogram) -> list[str]:
    """Which signs stand in this drawing, in the order in which they are explained."""
    shapes = {one.place.shape for one in found.figures if not one.face.deceased}
    kinds = {stroke.kind for stroke in found.strokes}
    types = {tie.type for tie in found.ties}
    there = {
        "person": Shape.PERSON in shapes,
        "unborn": Shape.UNBORN in shapes,
        "professional": Shape.PROFESSIONAL in shapes,
        "dead": any(one.face.deceased for one in found.figures),
        "partners": "partner" in types,
        "apart": any(stroke.apart for stroke in found.strokes),
        "parent": "parent" in types,
        "broken": Kind.BROKEN in kinds,
        "dotted": Kind.DOTTED in kinds,
        "home": bool(found.outlines),
    }
    return [sign for sign, used in there.items() if used]
