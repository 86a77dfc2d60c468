"""Worries and strengths in the generated world: in confidence, for all, and noted for somebody."""

from naast.actions import factors
from naast.actions.choice import Choice
from naast.actions.entries import Passage
from naast.rules.factors import PROTECTION, RISK, STRENGTH, WORRY

from .making import World


def tell(world: World) -> None:
    """In every third household, but others than those of the scores: alone, for all, and the team's own."""
    for home in list(world.facts.homes)[1::3]:
        born = sorted(world.facts.living[home])
        one, two = born[0], born[-1]
        fixed = world.facts.team[home][0][0]
        _told(world, home, one, "resident", None, WORRY, [])
        _told(world, home, one, "resident", None, STRENGTH, born)
        _told(world, home, fixed, "staff", two, PROTECTION, [])
        _told(world, home, fixed, "staff", None, RISK, [])


def _told(
    world: World, home: str, writer: str, capacity: str, teller: str | None, sort: str, readers: list[str]
) -> None:
    word = world.word()
    passage = Passage(
        f"Het is {word}.",
        "",
        Choice() if capacity == "staff" and not readers else world.choice(readers),
        world.facts.ids[teller] if teller else None,
        about=(world.facts.ids[teller],) if teller else (),
    )
    entry = factors.note(
        viewer=world.viewer(writer, capacity), dossier=world.facts.homes[home], sort=sort, passage=passage
    )
    told_by = teller or writer
    names = {writer, *([teller] if teller else [])}
    chosen = {told_by, *readers} if capacity == "resident" or teller else set(readers)
    world.note(home, "factor", names, sorted(chosen), entry, word)
