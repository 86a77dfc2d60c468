"""Persons of the generated world who are said to be one: in one dossier, a worker who is a resident, and one over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naast.access.doors import upkeep
from naast.actions import dossiers, joining, withholding
from naast.actions.dossiers import NewPerson
from naast.records.models import Entry, Person

from .households import add_colleague
from .humans import know
from .oracle import Kept, Period, Same
from .stories import tell

if TYPE_CHECKING:
    from .making import World


def join_persons(world: World) -> None:
    """What is kept from the other one of a pair, was chosen for both of them."""
    home = "home2"
    one, two = world.members[home][:2]
    other = stranger(world, home, one)
    join(world, home, one, other)
    withheld(world, home, two, other, [one, other])

    home, colleague = "home22", "worker4"
    one, two = world.members[home][:2]
    add_colleague(world, home, colleague)
    join(world, home, colleague, two)
    withheld(world, home, one, two, [two])

    home = "home4"
    one, two = world.members[home][:2]
    other = stranger(world, home, two)
    said = join(world, home, one, other)
    withheld(world, home, two, other, [one, other])
    word, viewer = world.word(), world.viewer(world.facts.team[home][0][0], "staff")
    joining.part(
        viewer=viewer, dossier=world.facts.homes[home], other=world.facts.ids[other], because=f"toch {word}"
    )
    said.ended_because, said.period.ends = word, viewer.at


def stranger(world: World, home: str, known_by: str) -> str:
    """Somebody around the household of whom only this one and the team know."""
    fixed, key = world.facts.team[home][0][0], f"{home}-stranger"
    name = next(world.names).capitalize()
    with upkeep():
        before = set(Entry.objects.values_list("id", flat=True))
    public_id = dossiers.add_person(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        person=NewPerson("x", name),
        relation=("network", world.facts.ids[known_by]),
    )
    with upkeep():
        know(world, key, name, Person.objects.get(public_id=public_id))
        entry = Entry.objects.exclude(id__in=before).get()
    world.note(home, "relation", {key, known_by, fixed}, [key, known_by], entry.public_id)
    return key


def join(world: World, home: str, kept: str, other: str) -> Same:
    viewer, word = world.viewer(world.facts.team[home][0][0], "staff"), world.word()
    joining.join(
        viewer=viewer,
        dossier=world.facts.homes[home],
        kept=world.facts.ids[kept],
        other=world.facts.ids[other],
        because=f"zegt {word}",
    )
    said = Same(kept, other, Period(viewer.at), word)
    world.facts.same.append(said)
    return said


def withheld(world: World, home: str, teller: str, human: str, readers: list[str]) -> None:
    """Told to these, and kept from one human."""
    told = tell(world, home, teller, readers, [])
    viewer = world.viewer(world.facts.team[home][0][0], "staff")
    withholding.withhold(
        viewer=viewer,
        dossier=world.facts.homes[home],
        human=world.facts.ids[human],
        reason="gevaar",
        entry=told.entry,
    )
    world.facts.kept.append(Kept(human, home, Period(viewer.at), told=told))
