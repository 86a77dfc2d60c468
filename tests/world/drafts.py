"""Drafts in the generated world: of workers, of residents, of one human in two capacities."""

from naast.actions.drafts import save_draft

from .making import World
from .oracle import Drafted


def keep_drafts(world: World) -> None:
    """Everybody of the team and a household's first and last person are writing something, each for themselves."""
    for home in list(world.facts.homes)[::3]:
        for worker, _ in world.facts.team[home]:
            _keep(world, home, worker, "staff", "write-tab1", "passage-0-words")
        for human in sorted({min(world.facts.living[home]), max(world.facts.living[home])}):
            _keep(world, home, human, "resident", "tell-tab1", "words")
    _keep(world, "home7", "worker1", "resident", "tell-tab1", "words")
    _keep(world, "home31", "worker1", "staff", "write-tab1", "passage-0-words")


def _keep(world: World, home: str, human: str, capacity: str, form: str, name: str) -> None:
    word = world.word()
    draft = save_draft(
        viewer=world.viewer(human, capacity),
        form=form,
        fields={name: [f"Ik denk nog na over {word}"], "passages": ["1"]},
        dossier=world.facts.homes[home],
    )
    world.facts.drafts.append(Drafted(word, home, human, capacity, draft))
