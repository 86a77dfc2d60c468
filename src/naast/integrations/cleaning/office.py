"""Word, Excel and OpenDocument text: the parts that hold the text and its look are written anew, all others go."""

from . import odt, ooxml
from .unclean import WRONG_TYPE, Cleaned, Unclean, bounded
from .zipped import pack, unpack

OOXML = "application/vnd.openxmlformats-officedocument."
MIMES = {
    "docx": f"{OOXML}wordprocessingml.document",
    "xlsx": f"{OOXML}spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}


def clean(data: bytes) -> Cleaned:
    """The file packed anew, with its text. A picture in it can not be searched: then it stays with the team."""
    members = unpack(data)
    if members.get("mimetype", b"").strip() == MIMES["odt"].encode():
        made, ending = odt.clean(members), "odt"
    elif (kind := ooxml.kind(members)) is not None:
        made, ending = ooxml.clean(members, kind), kind
    else:
        raise Unclean(WRONG_TYPE)
    text, whole = bounded(made.texts)
    return Cleaned(
        MIMES[ending], ending, pack(made.members), text, whole and bool(text) and not made.pictures
    )
