"""Consent in the generated world: to help by one alone, to sharing that another may read too, and taken back."""

from datetime import timedelta
from uuid import UUID

from naast.actions import consent
from naast.actions.consent import Asked
from naast.rules.consent_time import NO, YES
from naast.rules.consent_words import Subject

from .making import World
from .oracle import Told


def give(world: World) -> None:
    """In every third household of two or more."""
    for home in list(world.facts.homes)[::3]:
        born = sorted(world.facts.living[home])
        if len(born) < 2:
            continue
        one, two = born[:2]
        _give(world, home, one, one, Subject.HELP_WMO, YES, [])
        _give(world, home, one, two, Subject.HELP_YOUTH, NO, [])
        shared = _give(world, home, two, two, Subject.SECRECY_WMO, YES, [one])
        _taken_back(world, shared, two, [one])


def _give(
    world: World, home: str, giver: str, person: str, subject: Subject, answer: str, readers: list[str]
) -> Told:
    fixed, word, purpose, office = world.facts.team[home][0][0], *(world.word() for _ in range(3))
    viewer = world.viewer(fixed, "staff")
    ids: dict[str, UUID] = world.facts.ids
    sharing = subject is Subject.SECRECY_WMO
    entry = consent.give(
        viewer=viewer,
        dossier=world.facts.homes[home],
        asked=Asked(
            ids[person],
            ids[giver],
            subject,
            answer,
            "spoken",
            f"Voor {purpose}.",
            viewer.today,
            viewer.today + timedelta(days=400) if sharing else None,
            organisation=f"Bureau {office}" if sharing else "",
            words=f"Zo {word}.",
        ),
        choice=world.choice(readers),
    )
    told = world.note(home, "consent", {fixed, giver, person}, [giver, *readers], entry, word)
    told.also = (purpose, office) if sharing else (purpose,)
    return told


def _taken_back(world: World, old: Told, giver: str, readers: list[str]) -> None:
    fixed, word = world.facts.team[old.home][0][0], world.word()
    entry = consent.withdraw(viewer=world.viewer(fixed, "staff"), consent=old.entry, words=f"Niet {word}.")
    told = world.note(old.home, "consent", {fixed, giver}, [giver, *readers], entry, word)
    told.also = old.also
