"""Every address that exists, from the resolver, so that none can be forgotten; and what goes into each."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from naast.rules.matters import NOTED
from naast.staff.people.views import CHANGES
from tests.world.build import NOW, World
from tests.world.oracle import Told, Watcher

# What an argument of an address stands for. A name that is not here makes the test fail: add it.
DOSSIERS = {"dossier"}
PERSONS = {"person", "human", "member", "who"}
ENTRIES = {
    "entry", "agreement", "involvement", "membership", "file", "question", "situation", "relation", "statement",
    "moment", "notice", "opening", "authority", "contact", "data", "target", "position", "other", "talk", "condition",
    "appointment", "supporter", "part", "guideline", "paper", "reading", "consent",
    "sharing", "apart", "matter", "incident", "factor",
}  # fmt: skip
ACCOUNTS = {"account", "colleague", "partner"}
TOKENS = {"token", "link", "draft", "waiting", "text", "key", "proposal", "device", "feed"}
EITHER = {"of"}  # a person or an entry
# An argument that stands for one kind of entry: there another kind is as good as missing.
KINDS = {
    "agreement": "agreement", "notice": "notice", "situation": "situation", "question": "question",
    "file": "file", "statement": "statement", "moment": "moment", "opening": "opening", "position": "position",
    "condition": "condition", "supporter": "supporter", "appointment": "appointment",
    "part": "plan_part", "guideline": "guideline", "paper": "paper", "reading": "emergency",
    "consent": "consent", "sharing": "sharing", "apart": "apart", "matter": "matter", "incident": "incident",
    "factor": "factor",
}  # fmt: skip
# an entry there is a file
OF_FILES = {"staff-file", "staff-file-replace", "portal-file", "portal-file-replace"}
DRAWS_AN_ENTRY = {
    "staff-entry": "staff partner", "portal-entry": "resident",
    "staff-file": "staff partner", "portal-file": "resident",
}  # fmt: skip
# Setting such a file and reading it again takes ten times as long as a page: one home of each watcher unless all is
# fetched; the words that it holds are those of a page that is fetched for every home.
SET_AND_READ = {
    "staff-plan-pdf", "staff-plan-children", "staff-plan-cards",
    "portal-plan-pdf", "portal-plan-children", "portal-plan-card",
}  # fmt: skip
# What a worker's own calendar fetches: no word of a household at all, also none that they may read.
HOLDS_NO_WORD = "staff-calendar-feed"
CHOICES = {"what": sorted(CHANGES), "sort": list(NOTED)}  # one of a few words
# what a privacy officer looks at, in dossiers that they may not read
OVERSEEN = ("emergency", "sharing", "opening")
SAMPLED = 0.3  # of the addresses, for what is not their own
UUIDS = re.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
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
        self.people = {
            home: sorted({human for told in entries for human in told.names})
            for home, entries in self.by_home.items()
        }
        read = {id(told) for entries in self.mine.values() for told in entries}
        self.hidden = {
            home: [told for told in self.by_home[home] if id(told) not in read] for home in self.mine
        }

        self.where = {str(told.entry): told.home for told in self.world.facts.told}
        self.where |= {str(dossier): home for home, dossier in self.world.facts.homes.items()}
        listed = self.world.accounts.items()
        accounts = sorted((key, account.public_id) for key, account in listed if key[1] == "staff")
        some = [public for _, public in self.rng.sample(accounts, 3)]
        self.accounts: list[object] = list(dict.fromkeys([UNKNOWN, *some, *self.colleagues()]))
        self.drafts = [UNKNOWN, *(kept.draft for kept in self.world.facts.drafts)]
        mine = self.world.feeds.get(self.watcher.human) if self.watcher.capacity == "staff" else None
        self.feed: dict[str, object] = dict(zip(("feed", "token"), mine, strict=True)) if mine else {}

    def home_of(self, path: str) -> str | None:
        """The home that a path is about: that of the first dossier or entry in it."""
        return next((self.where[one] for one in UUIDS.findall(path) if one in self.where), None)

    def fitting(self, address: Address, entries: list[Told]) -> list[Told]:
        """Of these entries the ones that the address is about; all of them where it takes any."""
        kind = next((KINDS[name] for name in address.arguments if name in KINDS), "")
        kind = "file" if address.name in OF_FILES else kind
        kind = "proposal" if address.name == "staff-role" else kind
        return [told for told in entries if told.kind == kind] if kind else entries

    def few(self, found: list[Any], most: int) -> list[Any]:
        """All of it, or that many."""
        return found if self.full else self.some(found, most)

    def some(self, found: list[Any], most: int | None) -> list[Any]:
        """That many of it; None is all of it."""
        return found if most is None or len(found) <= most else self.rng.sample(found, most)

    def colleagues(self) -> list[object]:
        """The accounts of the team that the watcher manages; nobody's for who manages none."""
        accounts = self.world.accounts
        mine = accounts.get((self.watcher.human, self.watcher.capacity))
        if mine is None or not mine.manages_team:
            return []
        return [
            one.public_id for one in accounts.values() if one.team_id == mine.team_id and one.pk != mine.pk
        ]

    def serves(self, address: Address) -> bool:
        """Is this an address of the watcher's own face? Elsewhere every argument is refused before it is looked at."""
        other = "staff-" if self.watcher.capacity == "resident" else "portal-"
        return not address.name.startswith(other)

    def of_home(
        self, address: Address, home: str, entries: list[Told], most: int | None, *, every_choice: bool = True
    ) -> list[str]:
        """Paths of one address within one home, with these entries in the place of entries."""
        facts = self.world.facts
        choices: list[list[object]] = []
        people = self.people[home]
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
                choices.append(self.some(CHOICES[name], None if every_choice else 1))
            elif name in ACCOUNTS:
                choices.append(self.accounts)
            elif name == "draft":
                choices.append(self.drafts)
            elif address.name == HOLDS_NO_WORD and self.feed:
                choices.append([self.feed[name]])
            else:
                choices.append([UNKNOWN if address.arguments[name] == "UUIDConverter" else "x" * 43])
        found = list(product(*choices))
        return [
            address.path(**dict(zip(address.arguments, values, strict=True)))
            for values in self.some(found, most)
        ]

    def own(self, address: Address) -> Iterator[str]:
        """Their own paths: each of their homes, and of what they may read there every entry's page.

        Of the pages on which something is done with an entry: one that it can be done with. Of paper: one home's.
        Of the other face, which is nobody's own there: a sample.
        """
        if not self.full and not self.serves(address) and self.rng.random() > SAMPLED:
            return
        if not address.ids:
            home = next(iter(self.world.facts.homes))
            yield from self.of_home(address, home, [], len(self.accounts) if self.serves(address) else 1)
            return
        if address.name == "staff-oversight-one" and self.watcher.capacity == "privacy":
            done = [told for told in self.world.facts.told if told.kind in OVERSEEN]
            yield from (address.path(entry=told.entry) for told in self.few(done, 8))
            return
        drawn = self.watcher.capacity in DRAWS_AN_ENTRY.get(address.name, "").split()
        for home in self.homes[:1] if address.name in SET_AND_READ and not self.full else self.homes:
            entries = self.fitting(address, self.mine[home]) or self.mine[home][:1]
            yield from self.of_home(address, home, entries, None if drawn or self.full else 1)

    def others(self, address: Address) -> Iterator[str]:
        """Of everything else: what they may not read of their own homes, and other homes."""
        if not address.ids or not (self.full or self.rng.random() < SAMPLED):
            return
        most = None if self.full and self.serves(address) else 1
        with_entries = bool((ENTRIES | EITHER) & set(address.arguments))
        for home in self.few(self.homes, 1) if with_entries else []:
            hidden = self.fitting(address, self.hidden[home]) or self.hidden[home]
            if hidden:
                yield from self.of_home(address, home, hidden, most, every_choice=False)
        for home in self.few(self.foreign, 1):
            entries = self.fitting(address, self.by_home[home]) or self.by_home[home]
            yield from self.of_home(address, home, entries, most, every_choice=False)
