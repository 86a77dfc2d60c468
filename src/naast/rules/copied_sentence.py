"""A sentence copied word for word from another text (design 4.9): what was told to few must not travel by itself."""

import re
from dataclasses import dataclass, field

from .words import plain_words

SHORTEST_COPIED = 6
"""Words of a sentence from which equal is copied: two people often write 'dat weet ik niet meer' by themselves."""

MOST_SENTENCES = 50
"""Sentences of one text that are looked for, the longest first: each is a search through the dossier."""

MARKS = 3
"""Words by which other texts are sifted before they are compared; the longest words are the rarest."""

_END = re.compile(r"[.!?…:;\n\"“”„«»]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was typed, and its words without capitals, accents and stops."""

    text: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)

    @property
    def marks(self) -> tuple[str, ...]:
        """Its longest words, in the form in which the search index keeps them; it has no single letters."""
        distinct = {word for word in self.words if len(word) > 1}
        return tuple(sorted(distinct, key=lambda word: (-len(word), word))[:MARKS])


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text that are long enough to be copied, none twice, the longest first."""
    found: dict[tuple[str, ...], Sentence] = {}
    for part in _END.split(text):
        words = tuple(plain_words(part))
        if len(words) >= SHORTEST_COPIED and any(len(word) > 1 for word in words):
            found.setdefault(words, Sentence(part.strip(), words))
    return sorted(found.values(), key=lambda sentence: -len(sentence.words))[:MOST_SENTENCES]


def holds(text: str, sentence: Sentence) -> bool:
    """Whether the words of the sentence stand in the text one after the other, whatever the stops and capitals."""
    return f" {' '.join(sentence.words)} " in f" {' '.join(plain_words(text))} "
