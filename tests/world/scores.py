"""How safe it is for the people of the generated world: in confidence, for all, in a picture, and not asked yet."""

from naast.actions import scores
from naast.actions.choice import Choice
from naast.actions.scores import Answer
from naast.rules.scores import NO_NUMBER, NOT_ASKED, NUMBER, PICTURE

from .making import World


def answer(world: World) -> None:
    """In every third household: one answers alone, twice; the worker notes another's for all, and who was not asked."""
    for home in list(world.facts.homes)[::3]:
        born = sorted(world.facts.living[home])
        one, two = born[0], born[-1]
        _own(world, home, one, NUMBER, 4, [])
        _own(world, home, one, NUMBER, 6, [])
        _noted(world, home, two, Answer(PICTURE, 3), born)
        _noted(world, home, two, Answer(NO_NUMBER), [])
        _not_asked(world, home, two)


def _own(world: World, home: str, one: str, answer: str, value: int, readers: list[str]) -> None:
    word, higher = world.word(), world.word()
    entry = scores.give(
        viewer=world.viewer(one, "resident"),
        dossier=world.facts.homes[home],
        answer=Answer(answer, value, f"Omdat {word}.", f"Als {higher}."),
        choice=world.choice(readers),
    )
    world.note(home, "score", {one}, [one, *readers], entry, word).also = (higher,)


def _noted(world: World, home: str, two: str, answer: Answer, readers: list[str]) -> None:
    fixed, word = world.facts.team[home][0][0], world.word()
    entry = scores.give(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        answer=Answer(answer.answer, answer.value, f"Want {word}."),
        choice=world.choice(readers),
        person=world.facts.ids[two],
    )
    world.note(home, "score", {fixed, two}, list({two, *readers}), entry, word)


def _not_asked(world: World, home: str, two: str) -> None:
    fixed, word = world.facts.team[home][0][0], world.word()
    entry = scores.give(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        answer=Answer(NOT_ASKED, words=f"Dinsdag {word}."),
        choice=Choice(),
        person=world.facts.ids[two],
    )
    world.note(home, "score", {fixed, two}, [], entry, word)
