"""In which phase the households of the generated world are: decided and closed for all, and later opened beside."""

from naast.actions import decisions
from naast.actions.decisions import Voice
from naast.rules.phases import CRITERIA, DIRECT, PARTLY, STABLE, Answer

from .making import World


def decide(world: World) -> None:
    """In every third household: two decisions that all read, of which the second closes a phase, and what one of them
    reads: that direct safety was opened beside it."""
    for home in list(world.facts.homes)[::3]:
        born = sorted(world.facts.living[home])
        _decide(world, home, DIRECT, born, born)
        _decide(world, home, STABLE, born, born)
        _decide(world, home, DIRECT, born[:1], born[:1], beside=True)


def _decide(
    world: World, home: str, phase: str, by: list[str], readers: list[str], *, beside: bool = False
) -> None:
    fixed, why, said, judged = world.facts.team[home][0][0], world.word(), world.word(), world.word()
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
        criteria=tuple(Answer(code, PARTLY, f"Omdat {judged}.") for code in CRITERIA[DIRECT]),
        beside=beside,
        choice=world.choice(readers),
    )
    also = (said, judged) if phase == STABLE else (said,)
    world.note(home, "decision", {fixed, *by}, readers, entry, why).also = also
