"""Professionals of the generated world, and how the facts come to know a person."""

from naast.access.doors import upkeep
from naast.records.models import Person

from .making import World


def person(world: World, key: str, *, professional: bool) -> str:
    name = next(world.names).capitalize()
    with upkeep():
        row = Person.objects.create(call_name=name, professional=professional)
    know(world, key, name, row)
    if professional:
        world.facts.professionals.add(key)
    return key


def know(world: World, key: str, name: str, row: Person) -> None:
    world.facts.names[key], world.facts.rows[key], world.facts.ids[key] = name, row.pk, row.public_id


def professional(world: World, key: str, capacity: str, **more: object) -> None:
    person(world, key, professional=True)
    world.account(key, capacity, **more)


def worker_of(number: int) -> str:
    return f"worker{number % 24}"
