"""*Verblijfplaats*: an address, a described place, abroad, or unknown."""

from __future__ import annotations

import re
from typing import Any

from . import doubts
from .values import coded, to_date, without_empty

Json = dict[str, Any]
NOT_THERE = "089999"
"""In onderzoek: it is established that the person does not live at the address."""


NUMBERS = ("adresseerbaarObjectIdentificatie", "nummeraanduidingIdentificatie")
"""Two published ones are mistyped; the OpenAPI has no room for that, so those are left out."""


def to_place(raw: Json, countries: dict[str, str]) -> Json:
    """Where somebody is registered, as one of the four forms of the OpenAPI."""
    if raw.get("land"):
        return _abroad(raw, countries)
    if raw.get("locatiebeschrijving"):
        return _place("Locatie", raw, {"locatiebeschrijving": raw["locatiebeschrijving"]}, {})
    if raw.get("straat") or raw.get("adresseerbaarObjectIdentificatie"):
        return _address(raw)
    return {"type": "VerblijfplaatsOnbekend"}


def _abroad(raw: Json, countries: dict[str, str]) -> Json:
    code = raw["land"].get("code", "")
    since = to_date(raw.get("datumAanvangAdresBuitenland"))
    if code == "0000":
        return without_empty(type="VerblijfplaatsOnbekend", datumVan=since)
    land = coded({"code": code, "omschrijving": raw["land"].get("omschrijving") or countries.get(code)})
    lines = {name: raw[name] for name in ("regel1", "regel2", "regel3") if raw.get(name)}
    return without_empty(
        type="VerblijfplaatsBuitenland", verblijfadres=without_empty(**lines, land=land), datumVan=since
    )


def _address(raw: Json) -> Json:
    street = without_empty(
        korteStraatnaam=raw.get("straat"),
        officieleStraatnaam=raw.get("naamOpenbareRuimte"),
        huisnummer=int(raw["huisnummer"]) if raw.get("huisnummer") else None,
        huisletter=raw.get("huisletter"),
        huisnummertoevoeging=raw.get("huisnummertoevoeging"),
        aanduidingBijHuisnummer=coded(raw.get("aanduidingBijHuisnummer")),
        postcode=raw.get("postcode"),
        woonplaats=raw.get("woonplaats"),
    )
    numbers = {name: raw[name] for name in NUMBERS if re.fullmatch("[0-9]{16}", raw.get(name, ""))}
    return _place("Adres", raw, street, numbers)


def _place(kind: str, raw: Json, written: Json, numbers: Json) -> Json:
    on_street = doubts.doubted(raw, doubts.STREET) if kind == "Adres" else {}
    on_street.pop("datumIngangOnderzoek", None)
    elements = doubts.HOME if kind == "Adres" else doubts.LOCATION
    code = (raw.get("inOnderzoek") or {}).get("aanduidingGegevensInOnderzoek")
    return without_empty(
        type=kind,
        verblijfadres={**written, **without_empty(inOnderzoek=on_street)},
        functieAdres=coded(raw.get("functieAdres")),
        datumVan=to_date(raw.get("datumAanvangAdreshouding")),
        indicatieVastgesteldVerblijftNietOpAdres=True if code == NOT_THERE else None,
        inOnderzoek=doubts.doubted(raw, elements),
        **numbers,
    )
