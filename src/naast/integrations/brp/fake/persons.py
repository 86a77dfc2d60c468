"""The official test persons, written as the register writes them in version 2.7."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from naast.rules.partial_date import from_register

from . import doubts
from .authority import to_authority
from .names import own_name, related_name
from .places import to_place
from .values import coded, to_date, without_empty

Json = dict[str, Any]
DATA_FROM = date(2024, 6, 11)
"""The day of the data file: on that day its ages and authority hold."""

_DATA = files("naast.integrations.brp") / "data"


@cache
def official_test_persons() -> tuple[Json, ...]:
    """The 1,176 test persons as published. Callers must not change them."""
    with (_DATA / "persons-2024-06-11.json.gz").open("rb") as packed:
        return tuple(json.loads(gzip.decompress(packed.read())))


@cache
def countries() -> dict[str, str]:
    """Country names by code, national table 34."""
    with (_DATA / "countries.csv").open(encoding="utf-8") as rows:
        return {row[0]: row[1] for row in csv.reader(rows) if row}


class Persons:
    """Everybody the stand-in knows, by number and in order. `on`: the day on which ages are counted."""

    def __init__(self, raw: tuple[Json, ...], on: date) -> None:
        self.on = on
        self._by_bsn = {one["burgerservicenummer"]: Person(one, self) for one in raw}
        self._related = {
            related["burgerservicenummer"]: related
            for one in raw
            for kin in ("ouders", "kinderen", "partners")
            for related in one.get(kin, ())
            if related.get("burgerservicenummer")
        }

    @classmethod
    def official(cls, on: date = DATA_FROM) -> Persons:
        """The published test persons."""
        return cls(official_test_persons(), on)

    def by_bsn(self, bsn: str) -> Person | None:
        """The person with this number; None without one."""
        return self._by_bsn.get(bsn)

    def about(self, bsn: str | None) -> Json:
        """What is known of somebody by number: the own list, else an entry as a relative, else nothing."""
        person = self._by_bsn.get(bsn or "")
        return person.raw if person else self._related.get(bsn or "", {})

    def __iter__(self) -> Iterator[Person]:
        return iter(self._by_bsn.values())


@dataclass
class Person:
    """One test person: the published data, and the full answer made of it when it is first needed."""

    raw: Json = field(repr=False)
    persons: Persons = field(repr=False)
    _full: Json | None = field(default=None, repr=False)

    @property
    def dead(self) -> bool:
        return (
            bool(self.raw.get("overlijden"))
            or self.raw.get("opschortingBijhouding", {}).get("reden", {}).get("code") == "O"
        )

    def full(self) -> Json:
        """Every field the stand-in can fill, in the form of version 2.7."""
        if self._full is None:
            self._full = _full(self.raw, self.persons, self.dead)
        return self._full


def _full(raw: Json, persons: Persons, dead: bool) -> Json:
    return without_empty(
        aNummer=raw.get("aNummer"),
        burgerservicenummer=raw["burgerservicenummer"],
        datumEersteInschrijvingGBA=to_date(raw.get("datumEersteInschrijvingGBA")),
        datumInschrijvingInGemeente=to_date(raw.get("datumInschrijvingInGemeente")),
        geheimhoudingPersoonsgegevens=True if raw.get("geheimhoudingPersoonsgegevens", "0") != "0" else None,
        geslacht=coded(raw.get("geslacht")),
        leeftijd=None if dead else _age(raw, persons.on),
        naam=own_name(raw),
        geboorte=_event(raw, "geboorte", doubts.BIRTH, "persoonInOnderzoek"),
        overlijden=_event(raw, "overlijden", doubts.DEATH),
        opschortingBijhouding=_suspended(raw),
        verblijfplaats=to_place(raw.get("verblijfplaats", {}), countries()),
        gemeenteVanInschrijving=coded(raw.get("gemeenteVanInschrijving")),
        indicatieCurateleRegister=True if raw.get("indicatieCurateleRegister") else None,
        indicatieGezagMinderjarige=coded(raw.get("indicatieGezagMinderjarige")),
        gezag=to_authority(raw, persons.about, persons.on),
        kinderen=[_related(one, doubts.CHILD) for one in raw.get("kinderen", ())],
        ouders=[_related(one, doubts.PARENT) for one in raw.get("ouders", ())],
        partners=[_related(one, doubts.PARTNER) for one in raw.get("partners", ())],
        inOnderzoek=_renamed(doubts.doubted(raw, doubts.PERSON, "persoonInOnderzoek")),
    )


def _related(raw: Json, elements: doubts.Elements) -> Json:
    return without_empty(
        burgerservicenummer=raw.get("burgerservicenummer"),
        naam=related_name(raw),
        geslacht=coded(raw.get("geslacht")),
        geboorte=_event(raw, "geboorte", doubts.BIRTH, "inOnderzoek", raw),
        ouderAanduiding=raw.get("ouderAanduiding"),
        datumIngangFamilierechtelijkeBetrekking=to_date(raw.get("datumIngangFamilierechtelijkeBetrekking")),
        soortVerbintenis=coded(raw.get("soortVerbintenis")),
        aangaanHuwelijkPartnerschap=_event(
            raw, "aangaanHuwelijkPartnerschap", doubts.MARRIED, "inOnderzoek", raw
        ),
        ontbindingHuwelijkPartnerschap=_event(
            raw, "ontbindingHuwelijkPartnerschap", doubts.ENDED, "inOnderzoek", raw
        ),
        inOnderzoek=doubts.doubted(raw, elements),
    )


def _event(
    raw: Json, name: str, elements: doubts.Elements, doubt: str = "inOnderzoek", doubt_of: Json | None = None
) -> Json:
    event = raw.get(name) or {}
    if doubt_of is None:
        doubt_of = raw if doubt != "inOnderzoek" else event
    happened = without_empty(
        datum=to_date(event.get("datum")),
        plaats=coded(event.get("plaats")),
        land=coded(event.get("land")),
    )
    return (
        {**happened, **without_empty(inOnderzoek=doubts.doubted(doubt_of, elements, doubt))}
        if happened
        else {}
    )


def _suspended(raw: Json) -> Json:
    event = raw.get("opschortingBijhouding") or {}
    return without_empty(reden=coded(event.get("reden")), datum=to_date(event.get("datum")))


def _age(raw: Json, on: date) -> int | None:
    born = from_register(raw.get("geboorte", {}).get("datum"))
    ages = born.ages(on)
    return ages.youngest if ages and ages.youngest == ages.oldest and ages.youngest >= 0 else None


def _renamed(doubt: Json) -> Json:
    since = doubt.pop("datumIngangOnderzoek", None)
    return {**doubt, **without_empty(datumIngangOnderzoekPersoon=since)}
