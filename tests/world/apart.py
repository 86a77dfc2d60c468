"""Who does not sit together in the generated world: read by the team alone, by one of the two, and said otherwise."""

from datetime import timedelta

from naast.actions import apart
from naast.actions.apart import Pair

from .making import World
from .oracle import Told


def keep(world: World) -> None:
    """In every fourth household of two or more."""
    for home in list(world.facts.homes)[2::4]:
        born = sorted(world.facts.living[home])
        if len(born) < 2:
            continue
        one, *_, other = born
        told = _kept(world, home, one, other, [])
        if len(born) > 2:
            _kept(world, home, one, born[1], [one])
        _ended(world, told, one, other)


def _kept(world: World, home: str, one: str, other: str, readers: list[str]) -> Told:
    fixed, word = world.facts.team[home][0][0], world.word()
    viewer = world.viewer(fixed, "staff")
    ids = world.facts.ids
    entry = apart.keep(
        viewer=viewer,
        dossier=world.facts.homes[home],
        pair=Pair(ids[one], ids[other], f"Om {word}.", viewer.today, viewer.today + timedelta(days=60)),
        choice=world.choice(readers),
    )
    return world.note(home, "apart", {fixed, one, other}, readers, entry, word)


def _ended(world: World, old: Told, one: str, other: str) -> None:
    fixed, word = world.facts.team[old.home][0][0], world.word()
    entry = apart.end(viewer=world.viewer(fixed, "staff"), apart=old.entry, because=f"Want {word}.")
    told = world.note(old.home, "apart", {fixed, one, other}, [], entry, old.word)
    told.also = (word,)
