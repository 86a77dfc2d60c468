"""One entry as its page shows it: every version, answers, who reads it and why, who can not, who has read it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from naast.records.models import Entry, File, Kind

from . import decisions, dossiers, lines, people, policy, readers, ready, shoulder, trace
from .at_home import read_at_home
from .decisions import Decided
from .doors import through_rules, viewer_door
from .incident_lines import IncidentLine, incident
from .lines import Line, Raw
from .one_of import Ids
from .people import Face
from .reach import Reach
from .told import MeetingLine, PaperLine, Told, every_version, grouped, meeting, paper, tied, told
from .viewer import Missing, Viewer

CORRECTED = (
    Kind.PASSAGE,
    Kind.STATEMENT,
    Kind.ANSWER,
    Kind.FACTOR,
    Kind.CONTACT,
    Kind.ADVICE,
    Kind.MATTER_PART,
    Kind.INCIDENT,
    Kind.FACTOR_VIEW,
)
# What its page shows of what an entry is tied to (its talk, what it answers ...), and of what is tied to it.
OUT = ("part_of", "answers", "cites", "same_moment")
INTO = ("part_of", "answers", "rests_on", "same_moment")


@dataclass(frozen=True, slots=True)
class Kept:
    """Somebody from whom an entry is withheld, why, and until when; `silent` where it waits for the team."""

    face: Face
    reason: str = field(repr=False)
    review_on: date | None
    silent: bool


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry with all its versions this viewer may read (newest first), answers and whole reader list.

    `talk` is the contact it was told in, `moments` are the moments it is one telling of, `answered` is what it
    answers, `openings` are what opened it further, `cited` is the text that a notice points at. `kept` and `has_read`
    are for the team (and, the last, the teller).
    """

    dossier: UUID
    told: Told
    versions: tuple[Line, ...]
    not_reading: tuple[Face, ...]
    has_read: tuple[Face, ...] = ()
    talk: Line | None = None
    moments: tuple[Line, ...] = ()
    answered: Line | None = None
    openings: tuple[Line, ...] = ()
    cited: Line | None = None
    passages: tuple[Line, ...] = ()
    kept: tuple[Kept, ...] = ()
    known: tuple[Face, ...] = ()
    in_team: bool = False
    own: bool = False
    reads_only: bool = False  # by an emergency reading: nothing can be done with it
    meetings: tuple[MeetingLine | None, ...] = ()  # of `versions`, each of an appointment
    papers: tuple[PaperLine | None, ...] = ()  # the same, of paper that was given out
    incident: IncidentLine | None = None
    decided: tuple[Decided, ...] = ()  # about a telling of an incident, newest first
    standing: tuple[Decided, ...] = ()  # of those the ones about the words that stand there now
    goes_on: tuple[Line, ...] = ()  # agreements that a decision names to go on

    @property
    def older(self) -> tuple[tuple[Line, PaperLine | None], ...]:
        """The older versions, each with what was given out, of paper."""
        return tuple(zip(self.versions, self.papers, strict=True))

    @property
    def correctable(self) -> bool:
        """May this viewer write a correction of what is told in words: its teller or writer, or the team for them?"""
        return (self.own or self.noted_for) and self.told.line.kind in CORRECTED

    @property
    def noted_for(self) -> bool:
        """Does the team note here what somebody of the household wants, as it is theirs?"""
        line = self.told.line
        told = line.teller is not None and not line.teller.professional
        return told and self.in_team and not line.mine and line.kind != Kind.CONTACT

    @property
    def held(self) -> tuple[Face, ...]:
        """From whom the address guard holds this back until the team has looked; empty for its own writer."""
        return tuple(kept.face for kept in self.kept if kept.silent)

    @property
    def owned(self) -> bool:
        """May this viewer widen and narrow it: its teller, or the team for them?"""
        return (self.told.line.mine and not self.reads_only) or self.in_team


