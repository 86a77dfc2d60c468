"""A file that opens with a code alone, which its receiver hears by phone: whoever else gets the file reads nothing."""

import secrets
from io import BytesIO

from .press import Paper

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is heard or read as another
GROUPS, EACH = 4, 4


def new_code() -> str:
    """A new code to say aloud: sixteen letters in groups of four, 79 bits."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(EACH)) for _ in range(GROUPS))
    return "-".join(groups)


def is_code(code: str) -> bool:
    """Has this the form of a code that was made here? So that no file is closed with a short one."""
    groups = code.split("-")
    return len(groups) == GROUPS and all(
        len(group) == EACH and not set(group) - set(LETTERS) for group in groups
    )


def closed(paper: Paper, code: str) -> Paper:
    """The same file, closed with this code (AES-256); its tags stay, so that it can be read aloud once it is open."""
    from pypdf import PdfReader, PdfWriter  # large, and most workers never close a file
    from pypdf.constants import UserAccessPermissions as May

    # extracting is how a reader reads it aloud
    may = May.PRINT | May.PRINT_TO_REPRESENTATION | May.EXTRACT_TEXT_AND_GRAPHICS
    writer = PdfWriter(clone_from=PdfReader(BytesIO(paper.content)))
    # another word for its owner, that nobody knows: with the code it can be read and printed, and not changed
    writer.encrypt(code, secrets.token_urlsafe(32), permissions_flag=may, algorithm="AES-256")
    into = BytesIO()
    writer.write(into)
    return Paper(paper.name, into.getvalue(), paper.mime)
