"""PDF: the pages are copied into a new file; everything around them is left behind.

That is the author, XMP, earlier versions, attached files, scripts, actions, remarks and links. A page keeps only
what draws it. A locked PDF is refused and not kept for the team: nobody could say what is in it or what it does.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from .photo import without_notes
from .unclean import BROKEN, FIELDS, LOCKED, MOST_TEXT, Cleaned, Unclean, bounded, too_large

MOST_PAGES = 1000
MOST_OBJECTS = 200_000
DRAWS = {"/Type", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/Contents", "/UserUnit", "/Group"}
TELLS = (
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/AA",
    "/OpenAction",
    "/JS",
    "/AF",
    "/OPI",
    "/Alternates",
)
INLINE_PICTURE = re.compile(rb"\bBI\s.{0,400}?\bID\s", re.DOTALL)
# a damaged file can go wrong anywhere inside pypdf; none of it may become an error page
DAMAGE = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, ArithmeticError)


def clean(data: bytes) -> Cleaned:
    """The pages in a new file. Safe where each page has text and none has a picture, which can not be searched."""
    try:
        return _clean(data)
    except (*DAMAGE, NotImplementedError, RecursionError, MemoryError):
        raise Unclean(BROKEN) from None


def _clean(data: bytes) -> Cleaned:
    reader = _opened(data)
    if len(reader.pages) > MOST_PAGES:
        raise too_large()
    if not len(reader.pages):
        raise Unclean(BROKEN)
    writer = PdfWriter()
    texts: list[str] = []
    readable = True
    for page in reader.pages:
        for name in [name for name in page if name not in DRAWS and name != "/Parent"]:
            del page[name]
        pictures = _bare(page)
        text = page.extract_text() if sum(map(len, texts)) <= MOST_TEXT else ""
        texts.append(text)
        readable = readable and bool(text.strip()) and not pictures
        writer.add_page(page)
    writer.metadata = None
    made = BytesIO()
    writer.write(made)
    searched, whole = bounded(texts)
    return Cleaned("application/pdf", "pdf", made.getvalue(), searched, readable and whole)


def _opened(data: bytes) -> PdfReader:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise Unclean(LOCKED)
    form = reader.root_object.get("/AcroForm")
    if form is not None and (form.get_object().get("/Fields") or form.get_object().get("/XFA")):
        raise Unclean(FIELDS)  # what is filled in lies over the page, in what is left behind
    return reader


def _bare(page: PageObject) -> bool:
    """Take out of everything a page draws with what tells of its maker; does it draw a picture?"""
    contents = page.get_contents()
    pictures = contents is not None and INLINE_PICTURE.search(contents.get_data()) is not None
    for found in _parts(page):
        for name in TELLS:
            if name in found:
                del found[name]
        if isinstance(found, StreamObject) and found.get("/Subtype") == "/Image":
            pictures = True
            if found.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
                found._data = without_notes(found._data)
    return pictures


def _parts(page: PageObject) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached from a page, without its neighbours."""
    seen: set[tuple[int, int]] = set()
    todo: list[Any] = [value for name, value in page.items() if name != "/Parent"]
    steps = 0
    while todo:
        steps += 1
        if steps > MOST_OBJECTS:
            raise too_large()
        part = todo.pop()
        if isinstance(part, IndirectObject):
            if (part.idnum, part.generation) in seen:
                continue
            seen.add((part.idnum, part.generation))
            part = part.get_object()
        if isinstance(part, ArrayObject):
            todo += list(part)
        elif isinstance(part, DictionaryObject) and part.get("/Type") not in ("/Page", "/Pages"):
            yield part
            todo += [dict.__getitem__(part, name) for name in part if name != NameObject("/Parent")]
