"""The people of a household, what is withheld from whom, who was said to be whom, who is asked for a role, and on whose
yeses an expert is here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from naast.records.models import Kind

from . import experts, households, joining, roles, withholding
from .doors import viewer_door
from .experts import RestsOn
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
    rests: Mapping[UUID, tuple[RestsOn, ...]] = field(default_factory=dict)  # by the entry of an expert
    offered: tuple[str, ...] = ()  # the experts that this region adds


def people(viewer: Viewer, public_id: UUID) -> PeoplePage:
    """For the team of a dossier; Missing for anybody else."""
    with viewer_door(viewer, public_id) as reach:
        found = households.read(reach)
        readable = withholding.readable_in(reach, found.row)
        asked = roles.read(reach, found.row)
        beside = {
            e.id: e.public_id for e in found.entries if e.kind == Kind.INVOLVEMENT and e.involvement.expert
        }
        rests = experts.read(reach, beside)
    page = households.finished(viewer, public_id, found)
    if not page.in_team or viewer.eyes_of is not None:
        raise Missing
    return PeoplePage(
        page,
        withholding.among(viewer, found.row, found.known, readable),
        joining.among(viewer, found.row, found.known),
        roles.among(viewer, found.row, found.known, asked),
        {beside[row]: told for row, told in experts.among(viewer, found.row, found.known, rests).items()},
        experts.offered(),
    )
