"""How easy Dutch text reads: sentences, words, syllables, and what Flesch and Douma make of them.

Douma fitted the measure of Flesch to Dutch (W.H. Douma, De leesbaarheid van landbouwbladen, 1960). It counts lengths
and knows nothing of meaning: it finds a sentence that grew, and says nothing of one that is short and unclear.

We count ourselves: textstat knows the measure, but counts where a word may be broken at the end of a line, and so hears
one syllable in *idee* and in *oma*; and it brings seven parts more for it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SOUND = "[aeiouyàâáäéèêëíîïóôöúûü]"
SOUNDS = re.compile(rf"eau|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|{SOUND}")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
END = re.compile(r"(?<=[.?!])[”\")›]*\s+|\n\s*\n")
FORMS = re.compile(r"‹([^‹›|]*)\|([^‹›|]*)›")
FILLED_IN = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Measure:
    """Of whole sentences: how many, words in each on average, and the ease (0 very hard, 100 very easy)."""

    sentences: int
    mean: float
    ease: float


def words(text: str) -> list[str]:
    """The words of a text; what is filled in while it is shown counts as one."""
    return WORD.findall(TAG.sub("", FILLED_IN.sub("Anna", text)))


def syllables(word: str) -> int:
    """How often the voice sounds in a Dutch word: 'afspraak' 2, 'ideeën' 3, 'geïnteresseerd' 5."""
    return max(1, len(SOUNDS.findall(word.lower())))


def as_read(text: str) -> Iterator[str]:
    """The text as an adult reads it, and as a child does where that differs (‹u|je›)."""
    yield from dict.fromkeys(FORMS.sub(rf"\{form}", text) for form in (1, 2))


def sentences(text: str) -> list[str]:
    """The sentences of one text; a label without a full stop is one as well."""
    return [one.strip() for one in END.split(text) if words(one)]


def whole(sentence: str) -> bool:
    """Whether this is a sentence, and not a label or a heading."""
    return sentence.rstrip("”\")' ").endswith((".", "?", "!"))


def measure(texts: Iterable[str]) -> Measure:
    """Of all whole sentences together. Raises ValueError where there is none."""
    found = [words(one) for text in texts for one in sentences(text) if whole(one)]
    if not found:
        raise ValueError("no whole sentence to measure")
    counted = [word for one in found for word in one]
    mean = len(counted) / len(found)
    per_hundred = 100 * sum(map(syllables, counted)) / len(counted)
    return Measure(len(found), mean, 206.84 - 0.77 * per_hundred - 0.93 * mean)
