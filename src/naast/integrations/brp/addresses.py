"""Where one person is registered, from *verblijfplaats*."""

from __future__ import annotations

from naast.rules.register import RegisterAddress

from .json_reading import Json, Notes, part, read_date, text

POSTAL = "B"
"""Code of *functieAdres* for a postal address (*briefadres*): nobody need live there."""


def read_address(place: Json, notes: Notes) -> RegisterAddress | None:
    """One address; None where none was asked, or the register does not know it."""
    kind = text(place, "type")
    if kind in ("", "VerblijfplaatsOnbekend"):
        return None
    if kind not in ("Adres", "VerblijfplaatsBuitenland", "Locatie"):
        notes.add("verblijfplaats.type")
        return None
    written = part(place, "verblijfadres")
    lines = (text(written, name) for name in ("regel1", "regel2", "regel3", "locatiebeschrijving"))
    return RegisterAddress(
        street=text(written, "officieleStraatnaam") or text(written, "korteStraatnaam"),
        number=text(written, "huisnummer"),
        letter=text(written, "huisletter"),
        addition=text(written, "huisnummertoevoeging"),
        postcode=text(written, "postcode"),
        town=text(written, "woonplaats"),
        lines=tuple(line for line in lines if line),
        country=text(part(written, "land"), "omschrijving"),
        object_id=text(place, "adresseerbaarObjectIdentificatie"),
        since=read_date(place.get("datumVan"), notes, "verblijfplaats.datumVan"),
        home=text(part(place, "functieAdres"), "code") != POSTAL,
        under_investigation=_doubted(place, written),
    )


def _doubted(place: Json, written: Json) -> bool:
    established_elsewhere = bool(place.get("indicatieVastgesteldVerblijftNietOpAdres"))
    return established_elsewhere or bool(place.get("inOnderzoek")) or bool(written.get("inOnderzoek"))
