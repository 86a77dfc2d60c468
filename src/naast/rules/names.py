"""Names as the Dutch register keeps them: how they are written, addressed and sorted.

Source: BRP v2 OpenAPI, *Naam* and *aanduidingNaamgebruik*, and national table 38 (titles and predicates).
A courtesy title through marriage is left out on purpose: nobody needs it here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from .spelling import fold, sound_key

UNKNOWN_PART = "."

FEMALE = {
    "B": "barones", "G": "gravin", "H": "hertogin", "JH": "jonkvrouw", "M": "markiezin", "P": "prinses",
    "R": "",
}  # fmt: skip
MALE = {"BS": "baron", "GI": "graaf", "HI": "hertog", "JV": "jonkheer", "MI": "markies", "PS": "prins"}
PREDICATES = {"JH", "JV"}


class NameUse(StrEnum):
    """Which family name somebody is addressed by, in the register's own letters."""

    OWN = "E"
    PARTNER = "P"
    PARTNER_FIRST = "V"
    OWN_FIRST = "N"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A register name. Empty text means: not known or not there. Never shown in a `repr`.

    `title_code` is a code of national table 38; `title` its word. `gender` is M, V, O or ''.
    `partner_prefix` and `partner_family` are those of the partner whose name is used; see `NameUse`.
    """

    given: str = field(default="", repr=False)
    prefix: str = field(default="", repr=False)
    family: str = field(default="", repr=False)
    title_code: str = field(default="", repr=False)
    title: str = field(default="", repr=False)
    gender: str = field(default="", repr=False)
    use: NameUse = field(default=NameUse.OWN, repr=False)
    partner_prefix: str = field(default="", repr=False)
    partner_family: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        for part in ("given", "prefix", "family", "partner_prefix", "partner_family"):
            text = " ".join(getattr(self, part).split())
            object.__setattr__(self, part, "" if text == UNKNOWN_PART else text)

    def with_partner(self, partner: PersonName | None) -> PersonName:
        """The same name, knowing the partner's family name, which the name in use may need."""
        if partner is None:
            return self
        return replace(self, partner_prefix=partner.prefix, partner_family=partner.family)


def full_name(name: PersonName) -> str:
    """The name as registered: 'jonkvrouw Anna van der Berg', 'Jan graaf van den Berg'.

    "Een predicaat staat voor de voornamen, een adellijke titel voor voorvoegsel en geslachtsnaam."
    (BRP v2, feature *volledige naam*, in our words.) Unknown parts are left out; all unknown gives ''.
    """
    before, between = _title_places(name)
    return _join(before, name.given, between, name.prefix, name.family)


def family_name(name: PersonName) -> str:
    """The own family name with its prefix, as written in running text: 'van der Berg'."""
    return _join(name.prefix, name.family)


def used_family_name(name: PersonName) -> str:
    """The family name somebody chose to use: own, partner's, or both with a hyphen.

    "E eigen; P partner; V partner voor eigen; N partner na eigen geslachtsnaam" (table *naamgebruik*).
    Where the partner's name is not known, the own name is used.
    """
    own, partner = family_name(name), _join(name.partner_prefix, name.partner_family)
    if not partner or name.use is NameUse.OWN:
        return own
    if name.use is NameUse.PARTNER:
        return partner
    pair = (partner, own) if name.use is NameUse.PARTNER_FIRST else (own, partner)
    return "-".join(part for part in pair if part)


def initials(name: PersonName) -> str:
    """Initials of the given names: 'J.P.'. A part with a hyphen gives one letter; letters keep their
    accents.
    """
    return "".join(part[0].upper() + "." for part in name.given.split() if part[0].isalpha())


def short_name(name: PersonName) -> str:
    """First given name and the family name in use: how staff pages name somebody; '' when unknown."""
    first = name.given.split()[0] if name.given else ""
    return _join(first, used_family_name(name))


def formal_name(name: PersonName) -> str:
    """Initials and the family name in use, for a letter: 'J.P. van der Berg'."""
    return _join(initials(name), used_family_name(name))


def list_name(name: PersonName) -> str:
    """The name as it stands in a sorted list: 'Berg, Anna van der'."""
    rest = _join(name.given, name.prefix)
    return f"{name.family}, {rest}" if name.family and rest else name.family or rest


def sort_key(name: PersonName) -> tuple[str, str, str]:
    """Order by family name without prefix, then given names, then prefix; accents and case do not count.

    Dutch lists put 'van der Berg' under the B (NEN 3162 habit of alphabetic order).
    """
    return fold(name.family), fold(name.given), fold(name.prefix)


def search_key(family: str) -> str:
    """The key to store beside a family name and to look up by, with the birth date: how it sounds."""
    return sound_key(family)


def _title_places(name: PersonName) -> tuple[str, str]:
    word = _title_word(name)
    return (word, "") if name.title_code in PREDICATES else ("", word)


def _title_word(name: PersonName) -> str:
    if name.gender == "V":
        return FEMALE.get(name.title_code, name.title)
    if name.gender == "M":
        return MALE.get(name.title_code, name.title)
    return name.title


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)
