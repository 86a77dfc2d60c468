"""What was given outside its circle in one dossier: to whom, what for, on which ground and until when; for each viewer
as far as they may read the share itself.

Of what was given only the entries that the viewer reads too are listed (design 3: a tie shows to who reads both ends).
"""

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Value, When

from naast.content.sharing_grounds import Ground, grounds
from naast.records.models import Entry, Kind, Link, Sharing
from naast.rules.consent_time import State
from naast.rules.sharing import PAPER, SHAREABLE, Needs

from . import consent, dossiers, kinds, lines, people, policy, shoulder, trace
from .consent import Given
from .lines import Line
from .people import Face
from .reach import Reach
from .told import tied
from .viewer import Missing, Viewer, day_of

AROUND = (Kind.INVOLVEMENT,)
MOST = 200  # entries to choose from on one page; an older one is chosen on its own page


@dataclass(frozen=True, slots=True)
class What:
    """One entry that was given, in the newest version that the viewer reads; `since` says that it was corrected after
    it was given."""

    line: Line
    since: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """One share of one teller's entries to one receiver. `ground` is None where the file no longer has that code.

    `answers` are what the team wrote when it looked at it again; `starts` and `ends` say from when until when. Without
    `ends` it has no end, or was ended otherwise than by its day: its receiver left, or its teller closed it.
    """

    line: Line
    what: tuple[What, ...]
    receiver: Face | None
    organisation: str = field(repr=False)
    way: str
    code: str
    ground: Ground | None
    purpose: str = field(repr=False)
    need: str = field(repr=False)
    lighter: str = field(repr=False)
    told_on: date | None
    not_told: str = field(repr=False)
    look_on: date | None
    starts: datetime
    ends: datetime | None
    answers: tuple[Line, ...]
    runs: bool
    overdue: bool

    @property
    def in_danger(self) -> bool:
        return self.ground is not None and self.ground.needs is Needs.DANGER

    @property
    def by_yes(self) -> bool:
        """Does it rest on somebody's yes?"""
        return self.ground is not None and self.ground.needs is Needs.CONSENT

    @property
    def on_paper(self) -> bool:
        """A file was given: it stays given, whatever ends here."""
        return self.way == PAPER

    @property
    def corrected(self) -> bool:
        """Was a file given of which some words were corrected since: should its receiver be told?"""
        return self.on_paper and any(one.since for one in self.what)

    @property
    def last_day(self) -> date | None:
        """The day on which it ends, or ended."""
        return day_of(self.ends) if self.ends else None


@dataclass(frozen=True, slots=True)
class SharingPage:
    """Everything shared, the last first; `partners` are row ids of partner professionals with a place here."""

    dossier: UUID
    shared: tuple[Shared, ...]
    known: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]

    @property
    def running(self) -> tuple[Shared, ...]:
        return tuple(one for one in self.shared if one.runs)

    @property
    def over(self) -> tuple[Shared, ...]:
        return tuple(one for one in self.shared if not one.runs)

    @property
    def mine(self) -> tuple[Shared, ...]:
        """The shares of what the viewer told themselves."""
        return tuple(one for one in self.shared if any(what.line.mine for what in one.what))

    def find(self, sharing: UUID) -> Shared | None:
        """The share with this public id."""
        return next((one for one in self.shared if one.line.public_id == sharing), None)


@dataclass(frozen=True, slots=True)
class ChoosingPage:
    """What a worker can share: entries, the newest first; who has a place here; and the yeses to sharing that run."""

    dossier: UUID
    entries: tuple[Line, ...]
    partners: tuple[Face, ...]
    consents: tuple[Given, ...]
    known: tuple[Face, ...]
    in_team: bool

    def of(self, chosen: Iterable[UUID]) -> tuple[Line, ...]:
        """These entries, as far as they can be shared."""
        wanted = set(chosen)
        return tuple(line for line in self.entries if line.public_id in wanted)

    def concerned(self, chosen: Iterable[UUID]) -> tuple[Face, ...]:
        """Whose yes is asked for these entries: everybody who told them or whom they are about, but professionals."""
        found = (
            face
            for line in self.of(chosen)
            for face in (*([line.teller] if line.teller else []), *line.about)
            if not (face.professional or face.unborn or face.deceased)
        )
        return people.in_order(found)


