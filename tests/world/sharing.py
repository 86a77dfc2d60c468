"""Shares in the generated world: on a yes, by weighing, in danger; told and not told; running, over, and kept away.

Who got it reads what was given while it is open, and nothing of the share: that is for the team, and for who told it
once they are told.
"""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from naast.actions import consent, corrections, involvements, sharing, withholding
from naast.rules.consent_time import YES
from naast.rules.consent_words import Subject
from naast.rules.sharing import PAPER, PLACE

from .households import add_colleague, add_partner
from .making import NOW, World
from .oracle import Kept, Period, Told
from .stories import tell

LEAVES = NOW + timedelta(days=20)  # every partner professional, households.py
LONG = NOW.date() + timedelta(days=90)
SOON = NOW.date() + timedelta(days=5)
BEFORE, TODAY, TOMORROW = NOW.date() - timedelta(days=100), NOW.date(), NOW.date() + timedelta(days=1)
COLLEAGUES = {"home8": "worker11", "home26": "worker23"}  # who looks at what was shared in danger
COMES_AND_GOES = "partner2"


def give(world: World) -> None:
    """Each in a household of its own, but for what is over: that is of one that shares more."""
    _by_weighing(world, "home20", TOMORROW)
    _by_weighing(world, "home4", TODAY)
    _by_weighing(world, "home4", BEFORE)
    _with_a_yes(world, "home3", world.members["home3"][0])
    _with_a_yes_taken_back(world, "home3")
    for home, colleague in COLLEAGUES.items():
        add_colleague(world, home, colleague)
        _in_danger(world, home)
    _not_told(world, "home7")
    _told_later(world, "home7")
    _ended_by_the_team(world, "home7")
    _as_a_file(world, "home10")
    _of_three(world, "home13")
    _corrected(world, "home14")
    _withheld(world, "home16")
    _who_leaves(world, "home17")


def _by_weighing(world: World, home: str, until: date) -> Told:
    told = tell(world, home, world.members[home][0], [], [])
    _share(world, [told], until)
    return told


def _with_a_yes(world: World, home: str, one: str) -> tuple[Told, Told]:
    """What was told, and the yes of who told it; it ends before they leave who got it."""
    told, given = tell(world, home, one, [], []), _yes(world, home, one)
    _share(world, [told], LONG, consents=(given.entry,), ground="wmo_yes", closes=_midnight(SOON))
    return told, given


def _yes(world: World, home: str, one: str) -> Told:
    """To the partner professional of this household, who reads nothing of it."""
    fixed, partner, word, purpose = _fixed(world, home), _partner(home), world.word(), world.word()
    viewer, ids = world.viewer(fixed, "staff"), world.facts.ids
    asked = consent.Asked(
        ids[one],
        ids[one],
        Subject.SECRECY_WMO,
        YES,
        "spoken",
        f"Voor {purpose}.",
        viewer.today,
        SOON,
        receiver=ids[partner],
        words=f"Zo {word}.",
    )
    entry = consent.give(viewer=viewer, dossier=world.facts.homes[home], asked=asked)
    given = world.note(home, "consent", {fixed, one, partner}, [one], entry, word)
    given.also = (purpose,)
    return given


def _with_a_yes_taken_back(world: World, home: str) -> None:
    """By another person of the household: what rests on it ends, and what rests on the first yes goes on."""
    two, word = world.members[home][1], world.word()
    told, given = _with_a_yes(world, home, two)
    viewer = world.viewer(_fixed(world, home), "staff")
    entry = consent.withdraw(viewer=viewer, consent=given.entry, words=f"Niet {word}.")
    taken_back = world.note(home, "consent", set(given.names), [two], entry, word)
    taken_back.also = given.also
    _over(told, viewer.at)


def _in_danger(world: World, home: str) -> None:
    """A colleague looks at it afterwards: what they write is for the team."""
    told = tell(world, home, world.members[home][0], [], [])
    [given] = _share(world, [told], LONG, ground="danger")
    word, colleague = world.word(), COLLEAGUES[home]
    answer = sharing.look_again(
        viewer=world.viewer(colleague, "staff"),
        dossier=world.facts.homes[home],
        sharing=given.entry,
        words=f"Dat was nodig, {word}.",
    )
    world.note(home, "answer", {colleague}, [], answer, word)


def _not_told(world: World, home: str) -> tuple[Told, Told]:
    told = tell(world, home, world.members[home][0], [], [])
    [given] = _share(world, [told], LONG, told=False)
    return told, given


def _told_later(world: World, home: str) -> None:
    _, given = _not_told(world, home)
    viewer = world.viewer(_fixed(world, home), "staff")
    sharing.tell(viewer=viewer, dossier=world.facts.homes[home], sharing=given.entry)
    given.chosen.append(((world.members[home][0], "resident"), Period(viewer.at)))


def _ended_by_the_team(world: World, home: str) -> None:
    told = tell(world, home, world.members[home][0], [], [])
    [given] = _share(world, [told], LONG)
    viewer = world.viewer(_fixed(world, home), "staff")
    sharing.end(viewer=viewer, dossier=world.facts.homes[home], sharing=given.entry)
    _over(told, viewer.at)


