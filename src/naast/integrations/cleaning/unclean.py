"""What a file comes out as, why one is refused, and the bounds every kind keeps to."""

from dataclasses import dataclass, field
from typing import Any

from naast.rules.texts import N_

MOST_BYTES = 20 * 1024 * 1024
MOST_TEXT = 200_000  # letters of text that are searched, as many as an entry holds

WRONG_TYPE = N_(
    "Naast can not keep this kind of file. Choose a photo (JPEG, PNG, WebP), a PDF, a Word, Excel or ODT file, "
    "or plain text (.txt)."
)
TOO_LARGE = N_("This file is too large: at most %(most)s MB. Make it smaller, or split it.")
BROKEN = N_("This file can not be opened; it may be damaged. Save it again and choose it once more.")
LOCKED = N_("This file is locked with a password. Save it without one and choose it again.")
FIELDS = N_("This PDF has fields to fill in. Print it to a new PDF and choose that one.")


class Unclean(Exception):
    """This file can not be taken: a message id for the field, with what fills it in."""

    def __init__(self, message: str, **params: Any) -> None:
        super().__init__(message)
        self.message = message
        self.params = params


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file written anew. `safe` says that all of it was searched: what is not stays with the team."""

    mime: str
    ending: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    safe: bool


def too_large() -> Unclean:
    """The refusal of what is beyond a bound: bytes, picture points, or what a packed file unfolds to."""
    return Unclean(TOO_LARGE, most=MOST_BYTES // 1024 // 1024)


def bounded(parts: list[str]) -> tuple[str, bool]:
    """The text to search, and whether that is all of it."""
    text = "\n".join(part.strip() for part in parts if part.strip())
    return text[:MOST_TEXT], len(text) <= MOST_TEXT
