"""Takes out of a text what says whose it is, for advice that may only be asked without names.

"Without consent advice is possible only anonymised" (domain-facts 4.4). Taken out by rule: every name of everybody who
is known here, in any case and with an ending or a typing mistake; addresses, schools, phone numbers and the like as the
address guard finds them; and whatever looks like a date, a year, a number, a plate or an e-mail address. A person reads
the result before it goes anywhere: what somebody did, in a small town, can say enough. It shows what was taken out, and
what may be a name besides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, product
from string import ascii_uppercase

from .address_guard import Fact, find
from .guarded_spellings import Token, tokens
from .spelling import PREFIXES, within_one_edit
from .texts import N_
from .words import is_dutch

SHORTEST_NAME = 2
"""Letters from which a part of a name is looked for by itself. One letter is in every text."""

SHORTEST_WITH_MISTAKE = 5
"""Letters from which a mistake is forgiven, where what stands there is no Dutch word. Too much is taken out rather than
too little: a person reads it."""

ENDINGS = frozenset(
    {
        "s",
        "je",
        "jes",
        "tje",
        "tjes",
        "pje",
        "pjes",
        "etje",
        "etjes",
        "atje",
        "atjes",
        "ke",
        "kes",
        "ie",
        "ies",
    }
)
"""What is written after a name without a space: 'Karims', 'Sofietje', 'Annaatje'."""

PERSON, OTHER = N_("person"), N_("left out")
PLACES = {
    "street": N_("address"),
    "address": N_("address"),
    "postcode": N_("address"),
    "place": N_("town"),
    "phone": N_("number"),
    "plate": N_("number"),
    "school": N_("school"),
    "doctor": N_("doctor"),
    "shelter": N_("shelter"),
    "work": N_("work"),
    "organisation": N_("organisation"),
}
DATE, NUMBER, MAIL = N_("date"), N_("number"), N_("e-mail address")
LABELS = tuple(dict.fromkeys((PERSON, OTHER, DATE, NUMBER, MAIL, *PLACES.values())))
"""The message ids of all labels."""

_MONTHS = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b"
)
_DAYS_IN_WORDS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
    "vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste tweeëntwintigste "
    "drieëntwintigste vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste achtentwintigste "
    "negenentwintigste dertigste eenendertigste een één twee drie vier vijf zes zeven acht negen tien elf twaalf "
    "dertien veertien vijftien zestien zeventien achttien negentien twintig"
).replace(" ", "|")
_DAY = rf"(?:\d{{1,2}}(?:e|de|ste)?|{_DAYS_IN_WORDS})"
_YEAR = r"(?:19|20)\d\d"
_LOOKS = (
    (MAIL, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?://|www\.)\S+"),
    (
        DATE,
        rf"\b{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b|\b\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?(?:\d\d|{_YEAR})\b",
    ),
    (DATE, rf"\b{_DAY}\s+{_MONTHS}(?:\s+(?:'\d\d|\d\d\b|{_YEAR}))?|\b{_MONTHS}\s+{_YEAR}\b"),
    (DATE, rf"\b\d{{1,2}}[-/]\d{{1,2}}\b|\b{_YEAR}\b"),
    (NUMBER, r"\b[1-9]\d{3}\s?[a-zA-Z]{2}\b"),  # a postcode
    (NUMBER, r"\b(?=[A-Za-z]*\d)[A-Za-z0-9]{1,3}-[A-Za-z0-9]{1,3}-[A-Za-z0-9]{1,3}\b"),  # a plate
    (NUMBER, r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b"),  # a bank account
    (NUMBER, r"\+?\d(?:[\s().\-–/]{0,3}\d){5,}"),  # a phone number, a BSN
)
_COMPILED = tuple((what, re.compile(pattern, re.IGNORECASE)) for what, pattern in _LOOKS)
_BETWEEN_NAMES = re.compile(r"[\s.\-–'’]*")
_BEGINS = re.compile(r"(?:^|[.!?:\n“\"]\s*)$")


@dataclass(frozen=True, slots=True)
class Known:
    """Everybody and everything that says whose the text is. Each of `people` is all names of one human, also nicknames
    and former names; `besides` are words that a person added."""

    people: Sequence[tuple[str, ...]] = field(default=(), repr=False)
    facts: Sequence[Fact] = field(default=(), repr=False)
    besides: Sequence[str] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out, as it stood, and what stands there now."""

    words: str = field(repr=False)
    label: str


@dataclass(frozen=True, slots=True)
class Anonymous:
    """The text without it; what was taken out, in the order of the text; and words that may be a name besides."""

    text: str = field(repr=False)
    removed: tuple[Removed, ...]
    maybe: tuple[str, ...] = field(repr=False)


Whose = int | str
"""A human, by their place in `Known.people`; or the label itself, of what is no name of theirs."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place in the text, and everybody whose name it may be, of a family more than one; or what stands there then."""

    start: int
    end: int
    whose: tuple[Whose, ...]


def anonymise(text: str, known: Known, say: "dict[str, str] | None" = None) -> Anonymous:
    """The text without what says whose it is. `say` gives the words of the labels by their message id."""
    told = say or {}
    runs = tokens(text)
    marks = sorted(
        (*_people(text, runs, known, told), *_facts(text, known, told), *_looks(text, told)),
        key=lambda mark: (mark.start, -mark.end),
    )
    joined = _joined(text, marks)
    labels = _labelled(joined, known, told)
    return Anonymous(
        _without(text, joined, labels),
        tuple(
            Removed(text[mark.start : mark.end], label) for mark, label in zip(joined, labels, strict=True)
        ),
        _maybe(text, runs, joined),
    )


