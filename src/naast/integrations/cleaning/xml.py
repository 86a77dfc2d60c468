"""XML inside office files, read without anything that can unfold or reach outside, and written anew."""

from io import BytesIO
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from .unclean import BROKEN, Unclean

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MOST_DEEP = 400


def read(data: bytes) -> Element:
    """The tree of one part; raises Unclean. Its comments and instructions are not read.

    A DOCTYPE can declare what unfolds without end or fetches from elsewhere: no office program writes one. Only
    UTF-8 is read, since in another alphabet it would be spelt with other bytes.
    """
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"<") or b"\0" in data or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Unclean(BROKEN)
    ignorable: set[str] = set()
    prefixes: dict[str, str] = {}
    depth = 0
    root: Element | None = None
    try:
        events = ET.iterparse(BytesIO(data), ("start-ns", "start", "end"))  # nosec B314: see above
        for event, found in events:
            if event == "start-ns":
                prefixes[found[0]] = found[1]
                continue
            depth += 1 if event == "start" else -1
            if depth > MOST_DEEP:
                raise Unclean(BROKEN)
            if event == "start":
                root = found if root is None else root
                named = found.attrib.pop(f"{MC}Ignorable", "")
                ignorable |= {prefixes[p] for p in named.split() if p in prefixes}
    except ET.ParseError:
        raise Unclean(BROKEN) from None
    assert root is not None
    _plain(root, tuple(f"{{{address}}}" for address in ignorable))
    return root


def _plain(root: Element, ignorable: tuple[str, ...]) -> None:
    """Leave out what the file itself says may be ignored: written anew, prefixes that it names are gone."""
    for element in root.iter():
        for name in [name for name in element.attrib if ignorable and name.startswith(ignorable)]:
            del element.attrib[name]
        children: list[Element] = []
        for child in element:
            if child.tag == f"{MC}AlternateContent":
                fallback = child.find(f"{MC}Fallback")
                children += list(fallback) if fallback is not None else []
            elif not (ignorable and child.tag.startswith(ignorable)):
                children.append(child)
        element[:] = children


def write(root: Element) -> bytes:
    """The part as bytes."""
    return ET.tostring(root, encoding="UTF-8", xml_declaration=True)


def local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition("}")[2]


def prune(root: Element, gone: frozenset[str], opened: frozenset[str] = frozenset()) -> None:
    """Take elements out by local name: `gone` with all in them, of `opened` only the element around its content.

    What follows an element in running text stays.
    """
    for element in list(root.iter()):
        kept: list[Element] = []
        for child in _opened(list(element), opened):
            if local(child.tag) in gone:
                _add_tail(element, kept, child.tail or "")
            else:
                kept.append(child)
        element[:] = kept


def _opened(children: list[Element], opened: frozenset[str]) -> list[Element]:
    found: list[Element] = []
    for child in children:
        found += _opened(list(child), opened) if local(child.tag) in opened else [child]
    return found


def _add_tail(element: Element, kept: list[Element], tail: str) -> None:
    if kept:
        kept[-1].tail = (kept[-1].tail or "") + tail
    else:
        element.text = (element.text or "") + tail
