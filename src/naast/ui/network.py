"""A network circle as it is drawn, for all faces."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from naast.access.network import Network, NetworkPage
from naast.access.people import Face
from naast.rules.network import label

LETTER, PAD = 8, 12  # about the width of a letter in the picture, and beside a name


@dataclass(frozen=True, slots=True)
class Dot:
    """One person in the picture: where, in which colour, with which answer and name."""

    face: Face
    x: int
    y: int
    answer: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """One network with its picture, of which the middle is 0, 0."""

    network: Network
    dots: tuple[Dot, ...]
    size: int

    @property
    def left(self) -> int:
        return -self.size // 2


def pictures(page: NetworkPage) -> list[Picture]:
    """A picture for each network on the page."""
    return [_picture(network) for network in page.networks]


def _picture(network: Network) -> Picture:
    dots = tuple(Dot(one.face, one.x, one.y, one.answer, label(one.face.label)) for one in network.around)
    return Picture(network, dots, 2 * max(network.drawn.reach, _widest(dots)))


def _widest(dots: Sequence[Dot]) -> int:
    return max((abs(dot.x) + len(dot.name) * LETTER // 2 + PAD for dot in dots), default=0)
