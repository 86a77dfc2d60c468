"""Word and Excel: what is not needed to read the text is left behind; tracked changes are taken as accepted.

Kept is a list of what may stay, not of what must go: a part that this list does not know is left behind with every
reference to it (comments, authors, earlier versions, macros, embedded files, links to templates).
"""

import posixpath
import re
from xml.etree.ElementTree import Element

from . import xml
from .parts import Parts, text_of
from .unclean import BROKEN, Unclean

TYPES = "[Content_Types].xml"
MAINS = {
    "wordprocessingml.document.main+xml": "docx",
    "spreadsheetml.sheet.main+xml": "xlsx",
}
KEPT = re.compile(
    r"word/(document|styles|numbering|settings|fontTable|footnotes|endnotes|header\d*|footer\d*)\.xml"
    r"|xl/(workbook|styles|sharedStrings)\.xml|xl/worksheets/sheet\d+\.xml|xl/tables/table\d+\.xml"
    r"|xl/drawings/drawing\d+\.xml|(word|xl)/theme/theme\d*\.xml"
)
PICTURE = re.compile(r"(word|xl)/media/[\w.-]+")
LOOK = re.compile(r".*/(styles|numbering|settings|fontTable|theme\d*)\.xml")
RELS = re.compile(r"(.*?)_rels/([^/]*)\.rels")
REFERS = re.compile(r"\{[^}]*/officeDocument/(2006/)?relationships\}\w+")
GONE = """
    del moveFrom delText delInstrText comment commentRangeStart commentRangeEnd commentReference annotationRef
    rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange tblGridChange numberingChange
    moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd
    customXmlDelRangeStart customXmlDelRangeEnd cellIns cellDel cellMerge dataBinding altChunk object control
    rsids docVars attachedTemplate trackRevisions mailMerge saveThroughXslt
    externalReferences pivotCaches fileSharing fileVersion legacyDrawing legacyDrawingHF oleObjects controls
    customWorkbookViews customSheetViews extLst graphicFrame
"""
ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
ACCEPTED = frozenset({"ins", "moveTo"})
WHO = frozenset({"author", "date", "initials", "userName", "userId"})


def kind(members: dict[str, bytes]) -> str | None:
    """docx or xlsx by what the main part says it is; None for anything else, also with macros."""
    if TYPES not in members:
        return None
    for element in xml.read(members[TYPES]):
        for main, ending in MAINS.items():
            if element.get("ContentType", "").endswith(main):
                return ending
    return None


def clean(members: dict[str, bytes], kind: str) -> Parts:
    """The parts written anew. Raises Unclean where the main part is not where it belongs."""
    made = Parts()
    for name, data in members.items():
        if PICTURE.fullmatch(name) and not made.picture(name, data):
            made.pictures = True
    kept = set(made.members) | {name for name in members if KEPT.fullmatch(name)}
    if not kept & {"word/document.xml", "xl/workbook.xml"}:
        raise Unclean(BROKEN)
    gone = _relations(members, kept, made)
    for name in sorted(kept - set(made.members)):
        root = _bare(xml.read(members[name]), gone.get(name, set()))
        made.members[name] = xml.write(root)
        if not LOOK.fullmatch(name):
            made.texts.append(text_of(root))
    types = xml.read(members[TYPES])
    types[:] = [t for t in types if t.get("PartName") is None or str(t.get("PartName")).lstrip("/") in kept]
    made.members[TYPES] = xml.write(types)
    return made


def _relations(members: dict[str, bytes], kept: set[str], made: Parts) -> dict[str, set[str]]:
    """Write the lists of references anew; gives by part the references that have nothing to refer to any more."""
    gone: dict[str, set[str]] = {}
    for name, data in members.items():
        place = RELS.fullmatch(name)
        if place is None or (name != "_rels/.rels" and place[1] + place[2] not in kept):
            continue
        root = xml.read(data)
        stays = [relation for relation in root if _stays(relation, place[1], kept)]
        gone[place[1] + place[2]] = {r.get("Id", "") for r in root if r not in stays}
        made.texts += [r.get("Target", "") for r in stays if r.get("TargetMode") == "External"]
        root[:] = stays
        made.members[name] = xml.write(root)
    return gone


def _stays(relation: Element, folder: str, kept: set[str]) -> bool:
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External":  # anything but a link would be fetched by opening the file
        return relation.get("Type", "").endswith("/hyperlink")
    path = (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )
    return path in kept


def _bare(root: Element, gone: set[str]) -> Element:
    """Accept what was inserted, drop what was deleted, and forget who did so and when."""
    for element in list(root.iter()):
        kept = [child for child in element if not (_is_empty(child) or _refers(child, gone))]
        if len(kept) != len(element):
            element[:] = kept
    xml.prune(root, frozenset(GONE.split()), ACCEPTED)
    for element in root.iter():
        for name in list(element.attrib):
            if xml.local(name) in WHO or xml.local(name).startswith("rsid"):
                del element.attrib[name]
    return root


def _is_empty(element: Element) -> bool:
    """A deleted row of a table, or the place of a chart that was left behind?"""
    if xml.local(element.tag) in ANCHORS:
        return any(xml.local(part.tag) == "graphicFrame" for part in element.iter())
    if xml.local(element.tag) != "tr":
        return False
    return any(
        xml.local(mark.tag) == "del" for look in element if xml.local(look.tag) == "trPr" for mark in look
    )


def _refers(element: Element, gone: set[str]) -> bool:
    return any(value in gone and REFERS.fullmatch(name) for name, value in element.attrib.items())
