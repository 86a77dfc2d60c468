"""What both families of office files have in common: the parts that are kept, their pictures, their text."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from . import photo
from .unclean import Unclean
from .xml import local

SAYS = frozenset({"descr", "title", "tooltip", "name", "display"})  # words that stand in an attribute
LINES = frozenset(
    {"p", "h", "tr", "si", "row", "c", "table-row", "table-cell", "tab", "br", "line-break", "s"}
)


@dataclass
class Parts:
    """The parts of the new file, their text, and whether there are pictures among them."""

    members: dict[str, bytes] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    pictures: bool = False

    def picture(self, name: str, data: bytes) -> bool:
        """Keep a picture, painted anew; False where it is of a kind that can not be."""
        kind = photo.kind(data)
        if kind is None:
            return False
        try:
            self.members[name] = photo.painted(data, kind)
        except Unclean:
            return False
        self.pictures = True
        return True


def text_of(root: Element) -> str:
    """All words of one part, also those that a reader only sees when pointing at something."""
    found: list[str] = []
    for element in root.iter():
        if local(element.tag) in LINES:
            found.append("\n" if local(element.tag) != "s" else " ")
        found += [element.text or ""]
        found += [f" {value} " for name, value in element.attrib.items() if local(name) in SAYS]
    return "".join(found)
