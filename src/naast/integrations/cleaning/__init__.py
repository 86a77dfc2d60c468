"""Files from outside, cleaned: written anew without what they tell about their maker, or refused.

The kind follows from the first bytes, never from the name: a name can say anything. Only plain text has no such
bytes, so that there the name has to agree. What is in a file but could not be searched (a picture, a text beyond
the bound) is said by `Cleaned.safe`: the address guard has not seen it, so only the team may read it.
"""

from .unclean import BROKEN as BROKEN
from .unclean import FIELDS as FIELDS
from .unclean import LOCKED as LOCKED
from .unclean import MOST_BYTES as MOST_BYTES
from .unclean import TOO_LARGE as TOO_LARGE
from .unclean import WRONG_TYPE as WRONG_TYPE
from .unclean import Cleaned as Cleaned
from .unclean import Unclean as Unclean
from .unclean import bounded, too_large

ACCEPT = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.odt,.txt"  # what a browser offers; nothing relies on it
PDF_STARTS_WITHIN = 1024  # readers accept a few bytes before it


def clean(name: str, data: bytes) -> Cleaned:
    """The file written anew; raises Unclean where it is of the wrong kind, too large, locked or broken."""
    from . import office, pdf, photo  # what these lean on is large, and most workers never clean a file

    if len(data) > MOST_BYTES:
        raise too_large()
    kind = photo.kind(data)
    if kind is not None:
        return photo.clean(data, kind)
    if data.startswith(b"PK\x03\x04"):
        return office.clean(data)
    if b"%PDF-" in data[:PDF_STARTS_WITHIN]:
        return pdf.clean(data)
    if name.lower().endswith(".txt"):
        return _plain(data)
    raise Unclean(WRONG_TYPE)


def _plain(data: bytes) -> Cleaned:
    """Plain text in UTF-8; other control characters than tabs and line ends mean that it is something else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unclean(WRONG_TYPE) from None
    if not text.strip() or any(ord(letter) < 32 and letter not in "\t\n\r\f" for letter in text):
        raise Unclean(WRONG_TYPE)
    searched, whole = bounded([text])
    return Cleaned("text/plain; charset=utf-8", "txt", text.encode(), searched, whole)
