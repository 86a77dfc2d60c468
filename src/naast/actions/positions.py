"""What each person named in an agreement thinks of it, as far as they share it."""

from dataclasses import dataclass, field
from uuid import UUID

from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import Circle, Dossier, Entry, Kind, Nature, Person, Position
from naast.rules.texts import N_

from . import choice as choices
from . import circles, guarded, kept_along, may, noted
from .act import Invalid, Refused, act
from .choice import Choice
from .openings import close_for_others
from .plan import NAMED_ROLES
from .versions import check_newest
from .write import Line, tie

STANCES = ("agrees", "differs", "partly")
UNREAD = N_("This person does not read the agreement itself.")


@dataclass(frozen=True, slots=True)
class Said:
    """What one person thinks of an agreement; at the table also who was there (`before`, themselves not)."""

    by: Person
    stance: str
    words: str = field(repr=False)
    how: str
    before: tuple[Person, ...] = ()
    at_table: bool = False


@act("take position")
def take_position(
    *,
    viewer: Viewer,
    agreement: UUID,
    stance: str,
    words: str = "",
    shared_with: Choice | None = None,
    for_person: UUID | None = None,
    how: str = "own",
    guard_seen: bool = False,
) -> UUID:
    """What one person named in this version of the agreement thinks of it, in their own words.

    Default circle: they and the team. A later position keeps what was shared before readable to whom it was
    shared, so that changing one's mind in confidence shows to nobody (`take_back_position` closes it).
    `for_person` is set where a team worker notes it, with `how` it was asked. Raises Conflict where the
    agreement was changed meanwhile, Invalid on 'stance', 'how', 'shared_with', Refused for who is not named.
    """
    row, found, reach = may.entry_for(viewer, agreement)
    if row.kind != Kind.AGREEMENT:
        raise Refused
    owner = _owner(viewer, row, found, reach, for_person)
    check_newest(row, reach)
    if for_person is not None:
        noted.check(how)
    circle = choices.shared_by(owner, shared_with, row, found, reach, at=viewer.at, unread=UNREAD)
    said = Said(owner, stance, words, how if for_person else "own")
    return keep(viewer, found, reach, row, said, circle, guard_seen=guard_seen).public_id


def keep(
    viewer: Viewer,
    found: Dossier,
    reach: Reach,
    row: Entry,
    said: Said,
    circle: Circle,
    *,
    guard_seen: bool = False,
) -> Entry:
    """Write what somebody thinks of this version of an agreement: the next version of what they thought before.

    `reach` is the writer's in the dossier. Raises Invalid on 'stance', Warned on 'words'.
    """
    if said.stance not in STANCES:
        raise Invalid("stance", N_("Choose what is closest."))
    before = Position.objects.filter(agreement=row, person=said.by).order_by("-entry__confirmed_at").first()
    written = guarded.write(
        found,
        Line(
            Kind.POSITION,
            Nature.OPINION,
            said.words.strip(),
            circle,
            teller=said.by,
            quoted=True,
            people=[("present", person) for person in said.before],
            circle_how=said.how,
            root=before.entry.root if before else None,
            of_kind=(Position, {"agreement": row, "person": said.by, "stance": said.stance}),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
        heard=said.at_table,
    )
    if before is not None:
        tie("replaces", written, [before.entry])
        kept_along.in_next_version(before.entry, written, heard_by=[one.id for one in said.before])
    kept_along.keep(written, row, viewer)
    return written


@act("take back position")
def take_back_position(
    *, viewer: Viewer, agreement: UUID, for_person: UUID | None = None, how: str = "own"
) -> None:
    """From now on only this person and the team read what they think of the agreement, older words too.

    `for_person` is set where a team worker notes it, with `how` it was asked. Raises Invalid on 'how'.
    """
    row, found, reach = may.entry_for(viewer, agreement)
    if row.kind != Kind.AGREEMENT:
        raise Refused
    owner = _owner(viewer, row, found, reach, for_person)
    if for_person is not None:
        noted.check(how)
    alone = choices.ensure_for(found, [owner], {owner.id: "told"}, at=viewer.at)
    keep = circles.humans_now(alone, viewer.at)
    versions = list(
        Entry.objects.filter(position__agreement=row, position__person=owner).order_by("confirmed_at")
    )
    for version in versions:
        close_for_others(version, alone, keep, viewer)
    if for_person is not None:
        Entry.objects.filter(id__in=[version.id for version in versions[-1:]]).update(circle_how=how)


def _owner(viewer: Viewer, row: Entry, found: Dossier, reach: Reach, for_person: UUID | None) -> Person:
    """Whose position this is: the viewer's own, or, noted by the team, that of a person named in it."""
    if for_person is None:
        owner = Person.objects.get(id=viewer.human)
    elif may.in_team(viewer, found):
        owner = may.person_for(reach, for_person)
    else:
        raise Refused
    named = row.people.filter(role__in=NAMED_ROLES, person=owner).exists()
    # who said something of it at the table goes on saying it, named in it or not
    if not (named or Position.objects.filter(agreement=row, person=owner).exists()):
        raise Refused
    return owner
