"""The address guard: where a text names a guarded fact, in a usual spelling or with one typing mistake (design 4.9).

It looks for words as they are written, not for what they mean: 'the street behind the church', a number in words, a
picture, or letters of another script made to look alike are not found. SECURITY.md says so to the reader.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .guarded_spellings import Spelling, Token, spellings, tokens
from .spelling import PREFIXES, within_one_edit
from .words import is_dutch

SHORTEST_WITH_MISTAKE = 6
"""Letters from which a mistake is forgiven. In a shorter name it gives another word: 'Linde' and 'linden', 'Ede' and
'ene'."""

FEWEST_DIGITS_WITH_MISTAKE = 9
"""Digits from which a mistake is forgiven where there are only digits: phone numbers, never years and amounts."""

MOST_TOKENS = 12
"""Runs of letters or digits that may make up one spelling: ten digits one by one, or 'l i n d e h o f 1 2'."""

LONGEST_SPELLING = 60
"""Letters up to which pieces are put together. Always so far, also where nothing is guarded: the time that it takes
may not tell whether something is."""

MOST_BETWEEN = 4
"""Signs between two pieces of one spelling: '06 - 12345678'."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of contact data: its type and value."""

    kind: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text (from, until) may name which facts, by their place in the list that was asked for."""

    start: int
    end: int
    facts: frozenset[int]

    def covers(self, other: "Place") -> bool:
        """Whether the other place lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


def find(
    text: str,
    facts: Sequence[Fact],
    known_places: frozenset[str] = frozenset(),
    *,
    as_written: bool = True,
) -> list[Place]:
    """Every place in the text where one of the facts is named, from the beginning of the text.

    A fact found as it is written is not reported again with a mistake around the same words. For `known_places` see
    `guarded_spellings.spellings`. A name that is an ordinary word too counts with a capital, unless not `as_written`.
    """
    known = _Known(facts, known_places, as_written=as_written)
    runs = tokens(text)
    exact: dict[tuple[int, int], set[int]] = {}
    mistaken: dict[tuple[int, int], set[int]] = {}
    for first, last, joined in _pieces(runs):
        if joined in known.by_text:
            exact[first, last] = known.named(text, runs[first : last + 1], joined)
        elif (near := known.near(joined)) and _may_be_mistake(text, runs[first : last + 1]):
            mistaken[first, last] = {
                place for spelt in near for place in known.named(text, runs[first : last + 1], spelt)
            }
    certain: dict[int, set[int]] = {}
    for (first, last), found in exact.items():
        for run in range(first, last + 1):
            certain.setdefault(run, set()).update(found)
    for (first, last), found in mistaken.items():
        found.difference_update(*(certain.get(run, ()) for run in range(first, last + 1)))
    places = [
        Place(runs[first].start, runs[last].end, frozenset(found))
        for (first, last), found in (*exact.items(), *mistaken.items())
        if found
    ]
    return sorted(places, key=lambda place: (place.start, place.end))


def overlapping(places: Sequence[Place]) -> Iterator[list[Place]]:
    """The places of a text, in its order, in groups that lie over one another; two groups share no word."""
    group: list[Place] = []
    end = 0
    for place in places:
        if group and place.start >= end:
            yield group
            group = []
        group.append(place)
        end = max(end, place.end)
    if group:
        yield group


def _pieces(runs: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """(first run, last run, their letters together) of everything that could be one spelling."""
    for first, run in enumerate(runs):
        joined, end = "", run.start
        for last in range(first, min(first + MOST_TOKENS, len(runs))):
            if runs[last].start - end > MOST_BETWEEN:
                break
            joined, end = joined + runs[last].plain, runs[last].end
            if len(joined) > LONGEST_SPELLING:
                break
            yield first, last, joined


class _Known:
    """All spellings of the facts: by the whole, and by what one mistake leaves of them."""

    def __init__(self, facts: Sequence[Fact], known_places: frozenset[str], *, as_written: bool) -> None:
        self.as_written = as_written
        self.by_text: dict[str, list[tuple[int, Spelling]]] = {}
        self.by_ends: dict[tuple[int, str], set[str]] = {}
        self.nearest: dict[str, list[str]] = {}
        for place, fact in enumerate(facts):
            for spelling in spellings(fact.kind, fact.value, known_places):
                self.by_text.setdefault(spelling.text, []).append((place, spelling))
        for text in self.by_text:
            if len(text) >= _shortest_with_mistake(text):
                for length in (len(text) - 1, len(text), len(text) + 1):
                    for end in _ends(text):
                        self.by_ends.setdefault((length, end), set()).add(text)

    def near(self, joined: str) -> list[str]:
        """The spellings that are one mistake away from these letters."""
        if joined not in self.nearest:
            ends = [self.by_ends.get((len(joined), end)) for end in _ends(joined)]
            if not any(ends):
                return []
            others = sorted({text for end in ends if end for text in end})
            self.nearest[joined] = [
                text
                for text in others
                if joined.isdigit() == text.isdigit() and within_one_edit(joined, text)
            ]
        return self.nearest[joined]

    def named(self, text: str, runs: Sequence[Token], spelt: str) -> set[int]:
        """The facts that are written so, here in the text."""
        by_name = not self.as_written or _is_name(text, runs)
        return {place for place, spelling in self.by_text[spelt] if by_name or not spelling.named}


def _ends(letters: str) -> tuple[str, str]:
    """One mistake leaves the first two or the last two letters of a word of six as they were."""
    return f"{letters[:2]}.", f".{letters[-2:]}"


def _shortest_with_mistake(text: str) -> int:
    return FEWEST_DIGITS_WITH_MISTAKE if text.isdigit() else SHORTEST_WITH_MISTAKE


def _is_name(text: str, runs: Sequence[Token]) -> bool:
    """Written as a name: a capital somewhere but on 'De', all capitals, or letters and digits without a space."""
    if len(runs) > 1 and all(one.end == other.start for one, other in pairwise(runs)):
        return True
    words = [(run, text[run.start : run.end]) for run in runs]
    return any(
        (word[0].isupper() and run.plain not in PREFIXES) or (len(word) > 1 and word.isupper())
        for run, word in words
    )


def _may_be_mistake(text: str, runs: Sequence[Token]) -> bool:
    """A slip of the pen seldom gives a word that exists: what is all Dutch words was meant as it stands."""
    letters = [run for run in runs if not run.plain.isdigit()]
    return (
        not letters
        or any(not is_dutch(text[run.start : run.end]) for run in letters)
        or (len(letters) < len(runs) and _is_name(text, runs))
    )
