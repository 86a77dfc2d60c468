"""Unique words that occur nowhere else, so that one found where it may not be is a leak."""

import itertools
import re

# Stands in texts and names; a page in which `RAW` finds it could be given a script by who writes or is named.
MARKUP = "\"<zip onload='"
RAW = re.compile(r"<zip|\"&lt;zip|onload='")

_SYLLABLES = ["".join(pair) for pair in itertools.product("bdfghjklmnprstvwz", "aeiou")]


def as_typed(name: str) -> str:
    """The call name of a resident, as it was typed."""
    return f"{name} {MARKUP}"


class UniqueWords:
    """Pronounceable words of nine letters and an ending that no Dutch word has: never two the same."""

    def __init__(self, ending: str) -> None:
        self.ending, self.number = ending, 0

    def __next__(self) -> str:
        self.number += 1
        mixed = (self.number * 7_368_787) % (len(_SYLLABLES) ** 4)
        parts = []
        for _ in range(4):
            mixed, place = divmod(mixed, len(_SYLLABLES))
            parts.append(_SYLLABLES[place])
        return "".join(parts) + self.ending
