"""Every address that exists, from the resolver, so that none can be forgotten; and what goes into each."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from naast.staff.people.views import CHANGES
from tests.world.build import NOW, World
from tests.world.oracle import Told, Watcher

# What an argument of an address stands for. A name that is not here makes the test fail: add it.
DOSSIERS = {"dossier"}
PERSONS = {"person", "human", "member", "who"}
ENTRIES = {
    "entry", "agreement", "involvement", "membership", "file", "question", "situation", "relation", "statement",
    "moment", "notice", "opening", "authority", "contact", "data", "target", "position", "other", "talk",
}  # fmt: skip
ACCOUNTS = {"account", "colleague", "partner"}
TOKENS = {"token", "link", "draft", "waiting", "text", "key", "proposal", "device"}
EITHER = {"of"}  # a person or an entry
CHOICES = {"what": sorted(CHANGES)}  # one of a few words
SAMPLED = 0.3  # of the addresses, for what is not their own
UNKNOWN = UUID("5f1d1f6e-0000-4000-8000-000000000000")


@dataclass(frozen=True)
class Address:
    """One address: its name, its arguments by converter class, and its view."""

    name: str
    arguments: dict[str, str]
    view: Any = field(compare=False)

    def path(self, **values: object) -> str:
        return reverse(self.name, kwargs=values)

    @property
    def ids(self) -> list[str]:
        """The arguments that name something of a household."""
        return [name for name in self.arguments if name in DOSSIERS | PERSONS | ENTRIES | EITHER]


def all_addresses() -> list[Address]:
    """Every address of the web faces."""
    return list(_walk(get_resolver().url_patterns))


def _walk(patterns: list[URLPattern | URLResolver]) -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns)
        else:
            converters = pattern.pattern.converters
            yield Address(
                pattern.name or "",
                {name: type(converter).__name__ for name, converter in converters.items()},
                pattern.callback,
            )


def unprovided(addresses: list[Address]) -> list[str]:
    """Addresses with an argument that nobody can fill in."""
    known = DOSSIERS | PERSONS | ENTRIES | ACCOUNTS | TOKENS | EITHER | set(CHOICES)
    return [f"{a.name}: {name}" for a in addresses for name in a.arguments if name not in known]


@dataclass
class Arguments:
    """What one watcher may put into addresses: their own things, and a sample of everything else."""

    world: World
    watcher: Watcher
    full: bool
    rng: random.Random

    def __post_init__(self) -> None:
        self.mine: dict[str, list[Told]] = {}
        for told in self.world.facts.readable(self.watcher, NOW):
            self.mine.setdefault(told.home, []).append(told)
        self.homes = sorted(self.mine)
        self.foreign = sorted(set(self.world.facts.homes) - set(self.homes))
        self.by_home: dict[str, list[Told]] = {}
        for told in self.world.facts.told:
            self.by_home.setdefault(told.home, []).append(told)

    def few(self, found: list[Any], most: int) -> list[Any]:
        """All of it, or that many."""
        return found if self.full or len(found) <= most else self.rng.sample(found, most)

    def of_home(self, address: Address, home: str, entries: list[Told], most: int) -> list[str]:
        """Paths of one address within one home, with these entries in the place of entries."""
        facts = self.world.facts
        choices: list[list[object]] = []
        people = sorted({human for told in self.by_home[home] for human in told.names})
        for name in address.arguments:
            if name in DOSSIERS:
                choices.append([facts.homes[home]])
            elif name in ENTRIES:
                choices.append([told.entry for told in entries])
            elif name in PERSONS:
                choices.append([facts.ids[human] for human in people])
            elif name in EITHER:
                choices.append([*(facts.ids[human] for human in people), *(told.entry for told in entries)])
            elif name in CHOICES:
                choices.append([*CHOICES[name]])
            elif name in ACCOUNTS:
                choices.append([UNKNOWN])
            else:
                choices.append([UNKNOWN if address.arguments[name] == "UUIDConverter" else "x" * 43])
        found = list(product(*choices))
        return [
            address.path(**dict(zip(address.arguments, values, strict=True)))
            for values in self.few(found, most)
        ]

    def own(self, address: Address) -> Iterator[str]:
        """Their own paths: each of their homes, some of the entries they may read."""
        if not address.ids:
            home = next(iter(self.world.facts.homes))
            yield from self.of_home(address, home, [], 1)
            return
        for home in self.homes:
            yield from self.of_home(address, home, self.mine[home], 1)

    def others(self, address: Address) -> Iterator[str]:
        """Of everything else: what they may not read of their own homes, and other homes."""
        if not address.ids or not (self.full or self.rng.random() < SAMPLED):
            return
        with_entries = bool((ENTRIES | EITHER) & set(address.arguments))
        for home in self.few(self.homes, 1) if with_entries else []:
            hidden = [told for told in self.by_home[home] if told not in self.mine[home]]
            if hidden:
                yield from self.of_home(address, home, hidden, 1)
        for home in self.few(self.foreign, 1):
            yield from self.of_home(address, home, self.by_home[home], 1)


def with_questions(path: str, arguments: Arguments, address: Address) -> Iterator[str]:
    """The same path as it is asked for: through somebody's eyes, with filters."""
    yield path
    if arguments.watcher.capacity != "staff" or "dossier" not in address.arguments:
        return
    facts = arguments.world.facts
    home = next((home for home, uuid in facts.homes.items() if str(uuid) in path), None)
    if home is None:
        return
    people = sorted({human for told in arguments.by_home[home] for human in told.names})
    for human in arguments.few(people, 1):
        capacity = arguments.rng.choice(["resident", "resident", "partner"])
        yield f"{path}?ogen={facts.ids[human]}&als={capacity}"
        if arguments.full:
            yield f"{path}?ogen={facts.ids[human]}&als={capacity}&dag=2030-01-01"