def _people(text: str, runs: Sequence[Token], known: Known, told: dict[str, str]) -> Iterator[_Mark]:
    every: list[tuple[tuple[str, ...], Whose]] = [(names, whose) for whose, names in enumerate(known.people)]
    every += [((one,), f"[{told.get(OTHER, OTHER)}]") for one in known.besides]
    small = frozenset(one for names, _ in every for one in _parts(names)[1])
    parts = [(part, one) for names, one in every for part in sorted(_parts(names)[0])]
    for place, run in enumerate(runs):
        if whose := _whose(run.plain, text[run.start : run.end], parts):
            yield _Mark(_with_prefixes(text, runs, place, small), run.end, whose)
    # whole names, also with a space where none belongs: 'Sa mira', 'ElAmrani'
    whole = [(Fact("new_name", name), one) for names, one in every for name in names]
    for found in find(text, [fact for fact, _ in whole], as_written=False):
        yield _Mark(
            found.start, found.end, tuple(dict.fromkeys(whole[fact][1] for fact in sorted(found.facts)))
        )


def _whose(plain: str, written: str, parts: Sequence[tuple[str, Whose]]) -> tuple[Whose, ...]:
    """Whose name this word may be; a mistake counts only where it is nobody's as it stands."""
    exact = [one for part, one in parts if _is(plain, written, part)]
    return tuple(dict.fromkeys(exact or [one for part, one in parts if _is_nearly(plain, written, part)]))


def _labelled(marks: Sequence[_Mark], known: Known, told: dict[str, str]) -> list[str]:
    """What stands in the place of each; a human is the next letter where they are named first."""
    letters = _letters(known, told)
    of: dict[Whose, str] = {}
    for whose in (mark.whose[0] for mark in marks):
        if whose not in of:
            of[whose] = whose if isinstance(whose, str) else next(letters)
    return [of[mark.whose[0]] for mark in marks]


def _letters(known: Known, told: dict[str, str]) -> Iterator[str]:
    """A letter for each human; only the letter where the word for a person is a name here."""
    word = told.get(PERSON, PERSON)
    names = {part for one in known.people for part in _parts(one)[0]}
    clash = any(token.plain in names for token in tokens(word))
    for length in count(1):
        for letters in product(ascii_uppercase, repeat=length):
            letter = "".join(letters)
            yield f"[{letter}]" if clash else f"[{word} {letter}]"


def _parts(names: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The parts of somebody's names that are looked for by themselves, and the small words that belong before them."""
    words = [[token.plain for token in tokens(name)] for name in names]
    parts = {one for name in words for one in name if len(one) >= SHORTEST_NAME and one not in PREFIXES}
    # a name that is such a small word altogether ('Al', 'Van') is one
    parts |= {one for name in words if set(name) <= PREFIXES for one in name if len(name) == 1}
    small = {one for name in words for one in name if one in PREFIXES or len(one) < SHORTEST_NAME}
    return frozenset(parts), frozenset(small - parts)


def _is(plain: str, written: str, part: str) -> bool:
    """Is this word of the text that part of a name, also with an ending?"""
    if plain == part:
        return part not in PREFIXES or written[0].isupper()
    return plain.startswith(part) and plain[len(part) :] in ENDINGS


def _is_nearly(plain: str, written: str, part: str) -> bool:
    near = len(part) >= SHORTEST_WITH_MISTAKE and within_one_edit(plain, part)
    return near and not is_dutch(written)


def _with_prefixes(text: str, runs: Sequence[Token], place: int, prefixes: frozenset[str]) -> int:
    """Where the name begins: 'van der' before it belongs to it."""
    start = runs[place].start
    for before in reversed(runs[:place]):
        if before.plain not in prefixes or not _BETWEEN_NAMES.fullmatch(text[before.end : start]):
            break
        start = before.start
    return start


def _facts(text: str, known: Known, told: dict[str, str]) -> Iterator[_Mark]:
    for found in find(text, known.facts, as_written=False):
        kind = known.facts[min(found.facts)].kind
        what = PLACES.get(kind, OTHER)
        yield _Mark(found.start, found.end, (f"[{told.get(what, what)}]",))


def _looks(text: str, told: dict[str, str]) -> Iterator[_Mark]:
    for what, pattern in _COMPILED:
        for found in pattern.finditer(text):
            yield _Mark(found.start(), found.end(), (f"[{told.get(what, what)}]",))


def _joined(text: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """What lies over one another is one, and so are the names of one human that follow each other."""
    found: list[_Mark] = []
    for mark in marks:
        last = found[-1] if found else None
        both = tuple(one for one in last.whose if one in mark.whose) if last else ()
        follows = last is not None and bool(_BETWEEN_NAMES.fullmatch(text[last.end : mark.start]))
        if last is not None and (mark.start < last.end or (both and follows)):
            found[-1] = _Mark(last.start, max(last.end, mark.end), both or last.whose)
        else:
            found.append(mark)
    return found


def _without(text: str, marks: Sequence[_Mark], labels: Sequence[str]) -> str:
    kept, end = [], 0
    for mark, label in zip(marks, labels, strict=True):
        kept += [text[end : mark.start], label]
        end = mark.end
    return "".join([*kept, text[end:]])


def _maybe(text: str, runs: Sequence[Token], marks: Sequence[_Mark]) -> tuple[str, ...]:
    """Words with a capital that no rule took out, but for Dutch words at the beginning of a sentence."""
    found: dict[str, None] = {}
    for run in runs:
        written = text[run.start : run.end]
        gone = any(mark.start <= run.start < mark.end for mark in marks)
        if gone or not any(sign.isupper() for sign in written) or len(written) < SHORTEST_NAME:
            continue
        if not (is_dutch(written) and _BEGINS.search(text[: run.start])):
            found[written] = None
    return tuple(found)