def entry(viewer: Viewer, public_id: UUID) -> EntryPage:
    """One entry; Missing where this viewer may not read it."""
    with page_door(viewer, public_id) as (reach, versions, open_circles):
        ids = {v.id for v in versions}
        found = tied(reach, OUT, INTO, ids, open_circles)
        around = [e for e in found if e.of in ids or e.tie == "answers"]  # type: ignore[attr-defined]  # annotated
        known = shoulder.known_in(reach, versions[0].dossier_id, open_circles)
        raw = lines.gather(reach, list({e.id: e for e in (*versions, *around)}.values()), known)
    page = finished(viewer, versions, known, read(viewer, raw, known), around)
    return replace(page, has_read=has_read(viewer, page, versions, known))


@contextmanager
def page_door(viewer: Viewer, public_id: UUID) -> Iterator[tuple[Reach, list[Entry], shoulder.Open | None]]:
    """The viewer door of a page about one entry: reach, the entry's versions (newest first), what may stand on it
    unasked. Missing where there is none for this viewer.

    The entry is looked up through a door that is not narrowed: one narrowed by an entry would ask otherwise where a
    hidden entry is in a dossier of theirs. Nobody has so many dossiers at home that it need be narrowed afterwards.
    """
    if shoulder.guarded(viewer):
        homes = read_at_home(viewer)
        with viewer_door(viewer) as reach:
            versions = _versions_of(reach, public_id, shoulder.together(homes))
            yield reach, versions, homes[versions[0].dossier_id]
        return
    with viewer_door(viewer) as wide:
        versions = _versions_of(wide, public_id, None)
    with viewer_door(viewer, versions[0].dossier_id) as reach:
        yield reach, versions, None


@dataclass(frozen=True, slots=True)
class Read:
    """The lines of what stands on a page, by row id, and what is withheld in the dossier now."""

    lines: dict[int, Line]
    withheld: tuple[readers.Row, ...]


def read(viewer: Viewer, raw: Raw, known: dict[int, Face]) -> Read:
    """What was gathered with its reader lists, outside the viewer door; tells the trace what it shows."""
    reading, withheld = _behind(raw)
    trace.saw(
        viewer,
        raw.entries[0].dossier_id,
        (e.public_id for e in raw.entries),
        {f.row for f in raw.faces.values()},
    )
    return Read({line.row: line for line in lines.lines(raw, known, reading)}, withheld)


@through_rules
def _behind(raw: Raw) -> tuple[readers.Reading, tuple[readers.Row, ...]]:
    """Who reads each entry, and what is withheld in its dossier, by the same rows."""
    entries = list(raw.entries)
    rows = readers.rows(entries, raw.reach)
    return readers.reading(entries, rows, raw.reach), tuple(row for row in rows if row.what == "withheld")


def in_team(viewer: Viewer, version: Entry) -> bool:
    """Is this viewer in the team of this entry, one of those of `page_door`?"""
    return version.in_team and viewer.is_staff and viewer.eyes_of is None  # type: ignore[attr-defined]


def finished(
    viewer: Viewer, versions: list[Entry], known: dict[int, Face], found: Read, around: Sequence[Entry] = ()
) -> EntryPage:
    """The page of these versions (newest first) with what is tied to them, of what was `read`."""
    newest = found.lines[versions[0].id]
    of_team = in_team(viewer, versions[0])
    reads_only = viewer.is_staff and viewer.eyes_of is None and not of_team

    def lines_of(tie: str, *, out: bool) -> tuple[Line, ...]:
        rows = dict.fromkeys(e.id for e in around if (e.tie, e.out) == (tie, out))  # type: ignore[attr-defined]
        return tuple(found.lines[row] for row in rows)

    reads = {r.face.row for r in newest.readers}
    decides = versions[0].kind == Kind.DECISION
    same = {version.id for version in versions if version.words == versions[0].words}
    judged = [
        e
        for e in reversed(around)
        if (e.tie, e.out) == ("rests_on", False) and decisions.is_about(e, decisions.INCIDENT)  # type: ignore[attr-defined]
    ]
    everybody = people.each_once(known.values())
    return EntryPage(
        versions[0].dossier.public_id,
        told(versions[0], found.lines, grouped(around), hide=shoulder.guarded(viewer)),
        tuple(found.lines[v.id] for v in versions[1:]),
        tuple(f for f in everybody if f.row not in reads and not f.unborn and not f.deceased),
        talk=next(iter(lines_of("part_of", out=True)), None),
        moments=lines_of("same_moment", out=False),
        answered=next(iter(lines_of("answers", out=True)), None),
        # a share rests on a yes as well, and opens nothing of that
        openings=tuple(line for line in lines_of("rests_on", out=False) if line.kind == Kind.OPENING),
        cited=None if decides else next(iter(lines_of("cites", out=True)), None),
        goes_on=lines_of("cites", out=True) if decides else (),
        passages=lines_of("part_of", out=False),
        kept=_kept(versions[0], found.withheld, known) if of_team else (),
        known=tuple(sorted(everybody, key=lambda f: (f.professional, f.label))),
        in_team=of_team,
        own=viewer.eyes_of is None and (newest.mine or newest.wrote) and not reads_only,
        reads_only=reads_only,
        meetings=tuple(meeting(version, hide=shoulder.guarded(viewer)) for version in versions[1:]),
        incident=incident(versions[0], known),
        decided=tuple(decisions.decided(e, known) for e in judged),
        standing=tuple(decisions.decided(e, known) for e in judged if e.of in same),  # type: ignore[attr-defined]
        papers=tuple(paper(version, found.lines[version.id]) for version in versions[1:]),
    )


