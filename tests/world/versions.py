"""Corrections, answers, own statements and shared moments, each told in another circle than what they belong to."""

from naast.actions import corrections, entries, openings

from .making import World
from .oracle import Period, Told
from .stories import tell


def add_versions(world: World) -> None:
    """In every third household of two or more: what is told to both is corrected and answered in confidence."""
    for home in list(world.facts.homes)[1::3]:
        born = sorted(world.facts.living[home])
        if len(born) < 2 or any(kept.home == home for kept in world.facts.kept):
            continue
        one, two = born[:2]
        told = tell(world, home, one, [two], [])
        _correct(world, told, one, [])
        wide = tell(world, home, one, [], [])
        _correct(world, wide, one, [two])
        _corrected_for(world, home, one)
        _answer(world, told, two, [])
        _state(world, home, two, [one])
        _moment(world, home, one, two)
        _open_for_safety(world, home, one, two)


def _correct(world: World, old: Told, one: str, readers: list[str]) -> None:
    """The new version in its own circle; who reads only the old one goes on with that."""
    word = world.word()
    viewer = world.viewer(one, "resident")
    choice = world.choice(readers)
    entry = corrections.correct(viewer=viewer, entry=old.entry, words=f"Nee, het was {word}.", choice=choice)
    world.note(old.home, "passage", {one}, [one, *readers], entry, word)


def _corrected_for(world: World, home: str, one: str) -> None:
    """Told in the portal, and corrected by the worker for them: in the circle of the first version."""
    said = entries.tell(
        viewer=world.viewer(one, "resident"),
        dossier=world.facts.homes[home],
        passage=entries.Passage(f"Eerst {(word := world.word())}.", "telling", world.choice([])),
    )
    world.note(home, "passage", {one}, [one], said, word)
    fixed, word = world.facts.team[home][0][0], world.word()
    viewer = world.viewer(fixed, "staff")
    entry = corrections.correct(viewer=viewer, entry=said, words=f"Nee, {word}.", how="by_phone")
    world.note(home, "passage", {one, fixed}, [one], entry, word)


def _answer(world: World, beside: Told, human: str, readers: list[str]) -> None:
    word = world.word()
    viewer = world.viewer(human, "resident")
    choice = world.choice(readers)
    entry = entries.answer(viewer=viewer, entry=beside.entry, words=f"Bij mij was het {word}.", choice=choice)
    world.note(beside.home, "answer", {human}, [human, *readers], entry, word)


def _state(world: World, home: str, human: str, readers: list[str]) -> None:
    """An own statement, and one that the worker notes for them, told to nobody else."""
    dossier, fixed = world.facts.homes[home], world.facts.team[home][0][0]
    word = world.word()
    viewer, choice = world.viewer(human, "resident"), world.choice(readers)
    own = entries.state(viewer=viewer, dossier=dossier, words=f"Ik verklaar {word}.", choice=choice)
    world.note(home, "statement", {human}, [human, *readers], own, word)
    word = world.word()
    viewer, person = world.viewer(fixed, "staff"), world.facts.ids[human]
    noted = entries.state(
        viewer=viewer, dossier=dossier, words=f"En ook {word}.", choice=world.choice([]), person=person
    )
    world.note(home, "statement", {human, fixed}, [human], noted, word)


def _moment(world: World, home: str, one: str, two: str) -> None:
    """What each of them told in confidence is said to be one moment; its title is the team's."""
    fixed, word = world.facts.team[home][0][0], world.word()
    both = [tell(world, home, human, [], []).entry for human in (one, two)]
    viewer = world.viewer(fixed, "staff")
    moment = entries.same_moment(
        viewer=viewer, dossier=world.facts.homes[home], entries=both, title=f"De dag van {word}"
    )
    world.note(home, "moment", {fixed}, [], moment, word)


def _open_for_safety(world: World, home: str, one: str, two: str) -> None:
    """Opened to another person for safety, once told first and once not; the opening has words of its own."""
    fixed = world.facts.team[home][0][0]
    for told_first in (True, False):
        told = tell(world, home, one, [], [])
        reason, why = world.word(), world.word()
        viewer = world.viewer(fixed, "staff")
        opening = openings.open_for_safety(
            viewer=viewer,
            entry=told.entry,
            readers=[world.facts.ids[two]],
            reason=f"Het gevaar is {reason}.",
            told_first=told_first,
            why_not_told="" if told_first else f"Omdat {why}.",
        )
        told.shared.append(((two, "resident"), Period(viewer.at)))
        note = world.note(home, "opening", {fixed, two}, [one] if told_first else [], opening, reason)
        note.also = () if told_first else (why,)
