"""Finding a name that was heard, not read: one key for spellings that sound alike in Dutch.

Plain and documented on purpose. It is a sieve for a search that a person then judges, never a proof that
two people are one. Two names match when their keys are equal or one typing mistake apart.
"""

from __future__ import annotations

import re
import unicodedata

_PREFIXES = """
aan af al am an auf aus bei bij bin d da das de del della den der des di do dos du een el en het im in l la
las le les lo los of op over s son t te ten ter tho thoe to toe tot uijt uit van vander ver vom von voor vor
zu zum zur
"""
PREFIXES = frozenset(_PREFIXES.split())
"""Words before a Dutch family name, and some of its neighbours; not counted when names are compared."""

# Letters that NFKD leaves whole.
LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ĸ": "k",
        "ŋ": "n",
    }
)

# In this order. Left: how it may be written; right: the one letter or pair it counts as.
SOUNDS: tuple[tuple[str, str], ...] = (
    (r"uij|uy|ui", "1"),  # Kuyper, Kuijper, Kuiper
    (r"eij|ij|ei|ey", "y"),  # Meijer, Meyer, Meier
    (r"auw|ouw|au|ou", "2"),  # Brouwer, Brauwer
    (r"sch|sj|sh", "s"),  # Visscher, Visser; Bosch, Bos
    (r"gh", "g"),  # Ghijsen, Gijsen
    (r"ch", "g"),  # Lichthart, Ligthart
    (r"ck|kh|q|c(?![eiy])", "k"),  # Dijckstra, Dijkstra; Claes, Klaes
    (r"c", "s"),  # Cees, Sees
    (r"x", "ks"),  # Hendrix, Hendriks
    (r"ph|v", "f"),  # Sophie, Sofie; Visser, Fisser
    (r"dt|th|d\b", "t"),  # Schmidt, Smith; Brand, Brant
    (r"oe", "u"),  # Boer, Bour
    (r"ae", "a"),  # Claes, Klaas
    (r"z", "s"),  # Zanders, Sanders
    (r"y", "i"),  # Yvonne, Ivonne
    (r"h(?![aeiou12])", ""),  # Johnson, Jonson
)
_COMPILED = tuple((re.compile(pattern), sound) for pattern, sound in SOUNDS)
_DOUBLE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and hyphens, one space between words: 'Żywiałowska' ->
    'zywialowska'.
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(LETTERS)
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(kept))


def sound_key(text: str) -> str:
    """How a name sounds, as letters: prefixes dropped, spellings joined, double letters made single.

    'Van den Bosch', 'Bos' and 'v.d. Bosch' share the key 'bos'; a name of prefixes alone keeps them.
    """
    words = fold(text).split()
    core = [word for word in words if word not in PREFIXES and not (len(word) == 1 and word in "vd")] or words
    return "".join(_sound(word) for word in core)


def sounds_like(one: str, other: str) -> bool:
    """Whether two names may be the same name, spelt differently or with one typing mistake.

    Short keys (under four letters) must be equal: one mistake in 'Bos' is another name.
    """
    left, right = sound_key(one), sound_key(other)
    if not left or not right:
        return False
    if left == right:
        return True
    return min(len(left), len(right)) >= 4 and within_one_edit(left, right)


def within_one_edit(one: str, other: str) -> bool:
    """Whether one letter added, dropped, changed or swapped with its neighbour turns one word into the
    other.
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    return left[1:] == right if len(left) > len(right) else left == right[1:]


def name_matches(query: str, *names: str) -> bool:
    """Whether every word of a query sounds like the start of, or like, some word of the names.

    For searching as one types: 'jans' finds 'Janssen'. Prefixes in the query do not count.
    """
    wanted = [word for word in fold(query).split() if word not in PREFIXES] or fold(query).split()
    words = [word for name in names for word in fold(name).split()]
    keys = [_sound(word) for word in words]
    return bool(wanted) and all(_word_matches(word, words, keys) for word in wanted)


def _word_matches(wanted: str, words: list[str], keys: list[str]) -> bool:
    key = _sound(wanted)
    return any(
        word.startswith(wanted)
        or key == other
        or (len(key) >= 3 and other.startswith(key))
        or (min(len(key), len(other)) >= 4 and within_one_edit(key, other))
        for word, other in zip(words, keys, strict=True)
    )


def _sound(word: str) -> str:
    for pattern, sound in _COMPILED:
        word = pattern.sub(sound, word)
    return _DOUBLE.sub(r"\1", word)
