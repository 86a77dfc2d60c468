"""What may be asked, checked as the register checks it, and who then answers to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .fields import LIMITED_FIELDS, PERSON_FIELDS, Tree, choose, tree_of, unknown_fields
from .persons import Person, Persons
from .problems import missing_params, too_many, wrong_params

MOST_BY_NAME = 10
MOST_AT_ADDRESS = 30
MOST_BY_BSN = 20
"""Limits: "10 results, 30 at an address" (domain-facts 7.3); 20 numbers in one question (OpenAPI,
maxItems).
"""

LETTERS = r"a-zA-Z0-9À-ž \.\-'"
PATTERNS: dict[str, str] = {
    "geslachtsnaam": rf"[{LETTERS}]{{1,200}}|[{LETTERS}]{{3,199}}\*",
    "voornamen": rf"[{LETTERS}]{{1,199}}\*?",
    "voorvoegsel": r"[a-zA-Z ']{1,10}",
    "geslacht": r"[MmVvOo]",
    "geboortedatum": r"\d{4}-\d{2}-\d{2}",
    "postcode": r"[1-9][0-9]{3} ?[A-Za-z]{2}",
    "huisletter": r"[a-zA-Z]",
    "huisnummertoevoeging": r"[a-zA-Z0-9 \-]{1,4}",
}
Json = dict[str, Any]
BY_BSN = "RaadpleegMetBurgerservicenummer"
BY_NAME = "ZoekMetGeslachtsnaamEnGeboortedatum"
BY_ADDRESS = "ZoekMetPostcodeEnHuisnummer"
REQUIRED = {
    BY_BSN: ("burgerservicenummer",),
    BY_NAME: ("geslachtsnaam", "geboortedatum"),
    BY_ADDRESS: ("postcode", "huisnummer"),
}
OPTIONAL = {
    BY_BSN: (),
    BY_NAME: ("inclusiefOverledenPersonen", "geslacht", "voorvoegsel", "voornamen"),
    BY_ADDRESS: (
        "inclusiefOverledenPersonen", "huisletter", "huisnummertoevoeging", "geboortedatum", "geslachtsnaam",
    ),
}  # fmt: skip


def answer(question: Json, persons: Persons) -> Json:
    """The register's answer to one question. Raises Problem where the question is wrong or finds too many."""
    kind = question.get("type")
    if kind not in REQUIRED:
        raise wrong_params(("type", "value", "Waarde is geen geldig zoek type."))
    tree = _check(question, str(kind))
    found = FINDERS[str(kind)](question, persons)
    return {"type": kind, "personen": [choose(person.full(), tree) for person in found]}


def _check(question: Json, kind: str) -> Tree:
    missing = [name for name in REQUIRED[kind] if question.get(name) in (None, "", [])]
    if missing:
        raise missing_params(*missing)
    allowed = {"type", "fields", *REQUIRED[kind], *OPTIONAL[kind]}
    wrong = [
        (name, "unknownParam", "Parameter is niet verwacht.") for name in question if name not in allowed
    ]
    wrong += [
        (name, "pattern", "Waarde voldoet niet aan patroon.") for name in PATTERNS if _misfit(question, name)
    ]
    if wrong:
        raise wrong_params(
            *[(re.sub(r"[^a-zA-Z0-9._]", "", name)[:30], code, why) for name, code, why in wrong]
        )
    return _fields(question, PERSON_FIELDS if kind == BY_BSN else LIMITED_FIELDS)


def _misfit(question: Json, name: str) -> bool:
    value = question.get(name)
    return value is not None and not re.fullmatch(PATTERNS[name], str(value))


def _fields(question: Json, known: Tree) -> Tree:
    fields = question.get("fields")
    if fields is None:
        raise wrong_params(("fields", "required", "Parameter is verplicht."))
    if not isinstance(fields, list) or not fields or not all(isinstance(one, str) for one in fields):
        raise wrong_params(("fields", "array", "Parameter is geen array."))
    if unknown_fields(fields, known):
        raise wrong_params(("fields", "fields", "Parameter bevat een niet bestaande veldnaam."))
    return tree_of(fields)


def _by_bsn(question: Json, persons: Persons) -> list[Person]:
    numbers = question["burgerservicenummer"]
    if not isinstance(numbers, list) or len(numbers) > MOST_BY_BSN:
        raise wrong_params(("burgerservicenummer", "maxItems", "Array bevat meer dan 20 items."))
    if not all(re.fullmatch(r"[0-9]{9}", str(number)) for number in numbers):
        raise wrong_params(("burgerservicenummer", "pattern", "Waarde voldoet niet aan patroon."))
    return [person for number in numbers if (person := persons.by_bsn(str(number)))]


def _by_name(question: Json, persons: Persons) -> list[Person]:
    return _at_most(MOST_BY_NAME, [one for one in persons if _alive(one, question) and _named(one, question)])


def _at_address(question: Json, persons: Persons) -> list[Person]:
    number = question["huisnummer"]
    if not isinstance(number, int) or not 1 <= number <= 99999:
        raise wrong_params(("huisnummer", "integer", "Waarde is geen geldig getal."))
    here = [
        one for one in persons if _alive(one, question) and _lives(one, question) and _named(one, question)
    ]
    return _at_most(MOST_AT_ADDRESS, here)


FINDERS: dict[str, Callable[[Json, Persons], list[Person]]] = {
    BY_BSN: _by_bsn,
    BY_NAME: _by_name,
    BY_ADDRESS: _at_address,
}


def _at_most(most: int, found: list[Person]) -> list[Person]:
    if len(found) > most:
        raise too_many(most)
    return found


def _alive(person: Person, question: Json) -> bool:
    return question.get("inclusiefOverledenPersonen") is True or not person.dead


def _named(person: Person, question: Json) -> bool:
    name = person.raw["naam"]
    born = question.get("geboortedatum", "").replace("-", "")
    return (
        (not born or person.raw.get("geboorte", {}).get("datum") == born)
        and _fits(question.get("geslachtsnaam"), name.get("geslachtsnaam", ""))
        and _fits(question.get("voornamen"), name.get("voornamen", ""))
        and _fits(question.get("voorvoegsel"), name.get("voorvoegsel", ""))
        and _fits(question.get("geslacht"), person.raw.get("geslacht", {}).get("code", ""))
    )


def _lives(person: Person, question: Json) -> bool:
    place = person.raw.get("verblijfplaats", {})
    return (
        place.get("postcode") == question["postcode"].replace(" ", "").upper()
        and int(place.get("huisnummer") or 0) == question["huisnummer"]
        and _fits(question.get("huisletter"), place.get("huisletter", ""))
        and _fits(question.get("huisnummertoevoeging"), place.get("huisnummertoevoeging", ""))
    )


def _fits(wanted: str | None, value: str) -> bool:
    if not wanted:
        return True
    wanted, value = wanted.casefold(), value.strip().casefold()
    return value.startswith(wanted[:-1]) if wanted.endswith("*") else value == wanted
