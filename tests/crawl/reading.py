"""What an answer holds: every unique word of the world in its body, headers and cookies."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

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
    return text + content.decode("utf-16-le", "ignore") + content.decode("utf-16-be", "ignore")


def headers(response: Any) -> str:
    """Header lines and cookies, percent signs undone."""
    lines = [f"{name}: {value}" for name, value in response.headers.items()]
    return unquote("\n".join([*lines, str(response.cookies)]))


def title(text: str) -> str:
    return " ".join(TITLE.findall(text))


MASKED: tuple[tuple[str, str], ...] = (
    (r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1*"),
    (r'(name="(?:once|key|who|draft|[\w-]+-once|[\w-]+-key)" value=")[^"]+', r"\1*"),
    (r"(nonce-|nonce=\")[\w+/=-]+", r"\1*"),
)


def masked(text: str, also: Iterable[str] = ()) -> str:
    """The text without what differs in every answer: csrf and once tokens, nonces, and the ids in `also`."""
    for pattern, instead in MASKED:
        text = re.sub(pattern, instead, text)
    for part in also:
        text = text.replace(part, "*")
    return text
