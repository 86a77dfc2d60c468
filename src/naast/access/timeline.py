"""The story: entries in time order, with answers beside them and moments around them, a page at a time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet

from naast.records.models import Entry, EntryPerson, Kind, Link

from . import dossiers, lines, people, policy, ready, shoulder, trace
from .entry_page import EntryPage as EntryPage
from .entry_page import entry as entry
from .entry_page import file as file
from .entry_page import stored as stored
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach
from .told import Beside, beside, of_page, told
from .told import FileLine as FileLine
from .told import ScoreLine as ScoreLine
from .told import TalkLine as TalkLine
from .told import Told as Told
from .viewer import Viewer

PAGE = 30
STORY = (
    Kind.CONTACT,
    Kind.PASSAGE,
    Kind.STATEMENT,
    Kind.MOMENT,
    Kind.FILE,
    Kind.OPENING,
    Kind.QUESTION,
    Kind.SCORE,
    Kind.FACTOR,
    Kind.PAPER,
    Kind.ADVICE,
    Kind.INCIDENT,
)
ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked to see: person (teller or about), kind, nature, period. Empty is everything."""

    person: UUID | None = None
    kind: str = ""
    nature: str = ""
    since: date | None = None
    until: date | None = None

    def given(self, known: dict[int, Face]) -> dict[str, Any]:
        """What is asked for but for kind and nature, as values for a statement that is kept (`ready`).

        A person is everybody who stands under that face.
        """
        faces = {f.row for f in known.values() if self.person in (f.public_id, f.own_id)}
        persons = None if self.person is None else {row for row, f in known.items() if f.row in faces}
        since = self.since and datetime.combine(self.since, time(0), tzinfo=ZONE)
        until = self.until and datetime.combine(self.until + timedelta(days=1), time(0), tzinfo=ZONE)
        return {"persons": persons, "since": since, "until": until}

    @property
    def any(self) -> bool:
        """Was anything asked for?"""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Story:
    """One page of the story, newest moment first; `after` marks the next page, or is empty.

    `known` is everybody this viewer knows of in the dossier, for a filter and to say who does not read.
    """

    told: tuple[Told, ...]
    after: str
    known: tuple[Face, ...] = ()


def story(
    viewer: Viewer,
    dossier: UUID,
    filters: Filters = Filters(),
    after: str = "",
    size: int = PAGE,
) -> Story:
    """The story of one dossier for one viewer.

    Portal viewers get only what everybody in the plan may read, unless they asked, behind the PIN, for
    what they told in confidence (design 4.6).
    """
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        known = shoulder.known_in(reach, row, open_circles)
        found = read(reach, viewer, filters, after, size, known, open_circles)
    return finished(viewer, found, known)


@dataclass(frozen=True, slots=True)
class Found:
    """What the viewer door gave for one page of the story, before reader lists are added."""

    dossier: int
    shown: tuple[Entry, ...]
    ties: Beside
    raw: lines.Raw
    more: bool


def read(
    reach: Reach,
    viewer: Viewer,
    filters: Filters,
    after: str,
    size: int,
    known: dict[int, Face],
    open_circles: shoulder.Open | None = None,
) -> Found:
    """One page of the story, inside a door narrowed to its dossier: three queries, one more where there are moments."""
    row = dossiers.inside(reach)
    page = ready.rows(
        _story_page,
        reach,
        filters.kind,
        filters.nature,
        size,
        dossier=row,
        **filters.given(known),
        **dossiers.page_mark(after),
        **shoulder.given(open_circles),
    )
    shown = page[:size]
    ties = beside(reach, shown, open_circles)
    everything = list({e.id: e for e in [*shown, *ties.entries]}.values())
    return Found(row, tuple(shown), ties, lines.gather(reach, everything, known), len(page) > size)


def finished(viewer: Viewer, found: Found, known: dict[int, Face]) -> Story:
    """The page with its reader lists, outside the viewer door; tells the trace what it shows."""
    by_id = {line.row: line for line in lines.lines(found.raw, known)}
    trace.saw(viewer, found.dossier, (e.public_id for e in found.raw.entries), found.raw.faces)
    last = found.shown[-1] if found.more else None
    return Story(
        tuple(told(entry, by_id, found.ties) for entry in found.shown),
        f"{last.moment_at.isoformat()}_{last.public_id}" if last else "",
        people.in_order(known.values()),
    )


def _story_page(
    reach: Reach,
    kind: str,
    nature: str,
    size: int,
    *,
    dossier: Any,
    persons: Ids | None,
    since: Any,
    until: Any,
    moment: Any,
    public_id: Any,
    circles: Ids | None,
    kept: Ids | None,
) -> QuerySet[Entry]:
    """One more than a page of what belongs to the story (`ready` fills in what is asked for).

    What a moment holds stands within the moment; asked for by a filter it stands on its own.
    """
    open_circles = shoulder.limit(circles, kept)
    rows = shoulder.newest(reach, open_circles).filter(dossier_id=dossier, kind__in=STORY)
    if kind or nature or persons is not None or since or until:
        rows = _filtered(rows, kind, nature, since, until)
        if persons is not None:
            rows = rows.filter(Exists(_naming(reach, persons)))
    else:
        rows = rows.filter(~Exists(_moments(reach, open_circles)))
    page = dossiers.beyond(rows, "moment_at", moment, public_id)[: size + 1]
    return of_page(page, reach, open_circles).order_by("-moment_at", "public_id")


def _moments(reach: Reach, open_circles: shoulder.Open | None) -> QuerySet[Link]:
    """The moments that hold an entry; one that is not on this page holds nothing."""
    moments = policy.links(reach).filter(tie="same_moment", target_id=OuterRef("id"))
    if open_circles is None:
        return moments
    on_page = moments.filter(OneOf("source__circle_id", open_circles.circles))
    return on_page.exclude(OneOf("source_id", open_circles.kept))


def _naming(reach: Reach, persons: Ids) -> QuerySet[EntryPerson]:
    roles = (EntryPerson.Role.TELLER, EntryPerson.Role.ABOUT, EntryPerson.Role.PRESENT)
    named = policy.named(reach).filter(entry_id=OuterRef("id"), role__in=roles)
    return named.filter(OneOf("person_id", persons))


def _filtered(rows: QuerySet[Entry], kind: str, nature: str, since: Any, until: Any) -> QuerySet[Entry]:
    if kind:
        rows = rows.filter(kind=kind)
    if nature:
        rows = rows.filter(nature=nature)
    if since:
        rows = rows.filter(moment_at__gte=since)
    if until:
        rows = rows.filter(moment_at__lt=until)
    return rows
