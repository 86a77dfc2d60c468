"""Invented people for the rules of households."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from naast.rules.bsn import Bsn
from naast.rules.names import PersonName
from naast.rules.partial_date import from_register
from naast.rules.register import RegisterAddress, RegisterPerson, RelatedPerson, RelationKind


@pytest.fixture
def number() -> Callable[[int], Bsn]:
    """A number for the n-th invented person."""
    return lambda n: Bsn(f"{900000000 + n}")


@pytest.fixture
def related(number: Callable[[int], Bsn]) -> Callable[..., RelatedPerson]:
    """A related person: kind, n (None = without a number), birth in register notation."""

    def make(kind: RelationKind, n: int | None, born: str = "19900101", **more: object) -> RelatedPerson:
        name = more.pop("name", None) or PersonName(f"Naam{n}", "", "Voorbeeld")
        person = RelatedPerson(kind, name, from_register(born), None if n is None else number(n))
        return replace(person, **more)

    return make


@pytest.fixture
def person(number: Callable[[int], Bsn]) -> Callable[..., RegisterPerson]:
    """A register person: n, birth in register notation, and any field."""

    def make(n: int, born: str = "19900101", **more: object) -> RegisterPerson:
        return RegisterPerson(number(n), PersonName(f"Naam{n}", "", "Voorbeeld"), from_register(born), **more)

    return make


@pytest.fixture
def home() -> RegisterAddress:
    """One address."""
    return RegisterAddress(
        "Dorpsstraat", "1", postcode="1234AB", town="Voorbeeldstad", object_id="0000000000000001"
    )


@pytest.fixture
def elsewhere() -> RegisterAddress:
    """Another address."""
    return RegisterAddress(
        "Kerkstraat", "2", postcode="1234AC", town="Voorbeeldstad", object_id="0000000000000002"
    )
