"""The story: entries in time order, with answers beside them and moments around them, a page at a time."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.records.models import Contact, Entry, EntryPerson, File, Kind

from . import dossiers, lines, people, policy, shoulder, trace
from .doors import viewer_door
from .lines import Line
from .reach import Reach
from .viewer import Missing, Viewer

PAGE = 30
STORY = (Kind.CONTACT, Kind.PASSAGE, Kind.STATEMENT, Kind.MOMENT, Kind.FILE, Kind.OPENING, Kind.QUESTION)
ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked to see: person (teller or about), kind, nature, period. Empty is everything."""

    person: UUID | None = None
    kind: str = ""
    nature: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class FileLine:
    """What a list shows of a file."""

    name: str
    mime: str
    size: int
    team_only: bool


@dataclass(frozen=True, slots=True)
class TalkLine:
    """How a talk was held, its goal and problem."""

    form: str
    goal: str = field(repr=False)
    problem: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the story with what stands beside it."""

    line: Line
    answers: tuple[Line, ...] = ()
    parts: tuple[Line, ...] = ()  # a moment's tellings, or a talk's passages
    file: FileLine | None = None
    talk: TalkLine | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One page of the story, newest moment first; `after` marks the next page, or is empty."""

    told: tuple[Told, ...]
    after: str


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
    with viewer_door(viewer) as wide:
        row = dossiers.find(wide, dossier).id
    open_circles = shoulder.open_circles(viewer, row)
    with viewer_door(viewer, row) as reach:
        rows = shoulder.keep(_story_rows(reach, row), viewer, open_circles)
        rows = _filtered(rows, filters, reach)
        mark = dossiers.page_mark(after)
        if mark is not None:
            rows = rows.filter(Q(moment_at__lt=mark[0]) | Q(moment_at=mark[0], public_id__gt=mark[1]))
        page = list(rows.order_by("-moment_at", "public_id")[: size + 1])
        shown = page[:size]
        beside = _beside(reach, shown, viewer, open_circles)
        everything = list({e.id: e for e in [*shown, *beside.entries]}.values())
        raw = lines.gather(reach, everything)
        files = {
            f.entry_id: f for f in policy.of_kind(File, reach).filter(entry__in=everything).defer("content")
        }
        talks = {c.entry_id: c for c in policy.of_kind(Contact, reach).filter(entry__in=everything)}
        known = people.known_in(reach, row)
    by_id = {line.row: line for line in lines.lines(raw, known)}
    trace.saw(viewer, row, (e.public_id for e in everything), {f.row for f in raw.faces.values()})
    more = len(page) > size
    return Story(
        tuple(_told(entry, by_id, beside, files, talks) for entry in shown),
        f"{shown[-1].moment_at.isoformat()}_{shown[-1].public_id}" if more else "",
    )


def _story_rows(reach: Reach, dossier: int) -> QuerySet[Entry]:
    """Newest readable versions of what belongs to the story."""
    return policy.newest(reach).filter(dossier_id=dossier, kind__in=STORY)


def _filtered(rows: QuerySet[Entry], filters: Filters, reach: Reach) -> QuerySet[Entry]:
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.nature:
        rows = rows.filter(nature=filters.nature)
    if filters.person:
        named = policy.named(reach).filter(
            entry_id=OuterRef("id"),
            person__public_id=filters.person,
            role__in=(EntryPerson.Role.TELLER, EntryPerson.Role.ABOUT, EntryPerson.Role.PRESENT),
        )
        rows = rows.filter(Exists(named))
    if filters.since:
        rows = rows.filter(moment_at__gte=datetime.combine(filters.since, time(0), tzinfo=ZONE))
    if filters.until:
        day_after = datetime.combine(filters.until + timedelta(days=1), time(0), tzinfo=ZONE)
        rows = rows.filter(moment_at__lt=day_after)
    return rows


@dataclass(frozen=True, slots=True)
class _Beside:
    entries: tuple[Entry, ...]
    answers: dict[int, list[int]]
    parts: dict[int, list[int]]
    corrected: frozenset[UUID]


