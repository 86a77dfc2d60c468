"""When the people of the generated world meet: alone, all together, at a secret place, moved, taken away, cancelled."""

from datetime import date, time, timedelta

from naast.actions import appointments
from naast.actions.appointments import Meeting

from .making import NOW, World
from .oracle import Told


def meet(world: World) -> None:
    """In every third household: some to come after now, some before it."""
    for home in list(world.facts.homes)[::3]:
        born = sorted(world.facts.living[home])
        one, two = born[0], born[-1]
        _made(world, home, [one], [one], 3)
        _made(world, home, [one, two], born, -9)
        _made(world, home, [two], born, 0, secret=True)
        _moved(world, home, one, two)
        _cancelled(world, home, one, born)


def _on(days: int) -> date:
    return NOW.date() + timedelta(days=days)


def _made(
    world: World, home: str, meets: list[str], readers: list[str], days: int, *, secret: bool = False
) -> Told:
    """An appointment of the fixed face with these people, with words in all of its parts."""
    fixed, word, place = world.facts.team[home][0][0], world.word(), world.word()
    entry = appointments.make(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        meeting=_meeting(world, [*meets, fixed], word, place, days, secret=secret),
        choice=world.choice(readers),
    )
    told = world.note(home, "appointment", {fixed, *meets}, list({*meets, *readers}), entry, word)
    told.also, told.unasked_not = (place,), (place,) if secret else ()
    return told


def _meeting(
    world: World, meets: list[str], word: str, place: str, days: int, hour: int = 14, *, secret: bool = False
) -> Meeting:
    ids = tuple(world.facts.ids[human] for human in meets)
    return Meeting(f"Over {word}.", _on(days), time(hour), time(hour + 1), ids, f"Zaal {place}", secret)


def _moved(world: World, home: str, one: str, two: str) -> None:
    """To another time, for one of the two alone: the other reads neither time any more."""
    if one == two:
        return
    old = _made(world, home, [one, two], [one, two], 5)
    fixed, word, place = world.facts.team[home][0][0], world.word(), world.word()
    viewer = world.viewer(fixed, "staff")
    entry = appointments.change(
        viewer=viewer,
        appointment=old.entry,
        meeting=_meeting(world, [one, fixed], word, place, 6, 16),
        choice=world.choice([one]),
    )
    world.facts.end_reading(two, viewer.at, [old])
    told = world.note(home, "appointment", {fixed, one}, [one], entry, word)
    told.also = (place,)


def _cancelled(world: World, home: str, one: str, born: list[str]) -> None:
    """Who could read it, reads that it does not go on, and why."""
    old = _made(world, home, [one], born, 2)
    fixed, word = world.facts.team[home][0][0], world.word()
    entry = appointments.cancel(
        viewer=world.viewer(fixed, "staff"), appointment=old.entry, reason=f"Want {word}."
    )
    told = world.note(home, "appointment", set(old.names), born, entry, old.word)
    told.also = (*old.also, word)
