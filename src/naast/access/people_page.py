"""The people of a household, what is withheld from whom, who was said to be whom and who is asked for a role."""

from dataclasses import dataclass
from uuid import UUID

from . import households, joining, roles, withholding
from .doors import viewer_door
from .household_lines import HouseholdPage
from .joining import Joined
from .roles import Proposed
from .viewer import Missing, Viewer
from .withholding import Kept


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The head of the household's page, and what its team alone sees."""

    household: HouseholdPage
    kept: tuple[Kept, ...] = ()
    joined: tuple[Joined, ...] = ()
    asked: tuple[Proposed, ...] = ()  # who was asked for a role


def people(viewer: Viewer, public_id: UUID) -> PeoplePage:
    """For the team of a dossier; Missing for anybody else."""
    with viewer_door(viewer, public_id) as reach:
        found = households.read(reach)
        readable = withholding.readable_in(reach, found.row)
        asked = roles.read(reach, found.row)
    page = households.finished(viewer, public_id, found)
    if not page.in_team or viewer.eyes_of is not None:
        raise Missing
    return PeoplePage(
        page,
        withholding.among(viewer, found.row, found.known, readable),
        joining.among(viewer, found.row, found.known),
        roles.among(viewer, found.row, found.known, asked),
    )
