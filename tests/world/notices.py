"""Notices in the generated world: somebody elsewhere looks for a person of this household, and it is answered."""

from datetime import date

from naast.access.doors import upkeep
from naast.actions import persons, same_person
from naast.actions.same_person import Sought
from naast.records.models import Entry

from .making import World

BORN = date(1988, 3, 1)


def ask_elsewhere(world: World) -> None:
    """Two persons are looked for by name and birth by a worker of another team; one question is answered."""
    for home, name, answered in (("home1", "Zoekman", True), ("home2", "Vindmij", False)):
        one, fixed = world.members[home][0], world.facts.team[home][0][0]
        viewer = world.viewer(fixed, "staff")
        persons.rename(
            viewer=viewer,
            dossier=world.facts.homes[home],
            person=world.facts.ids[one],
            call_name=world.facts.names[one],
            family_name=name,
        )
        asker = f"worker{world.rng.choice((20, 23))}"
        with upkeep():
            before = set(Entry.objects.values_list("id", flat=True))
        viewer = world.viewer(asker, "staff")
        same_person.ask_elsewhere(viewer=viewer, sought=Sought(family_name=name, birth=BORN))
        with upkeep():
            notice = Entry.objects.exclude(id__in=before).get()
        world.note(home, "notice", {asker, one}, [], notice.public_id)
        if answered:
            word = world.word()
            viewer = world.viewer(fixed, "staff")
            answer = same_person.answer(
                viewer=viewer, notice=notice.public_id, same=True, words=f"Ja, dat is {word}."
            )
            world.note(home, "answer", {fixed, one}, [], answer, word)
