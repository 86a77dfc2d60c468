"""What a partner professional tells themselves: in a circle that they belong to, or to the team alone."""

from uuid import UUID

from naast.access import own_words as reading
from naast.access import people
from naast.access.reach import Reach
from naast.access.viewer import PARTNER, Viewer

from . import may
from .act import Refused, act
from .drafts import forget
from .entries import Passage, passage_of_self, tell_passage


@act("tell own words")
def tell(*, viewer: Viewer, dossier: UUID, passage: Passage, draft: UUID | None = None) -> UUID:
    """A partner professional tells something in their own words, as long as they work with the household.

    Who reads it besides them and the team is nobody, or the people of one circle of theirs. Raises Invalid at 'words',
    'nature', 'happened', Refused where that is no circle of theirs.
    """
    found, reach = may.dossier_for(viewer, dossier)
    if viewer.capacity != PARTNER or not reading.works_beside(viewer, found.id):
        raise Refused
    chosen = frozenset(passage.circle.readers)
    if chosen and chosen not in _circles(viewer, reach, found.id):
        raise Refused
    row = tell_passage(found, reach, viewer, passage_of_self(passage), [], "")
    if draft is not None:
        forget(viewer, draft)
    return row.public_id


def _circles(viewer: Viewer, reach: Reach, row: int) -> set[frozenset[UUID]]:
    entries = reading.told_in_circles(reach, row)
    told = reading.named(
        reading.in_their_circles(entries, reach), entries, people.known_in(reach, row), viewer
    )
    return {frozenset(face.public_id for face in faces) for faces in told}
