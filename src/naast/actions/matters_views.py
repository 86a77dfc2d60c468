"""How each of those who belong to a question sees it, in their own words and a circle of their own."""

from uuid import UUID

from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import Dossier, Entry, Kind, Link, MatterPart, Nature, Person
from naast.rules import matters as rule
from naast.rules.texts import N_

from . import choice as choices
from . import kept_along, may, noted
from .act import Invalid, Refused, act
from .choice import Choice
from .matters import BELONGS, matter_for, write_beside
from .write import Line, tie


@act("say view")
def say(
    *,
    viewer: Viewer,
    matter: UUID,
    words: str,
    shared_with: Choice | None = None,
    for_person: UUID | None = None,
    how: str = "own",
    guard_seen: bool = False,
) -> UUID:
    """How one person who belongs to the question sees it, in their own words.

    Default circle: they and the team; it can be shared with who reads the question. A later view is a next version;
    who could read the one before goes on reading that, so that seeing it otherwise in confidence shows to nobody.
    `for_person` is set where the team notes it, with `how` it was asked. Raises Invalid on 'words', 'how',
    'shared_with'; Conflict where the question was changed meanwhile; Refused for who does not belong to it.
    """
    row, found, reach = matter_for(viewer, matter)
    owner = _owner(viewer, row, found, reach, for_person)
    if for_person is not None:
        noted.check(how)
    if not words.strip():
        raise Invalid("words", N_("Write down how this person sees it."))
    unread = N_("This person does not read the question itself.")
    before = (
        MatterPart.objects.filter(matter__root=row.root, sort=rule.VIEW, person=owner)
        .order_by("-entry__confirmed_at")
        .select_related("entry")
        .first()
    )
    line = Line(
        Kind.MATTER_PART,
        Nature.OPINION,
        words.strip(),
        choices.shared_by(owner, shared_with, row, found, reach, at=viewer.at, unread=unread),
        teller=owner,
        quoted=True,
        circle_how=how if for_person else "own",
        root=before.entry.root if before else None,
        of_kind=(MatterPart, {"matter": row, "sort": rule.VIEW, "person": owner}),
    )
    written = write_beside(viewer, found, reach, line, row, guard_seen)
    if before is not None:
        tie(Link.Tie.REPLACES, written, [before.entry])
        kept_along.in_next_version(before.entry, written)
    return written.public_id


def _owner(viewer: Viewer, matter: Entry, found: Dossier, reach: Reach, for_person: UUID | None) -> Person:
    """Whose view it is: the viewer's own, or, noted by the team, that of somebody who belongs to the question."""
    if for_person is not None and not may.in_team(viewer, found):
        raise Refused
    owner = may.person_for(reach, for_person) if for_person else Person.objects.get(id=viewer.human)
    if owner.unborn or not matter.people.filter(role=BELONGS, person=owner).exists():
        raise Refused
    return owner
