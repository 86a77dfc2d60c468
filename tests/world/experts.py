"""Experts in the generated world: one who is here, one ended by the team, one whose yes was taken back, one to come."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from naast.actions import consent, experts, involvements
from naast.rules.advice import GUIDANCE
from naast.rules.consent_time import YES
from naast.rules.consent_words import Subject
from naast.rules.experts import REGIONAL_TEAM

from .making import NOW, World
from .oracle import Period, Told
from .stories import tell

TODAY, LAST = NOW.date(), NOW.date() + timedelta(days=10)
SOON = NOW.date() + timedelta(days=4)  # the yes ends, and the expert with it


def add(world: World) -> None:
    """Each in a household of their own, by a professional who stands in no other way there."""
    here = _joins(world, "home1", "partner6", SOON)[1]
    _reads(world, "home1", "partner6", here)
    _, came = _joins(world, "home5", "partner7", LAST)
    told = _reads(world, "home5", "partner7", came)
    viewer = world.viewer(_fixed(world, "home5"), "staff")
    involvements.end(viewer=viewer, involvement=came.entry, at=viewer.at)
    world.facts.end_reading("partner7", viewer.at, [came, told])
    given, came = _joins(world, "home11", "partner8", LAST)
    told = _reads(world, "home11", "partner8", came)
    _taken_back(world, given, "partner8", [came, told])
    _joins(world, "home19", "partner0", LAST, starts=TODAY + timedelta(days=2))


def _joins(
    world: World, home: str, expert: str, until: date, starts: date | None = None
) -> tuple[Told, Told]:
    """On the yes of the first of the household, who reads of it."""
    one, given = world.members[home][0], _yes(world, home, until)
    asked, office = world.word(), given.also[1]
    viewer = world.viewer(_fixed(world, home), "staff")
    entry = experts.add(
        viewer=viewer,
        dossier=world.facts.homes[home],
        asked=experts.Asked(
            world.accounts[expert, "partner"].public_id,
            REGIONAL_TEAM,
            GUIDANCE,
            f"Bureau {office}",
            f"Hoe gaat het met {asked}?",
            starts or viewer.today,
            LAST,
            (given.entry,),
        ),
    )
    came = world.note(home, "involvement", {_fixed(world, home), expert}, [one], entry, asked)
    came.also = (office,)
    begins = _midnight(starts) if starts else viewer.at
    came.shared.append(((expert, "partner"), Period(begins, _midnight(until))))
    return given, came


def _yes(world: World, home: str, until: date) -> Told:
    """To an office by its name."""
    fixed, one, word, purpose, office = (
        _fixed(world, home), world.members[home][0], *(world.word() for _ in range(3)),
    )  # fmt: skip
    viewer, ids = world.viewer(fixed, "staff"), world.facts.ids
    asked = consent.Asked(
        ids[one],
        ids[one],
        Subject.SECRECY_WMO,
        YES,
        "spoken",
        f"Voor {purpose}.",
        viewer.today,
        until,
        organisation=f"Bureau {office}",
        words=f"Zo {word}.",
    )
    entry = consent.give(viewer=viewer, dossier=world.facts.homes[home], asked=asked)
    given = world.note(home, "consent", {fixed, one}, [one], entry, word)
    given.also = (purpose, office)
    return given


def _reads(world: World, home: str, expert: str, came: Told) -> Told:
    """Something is told to them while they are here, and closes when they go."""
    told = tell(world, home, world.members[home][0], [expert], [])
    [(_, period)] = came.shared
    told.chosen = [
        (who, Period(was.starts, period.ends) if who[0] == expert else was) for who, was in told.chosen
    ]
    return told


def _taken_back(world: World, given: Told, expert: str, ends: list[Told]) -> None:
    fixed, word = _fixed(world, given.home), world.word()
    viewer = world.viewer(fixed, "staff")
    entry: UUID = consent.withdraw(viewer=viewer, consent=given.entry, words=f"Niet {word}.")
    one = world.members[given.home][0]
    told = world.note(given.home, "consent", {fixed, one}, [one], entry, word)
    told.also = given.also
    world.facts.end_reading(expert, viewer.at, ends)


def _fixed(world: World, home: str) -> str:
    return world.facts.team[home][0][0]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=ZoneInfo("Europe/Amsterdam"))
