"""Marks what was searched for in the words that were found, around the first place where it stands."""

import re
from functools import cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from naast.rules import words

AROUND = 140  # characters shown on either side of the first word found
MOST_TOKENS = 20_000


def marked(text: str, terms: tuple[str, ...]) -> SafeString:
    """A piece of `text` with the words found marked; everything in it is escaped."""

    @cache
    def fits(token: str) -> bool:
        lemmas = words.index_text(token)
        return any(f" {term}" in lemmas for term in terms)

    tokens = list(re.finditer(r"[^\W_]+", text))[:MOST_TOKENS]
    hits = [(match.start(), match.end()) for match in tokens if fits(match[0])]
    first = hits[0][0] if hits else 0
    start = text.rfind(" ", 0, max(0, first - AROUND)) + 1 if first > AROUND else 0
    end = min(len(text), first + 2 * AROUND)
    if end < len(text):
        end = text.rfind(" ", first + 1, end) if " " in text[first + 1 : end] else end
    pieces: list[tuple[str, str]] = []
    at = start
    for begin, stop in hits:
        if begin >= end:
            break
        pieces.append((text[at:begin], text[begin:stop]))
        at = stop
    body = format_html_join("", "{}<mark>{}</mark>", pieces)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return format_html("{}{}{}{}", before, body, text[at : max(end, at)], after)
