"""What is told in the generated world: one passage at a time, each with a unique word."""

from datetime import timedelta

from naast.actions import entries
from naast.actions.choice import Choice

from .making import NATURES, NOW, START, World
from .oracle import Period, Told
from .words import MARKUP


def tell(world: World, home: str, teller: str | None, readers: list[str], about: list[str]) -> Told:
    """One telling to the fixed face, alone; its word is unique."""
    fixed = world.facts.team[home][0][0]
    word = world.word()
    viewer = world.viewer(fixed, "staff")
    ids = entries.tell_talk(
        viewer=viewer,
        dossier=world.facts.homes[home],
        talk=entries.Talk("home_visit", entries.Happened()),
        passages=[
            entries.Passage(
                f"Toen zei iemand {MARKUP} {word} en daarna was het stil.",
                world.rng.choice(NATURES),
                world.choice(readers),
                teller=world.facts.ids[teller] if teller else None,
                about=tuple(world.facts.ids[human] for human in about),
            )
        ],
    )
    world.note(home, "contact", {fixed}, [], ids[0])
    names = {fixed, teller or fixed, *about}
    told = world.note(home, "passage", names, [*readers, *([teller] if teller else [])], ids[1], word)
    partners = {human for (human, capacity) in world.accounts if capacity == "partner"}
    told.chosen = [
        (
            (human, "partner" if human in partners else "resident"),
            Period(START, NOW + timedelta(days=20)) if human in partners else Period(START),
        )
        for (human, _), _ in told.chosen
    ]
    return told


def stories(world: World, home: str) -> None:
    rng = world.rng
    born = [key for key in world.members[home] if "unborn" not in key]
    for _ in range(5):
        teller = rng.choice([*born, None])
        readers = rng.sample(born, rng.randint(0, len(born)))
        about = rng.sample(world.members[home], 1)
        tell(world, home, teller, readers, about)
    one = born[0]
    word = world.word()
    viewer = world.viewer(one, "resident")
    entry = entries.tell(
        viewer=viewer,
        dossier=world.facts.homes[home],
        passage=entries.Passage(f"Ik zeg zelf {MARKUP} {word}.", "telling", Choice()),
    )
    world.note(home, "passage", {one}, [one], entry, word)
