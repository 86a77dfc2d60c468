"""Safety conditions of the generated world: for all, for one, met and not, and changed by who set them."""

from naast.actions import conditions, plan

from .making import World
from .oracle import Told


def tell(world: World) -> None:
    """Every third household: one for all that an agreement of one meets, one about one person, which changes."""
    for home in list(world.facts.homes)[::3]:
        born = sorted(world.facts.living[home])
        if len(born) < 2:
            continue
        one = born[0]
        everybody = _condition(world, home, born)
        _condition(world, home, [])
        _changed(world, _condition(world, home, [one]), one)
        _met(world, everybody, one)


def _heard(words: str, told_by: str, world: World) -> conditions.Heard:
    return conditions.Heard(f"Niemand drinkt {words}.", f"{told_by}, per telefoon", world.at.date())


def _condition(world: World, home: str, about: list[str]) -> Told:
    """Read by whom it is about; each has words in all of its parts."""
    fixed = world.facts.team[home][0][0]
    word, told_by, set_by = world.word(), world.word(), world.word()
    viewer = world.viewer(fixed, "staff")
    entry = conditions.add_condition(
        viewer=viewer,
        dossier=world.facts.homes[home],
        heard=_heard(word, told_by, world),
        setting=conditions.Setting(
            f"Veilig Thuis {set_by}",
            viewer.at.date(),
            about=tuple(world.facts.ids[human] for human in about),
        ),
    )
    told = world.note(home, "condition", {fixed, *about}, about, entry, word)
    told.also = (told_by, set_by)
    return told


def _changed(world: World, old: Told, one: str) -> None:
    fixed = world.facts.team[old.home][0][0]
    word, told_by = world.word(), world.word()
    entry = conditions.change_condition(
        viewer=world.viewer(fixed, "staff"), condition=old.entry, heard=_heard(word, told_by, world)
    )
    told = world.note(old.home, "condition", {fixed, one}, [one], entry, word)
    told.also = (told_by, old.also[1])


def _met(world: World, condition: Told, one: str) -> None:
    """By an agreement that only one of those who read the condition knows."""
    fixed = world.facts.team[condition.home][0][0]
    word, fallback = world.word(), world.word()
    viewer, ids = world.viewer(fixed, "staff"), (world.facts.ids[one],)
    entry = plan.add_agreement(
        viewer=viewer,
        dossier=world.facts.homes[condition.home],
        terms=plan.Terms(
            f"Ik bel {word}.",
            viewer.at.date(),
            f"Anders {fallback}.",
            does=ids,
            watches=ids,
            meets=(condition.entry,),
        ),
    )
    world.note(condition.home, "agreement", {fixed, one}, [one], entry, word).also = (fallback,)
