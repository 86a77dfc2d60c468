"""OpenDocument text: text and look are kept; who made it, its earlier versions, comments and macros are not."""

import re
from xml.etree.ElementTree import Element

from . import xml
from .parts import Parts, text_of
from .unclean import BROKEN, LOCKED, Unclean

MANIFEST = "META-INF/manifest.xml"
KEPT = ("content.xml", "styles.xml")
PICTURE = re.compile(r"Pictures/[\w.-]+")
GONE = """
    tracked-changes change change-start change-end annotation annotation-end scripts event-listeners
    creator initial-creator author-name author-initials editing-cycles editing-duration creation-date creation-time
    modification-date modification-time print-date print-time printed-by object object-ole applet plugin forms
    floating-frame dde-connection-decls
"""
PATH = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path"
HREF = "{http://www.w3.org/1999/xlink}href"


def clean(members: dict[str, bytes]) -> Parts:
    """The parts written anew. Raises Unclean where it is locked or has no content."""
    if "content.xml" not in members or MANIFEST not in members:
        raise Unclean(BROKEN)
    manifest = xml.read(members[MANIFEST])
    if any(xml.local(element.tag) == "encryption-data" for element in manifest.iter()):
        raise Unclean(LOCKED)
    made = Parts({"mimetype": members["mimetype"].strip()})
    for name, data in members.items():
        if PICTURE.fullmatch(name) and not made.picture(name, data):
            made.pictures = True
    for name in KEPT:
        if name in members:
            root = xml.read(members[name])
            xml.prune(root, frozenset(GONE.split()))
            made.texts += [text_of(root), *(element.get(HREF, "") for element in root.iter("*"))]
            _only_own_pictures(root, set(made.members))
            made.members[name] = xml.write(root)
    manifest[:] = [entry for entry in manifest if entry.get(PATH) in {"/", *made.members}]
    made.members[MANIFEST] = xml.write(manifest)
    return made


def _only_own_pictures(root: Element, kept: set[str]) -> None:
    """A picture from elsewhere would be fetched by opening the file."""
    for element in list(root.iter()):
        element[:] = [
            child
            for child in element
            if xml.local(child.tag) not in ("image", "background-image", "fill-image")
            or not child.get(HREF)
            or child.get(HREF, "").removeprefix("./") in kept
        ]
