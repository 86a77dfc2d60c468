"""Paper in the generated world: given to one, known to all, lost, and a personal edition that its reader made."""

from naast.actions import papers
from naast.actions.papers import After, Given

from .making import World
from .oracle import Told


def give(world: World) -> None:
    """In every third household, and on paper that is older than the plan: its version tells nothing then."""
    for home in list(world.facts.homes)[1::3]:
        born = sorted(world.facts.living[home])
        _given(world, home, "plan", born[:1], [])
        _given(world, home, "children", born[-1:], born)
        _lost(world, _given(world, home, "card", born[:1], born[:1]), born[:1])
        _own(world, home, born[-1])


def _given(world: World, home: str, sheet: str, to: list[str], readers: list[str]) -> Told:
    """Who gets it reads it; others where they were chosen."""
    fixed, word = world.facts.team[home][0][0], world.word()
    viewer = world.viewer(fixed, "staff")
    ids = tuple(world.facts.ids[human] for human in to)
    entry = papers.give(
        viewer=viewer,
        dossier=world.facts.homes[home],
        given=Given(sheet, ids, viewer.today, None, f"Ligt bij {word}."),
        choice=world.choice(readers) if readers else None,
    )
    return world.note(home, "paper", {fixed, *to}, readers or to, entry, word)


def _lost(world: World, old: Told, readers: list[str]) -> None:
    """A next version with the same words, read by who read the one before."""
    viewer = world.viewer(world.facts.team[old.home][0][0], "staff")
    entry = papers.report(viewer=viewer, paper=old.entry, after=After("lost", viewer.today))
    world.note(old.home, "paper", set(old.names), readers, entry, old.word)


def _own(world: World, home: str, one: str) -> None:
    """For who made it and the team: it has no words of its own."""
    viewer = world.viewer(one, "resident")
    entry = papers.make_own(viewer=viewer, dossier=world.facts.homes[home], version=viewer.at)
    world.note(home, "paper", {one}, [one], entry)
