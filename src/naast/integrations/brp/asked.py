"""Which fields are asked of the register: no more than Naast uses ("ask only needed fields", domain-facts
7.3).
"""

from __future__ import annotations

NAME = ("voornamen", "voorvoegsel", "geslachtsnaam", "adellijkeTitelPredicaat")


def _named(part: str) -> tuple[str, ...]:
    return tuple(f"{part}.naam.{name}" for name in NAME)


RECOGNISE = (
    "burgerservicenummer",
    *(f"naam.{name}" for name in NAME),
    "geslacht",
    "geboorte.datum",
)
"""Enough to recognise somebody in a list of results. The secrecy mark comes unasked."""

RELATIVES = (
    "kinderen.burgerservicenummer",
    *_named("kinderen"),
    "kinderen.geboorte.datum",
    "ouders.burgerservicenummer",
    "ouders.ouderAanduiding",
    "ouders.geslacht",
    *_named("ouders"),
    "ouders.geboorte.datum",
    "partners.burgerservicenummer",
    "partners.geslacht",
    *_named("partners"),
    "partners.geboorte.datum",
    "partners.aangaanHuwelijkPartnerschap.datum",
    "partners.ontbindingHuwelijkPartnerschap.datum",
)
"""Related people: name and birth date, and the number with which more can be asked after the worker
confirms.
"""

ADDRESS = (
    "verblijfplaats.verblijfadres",
    "verblijfplaats.functieAdres",
    "verblijfplaats.adresseerbaarObjectIdentificatie",
    "verblijfplaats.datumVan",
)

PERSON = (
    *RECOGNISE,
    "naam.aanduidingNaamgebruik",
    "overlijden.datum",
    "indicatieCurateleRegister",
    "gezag",
    *RELATIVES,
)
