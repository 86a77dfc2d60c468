"""A worker in a throw-away database who opens a household for everybody in the published test data."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from naast.access import households
from naast.access.viewer import Viewer
from naast.actions import dossiers
from naast.actions.taking import proposed_places, take
from naast.rules.bsn import Bsn
from naast.rules.household_proposal import propose
from naast.rules.register import RegisterPerson


def open_everyone(
    viewer: Viewer, people: Iterable[RegisterPerson], more: Mapping[Bsn, RegisterPerson], on: date
) -> Counter[str]:
    """Open every household as it is proposed and read its page; counts by outcome, an error by its kind.

    Who has died is proposed in no household; the person asked about then goes in, as a worker would tick.
    """
    found: Counter[str] = Counter()
    for focus in people:
        proposal = propose(focus, on, more)
        places = proposed_places(proposal)
        if "in" not in places.values():
            places["focus"] = "in"
        records = [focus, *more.values()]
        taken = take(proposal, records, [], places, {}, [], on)
        try:
            opened = dossiers.open_household(
                viewer=viewer,
                persons=taken.persons,
                members=taken.members,
                relations=taken.relations,
                authorities=taken.authorities,
                purpose="test",
            )
            households.household(viewer, opened)
        except Exception as error:  # a report goes on and counts
            found[f"failed: {type(error).__name__}"] += 1
        else:
            found["opened"] += 1
    return found