def _kept(entry: Entry, withheld: Iterable[readers.Row], known: dict[int, Face]) -> tuple[Kept, ...]:
    """From whom this entry is withheld, among the people that the team may know of."""
    kept = (
        Kept(known[row.human], row.reason, row.review_on, row.because == readers.SILENT and not row.reason)
        for row in withheld
        if row.of == entry.id and row.human in known
    )
    return tuple({(one.face.row, one.silent): one for one in kept}.values())


def has_read(
    viewer: Viewer, page: EntryPage, versions: list[Entry], known: dict[int, Face]
) -> tuple[Face, ...]:
    """Who has had it on a page so far: for its teller and the team."""
    return shoulder.has_read(viewer, versions, known) if page.told.line.mine or page.in_team else ()


def _versions_of(reach: Reach, public_id: UUID, open_circles: shoulder.Open | None) -> list[Entry]:
    found = ready.rows(_versions, reach, public_id=public_id, **shoulder.given(open_circles))
    if not found:
        raise Missing
    return found


def _versions(reach: Reach, public_id: Any, circles: Ids | None, kept: Ids | None) -> QuerySet[Entry]:
    """Every version of this entry that may stand on the page, newest first.

    `in_team` says whether the viewer has a running involvement in its team.
    """
    root = policy.entries(reach).filter(public_id=public_id).values("root")
    own = policy.entries(reach).filter(
        dossiers.running_involvement(reach), dossier_id=OuterRef("dossier_id"), kind=Kind.INVOLVEMENT
    )
    versions = every_version(reach, shoulder.limit(circles, kept)).filter(root__in=root)
    return (
        versions.select_related("dossier")
        .annotate(in_team=Exists(own))
        .order_by("-confirmed_at", "public_id")
    )


def file(viewer: Viewer, public_id: UUID) -> tuple[str, str, bytes]:
    """(neutral name, mime, content) of one file; Missing where this viewer may not read it, or not on this page."""
    with page_door(viewer, public_id) as (reach, versions, _):
        on_page = [version.id for version in versions if version.public_id == public_id]
        row = policy.of_kind(File, reach).filter(entry__in=on_page).first()
    if row is None:
        raise Missing
    trace.saw(viewer, versions[0].dossier_id, [public_id])
    return row.name, row.mime, bytes(row.content)


def stored(viewer: Viewer, public_id: UUID) -> tuple[str, bytes] | None:
    """(neutral name, content) of a file that was searched, for an act that looks through it; None for all else.

    Nobody is shown it, so it leaves no trace of its own.
    """
    with viewer_door(viewer, entry=public_id) as reach:
        files = policy.of_kind(File, reach).filter(entry__public_id=public_id, team_only=False)
        row = files.values_list("name", "content").first()
    return (row[0], bytes(row[1])) if row else None
