"""What is in a PDF besides what is seen: its tags in the order of reading, its title and every other string."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)


@dataclass(frozen=True)
class Tag:
    """One element of the structure: its role, and what stands in its attributes."""

    role: str
    told: dict[str, Any]


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def pages(content: bytes) -> list[str]:
    """The text of each page, in the order in which it is drawn."""
    return [page.extract_text() for page in opened(content).pages]


def title(content: bytes) -> str:
    info = opened(content).metadata
    return str(info.title or "") if info else ""


def strings(content: bytes) -> list[str]:
    """Every string outside the pages' drawing: information, outline, alternative texts, and metadata in XML."""
    reader = opened(content)
    found = list(_strings(reader.trailer.get("/Info")))
    for number in sorted({*reader.xref.get(0, {}), *reader.xref_objStm}):
        found += _strings(reader.get_object(IndirectObject(number, 0, reader)))
    return found


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, TextStringObject):
        yield str(found)
    elif isinstance(found, ByteStringObject):
        yield found.decode("latin-1")
    elif isinstance(found, ArrayObject):
        for one in found:
            yield from _strings(one)
    elif isinstance(found, DictionaryObject):
        if isinstance(found, StreamObject) and found.get("/Type") == "/Metadata":
            yield found.get_data().decode()
        for name, value in found.items():
            yield from (str(name), *_strings(value))


def tags(content: bytes) -> list[Tag]:
    """The elements of the structure, in the order of reading."""
    return [found for found in _walk(content) if isinstance(found, Tag)]


def drawn(content: bytes) -> list[tuple[int, int]]:
    """(page, number of the marked piece on it) in the order of reading."""
    return [found for found in _walk(content) if isinstance(found, tuple)]


def _walk(content: bytes) -> Iterator[Tag | tuple[int, int]]:
    reader = opened(content)
    places = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    root = reader.trailer["/Root"]
    yield from _below(root["/StructTreeRoot"].get("/K"), places, 0)  # type: ignore[index]


def _below(found: Any, places: dict[int, int], page: int) -> Iterator[Tag | tuple[int, int]]:
    found = found.get_object() if isinstance(found, IndirectObject) else found
    if isinstance(found, list):
        for one in found:
            yield from _below(one, places, page)
    elif isinstance(found, int):
        yield page, found
    elif isinstance(found, dict):
        page = places[found.raw_get("/Pg").idnum] if "/Pg" in found else page
        if found.get("/Type") == "/MCR":
            yield page, found["/MCID"]
        elif "/S" in found:
            told = {name: found[name] for name in ("/A", "/T", "/Alt") if name in found}
            yield Tag(str(found["/S"]).removeprefix("/"), told)
            yield from _below(found.get("/K"), places, page)
