"""The people beside somebody as wooden figures in a row: only where each stands and how tall it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from naast.access.people import Face

GROUND = 124.0
WIDTH = 358.0  # of one row, in the drawing's own units
GAP = 6.0
LETTER = 7.9  # the width of one letter of a name
HEAD = 0.54  # of the width of the shoulders
# (from this age, half the width of the shoulders, height of the body)
SIZES = ((65, 32, 46), (18, 33, 53), (12, 29, 44), (10, 26, 34), (4, 24, 26), (0, 21, 16))


@dataclass(frozen=True, slots=True)
class Figure:
    """One person: an arch with a head and an initial; numbers are ready for the drawing."""

    face: Face
    me: bool
    path: str = field(repr=False)
    x: str
    head_y: str
    head: str
    letter_y: str

    @property
    def voice(self) -> str:
        return self.face.voice


@dataclass(frozen=True, slots=True)
class Row:
    """One row of figures, with the width that they need."""

    figures: tuple[Figure, ...]
    width: str


def _size(face: Face) -> tuple[int, int]:
    age = 18 if face.professional or face.age is None else face.age
    return next((half, height) for since, half, height in SIZES if age >= since)


def _needs(face: Face) -> float:
    """How wide a figure is with its name under it."""
    return max(2.0 * _size(face)[0], LETTER * len(face.label))


def rows(faces: Iterable[Face]) -> tuple[Row, ...]:
    """The faces in as many rows as they need."""
    broken: list[list[Face]] = []
    used = WIDTH
    for face in faces:
        if used + GAP + _needs(face) > WIDTH:
            broken.append([])
            used = 0.0
        broken[-1].append(face)
        used += GAP + _needs(face)
    return tuple(_row(listed) for listed in broken)


def _row(listed: list[Face]) -> Row:
    needed = sum(_needs(face) for face in listed)
    width = max(WIDTH, needed + GAP * (len(listed) + 1))
    gap = min(24.0, (width - needed) / (len(listed) + 1))
    x = (width - needed - gap * (len(listed) - 1)) / 2
    figures = []
    for face in listed:
        figures.append(_figure(face, x + _needs(face) / 2))
        x += _needs(face) + gap
    return Row(tuple(figures), _number(width))


def _figure(face: Face, middle: float) -> Figure:
    half, height = _size(face)
    head = HEAD * half
    path = f"M{_number(middle - half)} {_number(GROUND)}v-{height}a{half} {half} 0 0 1 {2 * half} 0v{height}z"
    top = GROUND - height - half
    return Figure(
        face,
        face.is_viewer,
        path,
        _number(middle),
        _number(top - head + 5),
        _number(head),
        _number(GROUND - height + 14),
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
