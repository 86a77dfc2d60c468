"""Unique words that occur nowhere else, so that one found where it may not be is a leak."""

import itertools
import re
from collections.abc import Iterator

# Stands in texts and names; a page in which `RAW` finds it could be given a script by who writes or is named.
MARKUP = "\"<zip onload='"
RAW = re.compile(r"<zip|\"&lt;zip|onload='")

_CONSONANTS = "bdfghjklmnprstvwz"
_VOWELS = "aeiou"


def as_typed(name: str) -> str:
    """The call name of a resident, as it was typed."""
    return f"{name} {MARKUP}"


def unique_words(ending: str) -> Iterator[str]:
    """Pronounceable words of nine letters and an ending that no Dutch word has: never two the same."""
    syllables = ["".join(pair) for pair in itertools.product(_CONSONANTS, _VOWELS)]
    for number in itertools.count(1):
        mixed = (number * 7_368_787) % (len(syllables) ** 4)
        parts = []
        for _ in range(4):
            mixed, place = divmod(mixed, len(syllables))
            parts.append(syllables[place])
        yield "".join(parts) + ending
