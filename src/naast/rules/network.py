"""The network circle: who stands around somebody, how near, and whether they were asked to help.

"A family-built long list becomes a network circle and then an action team with tasks" (methods-and-instruments, part 2,
row 2, K12). Rings and answers are in our own words; nobody is ranked by them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, pi, sin

from .texts import N_

RINGS = {1: N_("very near"), 2: N_("near"), 3: N_("further away")}
NOT_ASKED, ASKED, YES, NO = "not_asked", "asked", "yes", "no"
ANSWERS = {
    NOT_ASKED: N_("not asked yet"),
    ASKED: N_("asked, no answer yet"),
    YES: N_("says yes"),
    NO: N_("says no"),
}
LONGEST_LABEL = 18  # letters of a name in the picture; the list beside it has the whole of it
# of the rings in the picture: the smallest, between two, and along one per person
FIRST, APART, ROOM = 70, 65, 150


def problem(ring: int, answer: str) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None."""
    if ring not in RINGS:
        return "ring", N_("Choose how near.")
    if answer not in ANSWERS:
        return "answer", N_("Choose what the answer is.")
    return None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one person stands, from the middle."""

    key: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Circle:
    """A picture of one network: the radius of each ring, everybody's place, and how far it reaches to each side."""

    rings: tuple[int, ...]
    spots: tuple[Spot, ...]
    reach: int


def draw(people: Sequence[tuple[str, int]]) -> Circle:
    """Everybody (key, ring) on their ring, evenly spread from the top; the same people give the same picture."""
    radii: list[int] = []
    spots = []
    for ring in RINGS:
        keys = [key for key, near in people if near == ring]
        least = FIRST if not radii else radii[-1] + APART
        radius = max(least, ceil(len(keys) * ROOM / (2 * pi)))
        radii.append(radius)
        for place, key in enumerate(keys):
            # each ring begins a little further round, so that names on two rings do not stand above each other
            angle = 2 * pi * place / len(keys) + (ring - 1) * pi / 5 - pi / 2
            spots.append(Spot(key, round(radius * cos(angle)), round(radius * sin(angle))))
    return Circle(tuple(radii), tuple(spots), radii[-1] + ROOM // 2)


def label(name: str) -> str:
    """The name as it stands in the picture."""
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1].rstrip() + "…"
