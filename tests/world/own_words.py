"""What partner professionals wrote themselves in the generated world: to the team alone, and in a circle of theirs."""

from datetime import timedelta

from naast.actions import own_words
from naast.actions.drafts import save_draft
from naast.actions.entries import Passage

from .leaving import PARTNER as LEFT
from .making import NOW, START, World
from .oracle import Drafted, Period
from .stories import tell as told_to_the_team


def tell(world: World) -> None:
    """In every sixth household: a circle of one of it and the professional from outside, who writes in it too."""
    for home in list(world.facts.homes)[3:36:6]:
        one, partner = world.members[home][0], f"partner{int(home.removeprefix('home')) % 10}"
        if partner == LEFT:
            continue
        told_to_the_team(world, home, one, [partner], [])
        for readers in ([], [one]):
            _own(world, home, partner, readers)
        _keep(world, home, partner)


def _own(world: World, home: str, partner: str, readers: list[str]) -> None:
    word = world.word()
    passage = Passage(f"Op school ging het {word}.", "fact", world.choice(readers))
    entry = own_words.tell(
        viewer=world.viewer(partner, "partner"), dossier=world.facts.homes[home], passage=passage
    )
    told = world.note(home, "passage", {partner}, readers, entry, word)
    told.chosen.append(((partner, "partner"), Period(START, NOW + timedelta(days=20))))


def _keep(world: World, home: str, partner: str) -> None:
    word = world.word()
    draft = save_draft(
        viewer=world.viewer(partner, "partner"),
        form="own-0123456789ab",
        fields={"words": [f"Ik denk nog na over {word}"], "draft": ["0123456789ab"]},
        dossier=world.facts.homes[home],
    )
    world.facts.drafts.append(Drafted(word, home, partner, "partner", draft))
