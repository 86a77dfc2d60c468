"""What becomes of a plan: told in confidence, changed to fewer people, ended, another opinion, another day."""

from datetime import timedelta

from naast.access.doors import upkeep
from naast.actions import evaluations, plan, positions, reviews
from naast.actions.choice import Choice
from naast.records.models import Entry

from .making import World
from .oracle import Told
from .plans import agreement_of, position_of


def change(world: World) -> None:
    """Every sixth household: in each of its plans something changes that not everybody may know of."""
    for home in list(world.facts.homes)[::6]:
        born = sorted(world.facts.living[home])
        if len(born) < 2 or any(kept.home == home for kept in world.facts.kept):
            continue
        one, two = born[:2]
        _situation(world, home, one)
        _smaller(world, home, one, two)
        _ended(world, home, one, two)
        _other_opinions(world, home, one, two)
        _other_day(world, home, one, two)


def _situation(world: World, home: str, one: str) -> None:
    """Told in confidence, with an agreement about it that only they and the team know."""
    fixed, word = world.facts.team[home][0][0], world.word()
    entry = plan.add_situation(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        words=f"Niemand weet van {word}.",
        choice=Choice(),
        teller=world.facts.ids[one],
    )
    world.note(home, "situation", {fixed, one}, [one], entry, word)


def _changed(world: World, old: Told, one: str, two: str) -> Told:
    """A new version that only one of the two may read; the other goes on with the old one."""
    fixed = world.facts.team[old.home][0][0]
    word, fallback = world.word(), world.word()
    viewer = world.viewer(fixed, "staff")
    ids = tuple(world.facts.ids[human] for human in (one, two))
    entry = plan.change_agreement(
        viewer=viewer,
        agreement=old.entry,
        terms=plan.Terms(
            f"Nu {word}.", viewer.at.date(), f"Of {fallback}.", does=ids[:1], watches=ids[:1], about=ids[1:]
        ),
        choice=world.choice([one]),
    )
    told = world.note(old.home, "agreement", {fixed, one, two}, [one], entry, word)
    told.also = (fallback,)
    return told


def _smaller(world: World, home: str, one: str, two: str) -> None:
    fixed = world.facts.team[home][0][0]
    _changed(world, agreement_of(world, home, fixed, [one, two], [one, two]), one, two)


def _ended(world: World, home: str, one: str, two: str) -> None:
    """Changed to fewer people and then ended: what no longer holds closes for who may not read that it ended."""
    fixed = world.facts.team[home][0][0]
    old = agreement_of(world, home, fixed, [one, two], [one, two])
    new = _changed(world, old, one, two)
    viewer = world.viewer(fixed, "staff")
    ended = plan.end_agreement(viewer=viewer, agreement=new.entry, on=viewer.at.date())
    told = world.note(home, "agreement", set(new.names), [one], ended, new.word)
    told.also = new.also
    world.facts.end_reading(two, viewer.at, [old])


def _other_opinions(world: World, home: str, one: str, two: str) -> None:
    """Shared, then changed in confidence; shared and taken back; noted by the worker for somebody."""
    fixed = world.facts.team[home][0][0]
    agreed = agreement_of(world, home, fixed, [one, two], [one, two])
    position_of(world, home, one, agreed, [two])
    position_of(world, home, one, agreed, [])
    taken = position_of(world, home, two, agreed, [one])
    viewer = world.viewer(two, "resident")
    positions.take_back_position(viewer=viewer, agreement=agreed.entry)
    world.facts.end_reading(one, viewer.at, [taken])
    word = world.word()
    noted = positions.take_position(
        viewer=world.viewer(fixed, "staff"),
        agreement=agreed.entry,
        stance="partly",
        words=f"Zij zegt {word}.",
        for_person=world.facts.ids[two],
        how="asked_alone",
    )
    world.note(home, "position", {two, fixed}, [two], noted, word)


def _other_day(world: World, home: str, one: str, two: str) -> None:
    """Another day to look at the plan, for one of them: the day before it closes for everybody else."""
    fixed, word = world.facts.team[home][0][0], world.word()
    before = [told for told in world.facts.told if told.home == home and told.kind == "evaluation"]
    viewer = world.viewer(fixed, "staff")
    look = evaluations.plan_evaluation(
        viewer=viewer,
        dossier=world.facts.homes[home],
        on=(viewer.at + timedelta(days=300)).date(),
        words=f"Kijken met {word}.",
        choice=world.choice([one]),
    )
    world.note(home, "evaluation", {fixed}, [one], look, word)
    for human in set(world.facts.living[home]) - {one}:
        world.facts.end_reading(human, viewer.at, before)


def review(world: World) -> None:
    """Every sixth household: what became of an agreement of two, and of one that stops; read as these are."""
    for home in list(world.facts.homes)[::6]:
        born = sorted(world.facts.living[home])
        if len(born) < 2 or any(kept.home == home for kept in world.facts.kept):
            continue
        one, two = born[:2]
        fixed = world.facts.team[home][0][0]
        for result in ("sometimes", "dropped"):
            agreed = agreement_of(world, home, fixed, [one, two], [one, two])
            word, viewer = world.word(), world.viewer(fixed, "staff")
            entry = reviews.review(
                viewer=viewer, agreement=agreed.entry, result=result, words=f"Want {word}."
            )
            world.note(home, "review", {fixed}, [one, two], entry, word)
            if result == "dropped":
                _note_end(world, agreed)


def _note_end(world: World, agreed: Told) -> None:
    """Ending wrote a last version with the same words, told to the same people."""
    with upkeep():
        last = Entry.objects.filter(root=agreed.entry).latest("confirmed_at")
    readers = [human for (human, capacity), _ in agreed.chosen if capacity == "resident"]
    told = world.note(agreed.home, "agreement", set(agreed.names), readers, last.public_id, agreed.word)
    told.also = agreed.also
