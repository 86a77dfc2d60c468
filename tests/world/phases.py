"""In which phase the households of the generated world are: decided for all, and later in confidence."""

from naast.actions import decisions
from naast.actions.decisions import Voice

from .making import World


def decide(world: World) -> None:
    """In every third household: one decision that all read, and going back that one of them reads."""
    for home in list(world.facts.homes)[::3]:
        born = sorted(world.facts.living[home])
        _decide(world, home, "stable", born, born)
        _decide(world, home, "direct", born[:1], born[:1])


def _decide(world: World, home: str, phase: str, by: list[str], readers: list[str]) -> None:
    fixed, why, said = world.facts.team[home][0][0], world.word(), world.word()
    viewer = world.viewer(fixed, "staff")
    ids = world.facts.ids
    entry = decisions.decide_phase(
        viewer=viewer,
        dossier=world.facts.homes[home],
        phase=phase,
        since=viewer.today,
        by=tuple(ids[human] for human in by),
        words=f"Want {why}.",
        voices=(Voice(ids[by[0]], f"Ik zeg {said}."),),
        choice=world.choice(readers),
    )
    world.note(home, "decision", {fixed, *by}, readers, entry, why).also = (said,)
