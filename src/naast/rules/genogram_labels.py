"""A name beside its symbol: how wide it is at most, and where it is broken off.

The server can not measure letters, so each is taken for as wide as the widest of its sort. Whoever needs the whole
name reads it in the list beside the drawing.
"""

from __future__ import annotations

import unicodedata

_WIDEST = 104
_LINES = 2
_NARROW = frozenset("fijlrtI1.,:;'’`-!|() ")
_BROAD = frozenset("mwMWQO@%&Æ")


def width(text: str) -> int:
    """The room that a text takes at most, in pixels of the drawing's own letters."""
    return sum(_letter(letter) for letter in text)


def fitted(label: str) -> tuple[str, ...]:
    """A name on one or two lines; what does not fit ends in an ellipsis."""
    words, lines = label.split(), list[str]()
    while words and len(lines) < _LINES:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}") <= _WIDEST:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    if words:
        lines[-1] = f"{lines[-1]}…"
    return tuple(map(_cut, lines))


def _cut(line: str) -> str:
    if width(line) <= _WIDEST:
        return line
    kept = line.removesuffix("…")
    while width(f"{kept}…") > _WIDEST:
        kept = kept[:-1]
    return f"{kept}…"


def _letter(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 16
    if letter in _NARROW:
        return 6
    if letter in _BROAD or not letter.isascii():
        return 13
    return 10 if letter.isupper() else 9
