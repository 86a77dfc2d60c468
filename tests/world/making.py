"""The world while it is made: its facts, the clock of the building, and shorthands."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from naast.access.viewer import Viewer
from naast.actions.choice import Choice
from naast.records.models import Account

from .oracle import Facts, Period, Told, Watcher
from .words import UniqueWords

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
NATURES = ("fact", "telling", "opinion", "wish")


@dataclass
class World:
    """The facts, the clock of the building, and shorthands."""

    rng: random.Random
    facts: Facts = field(default_factory=Facts)
    at: datetime = START
    words: UniqueWords = field(default_factory=lambda: UniqueWords("qx"))
    names: UniqueWords = field(default_factory=lambda: UniqueWords("yx"))
    accounts: dict[tuple[str, str], Account] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    feeds: dict[str, tuple[UUID, str]] = field(default_factory=dict)  # the address of a worker's own calendar

    def tick(self) -> datetime:
        self.at += timedelta(minutes=7)
        return self.at

    def word(self) -> str:
        return next(self.words)

    def viewer(self, human: str, capacity: str) -> Viewer:
        account = self.accounts.get((human, capacity))
        return Viewer(account.pk if account else None, self.facts.rows[human], capacity, self.tick())

    def choice(self, humans: list[str]) -> Choice:
        return Choice(tuple(self.facts.ids[human] for human in humans))

    def account(self, human: str, capacity: str, **more: object) -> Account:
        """An account, and the watcher that the crawl will be."""
        account = Account.objects.create(
            human_id=self.facts.rows[human],
            capacity=capacity,
            display_name=self.facts.names[human],
            email=f"{human}.{capacity}@voorbeeld.example" if capacity != "resident" else None,
            **more,
        )
        self.accounts[human, capacity] = account
        self.facts.watchers.append(Watcher(human, capacity, account.pk))
        return account

    def note(
        self, home: str, kind: str, names: set[str], readers: list[str], entry: UUID, word: str = ""
    ) -> Told:
        """Write down what was asked for: these residents may read it from now on, and the team."""
        chosen = [((human, "resident"), Period(START)) for human in readers]
        told = Told(word, home, entry, kind, names, chosen, self.at)
        self.facts.told.append(told)
        return told
