"""One watcher fetches addresses; what is found where it may not be is written down in words."""

import logging
import os
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, is_dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.test import Client
from django.test.signals import template_rendered

from tests.architecture.contexts import records_in
from tests.world.build import NOW, World
from tests.world.fixture import undone
from tests.world.oracle import Watcher, named_by
from tests.world.words import RAW

from . import reading
from .addresses import HOLDS_NO_WORD, Address, Arguments, all_addresses
from .questions import with_questions
from .session import signed_in

ENDS_THE_SESSION = {"staff-sign-out", "portal-exit"}
NAMES = re.compile(r'<(?:input|select|textarea)[^>]*\bname="([^"]+)"')
PARTS = 32 if os.environ.get("NAAST_CRAWL") == "full" else 4  # in which the watchers are walked side by side
BAD = ("", "2999-01-01", "zz-not-an-id", "\x00\ud7ff" + "x" * 300)


@dataclass
class Allowed:
    """The unique words that one watcher may come across."""

    words: set[str]
    names: set[str]

    @classmethod
    def of(cls, world: World, watcher: Watcher, *, asked: bool = False, handed: bool = False) -> "Allowed":
        """A resident's own drafts show behind the PIN and on a handed-over screen."""
        facts = world.facts
        told = facts.readable(watcher, NOW)
        known = named_by(told)
        if watcher.capacity == "resident" and not asked:
            told = facts.over_the_shoulder(watcher, NOW)
        words = {word for one in told for word in one.words}
        if watcher.capacity == "resident" and not asked:
            words -= {word for one in told for word in one.unasked_not}
        words |= facts.may_know_why(watcher, NOW)
        if watcher.capacity != "resident" or asked or handed:
            me = (watcher.human, watcher.capacity)
            words |= {kept.word for kept in facts.drafts if (kept.human, kept.capacity) == me}
        people = named_by(told) | {watcher.human}
        for home in {one.home for one in told}:  # who lives together names each other
            if watcher.human in facts.living[home]:
                people |= facts.living[home] & known
        if watcher.capacity in ("staff", "privacy"):  # who works here is chosen from the accounts there are
            people |= {other.human for other in facts.watchers if other.capacity != "resident"}
        return cls(words, {facts.names[human].lower() for human in people})

    def both(self, other: "Allowed") -> "Allowed":
        return Allowed(self.words & other.words, self.names & other.names)

    @property
    def everything(self) -> set[str]:
        return self.words | self.names


NOTHING = Allowed(set(), set())


