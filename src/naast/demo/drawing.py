"""What Noa drew: her grandmother's house, the two of them at the door, and the cars that she counted. Made here, in
wobbly pencil lines, so that no picture of anybody's child is needed."""

import random
from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw

Point = tuple[float, float]
SIZE = (900, 640)
PAPER, PENCIL, GRASS, BRICK, SUN = "#fbf7ec", "#3d3a36", "#5c8a4a", "#a8543a", "#e0a92e"
COATS = ("#4a6d9c", "#8a5a8f")
CARS = ("#a8543a", "#4a6d9c", "#e0a92e", "#5c8a4a", "#8a5a8f")
WOBBLE = 2.2
STEP = 9  # points of a line between two wobbles


class Pencil:
    """A hand that does not draw straight, the same way each time."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self.draw = draw
        self.rng = random.Random(9)  # nosec B311  # a picture, no secret

    def line(self, points: Iterable[Point], colour: str, width: int = 5) -> None:
        """A line from point to point."""
        for (x, y), (to_x, to_y) in pairwise(points):
            steps = max(1, int((abs(to_x - x) + abs(to_y - y)) / STEP))
            path = [
                (self._off(x + (to_x - x) * step / steps), self._off(y + (to_y - y) * step / steps))
                for step in range(steps + 1)
            ]
            self.draw.line(path, fill=colour, width=width, joint="curve")

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """Four lines that nearly meet."""
        self.line([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], colour)

    def round(self, x: float, y: float, size: float, colour: str) -> None:
        """A circle, as round as it gets."""
        size = size + self.rng.uniform(-1, 1)
        self.draw.ellipse((x - size, y - size, x + size, y + size), outline=colour, width=5)

    def colour_in(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """To and fro, and now and then over the edge."""
        ends = [(left if turn % 2 else right, top + turn * 7) for turn in range(int((bottom - top) / 7))]
        self.line(ends, colour, 3)

    def _off(self, value: float) -> float:
        return value + self.rng.uniform(-WOBBLE, WOBBLE)


def of_noa() -> bytes:
    """The drawing as a PNG."""
    sheet = Image.new("RGB", SIZE, PAPER)
    pencil = Pencil(ImageDraw.Draw(sheet))
    pencil.line([(20, 470), (880, 462)], GRASS, 7)
    _sun(pencil)
    _house(pencil)
    _person(pencil, 470, 300, 66, COATS[0])
    _person(pencil, 560, 360, 46, COATS[1])
    pencil.line([(505, 385), (532, 408)], PENCIL)
    for place, colour in enumerate(CARS):
        _car(pencil, 40 + place * 172, 530, colour)
    made = BytesIO()
    sheet.save(made, "PNG")
    return made.getvalue()


def _sun(pencil: Pencil) -> None:
    pencil.round(780, 100, 48, SUN)
    for x, y in ((780, 20), (845, 45), (868, 105), (845, 165), (780, 182), (714, 160), (692, 100), (716, 42)):
        pencil.line([(780 + (x - 780) * 0.72, 100 + (y - 100) * 0.72), (x, y)], SUN)


def _house(pencil: Pencil) -> None:
    pencil.box(110, 250, 380, 468, PENCIL)
    pencil.line([(90, 256), (244, 110), (402, 254)], BRICK, 7)
    pencil.colour_in(170, 190, 320, 240, BRICK)
    pencil.box(276, 330, 346, 468, PENCIL)
    pencil.colour_in(282, 338, 340, 462, SUN)
    pencil.round(332, 400, 5, PENCIL)
    pencil.box(146, 298, 226, 372, PENCIL)
    pencil.line([(186, 298), (186, 372)], PENCIL)
    pencil.line([(146, 335), (226, 335)], PENCIL)


def _person(pencil: Pencil, x: float, top: float, height: float, coat: str) -> None:
    pencil.round(x, top, height * 0.42, PENCIL)
    for side in (-1, 1):
        pencil.round(x + side * height * 0.14, top - 4, 2, PENCIL)
        pencil.line([(x, top + height * 0.7), (x + side * height * 0.6, top + height * 1.3)], PENCIL)
        pencil.line([(x + side * 10, top + height * 1.6), (x + side * 13, 466)], PENCIL)
    pencil.line([(x - 9, top + 10), (x, top + 15), (x + 9, top + 10)], PENCIL, 4)
    body = height * 0.34
    pencil.box(x - body, top + height * 0.48, x + body, top + height * 1.65, coat)
    pencil.colour_in(x - body, top + height * 0.5, x + body, top + height * 1.62, coat)


def _car(pencil: Pencil, x: float, y: float, colour: str) -> None:
    pencil.line(
        [(x, y + 46), (x, y + 20), (x + 28, y + 16), (x + 46, y - 12), (x + 96, y - 12), (x + 116, y + 18)],
        colour,
    )
    pencil.line([(x + 116, y + 18), (x + 136, y + 24), (x + 136, y + 46), (x, y + 46)], colour)
    for wheel in (30, 106):
        pencil.round(x + wheel, y + 48, 15, PENCIL)
