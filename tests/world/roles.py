"""Who was asked for a role in the generated world: one who did not answer, one who said no, one who said yes.

The fixed face is asked, who has no such role yet. A question is read by the team and by whom it was told; why not by
the team alone; that somebody has a role by who reads that they are involved, and it holds no word.
"""

from uuid import UUID

from naast.actions import roles
from naast.actions.decisions import Voice
from naast.rules.roles import COORDINATOR, PLAN_LEAD

from .making import World
from .oracle import Told


def ask(world: World) -> None:
    """In every third household."""
    for home in list(world.facts.homes)[::3]:
        one = min(world.facts.living[home])
        fixed = world.facts.team[home][0][0]
        _ask(world, home, fixed, PLAN_LEAD, one, [one])
        refused = _ask(world, home, fixed, PLAN_LEAD, one, [])
        word = world.word()
        viewer = world.viewer(fixed, "staff")
        answer = roles.refuse(viewer=viewer, entry=refused, words=f"Nee, {word}.")
        world.note(home, "answer", {fixed}, [], answer, word)
        asked = _ask(world, home, fixed, COORDINATOR, one, [])
        held = roles.accept(viewer=world.viewer(fixed, "staff"), entry=asked)
        world.note(home, "involvement", {fixed}, [], held).chosen = list(_joined(world, home, fixed).chosen)


def _joined(world: World, home: str, fixed: str) -> Told:
    """The involvement that the role stands beside."""
    return next(
        told
        for told in world.facts.told
        if (told.home, told.kind) == (home, "involvement") and fixed in told.names
    )


def _ask(world: World, home: str, fixed: str, role: str, one: str, readers: list[str]) -> UUID:
    why, said = world.word(), world.word()
    asked = roles.propose(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        account=world.accounts[fixed, "staff"].public_id,
        role=role,
        words=f"Omdat {why}.",
        voices=(Voice(world.facts.ids[one], f"Ik zeg {said}."),),
        choice=world.choice(readers),
    )
    world.note(home, "proposal", {fixed, one}, readers, asked, why).also = (said,)
    return asked
