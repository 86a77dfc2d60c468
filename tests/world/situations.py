"""Parts of the unsafe situations of the generated world: in confidence, for all, secret places, and a mark."""

from naast.access.doors import upkeep
from naast.actions import situations
from naast.records.models import Entry

from .making import World
from .oracle import Told


def tell(world: World) -> None:
    """Of the first situation of every plan: a sign for all, an effect and a place for one, which changes; a choice."""
    seen: set[str] = set()
    for situation in [told for told in world.facts.told if told.kind == "situation"]:
        if situation.home in seen:
            continue
        seen.add(situation.home)
        born = sorted(world.facts.living[situation.home])
        one, two = born[0], born[-1]
        _part(world, situation, "sign", one, born)
        _part(world, situation, "effect", two, [])
        _changed(world, _part(world, situation, "place", one, []), one)
        _chosen(world, situation)


def _part(world: World, situation: Told, sort: str, one: str, readers: list[str]) -> Told:
    """Told by one about themselves, with words in all that it keeps."""
    fixed = world.facts.team[situation.home][0][0]
    word, when, reach = world.word(), world.word(), world.word()
    secret = sort == "place"
    entry = situations.add_part(
        viewer=world.viewer(fixed, "staff"),
        situation=situation.entry,
        sort=sort,
        part=situations.Part(f"Dan {word}.", f"bij {when}", f"Huize {reach.capitalize()}" if secret else ""),
        choice=world.choice(readers),
        person=world.facts.ids[one],
        teller=world.facts.ids[one],
    )
    told = world.note(situation.home, "plan_part", {fixed, one}, [one, *readers], entry, word)
    told.also = (when, reach) if secret else (when,)
    if secret:
        with upkeep():
            fact = Entry.objects.get(contactdata__value=f"Huize {reach.capitalize()}")
        world.note(situation.home, "contact_data", {fixed, one}, [one], fact.public_id, reach)
    return told


def _changed(world: World, old: Told, one: str) -> None:
    fixed = world.facts.team[old.home][0][0]
    word = world.word()
    entry = situations.change_part(
        viewer=world.viewer(fixed, "staff"),
        part=old.entry,
        new=situations.Part(f"Toch {word}.", "", f"Huize {old.also[1].capitalize()}"),
    )
    world.note(old.home, "plan_part", {fixed, one}, [one], entry, word).also = old.also[1:]


def _chosen(world: World, situation: Told) -> None:
    """Who reads the situation reads that it is one of the most unsafe."""
    fixed = world.facts.team[situation.home][0][0]
    situations.choose_most_unsafe(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[situation.home],
        situations=(situation.entry,),
    )
    with upkeep():
        mark = Entry.objects.get(
            planpart__sort="unsafe", dossier__public_id=world.facts.homes[situation.home]
        )
    readers = [human for (human, capacity), _ in situation.chosen if capacity == "resident"]
    world.note(situation.home, "plan_part", {fixed}, readers, mark.public_id)
