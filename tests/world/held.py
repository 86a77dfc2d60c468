"""A resident of the generated world who writes what is kept secret from them: it is held back from whom they chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from naast.access.doors import upkeep
from naast.actions import dossiers, entries
from naast.records.models import Entry, Kind

from .oracle import Kept, Period, Told

if TYPE_CHECKING:
    from .making import World

HOME = "home20"
PHONE = "06-29184730"


def secret_phone(world: World, home: str, one: str, value: str) -> Told:
    """A phone number of one member that is kept secret, noted by the fixed face."""
    fixed = world.facts.team[home][0][0]
    phone = dossiers.note_contact_data(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        person=world.facts.ids[one],
        kind="phone",
        value=value,
        guarded=True,
    )
    return world.note(home, "contact_data", {fixed, one}, [one], phone)


def tell(world: World) -> None:
    """Two does not know the phone of one, writes it beside a word of their own, and chooses everybody.

    The number carries no word: it may stand with one and with two, and a word may stand only with who may read it.
    """
    one, two, *others = (human for human in world.members[HOME] if "unborn" not in human)
    secret_phone(world, HOME, one, PHONE)
    word, viewer = world.word(), world.viewer(two, "resident")
    entry = entries.tell(
        viewer=viewer,
        dossier=world.facts.homes[HOME],
        passage=entries.Passage(
            f"Bel haar {word} op 0031 6 29184730.", "telling", world.choice([one, *others])
        ),
    )
    told = world.note(HOME, "passage", {two}, [one, two, *others], entry, word)
    world.facts.kept += [
        Kept(human, HOME, Period(viewer.at), told, unseen_by=two) for human in (one, *others)
    ]
    with upkeep():
        notice = Entry.objects.get(kind=Kind.NOTICE, dossier__public_id=world.facts.homes[HOME])
    world.note(HOME, "notice", {one, two}, [], notice.public_id)