@dataclass
class Crawl:
    """A crawl of the world: what leaked, and which addresses answered how."""

    world: World
    full: bool
    wrong: list[str] = field(default_factory=list)
    answered: dict[str, Counter[int]] = field(default_factory=dict)
    fetched: int = 0
    eyes: dict[tuple[str, str], set[str]] = field(default_factory=dict)  # the words that somebody may read
    made: set[str] = field(init=False)  # every unique word that there is
    look_inside: int = 5  # the contexts of every so many answers are walked
    until: str = ""  # walks no further than the first that is wrong and says this

    def __post_init__(self) -> None:
        self.made = self.world.facts.every_word()

    def as_watcher(
        self,
        watcher: Watcher,
        *,
        posts: bool,
        allowed: Allowed | None = None,
        prepare: Callable[[Client], None] = lambda client: None,
    ) -> None:
        """Everything of their own, a sample of everything else; also by POST, with bad input."""
        rng = random.Random(f"crawl {watcher.human} {watcher.capacity}")
        arguments = Arguments(self.world, watcher, self.full, rng)
        allowed = allowed or Allowed.of(self.world, watcher)
        most = 10 if self.full else 1  # are posted to; each is posted to several times
        with undone():
            client = signed_in(watcher)
            prepare(client)
            for address in walked():
                if self.until and any(self.until in wrong for wrong in self.wrong):
                    return
                own, others = list(arguments.own(address)), list(arguments.others(address))
                posted = {*arguments.some(own, most), *arguments.some(others, most + 2)} if posts else set()
                for path in own:
                    for asked in with_questions(path, arguments, address):
                        page = self.fetch(client, watcher, address, asked, allowed)
                        if asked in posted:
                            self.post(client, watcher, address, asked, allowed, page)
                for path in others:
                    page = self.fetch(client, watcher, address, path, allowed)
                    if path in posted:
                        self.post(client, watcher, address, path, allowed, page)

    def fetch(self, client: Client, watcher: Watcher, address: Address, path: str, allowed: Allowed) -> Any:
        """One GET, and a look at everything that came."""
        self.fetched += 1
        with Contexts(self.fetched % self.look_inside == 0) as contexts:
            response = client.get(path)
        here = self.through(path, self.at_table(watcher, path, allowed))
        may_show = NOTHING if address.name == HOLDS_NO_WORD else here
        self.look(response, watcher, address, f"GET {path}", may_show)
        for found in contexts.records:
            self.wrong.append(f"{address.name}: a template is given {found}")
        return response

    def post(
        self, client: Client, watcher: Watcher, address: Address, path: str, allowed: Allowed, page: Any
    ) -> None:
        """Posts with nothing and with bad input in every field of this page; undone afterwards."""
        fields = set() if page.streaming else set(NAMES.findall(page.content.decode("utf-8", "replace")))
        for bad in BAD if self.full else BAD[:1] + BAD[2:3]:
            kept = client.cookies.copy()
            with undone():
                response = client.post(path, dict.fromkeys(fields, bad) if bad else {})
            here = self.at_table(watcher, path, allowed)
            self.look(response, watcher, address, f"POST {path} {bad[:12]!a}", here)
            client.cookies = kept

    def at_table(self, watcher: Watcher, path: str, allowed: Allowed) -> Allowed:
        """At a table: only what the worker and everybody who sits there may read at home."""
        asked = parse_qs(urlsplit(path).query).get("aan", [])
        if not asked:
            return allowed
        facts = self.world.facts
        seated = [human for human, public in facts.ids.items() if str(public) in asked]
        told = [
            one
            for one in facts.readable(watcher, NOW)
            if all(facts.may_read(Watcher(human, "resident", 0), one, NOW, watcher.human) for human in seated)
        ]
        words = {word for one in told for word in one.words}
        known = named_by(told) | set(seated)
        return Allowed(words, {facts.names[human].lower() for human in known})

    def through(self, path: str, allowed: Allowed) -> Allowed:
        """Through somebody's eyes: what both may read."""
        asked = parse_qs(urlsplit(path).query)
        if "ogen" not in asked:
            return allowed
        facts = self.world.facts
        human = next(human for human, public in facts.ids.items() if str(public) == asked["ogen"][0])
        eyes = Watcher(human, asked.get("als", ["resident"])[0], 0)
        key = (human, eyes.capacity)
        if key not in self.eyes:
            self.eyes[key] = {word for one in facts.readable(eyes, NOW) for word in one.words}
        words = self.eyes[key]
        return Allowed(allowed.words & words, allowed.names)

    def look(self, response: Any, watcher: Watcher, address: Address, what: str, allowed: Allowed) -> None:
        """Is there a word that may not be here, or an error?"""
        sent_away = response.get("Location", "").startswith(settings.LOGIN_URL)
        self.answered.setdefault(address.name, Counter())[401 if sent_away else response.status_code] += 1
        who = f"{watcher.human} as {watcher.capacity}: {what} ({address.name})"
        if response.status_code >= 500:
            error = response.exc_info[1] if getattr(response, "exc_info", None) else ""
            self.wrong.append(f"{who} answers {response.status_code} {type(error).__name__} {error}")
            return
        text = reading.body(response)
        if "‹" in reading.said(response):
            self.wrong.append(f"{who} shows both forms of a word that is meant for one reader")
        if RAW.search(text) and response["Content-Type"].startswith("text/html"):
            self.wrong.append(f"{who} shows what somebody typed as markup")
        found = reading.words_in(text) | reading.words_in(reading.headers(response))
        for word in sorted((found & self.made) - allowed.everything):
            self.wrong.append(f"{who} shows {self.whose(word)}")
        named = reading.words_in(reading.title(text) + what + response.get("Location", ""))
        for word in sorted(named & self.made):
            self.wrong.append(f"{who} has {self.whose(word)} in its title or address")

    def told(self) -> str:
        """What is wrong, for who reads the failure."""
        return "\n" + "\n".join(sorted(set(self.wrong))[:60])

    def whose(self, word: str) -> str:
        """Where a word comes from, for who reads the failure."""
        for told in self.world.facts.told:
            if word in told.words:
                return f"a {told.kind} of {told.home} ({word})"
        for said in self.world.facts.same:
            if word in said.words:
                return f"why {said.kept} and {said.other} are one, or not ({word})"
        for kept in self.world.facts.drafts:
            if word == kept.word:
                return f"a draft of {kept.human} as {kept.capacity} ({word})"
        if word in self.world.facts.never:
            return f"what nobody may see ({word})"
        humans = [human for human, name in self.world.facts.names.items() if name.lower() == word]
        return f"the name of {humans[0] if humans else 'nobody'} ({word})"


class Contexts:
    """Walks what templates are given while it is open."""

    def __init__(self, looking: bool) -> None:
        self.looking, self.records = looking, set[str]()

    def __enter__(self) -> "Contexts":
        if self.looking:
            template_rendered.connect(self._rendered)
        return self

    def __exit__(self, *_: object) -> None:
        template_rendered.disconnect(self._rendered)

    def _rendered(self, *, context: Any, template: Any, **_: object) -> None:
        if (template.name or "").startswith(("staff/", "portal/", "naast/404")):
            flat = context.flatten()
            self.records |= {f"{template.name} {found}" for found in records_in(flat)}
            for name, value in flat.items():
                if is_dataclass(value) and reading.words_in(repr(value)):
                    self.records.add(f"{template.name} {name}: its repr tells who it is about")


def walked() -> list[Address]:
    """Every address but those that end the session."""
    return [address for address in all_addresses() if address.name not in ENDS_THE_SESSION]


def of_capacity(world: World, *capacities: str) -> list[Watcher]:
    return [watcher for watcher in world.facts.watchers if watcher.capacity in capacities]


class Logged(logging.Handler):
    """Everything that is logged while it is open: unique words in it are kept, the lines are not printed."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.words: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.words |= reading.words_in(self.format(record))

    def __enter__(self) -> "Logged":
        root = logging.getLogger()
        self.kept, root.handlers = root.handlers, [self]
        self.level = root.level
        root.setLevel(logging.INFO)
        return self

    def __exit__(self, *_: object) -> None:
        root = logging.getLogger()
        root.handlers = self.kept
        root.setLevel(self.level)


def check(world: World, full: bool, watchers: list[Watcher], posts_of_every: int) -> None:
    """Crawl as these watchers; nothing leaks, also not into a log line."""
    crawl = Crawl(world, full)
    with Logged() as logged:
        for place, watcher in enumerate(watchers):
            crawl.as_watcher(watcher, posts=place % posts_of_every == 0)
    assert crawl.wrong == [], crawl.told()
    assert not logged.words & crawl.made, [crawl.whose(word) for word in logged.words]
    assert sum(answers[200] for answers in crawl.answered.values()) > len(watchers), "nobody was signed in"
