"""Files with their own circle: cleaned, searched by the address guard, and not under the name they came with."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import RESIDENT, Viewer
from naast.integrations import cleaning
from naast.integrations.cleaning import Cleaned, Unclean
from naast.records.models import Circle, Dossier, Entry, File, Kind, Nature, Person

from . import circles, guarded, kept_along, may, noted
from .act import Conflict, Invalid, Refused, act
from .choice import Choice, circle_of
from .corrections import stand_beside
from .entries import check_happened, children_concerned
from .versions import follow_given, receivers
from .write import Happened, Line, tie

LONGEST_TITLE = 200
NAMES = {"jpg": "foto", "png": "foto", "webp": "foto"}  # a name from outside can tell more than its file


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was chosen, and what the writer says about it."""

    name: str = field(repr=False)
    data: bytes = field(repr=False)
    title: str = field(repr=False)
    about: tuple[UUID, ...] = ()
    teller: UUID | None = None  # who gave it; None is the writer
    happened: Happened = field(default_factory=Happened)
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the file as it is


def add_file(
    *, viewer: Viewer, dossier: UUID, upload: Upload, circle: Choice, once: UUID | None = None
) -> UUID:
    """Add a file to the story: the public id of its entry.

    The team adds what anybody gave; a resident or a partner professional adds only their own, in a circle of their
    choice. What can not be searched stays with the team, whatever circle was chosen, and with who added it: to them
    it tells nothing new. Raises Invalid at 'title', 'file' or 'happened', Refused for other professionals.
    """
    # cleaning takes time, and the act holds the database
    cleaned = _cleaned(upload)
    return _add(viewer=viewer, dossier=dossier, upload=upload, cleaned=cleaned, circle=circle, once=once)  # type: ignore[call-arg]


@act("add file")
def _add(*, viewer: Viewer, dossier: UUID, upload: Upload, cleaned: Cleaned, circle: Choice) -> UUID:
    found, reach = may.dossier_for(viewer, dossier)
    own = not may.in_team(viewer, found)
    if own and (viewer.is_staff or upload.teller is not None):
        raise Refused
    check_happened(upload.happened, viewer, "happened")
    teller = may.person_for(reach, upload.teller) if upload.teller else Person.objects.get(id=viewer.human)
    about = may.persons_for(reach, list(upload.about))
    if cleaned.safe:
        concerned = children_concerned(viewer, teller, about)
        chosen = circle_of(found, reach, circle, at=viewer.at, teller=teller, about=concerned)
    elif own:
        chosen = circle_of(found, reach, Choice(), at=viewer.at, teller=teller)
    else:
        chosen = circles.team(found, viewer.at)
    line = _line(upload, cleaned, chosen)
    line.teller = teller
    line.quoted = own
    line.people = [("about", person) for person in about]
    line.happened = upload.happened
    line.circle_how, line.circle_ground = circle.how, circle.ground
    return _written(found, line, reach, viewer, upload).public_id


def replace_file(
    *, viewer: Viewer, entry: UUID, upload: Upload, how: str = "", once: UUID | None = None
) -> UUID:
    """A new version of a file beside the old one, in its circle; the people and the day stay as they were.

    By the team, or by the member of the household whose file it is. A colleague who notes it for a member
    says `how` it was asked. What can not be searched stays with the team, and with whose it is where they add it
    themselves. Raises Invalid at 'title', 'file' or 'how', Conflict where a newer version exists, Refused for others.
    """
    cleaned = _cleaned(upload)
    return _replace(viewer=viewer, old=entry, upload=upload, cleaned=cleaned, how=how, once=once)  # type: ignore[call-arg]


@act("replace file")
def _replace(*, viewer: Viewer, old: UUID, upload: Upload, cleaned: Cleaned, how: str) -> UUID:
    before, dossier, reach = may.entry_for(viewer, old)
    own = _check_whose(before, viewer, dossier, how)
    newest = policy.newest(reach).filter(root=before.root).exclude(id=before.id).first()
    if newest is not None and newest.confirmed_at > before.confirmed_at:
        raise Conflict(newest.public_id)
    if cleaned.safe:
        circle = before.circle
    elif own:
        circle = circle_of(dossier, reach, Choice(), at=viewer.at, teller=before.teller)
    else:
        circle = circles.team(dossier, viewer.at)
    line = _line(upload, cleaned, circle)
    roles = before.people.exclude(role__in=("teller", "writer")).select_related("person")
    line.people = [(named.role, named.person) for named in roles]
    line.teller, line.quoted, line.root = before.teller, before.quoted, before.root
    line.happened = Happened(
        before.happened_from, before.happened_to, before.happened_precision, before.happened_words
    )
    line.circle_how, line.circle_ground = how or before.circle_how, before.circle_ground
    given = receivers(before, viewer) if cleaned.safe else set()
    row = _written(dossier, line, reach, viewer, upload, given)
    tie("replaces", row, [before])
    stand_beside(before, row)
    kept_along.in_next_version(before, row)
    if cleaned.safe:
        follow_given(before, row, viewer, cleaned.text)
    return row.public_id


def _check_whose(before: Entry, viewer: Viewer, dossier: Dossier, how: str) -> bool:
    """Is it the viewer's own file, of whom is not of the team? Refused where they may not replace it."""
    if before.kind != Kind.FILE:
        raise Refused
    if not may.in_team(viewer, dossier):
        if viewer.capacity != RESIDENT or viewer.human != before.teller_id:
            raise Refused
        return True
    told = before.teller is not None and not before.teller.professional
    if told and viewer.human not in (before.teller_id, before.writer_id):
        noted.check(how)
    return False


def _written(
    dossier: Dossier, line: Line, reach: Reach, viewer: Viewer, upload: Upload, also: Collection[int] = ()
) -> Entry:
    return guarded.write(
        dossier, line, reach=reach, viewer=viewer, guard_seen=upload.guard_seen, field="title", also=also
    )


def _cleaned(upload: Upload) -> Cleaned:
    if not upload.title.strip():
        raise Invalid("title", "Write down what this file is.")
    if len(upload.title.strip()) > LONGEST_TITLE:
        raise Invalid("title", "This is too long: at most %(most)s characters.", most=LONGEST_TITLE)
    try:
        return cleaning.clean(upload.name, upload.data)
    except Unclean as unclean:
        raise Invalid("file", unclean.message, **unclean.params) from None


def _line(upload: Upload, cleaned: Cleaned, circle: Circle) -> Line:
    name = f"{NAMES.get(cleaned.ending, 'bestand')}.{cleaned.ending}"
    kept = {
        "name": name,
        "mime": cleaned.mime,
        "size": len(cleaned.data),
        "content": cleaned.data,
        "team_only": not cleaned.safe,
    }
    return Line(
        Kind.FILE,
        Nature.FACT,
        upload.title.strip(),
        circle,
        searchable=cleaned.text,
        of_kind=(File, kept),
    )
