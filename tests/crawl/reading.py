"""What an answer holds: every unique word of the world in its body, headers and cookies."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from tests import pdf
from tests.made_files import unpacked

WORD = re.compile(r"(?:[bdfghjklmnprstvwz][aeiou]){4}[qy]x", re.IGNORECASE)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def words_in(text: str) -> set[str]:
    """Every unique word in a text, in lower case."""
    return {word.lower() for word in WORD.findall(text)}


def body(response: Any) -> str:
    """The answer's body as text; files by their bytes, UTF-16 as well."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    text = content.decode("utf-8", "replace")
    if response.get("Content-Type", "").startswith("text/"):
        return text
    text += inside(content)
    return text + content.decode("utf-16-le", "ignore") + content.decode("utf-16-be", "ignore")


def said(response: Any) -> str:
    """What somebody can read in it: a text, or what is set in a PDF. Packed bytes hold any sign by chance."""
    if response.streaming:
        return ""
    if response.get("Content-Type", "").startswith("text/"):
        return str(response.content.decode("utf-8", "replace"))
    return inside(response.content) if response.content.startswith(b"%PDF-") else ""


@lru_cache(maxsize=8)
def inside(content: bytes) -> str:
    """What is packed in an office file or a PDF, also beside its text: its bytes alone do not show its words."""
    if content.startswith(b"PK"):
        members = unpacked(content)
        return "\n".join([*members, *(data.decode("utf-8", "replace") for data in members.values())])
    if content.startswith(b"%PDF-"):
        return "\n".join([f"<title>{pdf.title(content)}</title>", *pdf.pages(content), *pdf.strings(content)])
    return ""


def headers(response: Any) -> str:
    """Header lines and cookies, percent signs undone."""
    lines = [f"{name}: {value}" for name, value in response.headers.items()]
    return unquote("\n".join([*lines, str(response.cookies)]))


def title(text: str) -> str:
    return " ".join(TITLE.findall(text))


MASKED = re.compile(
    r'(name="(?:csrfmiddlewaretoken|once|key|who|draft|[\w-]+-once|[\w-]+-key)" value=")[^"]+'
    r'|(nonce-|nonce=")[\w+/=-]+'
)


def masked(text: str, also: Iterable[str] = ()) -> str:
    """The text without what differs in every answer: csrf and once tokens, nonces, and the ids in `also`."""
    text = MASKED.sub(lambda found: f"{found[1] or found[2]}*", text)
    for part in also:
        text = text.replace(part, "*")
    return text