def _beside(reach: Reach, shown: list[Entry], viewer: Viewer, open_circles: frozenset[int] | None) -> _Beside:
    """Answers to, and tellings of the same moment as, the entries shown; only where both ends may be read."""
    ids = [e.id for e in shown]
    newest = shoulder.keep(policy.newest(reach), viewer, open_circles)
    ties = list(
        policy.links(reach)
        .filter(Q(target_id__in=ids, tie="answers") | Q(source_id__in=ids, tie="same_moment"))
        .values_list("tie", "source_id", "target_id")
    )
    wanted = {source if tie == "answers" else target for tie, source, target in ties}
    found = {e.id: e for e in newest.filter(id__in=wanted)} if wanted else {}
    answers: dict[int, list[int]] = {}
    parts: dict[int, list[int]] = {}
    for tie, source, target in ties:
        if tie == "answers" and source in found:
            answers.setdefault(target, []).append(source)
        elif tie == "same_moment" and target in found:
            parts.setdefault(source, []).append(target)
    roots = [e.root for e in shown]
    versions = policy.entries(reach).filter(root__in=roots).exclude(id__in=ids).values_list("root", flat=True)
    return _Beside(tuple(found.values()), answers, parts, frozenset(versions))


def _told(
    entry: Entry, by_id: dict[int, Line], beside: _Beside, files: dict[int, File], talks: dict[int, Contact]
) -> Told:
    file = files.get(entry.id)
    talk = talks.get(entry.id)
    return Told(
        by_id[entry.id],
        tuple(sorted((by_id[i] for i in beside.answers.get(entry.id, [])), key=lambda a: a.confirmed_at)),
        tuple(sorted((by_id[i] for i in beside.parts.get(entry.id, [])), key=lambda a: a.confirmed_at)),
        FileLine(file.name, file.mime, file.size, file.team_only) if file else None,
        TalkLine(talk.form, talk.goal, talk.problem) if talk else None,
        entry.root in beside.corrected,
    )


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry with all its versions this viewer may read (newest first), answers and whole reader list."""

    dossier: UUID
    told: Told
    versions: tuple[Line, ...]
    not_reading: tuple[people.Face, ...]
    has_read: tuple[people.Face, ...]


def entry(viewer: Viewer, public_id: UUID) -> EntryPage:
    """One entry; Missing where this viewer may not read it."""
    with viewer_door(viewer) as wide:
        found = policy.entries(wide).filter(public_id=public_id).select_related("dossier").first()
        if found is None:
            raise Missing
        dossier = found.dossier
    open_circles = shoulder.open_circles(viewer, dossier.id)
    with viewer_door(viewer, dossier.id) as reach:
        readable = shoulder.keep(policy.entries(reach), viewer, open_circles)
        versions = list(readable.filter(root=found.root).order_by("-confirmed_at"))
        if not versions:
            raise Missing
        beside = _beside(reach, versions[:1], viewer, open_circles)
        everything = list({e.id: e for e in [*versions, *beside.entries]}.values())
        raw = lines.gather(reach, everything)
        files = {
            f.entry_id: f for f in policy.of_kind(File, reach).filter(entry__in=everything).defer("content")
        }
        talks = {c.entry_id: c for c in policy.of_kind(Contact, reach).filter(entry__in=everything)}
        known = people.known_in(reach, dossier.id)
    by_id = {line.row: line for line in lines.lines(raw, known)}
    newest = by_id[versions[0].id]
    reading = {r.face.row for r in newest.readers}
    trace.saw(viewer, dossier.id, (e.public_id for e in everything), {f.row for f in raw.faces.values()})
    has_read = shoulder.has_read(viewer, versions, known) if newest.mine or viewer.is_staff else ()
    return EntryPage(
        dossier.public_id,
        _told(versions[0], by_id, beside, files, talks),
        tuple(by_id[v.id] for v in versions[1:]),
        tuple(f for f in known.values() if f.row not in reading and not f.unborn and not f.deceased),
        has_read,
    )


def file(viewer: Viewer, public_id: UUID) -> tuple[str, str, bytes]:
    """(neutral name, mime, content) of one file; Missing where this viewer may not read it."""
    with viewer_door(viewer) as reach:
        row = policy.of_kind(File, reach).filter(entry__public_id=public_id).select_related("entry").first()
        if row is None:
            raise Missing
        trace.saw(viewer, row.entry.dossier_id, [public_id])
        return row.name, row.mime, bytes(row.content)
