"""What was given to a viewer outside its circle: until when they read it, and whether any of it has just ended."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Share
from naast.rules.sharing import GIVEN

from . import dossiers, policy
from .doors import through_rules, viewer_door
from .viewer import Viewer, day_of


@dataclass(frozen=True, slots=True)
class Received:
    """So many entries, of which the viewer can read the last until (not including) a day; None has no end."""

    count: int
    until: date | None


def received(viewer: Viewer, dossier: UUID) -> tuple[Received, ...]:
    """What runs in one dossier, what ends first before. Missing where the dossier is not this viewer's."""
    with viewer_door(viewer, dossier) as reach:
        row = dossiers.inside(reach)
        mine = policy.shares(reach).filter(
            human_id=viewer.human, capacity=viewer.capacity, because__in=GIVEN, dossier_id=row
        )
        found = list(mine.values_list("entry__root", "ends").order_by("entry__root", "ends"))
    until = dict(found)
    days = [day_of(ends) if ends else None for ends in until.values()]
    order = sorted(set(days), key=lambda day: day or date.max)
    return tuple(Received(days.count(day), day) for day in order)


@through_rules
def ended_since(viewer: Viewer, since: datetime) -> bool:
    """Has anything that was shared with this viewer ended after that moment: may an open page show too much?"""
    mine = Share.objects.filter(human_id=viewer.human, capacity=viewer.capacity)
    return mine.filter(ends__gt=since, ends__lte=viewer.at).exists()
