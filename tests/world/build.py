"""Builds the world through the acts, and writes down in plain terms (oracle.Facts) what it asked for.

Deterministic for a seed. Holds every hard case of the issue: a worker who is a resident elsewhere, a worker who
is an aunt, a mother who teaches another household's child, an entry withheld *and* shared, expired and future
rows, people with two accounts, secret addresses and somebody who writes one, twins, an unborn child, a split household.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from naast.access.doors import upkeep
from naast.access.viewer import Viewer
from naast.actions import dossiers, entries, involvements, openings
from naast.actions.choice import Choice
from naast.actions.dossiers import NewMember, NewPerson, NewRelation
from naast.records.models import Account, CircleRow, Entry, Person, Share, Team

from . import held, plans
from .oracle import Facts, Kept, Period, Told, Watcher
from .words import unique_words

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
NATURES = ("fact", "telling", "opinion", "wish")


@dataclass
class World:
    """The facts, the clock of the building, and shorthands."""

    rng: random.Random
    facts: Facts = field(default_factory=Facts)
    at: datetime = START
    words: object = field(default_factory=lambda: unique_words("qx"))
    names: object = field(default_factory=lambda: unique_words("yx"))
    accounts: dict[tuple[str, str], Account] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)

    def tick(self) -> datetime:
        self.at += timedelta(minutes=7)
        return self.at

    def word(self) -> str:
        return next(self.words)  # type: ignore[call-overload, no-any-return]

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


def build(seed: int = 20261116, homes: int = 36) -> World:
    """The whole world; about 800 acts."""
    world = World(random.Random(seed))
    teams = [Team.objects.create(name=f"Team {n}", municipality="Voorbeeldstad") for n in range(1, 4)]
    for number in range(24):
        _professional(world, f"worker{number}", "staff", team=teams[number % 3], manages_team=number < 3)
    for number in range(10):
        _professional(world, f"partner{number}", "partner")
    for number in range(homes):
        _household(world, number)
    for home in list(world.members):
        _stories(world, home)
    _two_hats(world)
    _aunt(world)
    _teaching_mother(world)
    _withheld_and_shared(world)
    _expired_and_future(world)
    _split(world)
    plans.tell(world)
    held.tell(world)
    world.at = NOW
    return world


def _person(world: World, key: str, *, professional: bool) -> str:
    name = next(world.names).capitalize()  # type: ignore[call-overload]
    with upkeep():
        row = Person.objects.create(call_name=name, professional=professional)
    _know(world, key, name, row)
    if professional:
        world.facts.professionals.add(key)
    return key


def _know(world: World, key: str, name: str, row: Person) -> None:
    world.facts.names[key], world.facts.rows[key], world.facts.ids[key] = name, row.pk, row.public_id


def _professional(world: World, key: str, capacity: str, **more: object) -> None:
    _person(world, key, professional=True)
    world.account(key, capacity, **more)


def _worker(number: int) -> str:
    return f"worker{number % 24}"


def _household(world: World, number: int) -> None:
    """Two to five people; every fifth has twins, every seventh an unborn child, some a secret address."""
    home = f"home{number}"
    rng = world.rng
    keys = [f"{home}-{part}" for part in ("one", "two", "kid", "kid2", "unborn")]
    size = rng.choice((2, 3, 4))
    chosen = keys[:size]
    if number % 5 == 0:
        chosen = keys[:4]
    if number % 7 == 0:
        chosen = [*chosen[:3], keys[4]]
    names = {key: next(world.names).capitalize() for key in chosen}  # type: ignore[call-overload]
    secret = number % 4 == 0
    address = f"{world.word().capitalize()}straat 4" if secret else ""
    persons = []
    for key in chosen:
        kid, unborn = "kid" in key, "unborn" in key
        born = None if unborn else date(2016 if kid else 1988, 3, 3 if number % 5 == 0 else 1 + len(persons))
        persons.append(
            NewPerson(
                key,
                names[key],
                birth_from=born,
                birth_to=born,
                unborn=unborn,
                secret=secret and key.endswith("one"),
                addresses=(("street", address),) if address and key.endswith("one") else (),
            )
        )
    worker = _worker(number)
    opened = world.viewer(worker, "staff")
    dossier = dossiers.open_household(
        viewer=opened,
        persons=persons,
        members=[NewMember(key) for key in chosen],
        relations=[NewRelation(chosen[0], "partner", chosen[1])],
        purpose="vraag om hulp",
    )
    world.facts.homes[home] = dossier
    world.members[home] = chosen
    world.facts.living[home] = {key for key in chosen if "unborn" not in key}
    world.facts.team[home] = [(worker, Period(opened.at))]
    with upkeep():
        for row in Person.objects.filter(call_name__in=names.values()):
            key = next(key for key, name in names.items() if name == row.call_name)
            _know(world, key, names[key], row)
        written = list(Entry.objects.filter(dossier__public_id=dossier).order_by("id"))
    _note_opening(world, home, chosen, worker, written, address)
    for key in chosen:
        if "unborn" not in key:
            world.account(key, "resident")
    if number % 2:
        _colleague(world, home, _worker(number + 5))
    _partner(world, home, f"partner{number % 10}")


def _note_opening(
    world: World, home: str, chosen: list[str], worker: str, written: list[Entry], address: str
) -> None:
    """By hand: who reads the entries that an opening makes (design 3 and 4.4)."""
    born = [key for key in chosen if "unborn" not in key]
    kinds = [entry.kind for entry in written]
    expected = ["involvement", *["membership"] * len(chosen), "relation"] + (
        ["contact_data"] if address else []
    )
    assert kinds == expected, kinds
    names = [{worker}] + [{key, worker} for key in chosen] + [{chosen[0], chosen[1], worker}]
    for entry, named in zip(written, names, strict=False):
        world.note(home, entry.kind, named, born, entry.public_id)
    if address:
        word = address.split("straat")[0].lower()
        world.note(home, "contact_data", {chosen[0], worker}, [chosen[0]], written[-1].public_id, word)


def _colleague(world: World, home: str, colleague: str) -> None:
    fixed = world.facts.team[home][0][0]
    viewer = world.viewer(fixed, "staff")
    account = world.accounts[colleague, "staff"]
    with upkeep():
        same_team = Account.objects.get(pk=world.accounts[fixed, "staff"].pk).team_id == account.team_id
    if not same_team or colleague == fixed:
        return
    entry = involvements.add_colleague(
        viewer=viewer,
        dossier=world.facts.homes[home],
        account=account.public_id,
        role="team",
        starts=viewer.at,
    )
    born = [key for key in world.members[home] if "unborn" not in key]
    world.facts.team[home].append((colleague, Period(viewer.at)))
    world.note(home, "involvement", {fixed, colleague}, born, entry)


def _partner(world: World, home: str, partner: str) -> None:
    fixed = world.facts.team[home][0][0]
    viewer = world.viewer(fixed, "staff")
    ends = NOW + timedelta(days=20)
    one = world.members[home][0]
    entry = involvements.add_partner(
        viewer=viewer,
        dossier=world.facts.homes[home],
        account=world.accounts[partner, "partner"].public_id,
        organisation="school",
        ground="kent het kind",
        readers=[world.facts.ids[one]],
        starts=viewer.at,
        ends=ends,
    )
    told = world.note(home, "involvement", {fixed, partner}, [one], entry)
    told.shared.append(((partner, "partner"), Period(viewer.at, ends)))


def _tell(world: World, home: str, teller: str | None, readers: list[str], about: list[str]) -> Told:
    """One telling to the fixed face, alone; its word is unique."""
    fixed = world.facts.team[home][0][0]
    word = world.word()
    viewer = world.viewer(fixed, "staff")
    ids = entries.tell_talk(
        viewer=viewer,
        dossier=world.facts.homes[home],
        talk=entries.Talk("home_visit", entries.Happened()),
        passages=[
            entries.Passage(
                f"Toen zei iemand {word} en daarna was het stil.",
                world.rng.choice(NATURES),
                world.choice(readers),
                teller=world.facts.ids[teller] if teller else None,
                about=tuple(world.facts.ids[human] for human in about),
            )
        ],
    )
    world.note(home, "contact", {fixed}, [], ids[0])
    names = {fixed, teller or fixed, *about}
    told = world.note(home, "passage", names, [*readers, *([teller] if teller else [])], ids[1], word)
    partners = {human for (human, capacity) in world.accounts if capacity == "partner"}
    told.chosen = [
        (
            (human, "partner" if human in partners else "resident"),
            Period(START, NOW + timedelta(days=20)) if human in partners else Period(START),
        )
        for (human, _), _ in told.chosen
    ]
    return told


def _stories(world: World, home: str) -> None:
    rng = world.rng
    born = [key for key in world.members[home] if "unborn" not in key]
    for _ in range(5):
        teller = rng.choice([*born, None])
        readers = rng.sample(born, rng.randint(0, len(born)))
        about = rng.sample(world.members[home], 1)
        _tell(world, home, teller, readers, about)
    one = born[0]
    word = world.word()
    viewer = world.viewer(one, "resident")
    entry = entries.tell(
        viewer=viewer,
        dossier=world.facts.homes[home],
        passage=entries.Passage(f"Ik zeg zelf {word}.", "telling", Choice()),
    )
    world.note(home, "passage", {one}, [one], entry, word)


def _two_hats(world: World) -> None:
    """A worker who is a resident elsewhere: one human, two accounts, each reads on its own."""
    worker, home = "worker1", "home7"
    _colleague(world, "home31", worker)  # by which the fixed face of both homes knows who this is
    viewer = world.viewer(world.facts.team[home][0][0], "staff")
    dossier = world.facts.homes[home]
    one = world.members[home][0]
    with upkeep():
        before = set(Entry.objects.values_list("id", flat=True))
        row = Person.objects.get(pk=world.facts.rows[worker])
        row.bsn_hash = "two-hats"
        row.save()
    # the register would give the same person; by hand the BSN's hash is what makes them one
    import naast.actions.dossiers as acts
    from naast.records.models import Dossier, Household  # noqa: F401

    original = acts.look_up_hash
    acts.look_up_hash = lambda text, context: "two-hats"  # type: ignore[assignment]
    try:
        dossiers.add_person(
            viewer=viewer,
            dossier=dossier,
            person=NewPerson("x", "Ander", bsn="999999990"),
            relation=("sibling", world.facts.ids[one]),
        )
    finally:
        acts.look_up_hash = original
    with upkeep():
        entry = Entry.objects.exclude(id__in=before).get()
    fixed = world.facts.team[home][0][0]
    world.note(home, "relation", {worker, one, fixed}, [worker, one], entry.public_id)
    world.account(worker, "resident")
    _tell(world, home, worker, [], [one])


def _aunt(world: World) -> None:
    """A worker who is an aunt: in the team of the dossier, and withheld from it by her own declaration."""
    home = "home8"
    fixed = world.facts.team[home][0][0]
    colleague = next(
        human
        for (human, capacity), account in world.accounts.items()
        if capacity == "staff"
        and human != fixed
        and account.team_id == world.accounts[fixed, "staff"].team_id
        and human not in {h for h, _ in world.facts.team[home]}
    )
    _colleague(world, home, colleague)
    viewer = world.viewer(colleague, "staff")
    openings.withhold_self(viewer=viewer, dossier=world.facts.homes[home], reason="tante van een kind")
    world.facts.kept.append(Kept(colleague, home, Period(viewer.at)))


def _teaching_mother(world: World) -> None:
    """A mother in one household who teaches a child of another: resident here, partner there."""
    mother, there = world.members["home9"][0], "home10"
    account = world.account(mother, "partner")
    world.facts.professionals.discard(mother)
    fixed = world.facts.team[there][0][0]
    viewer = world.viewer(fixed, "staff")
    ends = NOW + timedelta(days=20)
    entry = involvements.add_partner(
        viewer=viewer,
        dossier=world.facts.homes[there],
        account=account.public_id,
        organisation="school",
        ground="juf",
        readers=[],
        starts=viewer.at,
        ends=ends,
    )
    told = world.note(there, "involvement", {fixed, mother}, [], entry)
    told.shared.append(((mother, "partner"), Period(viewer.at, ends)))
    told = _tell(world, there, world.members[there][0], [], [])
    viewer = world.viewer(fixed, "staff")
    openings.widen(viewer=viewer, entry=told.entry, readers=[world.facts.ids[mother]], how="asked")
    told.shared.append(((mother, "partner"), Period(viewer.at)))


def _withheld_and_shared(world: World) -> None:
    """An entry that one person was chosen for, that is shared to them as well, and that is withheld from them."""
    home = "home11"
    one, two = world.members[home][:2]
    fixed = world.facts.team[home][0][0]
    told = _tell(world, home, one, [two], [])
    viewer = world.viewer(fixed, "staff")
    openings.widen(viewer=viewer, entry=told.entry, readers=[world.facts.ids[two]], how="asked")
    told.shared.append(((two, "resident"), Period(viewer.at)))
    viewer = world.viewer(fixed, "staff")
    openings.withhold(
        viewer=viewer,
        dossier=world.facts.homes[home],
        human=world.facts.ids[two],
        reason="gevaar",
        entry=told.entry,
    )
    world.facts.kept.append(Kept(two, home, Period(viewer.at), told=told))
    # everything with one person is kept from another
    home = "home12"
    one, two = world.members[home][:2]
    fixed = world.facts.team[home][0][0]
    _tell(world, home, one, [two], [])
    viewer = world.viewer(fixed, "staff")
    openings.withhold(
        viewer=viewer,
        dossier=world.facts.homes[home],
        human=world.facts.ids[two],
        reason="gevaar",
        person=world.facts.ids[one],
    )
    world.facts.kept.append(Kept(two, home, Period(viewer.at), person=one))


def _expired_and_future(world: World) -> None:
    """Circle rows and shares that are over, and ones that have yet to begin; made where only time would make them."""
    for home, starts, ends in (
        ("home13", START, NOW - timedelta(days=1)),
        ("home14", NOW + timedelta(days=1), None),
        ("home15", START, NOW),
        ("home16", NOW, None),
    ):
        one, two = world.members[home][:2]
        told = _tell(world, home, one, [], [])
        shared = _tell(world, home, one, [], [])
        with upkeep():
            circle = Entry.objects.get(public_id=told.entry).circle
            # a circle of its own, so that no other entry changes
            copy = type(circle).objects.create(
                dossier=circle.dossier, digest=f"time-{home}", with_team=True, made_at=world.at
            )
            for row in CircleRow.objects.filter(circle=circle):
                row.pk, row.circle = None, copy
                row.save()
            CircleRow.objects.create(
                circle=copy,
                dossier=circle.dossier,
                human_id=world.facts.rows[two],
                capacity="resident",
                starts=starts,
                ends=ends,
                because="chosen",
            )
            from naast.actions.circles import move

            entry = Entry.objects.get(public_id=told.entry)
            move([entry], copy)
            Share.objects.create(
                entry=Entry.objects.get(public_id=shared.entry),
                dossier=circle.dossier,
                human_id=world.facts.rows[two],
                capacity="resident",
                starts=starts,
                ends=ends,
                because="opened",
            )
        told.chosen.append(((two, "resident"), Period(starts, ends)))
        shared.shared.append(((two, "resident"), Period(starts, ends)))


def _split(world: World) -> None:
    """A household splits: the dossier keeps its entries, the second one starts empty but for who is in it."""
    home = "home18"
    going = world.members[home][:1]
    fixed = world.facts.team[home][0][0]
    viewer = world.viewer(fixed, "staff")
    with upkeep():
        before = set(Entry.objects.values_list("id", flat=True))
    new = dossiers.split(
        viewer=viewer,
        dossier=world.facts.homes[home],
        leaving=[world.facts.ids[key] for key in going],
        on=viewer.at.date(),
        purpose="gaat apart wonen",
    )
    world.facts.homes["home18b"] = new
    world.members["home18b"] = going
    world.facts.living["home18b"], world.facts.living[home] = set(going), set(world.members[home][1:])
    world.facts.team["home18b"] = [(fixed, Period(viewer.at))]
    with upkeep():
        written = list(Entry.objects.exclude(id__in=before).order_by("id"))
    for entry, names in zip(written, [{fixed}, {going[0], fixed}], strict=True):
        world.note("home18b", entry.kind, names, going, entry.public_id)
    _tell(world, "home18b", going[0], [], [])
    _tell(world, home, None, world.members[home][1:2], [])
