"""The stand-in register over real HTTP, its client, and the OpenAPI both must obey."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, validators

from naast.integrations.brp.client import BrpClient
from naast.integrations.brp.fake import FakeRegister
from naast.integrations.brp.fake.persons import official_test_persons
from naast.rules.bsn import Bsn

OPENAPI = json.loads((Path(__file__).parent / "openapi" / "brp-personen-bevragen-v2.json").read_text())


@pytest.fixture(scope="session")
def register() -> Iterator[FakeRegister]:
    """One stand-in for all tests that only ask."""
    with FakeRegister() as running:
        yield running


@pytest.fixture(scope="session")
def client(register: FakeRegister) -> Iterator[BrpClient]:
    """A client that asks it."""
    with BrpClient(register.base_url, timeout=10) as asking:
        yield asking


@pytest.fixture(scope="session")
def numbers() -> list[Bsn]:
    """Everybody in the published test data."""
    return [Bsn(raw["burgerservicenummer"]) for raw in official_test_persons()]


@pytest.fixture(scope="session")
def homes() -> Counter[tuple[str, int]]:
    """How many people are registered at each postcode and number, the dead included."""
    places = [raw["verblijfplaats"] for raw in official_test_persons()]
    return Counter(
        (place["postcode"], int(place["huisnummer"]))
        for place in places
        if place.get("postcode") and place.get("huisnummer")
    )


@pytest.fixture(scope="session")
def crowded_home(homes: Counter[tuple[str, int]]) -> tuple[str, int]:
    """The address where more than two hundred people are registered."""
    [(home, count)] = homes.most_common(1)
    assert count > 200
    return home


@pytest.fixture(scope="session")
def openapi() -> dict[str, Any]:
    """The register's description of itself."""
    return OPENAPI


@pytest.fixture(scope="session")
def obeys() -> Callable[[Any, str], list[str]]:
    """What is wrong with an instance, by the schema of this name: broken rules and names the schema lacks."""
    return lambda instance, name: [
        *_broken(instance, name),
        *_unnamed(instance, {"$ref": _pointer(name)}, name),
    ]


def _pointer(name: str) -> str:
    return f"#/components/schemas/{name}"


def _look_up(ref: str) -> dict[str, Any]:
    return OPENAPI["components"]["schemas"][ref.rsplit("/", 1)[1]]


def _discriminator(validator: Any, rule: dict[str, Any], instance: Any, schema: Any) -> Iterator[Any]:
    """JSON Schema does not follow an OpenAPI discriminator: do so, once per instance and target."""
    target = (
        rule.get("mapping", {}).get(instance.get(rule["propertyName"]))
        if isinstance(instance, dict)
        else None
    )
    if target and (id(instance), target) not in _inside:
        _inside.add((id(instance), target))
        try:
            yield from validator.descend(instance, {"$ref": target})
        finally:
            _inside.discard((id(instance), target))


_inside: set[tuple[int, str]] = set()
_Validator = validators.extend(Draft4Validator, {"discriminator": _discriminator})


def _broken(instance: Any, name: str) -> list[str]:
    validator = _Validator({"$ref": _pointer(name), "components": OPENAPI["components"]})
    return [f"{'.'.join(map(str, e.absolute_path))}: {e.validator}" for e in validator.iter_errors(instance)]


def _unnamed(instance: Any, schema: dict[str, Any], path: str) -> list[str]:
    if isinstance(instance, list):
        items = _shapes(schema, instance)[0].get("items", {})
        return [problem for one in instance for problem in _unnamed(one, items, path)]
    if not isinstance(instance, dict):
        return []
    known: dict[str, Any] = {}
    for shape in _shapes(schema, instance):
        known |= shape.get("properties", {})
    missing = [f"{path}.{name} is not in the OpenAPI" for name in instance if name not in known]
    below = (
        _unnamed(value, known[name], f"{path}.{name}") for name, value in instance.items() if name in known
    )
    return missing + [problem for found in below for problem in found]


def _shapes(schema: dict[str, Any], instance: Any, seen: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Every schema that applies to an instance: itself, what it refers to, and what its type chooses."""
    found = [schema]
    rule = schema.get("discriminator", {})
    chosen = rule.get("mapping", {}).get(instance.get(rule["propertyName"])) if rule else None
    for ref in (schema.get("$ref"), chosen):
        if ref and ref not in seen:
            inner = _shapes(_look_up(ref), instance, (*seen, ref))
            found = [*inner, *found] if ref == schema.get("$ref") else [*found, *inner]
    for part in schema.get("allOf", ()):
        found += _shapes(part, instance, seen)
    return found
