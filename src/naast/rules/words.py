"""Dutch search words: what an entry is found by, and what is looked for.

Of every word the index keeps the word as it stands and its lemmas ('opgehaald': ophalen), all without accents. A
query term is the last lemma of what was typed; search takes every word that begins with it, so that 'gezinnen'
finds 'gezin' and 'gezinsvoogd'. It does not find a verb in two parts ('haalt ... op'), the second part of a
compound, or a word inside a sentence of a script without spaces.

Lemmas: simplemma, MIT; the Dutch word lists in it come from, among others, Michal Měchura (Open Database License),
Wiktionary by Kaikki and Wikinflection (CC BY 4.0), says its METADATA.
Its small form is used: five megabytes a worker and not forty, for 50 microseconds at a word that was not seen yet.
"""

import re
import unicodedata
from functools import lru_cache

import simplemma

from .spelling import LETTERS

LONGEST_WORD = 60
"""Letters of one word that count; the longest in the Dutch dictionaries have about fifty."""

MOST_LEMMAS = 4
"""How often the lemma of a lemma is taken: 'liep' needs two ('lopen', 'loop'); the rest is room."""

# Their forms are in nearly every entry ('is', 'had'), and are how names begin: 'Had' is for Haddad, not for 'hebben'.
AUXILIARIES = frozenset({"zijn", "hebben", "worden", "zullen", "kunnen", "mogen", "moeten", "willen"})

# Vowel signs and accents that stand loose after their letter; Python does not count them as letters.
_MARKS = "".join(
    chr(sign) for sign in range(0x300, 0x2000) if unicodedata.category(chr(sign)).startswith("M")
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f"))
_APOSTROPHES = str.maketrans("’‘`´ʼ", "'''''")
_LETTER = rf"[^\W_][{_MARKS}]*"
_PICTURE = r"[\u2600-\u27bf\U0001f300-\U0001f3fa\U0001f400-\U0001faff]"
# Words with an apostrophe or hyphen inside are one here ("foto's", "ex-partner"); a picture stands on its own.
_WORD = re.compile(rf"(?:{_LETTER})+(?:['-](?:{_LETTER})+)*|{_PICTURE}")
_ACCENTS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_PARTS = re.compile(r"['-]")


def index_text(text: str) -> str:
    """The distinct search words of a text in the order of the text, with a space before and after each.

    '' where the text holds no word. A picture (emoji) is a word; other scripts stay as they are.
    """
    found: dict[str, None] = {}
    for word in dict.fromkeys(_words(text)):
        found.update(dict.fromkeys(_index_forms(word)))
    return f" {' '.join(found)} " if found else ""


def query_terms(q: str) -> list[str]:
    """What to look for, in the order typed, none twice: each the beginning of a word that must be found."""
    terms: dict[str, None] = {}
    for word in _words(q):
        for part in word.split("-"):
            terms[_term(part)] = None
    return list(terms)


def plain_words(text: str) -> list[str]:
    """All words of a text in its order, as the index keeps them: lower case, no accents, no apostrophes or hyphens."""
    return [fold(part) for word in _words(text) for part in word.split("-")]


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """One word in lower case, its Latin letters without accents; letters of other scripts keep their signs."""
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.casefold())).translate(LETTERS)
    return unicodedata.normalize("NFC", letters).replace("'", "").replace("-", "")[:LONGEST_WORD]


@lru_cache(maxsize=50_000)
def is_dutch(word: str) -> bool:
    """Whether the word lists know this word; a slip of the pen is seldom a word, a name sometimes is."""
    return simplemma.is_known(word.lower(), lang="nl", low_memory=True)


def _words(text: str) -> list[str]:
    """Words as they stand, in lower case; what is too long is cut."""
    plain = text.translate(_UNSEEN).translate(_APOSTROPHES)
    return [
        word.lower()[:LONGEST_WORD].rstrip("-'")
        for word in _WORD.findall(unicodedata.normalize("NFC", plain))
    ]


@lru_cache(maxsize=50_000)
def _index_forms(word: str) -> tuple[str, ...]:
    """The words by which one word is found: itself, its lemmas, its parts and their lemmas."""
    # with and without accents: who types 'reunies' must get the same lemmas as stand here for 'reünies'
    forms = [fold(word)]
    # the 's' of "foto's" alone would begin far too much
    parts = [part for part in _PARTS.split(word) if len(part) > 1]
    for part in dict.fromkeys((word, *word.split("-"), *parts)):
        forms += [fold(part), *_lemmas(part), *_lemmas(fold(part))]
    return tuple(dict.fromkeys(form for form in forms if form))


@lru_cache(maxsize=50_000)
def _lemmas(word: str) -> tuple[str, ...]:
    """The lemma of a word, the lemma of that, and so on; empty where it has none but itself."""
    seen = [word]
    while word and len(seen) <= MOST_LEMMAS:
        # the lists write some separable verbs as 'op_halen'
        lemma = simplemma.lemmatize(_spelt(seen[-1]), lang="nl", low_memory=True).lower()
        lemma = lemma.replace("_", "").replace(" ", "")
        if not lemma or lemma in seen or lemma in AUXILIARIES:
            break
        seen.append(lemma)
    return tuple(fold(lemma) for lemma in seen[1:])


def _spelt(word: str) -> str:
    """'fotos' and 'samiras' as Dutch spells them, with an apostrophe; any other word as it is."""
    sloppy = word[-1:] == "s" and word[-2:-1] in tuple("aiouy") and not is_dutch(word)
    return f"{word[:-1]}'s" if sloppy else word


@lru_cache(maxsize=10_000)
def _term(word: str) -> str:
    """The last lemma, or the word itself where that is how the lemma begins ('wil', of 'Wilma' and of 'willen')."""
    plain = fold(word)
    lemma = next(reversed(_lemmas(word)), plain)
    return plain if lemma.startswith(plain) else lemma
