"""What somebody says of an agreement at the table, where others hear it."""

from collections.abc import Iterable
from uuid import UUID

from naast.access import policy
from naast.access.reach import Reach
from naast.access.readers import humans_of
from naast.access.viewer import RESIDENT, Viewer
from naast.records.models import Entry, Kind, Person
from naast.rules.texts import N_

from . import choice as choices
from . import may, positions, together
from .act import Conflict, Invalid, Refused, act
from .positions import Said

AT_TABLE = "at_table"


@act("seat at table")
def seat(*, viewer: Viewer, dossier: UUID, seated: list[UUID]) -> None:
    """Before anybody looks along: may these people sit at one table?

    Raises Invalid on 'seated' for nobody, and where two of them do not sit together, as far as the viewer may read
    that; Refused for who can not sit there.
    """
    found, reach = may.team_dossier(viewer, dossier)
    sitting = _sitting(reach, seated)
    if not sitting:
        raise Invalid("seated", N_("Choose who sits at the table."))
    apart = together.look(found, reach, viewer, sitting, viewer.today)
    together.refuse(apart, reach, "seated")
    together.tell_the_team(found, viewer, apart, None, together.NOTICE_SEATED)


@act("say at table")
def say_at_table(
    *, viewer: Viewer, agreement: UUID, person: UUID, seated: list[UUID], stance: str, words: str = ""
) -> UUID:
    """What one of those who sit at the table thinks of an agreement that all of them read, noted by the worker.

    Told with others present: those present and the team read it. Raises Conflict where they may all read a newer
    version (one in a smaller circle is not spoken of), Invalid on 'stance', Refused for who does not sit there.
    """
    row, found, reach = may.entry_for(viewer, agreement)
    if row.kind != Kind.AGREEMENT or not may.in_team(viewer, found):
        raise Refused
    sitting = _sitting(reach, seated)
    owner = next((one for one in sitting if one.public_id == person), None)
    if owner is None or not _read_by_all([row], reach, sitting):
        raise Refused
    newer = policy.entries(reach).filter(root=row.root, confirmed_at__gt=row.confirmed_at)
    told = _read_by_all(newer.order_by("-confirmed_at", "public_id"), reach, sitting)
    if told:
        raise Conflict(told[0].public_id)
    because = {one.id: "present" for one in sitting} | {owner.id: "told"}
    circle = choices.ensure_for(found, sitting, because, at=viewer.at)
    others = tuple(one for one in sitting if one.id != owner.id)
    said = Said(owner, stance, words, AT_TABLE, others, at_table=True)
    return positions.keep(viewer, found, reach, row, said, circle).public_id


def _sitting(reach: Reach, seated: list[UUID]) -> list[Person]:
    persons = may.persons_for(reach, seated)
    if any(one.professional or one.unborn or one.died_on is not None for one in persons):
        raise Refused
    return persons


def _read_by_all(entries: Iterable[Entry], reach: Reach, sitting: list[Person]) -> list[Entry]:
    """Of these entries the ones that all of them read at home."""
    listed = list(entries)
    everybody = {one.id for one in sitting}
    reading = humans_of(listed, reach)
    return [
        row
        for row in listed
        if everybody <= {human for human, capacity, _ in reading[row.id] if capacity == RESIDENT}
    ]
