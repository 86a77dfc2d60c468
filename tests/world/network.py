"""Networks in the generated world: told by one alone, for all, and by the team; and changed."""

from naast.actions import network
from naast.actions.choice import Choice
from naast.actions.network import Asked
from naast.rules.network import ASKED, NOT_ASKED, YES

from .making import World
from .oracle import Told


def tell(world: World) -> None:
    """In every third household of three or more."""
    for home in list(world.facts.homes)[2::3]:
        born = sorted(world.facts.living[home])
        if len(born) < 3:
            continue
        one, two, three = born[:3]
        _put(world, home, one, two, [], Asked(1, NOT_ASKED))
        _put(world, home, one, three, born, Asked(2, ASKED))
        _changed(world, _put(world, home, None, one, [], Asked(3, YES)), one)


def _put(world: World, home: str, teller: str | None, who: str, readers: list[str], asked: Asked) -> Told:
    fixed, word = world.facts.team[home][0][0], world.word()
    entry = network.note(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        person=world.facts.ids[who],
        asked=Asked(asked.ring, asked.answer, f"Kan {word}."),
        choice=world.choice(readers) if readers else Choice(),
        teller=world.facts.ids[teller] if teller else None,
    )
    names = {fixed, who, *([teller] if teller else [])}
    reading = {*readers, *([teller] if teller else [])}
    return world.note(home, "supporter", names, sorted(reading), entry, word)


def _changed(world: World, old: Told, who: str) -> None:
    fixed, word = world.facts.team[old.home][0][0], world.word()
    entry = network.change(
        viewer=world.viewer(fixed, "staff"), supporter=old.entry, asked=Asked(1, YES, f"Doet {word}.")
    )
    world.note(old.home, "supporter", {fixed, who}, [], entry, word)
