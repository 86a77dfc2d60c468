"""How a guarded fact may be written: an address, a postcode, a phone number, a plate, a name (design 4.9).

A spelling is letters and digits only, since spaces, stops and hyphens come and go: "Kerk-str. 5", 'kerkstraat 5'.
What a text has to hold for a spelling to be in it is decided in address_guard.py.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, product
from typing import NamedTuple

from .spelling import PREFIXES
from .words import fold, is_dutch

STREETS = frozenset({"street", "address"})
"""Types of contact data that begin with a street; 'postcode', 'place', 'phone', 'plate', 'school' and 'new_name' are
read in their own way too, and any other (work, doctor, shelter ...) is a name of something."""

SHORTEST = 3
"""Letters below which a name is found only with its house number: 'Ee' and 'IJ' are in too many texts."""

PLAIN_ENOUGH = 10
"""Letters from which ordinary words together are a name also without a capital: 'de wegwijzer', not 'de brug'."""

MOST_SPELLINGS = 64
"""Spellings made of one street; three words with four forms each. More would be forms that nobody writes."""

PHONE_DIGITS = 6
"""The fewest digits of a phone number: a local number without its area code."""

# Short forms in use on Dutch street signs, envelopes and maps; any form of a row stands for any other.
_TITLES = (
    ("burgemeester", "burg", "bgm", "burgem"), ("dokter", "doctor", "dr"), ("professor", "prof"),
    ("meester", "mr"), ("ingenieur", "ir"), ("dominee", "ds"), ("pastoor", "past"), ("generaal", "gen"),
    ("admiraal", "adm"), ("president", "pres"), ("minister", "min"), ("jonkheer", "jhr"), ("koning", "kon"),
    ("koningin", "kon"), ("prins", "pr"), ("prinses", "pr"),
)  # fmt: skip
_WORDS = (
    *_TITLES, ("sint", "st"), ("van", "v"), ("der", "d"),
    ("den", "d"), ("de", "d"), ("noord", "n"), ("oost", "o"), ("zuid", "z"), ("west", "w"), ("oude", "o"),
    ("nieuwe", "nw", "n"), ("grote", "gr"), ("kleine", "kl"), ("eerste", "1e", "1ste"), ("tweede", "2e", "2de"),
    ("derde", "3e", "3de"), ("vierde", "4e", "4de"),
)  # fmt: skip
_ENDINGS = (
    ("straat", "str"), ("laan", "ln"), ("weg", "wg"), ("plein", "pln"), ("gracht", "gr"), ("kade", "kd"),
    ("singel", "sngl"), ("boulevard", "blvd"), ("hof",), ("pad",), ("dijk",), ("steeg",), ("dreef",), ("plantsoen",),
    ("markt",), ("park",), ("wal",),
)  # fmt: skip

# What a school, practice, shelter or work is, beside its own name: people leave it out.
_KINDS_OF_THING = frozenset({
    "basisschool", "school", "obs", "cbs", "rkbs", "pcbs", "ibs", "kbs", "sbo", "vso", "bso", "kdv",
    "kinderdagverblijf", "kinderopvang", "peuterspeelzaal", "huisarts", "huisartsen", "huisartsenpraktijk",
    "praktijk", "gezondheidscentrum", "vrouwenopvang", "opvang", "opvanghuis", "opvanglocatie", "blijfhuis",
    "stichting", "bv", "nv", "vof", "bedrijf", "winkel", "bakkerij", "slagerij", "supermarkt", "kapsalon", "garage",
    "restaurant", "hotel", "kliniek", "ziekenhuis", "zorgcentrum", "verpleeghuis", "kantoor", "locatie",
    "mevrouw", "meneer", "dokter", "doctor", "dr", "drs", "mr",
})  # fmt: skip
_BEFORE = {
    "place": ("in", "uit", "naar", "bij"),
    "school": ("school", "basisschool", "obs", "cbs"),
    "doctor": ("huisarts", "dokter", "dr", "praktijk"),
    "shelter": ("opvang", "blijfhuis", "vrouwenopvang"),
}
_COUNTRY = frozenset({"nederland", "nl", "thenetherlands", "netherlands"})
_OLD_NAMES = (("s gravenhage", "den haag"), ("s hertogenbosch", "den bosch"))

_TOKEN = re.compile(
    "(?:[^\\W\\d_][\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*)+|\\d+"
)  # a run of letters or a run of digits
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ORDINAL = re.compile(r"\b(\d)\s?(e|de|ste)\b")
_SEGMENTS = re.compile(r"[,;\n()|]+")
_POSTCODE = re.compile(r"(?<!\d)([1-9]\d{3})\s?([a-z]{2})(?![a-z])", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d[\d\s().\-–]{4,}\d")
_ONLY_PHONE = re.compile(r"[\d\s()+./\-–]{8,}")
_NUMBERED = re.compile(
    r"(?P<street>.*[^\W\d_].*?)[\s.]*(?<!\d)(?P<number>\d{1,5})(?:\s?[-/]?\s?[a-z0-9]{1,4})?\s*$",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A run of letters or of digits in a text: as it is compared, and where it stands (from, until)."""

    plain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a fact. `named`: an ordinary word or number too, so it counts only with a capital."""

    text: str = field(repr=False)
    named: bool = False


def tokens(text: str) -> list[Token]:
    """The text in runs of letters and runs of digits, lower case and without accents: '12a' is two."""
    return [Token(_plain(run.group()), run.start(), run.end()) for run in _TOKEN.finditer(text)]


def compact(text: str) -> str:
    """Only the letters and digits of a text, lower case and without accents."""
    return "".join(_runs(text))


def _plain(run: str) -> str:
    if run[0].isdecimal():
        return run if run.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in run)
    return fold(run.translate(_UNSEEN))


def spellings(kind: str, value: str, known_places: frozenset[str] = frozenset()) -> frozenset[Spelling]:
    """How a fact of this type of contact data may be written; empty where nothing in it can be told from other words.

    A value may hold several facts: '06-12345678 / 038-1234567', 'Lindehof 12, 1234 AB Zwolle'. `known_places` (folded)
    are left out of an address: the town of the team itself tells nobody anything.
    """
    found = set(islice(_all(kind, value.translate(_UNSEEN), known_places), 4 * MOST_SPELLINGS))
    found |= {Spelling(s.text.replace("ij", "y"), s.named) for s in found}
    found |= {Spelling(s.text.replace("y", "ij"), s.named) for s in found}
    plain = {s.text for s in found if not s.named}
    return frozenset(s for s in found if s.text and not (s.named and s.text in plain))


def _all(kind: str, value: str, known_places: frozenset[str]) -> Iterator[Spelling]:
    if "@" in value:
        yield Spelling(compact(value))
    elif kind == "plate":
        yield from (Spelling(compact(part)) for part in _SEGMENTS.split(value))
    elif kind == "phone" or _ONLY_PHONE.fullmatch(value):
        yield from _phones(value)
    else:
        yield from _postcodes(value)
        rest = _POSTCODE.sub(",", value) if kind != "new_name" else value
        for number, segment in enumerate(part for part in _SEGMENTS.split(rest) if part.strip()):
            yield from _segment(kind, segment.strip(), number, known_places)


def _segment(kind: str, segment: str, number: int, known_places: frozenset[str]) -> Iterator[Spelling]:
    """One part of a value: a street with or without a house number, the town after it, or a name of something."""
    numbered = _NUMBERED.fullmatch(segment)
    if numbered and (kind in STREETS or _ends_like_a_street(_words(numbered["street"]))):
        yield from _streets(_words(numbered["street"]), numbered["number"])
    elif kind in STREETS and not number:
        yield from _streets(_words(segment), "")
    elif kind in STREETS or kind == "postcode":
        if compact(segment) not in known_places | _COUNTRY:
            yield from _names("place", segment)
    else:
        yield from _names(kind, segment)


def _postcodes(value: str) -> Iterator[Spelling]:
    """'1234 AB' in any spacing; '2011 en' only where it is no year before a word; the four digits after 'postcode'."""
    for match in _POSTCODE.finditer(value):
        digits, letters = match[1], match[2].lower()
        yield Spelling(digits + letters, is_dutch(letters))
        yield Spelling(f"postcode{digits}")


def _phones(value: str) -> Iterator[Spelling]:
    """Every number in the value, with and without its country: 0612345678, 31612345678, 0031..., '+31 (0)6'."""
    parts = value.split("/")
    if any(sum(sign.isdecimal() for sign in part) < PHONE_DIGITS for part in parts):
        parts = ["".join(parts)]  # a stroke after the area code: '038/1234567'
    for part in parts:
        for match in _PHONE.finditer(part):
            yield from map(Spelling, _dialled(match.group().strip()))


def _dialled(number: str) -> list[str]:
    digits = compact(number)
    abroad = number.startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00")
    if abroad and not digits.startswith("31"):
        return [digits, f"00{digits}"]
    if not abroad and not digits.startswith("0"):
        return [digits] if len(digits) >= PHONE_DIGITS else []
    own = (digits[2:] if abroad else digits).removeprefix("0")
    return [front + own for front in ("", "0", "31", "310", "0031", "00310")]


def _streets(words: list[str], number: str) -> Iterator[Spelling]:
    """A street in its short and long forms, without the title of whom it is called after, and with its number."""
    written = [words, *([words[1:]] if len(words) > 1 and words[0] in chain(*_TITLES) else [])]
    like_a_street = _ends_like_a_street(words)
    for form in written:
        for spelling in islice(_forms(form), MOST_SPELLINGS):
            if len(spelling) >= SHORTEST:
                yield Spelling(spelling, not like_a_street and _ordinary(form, spelling))
            if number:
                yield from (
                    Spelling(f"{spelling}{between}{number}") for between in ("", "nr", "no", "nummer")
                )


def _forms(words: list[str]) -> Iterator[str]:
    choices = [_same(word) for word in words[:-1]] + [_endings(words[-1])] if words else []
    return ("".join(form) for form in product(*choices)) if choices else iter(())


def _same(word: str) -> list[str]:
    return list(dict.fromkeys([word, *(form for row in _WORDS if word in row for form in row)]))


def _endings(word: str) -> list[str]:
    """'kerkstraat', 'kerkstr'; a word that is an ending by itself ('straat') has its short forms too."""
    forms = dict.fromkeys(_same(word))
    for row in _ENDINGS:
        for ending in row:
            if word.endswith(ending) and (len(word) >= len(ending) + SHORTEST or word == ending):
                forms.update(dict.fromkeys(word.removesuffix(ending) + other for other in row))
    return list(forms)


def _ends_like_a_street(words: list[str]) -> bool:
    """'Kerkstraat', 'Lange Laan': nothing else is called so, also without a capital; but not 'Plein' or 'het park'."""
    if not words or (len(words) == 1 and len(words[0]) < SHORTEST + 3):
        return False
    return any(
        words[-1].endswith(ending) and (len(words[-1]) > len(ending) + 1 or not set(words[:-1]) <= PREFIXES)
        for row in _ENDINGS
        for ending in row
    )


def _names(kind: str, segment: str) -> Iterator[Spelling]:
    """A name whole, without what it is ('basisschool'), and without 'de' or 'van der' before it."""
    words = _words(segment)
    for old, new in _OLD_NAMES:
        if kind == "place" and " ".join(words) in (old, new):
            yield from (Spelling(old.replace(" ", "")), Spelling(new.replace(" ", "")))
            return
    core = (
        words
        if kind == "new_name"
        else [word for word in words if word not in _KINDS_OF_THING and len(word) > 1]
    )
    bare = _without_prefixes(core)
    if not bare:
        return
    for form in (words, core, bare):
        text = "".join(form)
        if len(text) >= SHORTEST:
            yield Spelling(text, _ordinary(form, text))
    for before in _BEFORE.get(kind, ()):
        yield from (Spelling(before + "".join(form)) for form in (core, bare))
    if kind == "school":
        yield Spelling(f"{''.join(bare)}school")


def _without_prefixes(words: list[str]) -> list[str]:
    place = next((i for i, word in enumerate(words) if word not in PREFIXES), len(words))
    return words[place:]


def _ordinary(words: Iterable[str], text: str) -> bool:
    return len(text) < PLAIN_ENOUGH and all(word.isdigit() or is_dutch(word) for word in words)


def _words(text: str) -> list[str]:
    """The words and numbers of a value; '2e' stays one."""
    kept = _ORDINAL.sub(lambda found: f" {found[1]}{found[2]} ", " ".join(_runs(text)))
    return [
        part for piece in kept.split() for part in ([piece] if _ORDINAL.fullmatch(piece) else _runs(piece))
    ]


def _runs(text: str) -> list[str]:
    return [token.plain for token in tokens(text)]