def sharing(viewer: Viewer, dossier: UUID) -> SharingPage:
    """All that was shared of one dossier; a resident's page holds unasked what everyone in the household may read."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        readable = shoulder.newest(reach, open_circles)
        here = kinds.rows(reach, row, (*AROUND, Kind.SHARING), open_circles)
        entries = sorted((one.entry for one in here[Kind.SHARING]), key=_last_first)
        ids = [entry.id for entry in entries]
        ties = _ties(reach, ids)
        read = set(policy.shares(reach).filter(opening__in=ids).values_list("opening_id", flat=True))
        roots = {root for root, _ in itertools.chain.from_iterable(ties.values())}
        what = list(readable.filter(root__in=roots).order_by("confirmed_at", "public_id"))
        said = tied(reach, (), ("answers",), ids, open_circles)
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, list({e.id: e for e in (*entries, *what, *said)}.values()), known)
    made = {line.row: line for line in lines.lines(raw, known)}
    trace.saw(
        viewer, row, (line.public_id for line in made.values()), {face.row for face in raw.faces.values()}
    )
    found = _Found(made, known | raw.faces, what, said, ties, read)
    involved = here[Kind.INVOLVEMENT]
    return SharingPage(
        dossier,
        tuple(_shared(entry.sharing, found, viewer) for entry in entries),
        people.in_order(known.values()),
        dossiers.works_here(viewer, involved),
        dossiers.partners(involved),
    )


def choosing(viewer: Viewer, dossier: UUID, chosen: Collection[UUID] = ()) -> ChoosingPage:
    """What can be shared, with whom, and on which yeses: for own professionals; Missing for everybody else.

    `chosen` stand on the page however old they are, as far as they can be shared; others are the newest.
    """
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        found = consent.read(reach, row, open_circles)
        entries = _shareable(reach, row, chosen)
        raw = lines.gather(reach, [*found.entries, *entries], found.known)
    made = {line.row: line for line in lines.lines(raw, found.known)}
    asked = consent.finished(viewer, dossier, found, made, found.known | raw.faces)
    if not asked.in_team or viewer.eyes_of is not None:
        raise Missing
    trace.saw(
        viewer, row, (line.public_id for line in made.values()), {face.row for face in raw.faces.values()}
    )
    return ChoosingPage(
        dossier,
        tuple(made[entry.id] for entry in entries),
        people.in_order(face for face in found.known.values() if face.row in asked.partners),
        tuple(
            one for one in asked.given if one.sharing and one.state in (State.RUNS, State.ENDING) and one.runs
        ),
        asked.known,
        asked.in_team,
    )


def _last_first(entry: Entry) -> tuple[float, UUID]:
    return -entry.confirmed_at.timestamp(), entry.public_id


def _shareable(reach: Reach, row: int, chosen: Collection[UUID]) -> list[Entry]:
    """The newest that can be shared and those that were chosen, in one query; the newest first."""
    rows = policy.newest(reach).filter(dossier_id=row, kind__in=SHAREABLE)
    chosen_first = Case(When(public_id__in=chosen, then=0), default=1) if chosen else Value(1)
    found = rows.order_by(chosen_first, "-moment_at", "public_id")[: MOST + len(chosen)]
    return sorted(found, key=lambda entry: (-entry.moment_at.timestamp(), entry.public_id))


def _ties(reach: Reach, sharings: Sequence[int]) -> dict[int, list[tuple[UUID, datetime]]]:
    """By share (row id) the root of each entry that it gave and the moment of the version that was given, as far as
    the viewer reads that."""
    found: dict[int, list[tuple[UUID, datetime]]] = {}
    rows = policy.links(reach).filter(tie=Link.Tie.SHARES, source_id__in=sharings).order_by("id")
    for source, root, given in rows.values_list("source_id", "target__root", "target__confirmed_at"):
        found.setdefault(source, []).append((root, given))
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    lines: Mapping[int, Line]
    faces: Mapping[int, Face]
    what: Sequence[Entry]
    said: Sequence[Any]
    ties: Mapping[int, Sequence[tuple[UUID, datetime]]]
    read: Collection[int]  # the shares by which somebody reads something now, as far as the viewer reads that


def _shared(row: Sharing, found: _Found, viewer: Viewer) -> Shared:
    given = dict(found.ties.get(row.entry_id, ()))
    open_still = row.ends is None or row.ends > viewer.at
    runs = open_still and (row.way == PAPER or row.entry_id in found.read)
    return Shared(
        found.lines[row.entry_id],
        tuple(What(found.lines[e.id], e.confirmed_at > given[e.root]) for e in found.what if e.root in given),
        found.faces.get(row.receiver_id) if row.receiver_id else None,
        row.organisation,
        row.way,
        row.ground,
        grounds().every.get(row.ground),
        row.purpose,
        row.need,
        row.lighter,
        row.told_on,
        row.not_told,
        row.look_on,
        row.starts,
        row.ends
        if runs or not open_still
        else None,  # whoever left, or whose teller closed it, ended it before
        tuple(found.lines[e.id] for e in found.said if e.of == row.entry_id),
        runs,
        row.look_on is not None and row.look_on <= viewer.today,
    )
