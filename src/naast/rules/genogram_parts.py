"""What goes into a genogram and what comes out: people and ties, places and lines. Lengths are in pixels.

Naast does not keep anybody's sex, so there is one shape for people, and no square for men or circle for women.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Point = tuple[int, int]


class Shape(StrEnum):
    """What somebody is drawn as: a diamond, a triangle before birth, a square for who is there for their work."""

    PERSON = "person"
    UNBORN = "unborn"
    PROFESSIONAL = "professional"


class Size:
    """The measures of the drawing."""

    HALF = 22  # from the middle of a symbol to its edge
    SQUARE = 19  # the same of a square, which looks larger
    TRIANGLE = (18, 16, 20)  # above the middle, below it, and to the sides
    PORTS = 15  # lines leave a symbol within this distance of its middle
    PORT = 6  # and this far from each other where there is room
    LABEL = 6  # between symbol and name
    LINE = 17  # from one line of a name to the next
    GAP = 30  # between somebody's name and the next symbol
    FAMILIES = 48  # between two families that nothing joins
    TRACK = 14  # between two lines that run beside each other
    CHANNEL = 36  # kept free under and above the people of one generation
    AIR = 7  # between a line and what it passes
    RIM = 11  # between the people of a household and the line around them
    EDGE = 18  # around the whole drawing


@dataclass(frozen=True, slots=True)
class Someone:
    """One person to draw. `id` only tells people apart; who is older stands left of who is younger."""

    id: str
    label: str = field(repr=False)
    born: date | None = field(repr=False, default=None)
    shape: Shape = Shape.PERSON
    inside: bool = False

    @property
    def order(self) -> tuple[bool, date, str, str]:
        """Oldest first, unknown births last; it follows from the person alone."""
        return (self.born is None, self.born or date.min, self.label, self.id)


@dataclass(frozen=True, slots=True)
class Bond:
    """`one` is <type> of `other` (relations.TIES), by their ids; `ended` where that is over."""

    one: str
    type: str
    other: str
    ended: bool = False


class Kind(StrEnum):
    """How a line is drawn: whole, broken or dotted."""

    WHOLE = "whole"
    BROKEN = "broken"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True, order=True)
class Net:
    """People joined by one line: `tops` hang it up, it ends at `bottoms`. `apart` marks who separated."""

    kind: Kind
    tops: tuple[str, ...]
    bottoms: tuple[str, ...] = ()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands: the middle of the symbol, the lines of the name beside it, and the room of both."""

    id: str
    x: int
    y: int
    generation: int
    shape: Shape
    lines: tuple[str, ...] = field(repr=False)
    width: int  # of the name

    @property
    def left(self) -> int:
        return self.x - Size.HALF

    @property
    def right(self) -> int:
        return self.x + Size.HALF + (Size.LABEL + self.width if self.lines else 0)

    @property
    def top(self) -> int:
        return self.y - max(Size.HALF, len(self.lines) * Size.LINE // 2)

    @property
    def bottom(self) -> int:
        return self.y + max(Size.HALF, len(self.lines) * Size.LINE // 2)


@dataclass(frozen=True, slots=True)
class Stroke:
    """One net as drawn: its straight pieces, and where the mark of a separation stands."""

    kind: Kind
    pieces: tuple[tuple[Point, Point], ...]
    apart: Point | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A laid-out genogram. `left_out` are ties that contradict others and could not be drawn."""

    width: int
    height: int
    places: tuple[Place, ...]
    strokes: tuple[Stroke, ...]
    outlines: tuple[tuple[Point, ...], ...]
    left_out: tuple[Bond, ...] = ()