def _as_a_file(world: World, home: str) -> None:
    """To an organisation, and to somebody who has a place here: nobody reads more in Naast."""
    for receiver in (None, _partner(home)):
        told = tell(world, home, world.members[home][0], [], [])
        _share(world, [told], None, way=PAPER, receiver=receiver)
        assert not told.shared


def _of_three(world: World, home: str) -> None:
    """In one act, of two of the household and of the worker: each of the two reads of their own only."""
    one, two = world.members[home][:2]
    _share(world, [tell(world, home, teller, [], []) for teller in (one, two, None)], LONG)


def _corrected(world: World, home: str) -> None:
    """By who told it, in the same circle: who got the old words gets the new ones, for as long."""
    one = world.members[home][0]
    told = _by_weighing(world, home, LONG)
    word, viewer = world.word(), world.viewer(one, "resident")
    entry = corrections.correct(viewer=viewer, entry=told.entry, words=f"Nee, het was {word}.")
    newer = world.note(home, "passage", {one}, [one], entry, word)
    newer.shared.extend(told.shared)


def _withheld(world: World, home: str) -> None:
    """One thing that was shared is kept from who got it; another one stays."""
    told, _ = (_by_weighing(world, home, LONG) for _ in range(2))
    viewer, partner = world.viewer(_fixed(world, home), "staff"), _partner(home)
    withholding.withhold(
        viewer=viewer,
        dossier=world.facts.homes[home],
        human=world.facts.ids[partner],
        reason="gevaar",
        entry=told.entry,
    )
    world.facts.kept.append(Kept(partner, home, Period(viewer.at), told=told))


def _who_leaves(world: World, home: str) -> None:
    """Somebody comes in, is given something, and goes; who stays reads what they were given."""
    add_partner(world, home, COMES_AND_GOES)
    came = world.facts.told[-1].entry
    told = tell(world, home, world.members[home][0], [], [])
    for partner in (COMES_AND_GOES, _partner(home)):
        _share(world, [told], LONG, receiver=partner)
    viewer = world.viewer(_fixed(world, home), "staff")
    involvements.end(viewer=viewer, involvement=came, at=viewer.at)
    world.facts.end_reading(COMES_AND_GOES, viewer.at, [one for one in world.facts.told if one.home == home])


def _fixed(world: World, home: str) -> str:
    return world.facts.team[home][0][0]


def _partner(home: str) -> str:
    """Who came in when the household was opened."""
    return f"partner{int(home.removeprefix('home')) % 10}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=ZoneInfo("Europe/Amsterdam"))


def _over(told: Told, at: datetime) -> None:
    told.shared[:] = [(who, period.until(at)) for who, period in told.shared]


def _share(
    world: World,
    given: list[Told],
    until: date | None,
    *,
    ground: str = "conflict",
    told: bool = True,
    way: str = PLACE,
    consents: tuple[UUID, ...] = (),
    receiver: str | None = "",
    closes: datetime = LEAVES,
) -> list[Told]:
    """Give these to one receiver, and note a share for each teller. Every one of them holds the words of all."""
    home = given[0].home
    fixed, to = _fixed(world, home), _partner(home) if receiver == "" else receiver
    words, kept = _words(world, told, danger=ground == "danger", yes=bool(consents), person=to is not None)
    viewer = world.viewer(fixed, "staff")
    asked = sharing.Asked(
        tuple(one.entry for one in given),
        way,
        ground,
        ends=until,
        receiver=world.facts.ids[to] if to else None,
        told=told,
        look_on=None if told else LONG,
        consents=consents,
        **kept,
    )
    written = sharing.share(viewer=viewer, dossier=world.facts.homes[home], asked=asked)
    if way == PLACE:
        ends = min(_midnight(until), closes) if until else closes
        for one in given:
            one.shared.append(((str(to), "partner"), Period(viewer.at, ends)))
    return [_noted(world, one, entry, to, told, words) for one, entry in zip(given, written, strict=True)]


def _noted(world: World, of: Told, entry: UUID, to: str | None, told: bool, words: tuple[str, ...]) -> Told:
    """For the team, and for the resident who told it, where they are told."""
    fixed = _fixed(world, of.home)
    readers = [who for (who, capacity), _ in of.chosen if capacity == "resident"] if told else []
    noted = world.note(of.home, "sharing", {fixed, *([to] if to else [])}, readers, entry)
    noted.also = words
    return noted


def _words(
    world: World, told: bool, *, danger: bool, yes: bool, person: bool
) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Unique words for everything that a share keeps, and the fields that they stand in."""
    kept = {"purpose": "Voor {}."}
    if danger:
        kept["words"] = "Hij staat hier, {}.\nNu, {}."
    elif not yes:
        kept |= {
            "need": "Zij ziet het kind, {}.",
            "lighter": "Zonder naam kan niet, {}.",
            "words": "Het werd stil, {}.",
        }
    if not told:
        kept["not_told"] = "Hij leest mee, {}."
    if not person:
        kept["organisation"] = "Praktijk {}"
    words: list[str] = []
    filled: dict[str, Any] = {}
    for name, text in kept.items():
        new = [world.word() for _ in range(text.count("{}"))]
        filled[name] = text.format(*new)
        words += new
    return tuple(words), filled
