"""What residents read is plain: one thought per sentence, measured over our own Dutch texts."""

from collections.abc import Iterator

import polib

from . import reading_ease
from .translations import catalogues

LONGEST = 12
"""Words in one sentence, at most. Guides to plain Dutch say about ten and never more than fifteen; who reads this is
often tired, afraid or nine years old, so ours end sooner. Our own choice.
"""

LONGEST_MEAN = 8.0
"""Words in a sentence on average, at most: below the ten of those guides, and a little above where we stand."""

LEAST_EASE = 80.0
"""Flesch-Douma, at least: "easy" begins there on the scale that goes with the measure; we stand higher."""

WORST = 5  # sentences that are shown with the measure


def read_by_residents(home: str) -> bool:
    """Whether the texts of a catalogue reach the people at home: their portal, paper, and what all pages share."""
    return home.split("/")[0] in ("portal", "documents", "ui")


def texts() -> Iterator[tuple[str, str]]:
    """(home, text) of every Dutch text that residents read, as an adult and as a child reads it."""
    for home, path in catalogues().items():
        if read_by_residents(home):
            for entry in polib.pofile(str(path)):
                for text in filter(None, (entry.msgstr, *entry.msgstr_plural.values())):
                    yield from ((home, form) for form in reading_ease.as_read(text))


def longest(found: list[tuple[str, str]]) -> list[tuple[int, str, str]]:
    """(words, home, sentence), the longest first."""
    counted = {
        (len(reading_ease.words(one)), home, one)
        for home, text in found
        for one in reading_ease.sentences(text)
    }
    return sorted(counted, key=lambda one: (-one[0], *one[1:]))


def too_hard(found: list[tuple[str, str]]) -> list[str]:
    """What is over a limit, with what it measures."""
    wrong = [
        f"{count} words in one sentence, at most {LONGEST}: {home}: {sentence}"
        for count, home, sentence in longest(found)
        if count > LONGEST
    ]
    measured = reading_ease.measure(text for _home, text in found)
    if measured.mean > LONGEST_MEAN:
        wrong.append(f"{measured.mean:.1f} words in a sentence on average, at most {LONGEST_MEAN}")
    if measured.ease < LEAST_EASE:
        wrong.append(f"an ease of {measured.ease:.0f} (Flesch-Douma), at least {LEAST_EASE:.0f}")
    return wrong


def problems() -> list[str]:
    """Sentences that are too long, and the whole where it has become too hard."""
    return too_hard(list(texts()))


def measured() -> list[str]:
    """The measure in words, and the sentences that are nearest to the limit."""
    found = list(texts())
    whole = reading_ease.measure(text for _home, text in found)
    return [
        f"{whole.sentences} sentences, {whole.mean:.1f} words on average (at most {LONGEST_MEAN})",
        f"ease {whole.ease:.0f} of 100, Flesch-Douma (at least {LEAST_EASE:.0f})",
        f"the longest (at most {LONGEST} words):",
        *(f"{count:4}  {home}: {sentence}" for count, home, sentence in longest(found)[:WORST]),
    ]
