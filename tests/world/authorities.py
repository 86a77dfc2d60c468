"""Parental authority in the generated world: yes, no, not known, over, yet to begin; each reason holds a word."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from naast.access.doors import upkeep
from naast.actions import ties
from naast.records.models import Authority, Entry

from .making import NOW

if TYPE_CHECKING:
    from .making import World

DAY = timedelta(days=1)


def tell(world: World) -> None:
    """In every household with a child where nothing is kept from anybody: of the first adult, state by state."""
    for place, home in enumerate(_homes(world)):
        one, kid = world.members[home][0], next(human for human in world.members[home] if "kid" in human)
        match place % 5:
            case 0 | 1 | 2:
                _tell(world, home, one, kid, ("yes", "no", "unknown")[place % 5])
            case 3:  # what is told next ends what was known
                _tell(world, home, one, kid, "yes")
                _tell(world, home, one, kid, "no")
            case _:  # made where only time would make it: nobody tells what is still to come
                entry = _tell(world, home, one, kid, "yes")
                with upkeep():
                    Authority.objects.filter(entry__public_id=entry).update(starts=(NOW + 30 * DAY).date())


def _homes(world: World) -> list[str]:
    kept = {one.home for one in world.facts.kept}
    with_a_kid = (home for home in world.facts.living if any("kid" in one for one in world.members[home]))
    return [home for home in with_a_kid if home not in kept]


def _tell(world: World, home: str, adult: str, child: str, state: str) -> UUID:
    fixed, word = world.facts.team[home][0][0], world.word()
    viewer = world.viewer(fixed, "staff")
    with upkeep():
        before = set(Entry.objects.values_list("id", flat=True))
    ties.tell_authority(
        viewer=viewer,
        dossier=world.facts.homes[home],
        adult=world.facts.ids[adult],
        child=world.facts.ids[child],
        state=state,
        reason=f"Dat zei {word}.",
        starts=(viewer.at - DAY).date(),
    )
    with upkeep():
        entry = Entry.objects.exclude(id__in=before).get().public_id
    world.note(home, "authority", {adult, child, fixed}, [adult], entry, word)
    return entry
