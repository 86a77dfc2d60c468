"""The `fields` of a question: which exist, and an answer cut down to them.

Unasked come the secrecy mark, a suspended list, and *in onderzoek* of what was asked (domain-facts 7.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Tree = dict[str, Any]
Json = dict[str, Any]

UNASKED = ("geheimhoudingPersoonsgegevens", "opschortingBijhouding")
WHOLE = ("datum", "datumVan", "datumIngangGeldigheid", "datumIngangFamilierechtelijkeBetrekking", "gezag",
         "adellijkeTitelPredicaat")  # fmt: skip
"""Given whole, also where a part of them is asked."""

_TITLE: Tree = {"code": {}, "omschrijving": {}, "soort": {}}
_TABLE: Tree = {"code": {}, "omschrijving": {}}
_DATE: Tree = {"type": {}, "datum": {}, "jaar": {}, "maand": {}, "onbekend": {}, "langFormaat": {}}
_NAME: Tree = {
    "voornamen": {}, "adellijkeTitelPredicaat": _TITLE, "voorvoegsel": {}, "geslachtsnaam": {},
    "voorletters": {},
}  # fmt: skip
_BIRTH: Tree = {"datum": _DATE, "plaats": _TABLE, "land": _TABLE}
_RELATED: Tree = {"burgerservicenummer": {}, "naam": _NAME, "geboorte": _BIRTH}
_PLACE: Tree = {
    "type": {}, "datumVan": _DATE, "datumIngangGeldigheid": _DATE, "functieAdres": _TABLE,
    "adresseerbaarObjectIdentificatie": {}, "nummeraanduidingIdentificatie": {},
    "indicatieVastgesteldVerblijftNietOpAdres": {},
    "verblijfadres": {
        "officieleStraatnaam": {}, "korteStraatnaam": {}, "huisnummer": {}, "huisletter": {},
        "huisnummertoevoeging": {}, "aanduidingBijHuisnummer": _TABLE, "postcode": {}, "woonplaats": {},
        "regel1": {}, "regel2": {}, "regel3": {}, "land": _TABLE, "locatiebeschrijving": {},
    },
}  # fmt: skip

LIMITED_FIELDS: Tree = {
    "burgerservicenummer": {}, "geslacht": _TABLE, "leeftijd": {}, "geboorte": {"datum": _DATE},
    "naam": {**_NAME, "volledigeNaam": {}}, "adressering": {},
}  # fmt: skip
"""What a search may ask. *adressering* exists but is not filled here."""

PERSON_FIELDS: Tree = {
    **LIMITED_FIELDS,
    "aNummer": {},
    "datumEersteInschrijvingGBA": _DATE,
    "datumInschrijvingInGemeente": _DATE,
    "naam": {**_NAME, "volledigeNaam": {}, "aanduidingNaamgebruik": _TABLE},
    "geboorte": _BIRTH,
    "overlijden": _BIRTH,
    "verblijfplaats": _PLACE,
    "gemeenteVanInschrijving": _TABLE,
    "indicatieCurateleRegister": {},
    "indicatieGezagMinderjarige": _TABLE,
    "gezag": {},
    "kinderen": _RELATED,
    "ouders": {
        **_RELATED, "geslacht": _TABLE, "ouderAanduiding": {},
        "datumIngangFamilierechtelijkeBetrekking": _DATE,
    },
    "partners": {
        **_RELATED, "geslacht": _TABLE, "soortVerbintenis": _TABLE, "aangaanHuwelijkPartnerschap": _BIRTH,
        "ontbindingHuwelijkPartnerschap": {"datum": _DATE},
    },
    "nationaliteiten": {}, "verblijfstitel": {}, "immigratie": {}, "rni": {}, "verificatie": {},
    "uitsluitingKiesrecht": {}, "europeesKiesrecht": {},
}  # fmt: skip
"""What a question by BSN may ask. The last seven exist but are not filled here: Naast never asks them."""


def unknown_fields(fields: Iterable[str], known: Tree) -> list[str]:
    """The paths that do not exist."""
    return [path for path in fields if not _exists(path.split("."), known)]


def tree_of(fields: Iterable[str]) -> Tree:
    """Dotted paths as a tree; an empty branch means the whole of it."""
    tree: Tree = {}
    for path in sorted(fields, key=len):
        branch, names = tree, path.split(".")
        for place, name in enumerate(names):
            whole = place == len(names) - 1 or name in WHOLE
            if name in branch and not branch[name]:
                break
            branch = branch.setdefault(name, {})
            if whole:
                branch.clear()
                break
    return tree


def choose(person: Json, tree: Tree) -> Json:
    """A full answer cut down to a tree of fields."""
    chosen = _cut(person, tree)
    return {**chosen, **{name: person[name] for name in UNASKED if name in person}}


def _exists(names: list[str], known: Tree) -> bool:
    return names[0] in known and (len(names) == 1 or _exists(names[1:], known[names[0]]))


def _cut(value: Any, tree: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_cut(one, tree) for one in value]
    if not tree or not isinstance(value, dict):
        return value
    chosen = {name: _cut(value[name], branch) for name, branch in tree.items() if name in value}
    if "type" in value:
        chosen["type"] = value["type"]
    doubts = {name: on for name, on in value.get("inOnderzoek", {}).items() if name in (*tree, "type")}
    if doubts:
        dates = {
            name: on for name, on in value["inOnderzoek"].items() if name.startswith("datumIngangOnderzoek")
        }
        chosen["inOnderzoek"] = {**doubts, **dates}
    return {name: one for name, one in chosen.items() if one != {} or isinstance(value[name], list)}
