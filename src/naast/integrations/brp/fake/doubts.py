"""*In onderzoek*: which data of a person the municipality doubts, from the register's six-digit code.

The code is category, group, element; nought for group or element means all of it ("013000" = whole group 30).
"""

from __future__ import annotations

from typing import Any

from .values import to_date

Json = dict[str, Any]
Elements = dict[str, tuple[str, ...]]

NAME: Elements = {
    "voornamen": ("0210",), "voorletters": ("0210",), "adellijkeTitelPredicaat": ("0220",),
    "voorvoegsel": ("0230",), "geslachtsnaam": ("0240",),
}  # fmt: skip
OWN_NAME: Elements = {
    **NAME, "volledigeNaam": ("0210", "0220", "0230", "0240"), "aanduidingNaamgebruik": ("6110",),
}  # fmt: skip
BIRTH: Elements = {"datum": ("0310",), "plaats": ("0320",), "land": ("0330",)}
DEATH: Elements = {"datum": ("0810",), "plaats": ("0820",), "land": ("0830",)}
PERSON: Elements = {"burgerservicenummer": ("0120",), "geslacht": ("0410",), "leeftijd": ("0310",)}
CHILD: Elements = {"burgerservicenummer": ("0120",)}
PARENT: Elements = {
    **CHILD, "geslacht": ("0410",), "datumIngangFamilierechtelijkeBetrekking": ("6210",),
}  # fmt: skip
PARTNER: Elements = {**CHILD, "geslacht": ("0410",), "soortVerbintenis": ("1510",)}
MARRIED: Elements = {"datum": ("0610",), "plaats": ("0620",), "land": ("0630",)}
ENDED: Elements = {"datum": ("0710",)}
STREET: Elements = {
    "korteStraatnaam": ("1110",), "officieleStraatnaam": ("1115",), "huisnummer": ("1120",),
    "huisletter": ("1130",), "huisnummertoevoeging": ("1140",), "aanduidingBijHuisnummer": ("1150",),
    "postcode": ("1160",),
    "woonplaats": ("1170",),
}  # fmt: skip
HOME: Elements = {
    "functieAdres": ("1010",), "datumVan": ("1030",), "adresseerbaarObjectIdentificatie": ("1180",),
    "nummeraanduidingIdentificatie": ("1190",), "type": ("1110", "1115", "1120"),
}  # fmt: skip
LOCATION: Elements = {"functieAdres": ("1010",), "datumVan": ("1030",)}


def doubted(raw: Json, elements: Elements, key: str = "inOnderzoek") -> Json:
    """The names under doubt and since when, as the OpenAPI writes them; empty without doubt."""
    doubt = raw.get(key) or {}
    code = str(doubt.get("aanduidingGegevensInOnderzoek", ""))[2:]
    names = {
        name: True for name, codes in elements.items() if code and any(_covers(code, one) for one in codes)
    }
    if not names:
        return {}
    since = to_date(doubt.get("datumIngangOnderzoek"))
    return {**names, **({"datumIngangOnderzoek": since} if since else {})}


def _covers(code: str, element: str) -> bool:
    if code in ("0000", "9999"):
        return True
    return code == element or (code.endswith("00") and code[:2] == element[:2])
