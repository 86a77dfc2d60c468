"""Advice without names in the generated world: for the team, for one of the household, and corrected."""

from naast.actions import advice, corrections
from naast.actions.advice import Given
from naast.actions.entries import Happened
from naast.rules.advice import ADVICE, ANALYSIS

from .making import World
from .oracle import Told


def write(world: World) -> None:
    """In every fifth household: the team's own, corrected, and one that somebody of the household reads too."""
    for home in list(world.facts.homes)[3::5]:
        one = min(world.facts.living[home])
        _corrected(world, _given(world, home, ADVICE, []))
        _given(world, home, ANALYSIS, [one])


def _given(world: World, home: str, form: str, readers: list[str]) -> Told:
    fixed = world.facts.team[home][0][0]
    viewer, word, *more = world.viewer(fixed, "staff"), *(world.word() for _ in range(4))
    giver, question, followed = more
    entry = advice.write(
        viewer=viewer,
        dossier=world.facts.homes[home],
        given=Given(
            f"adviseur {giver}",
            form,
            Happened(viewer.today, viewer.today, "exact"),
            f"Wat bij {question}?",
            f"Begin met {word}.",
            f"Wij doen {followed}.",
        ),
        choice=world.choice(readers),
    )
    told = world.note(home, "advice", {fixed}, readers, entry, word)
    told.also = (giver, question, followed)
    return told


def _corrected(world: World, old: Told) -> None:
    """Its question, who gave it and what is done with it stay what they were."""
    fixed, word = world.facts.team[old.home][0][0], world.word()
    entry = corrections.correct(
        viewer=world.viewer(fixed, "staff"), entry=old.entry, words=f"Begin liever met {word}."
    )
    told = world.note(old.home, "advice", {fixed}, [], entry, word)
    told.also = (old.word, *old.also)
