"""The seven parts in the generated world: for the team, for all, not needed for one, and changed."""

from naast.actions import guideline
from naast.actions.choice import Choice
from naast.actions.guideline import Told as Part
from naast.rules.guideline import GOALS, MONITORING, TREATMENT

from .making import World
from .oracle import Told


def write(world: World) -> None:
    """In every third household."""
    for home in list(world.facts.homes)[2::3]:
        born = sorted(world.facts.living[home])
        _write(world, home, GOALS, [])
        _write(world, home, TREATMENT, born[:1], needed=False)
        _changed(world, _write(world, home, MONITORING, born), born)


def _write(world: World, home: str, part: str, readers: list[str], *, needed: bool = True) -> Told:
    fixed, word = world.facts.team[home][0][0], world.word()
    entry = guideline.write(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        part=part,
        told=Part(f"Wij {word}.", needed),
        choice=world.choice(readers) if readers else Choice(),
    )
    return world.note(home, "guideline", {fixed}, readers, entry, word)


def _changed(world: World, old: Told, readers: list[str]) -> None:
    fixed, word = world.facts.team[old.home][0][0], world.word()
    entry = guideline.change(viewer=world.viewer(fixed, "staff"), written=old.entry, told=Part(f"Nu {word}."))
    world.note(old.home, "guideline", {fixed}, readers, entry, word)
