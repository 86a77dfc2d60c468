"""One entry as its page shows it: every version, answers, who reads it and why, who can not, who has read it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, Q, QuerySet

from naast.records.models import Entry, File, Kind, Link, Withheld

from . import dossiers, lines, people, policy, ready, shoulder, trace
from .doors import through_rules, viewer_door
from .lines import Line
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach, running
from .same_person import held_of
from .told import Told, beside, every_version, told
from .viewer import Missing, Viewer

CORRECTED = (Kind.PASSAGE, Kind.STATEMENT, Kind.ANSWER, Kind.CONTACT)
TIES = ("part_of", "same_moment", "answers", "rests_on", "cites")


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
    has_read: tuple[Face, ...]
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
        return self.told.line.mine or self.in_team


def entry(viewer: Viewer, public_id: UUID) -> EntryPage:
    """One entry; Missing where this viewer may not read it."""
    with shoulder.entry_door(viewer, public_id) as (reach, found, open_circles):
        dossier = found.dossier
        unasked = shoulder.given(open_circles)
        versions = ready.rows(_versions, reach, root=found.root, dossier=dossier.id, **unasked)
        if not versions:
            raise Missing
        newest_row = versions[0]
        ties = beside(reach, [newest_row], open_circles)
        around = _around(reach, {v.id for v in versions})
        others = {other for _, _, other in around}
        related = {e.id: e for e in ready.rows(_newest_of, reach, ids=others, **unasked)} if others else {}
        everything = list({e.id: e for e in [*versions, *ties.entries, *related.values()]}.values())
        known = shoulder.known_in(reach, dossier.id, open_circles)
        raw = lines.gather(reach, everything, known)
        in_team = newest_row.in_team and viewer.is_staff and viewer.eyes_of is None  # type: ignore[attr-defined]
    by_id = {line.row: line for line in lines.lines(raw, known)}
    newest = by_id[versions[0].id]
    trace.saw(viewer, dossier.id, (e.public_id for e in everything), {f.row for f in raw.faces.values()})
    own = viewer.eyes_of is None and (newest.mine or newest.wrote)

    def lines_of(tie: str, *, out: bool) -> tuple[Line, ...]:
        return tuple(by_id[i] for t, o, i in around if t == tie and o == out and i in related)

    reading = {r.face.row for r in newest.readers}
    everybody = people.each_once(known.values())
    return EntryPage(
        dossier.public_id,
        told(newest_row, by_id, ties),
        tuple(by_id[v.id] for v in versions[1:]),
        tuple(f for f in everybody if f.row not in reading and not f.unborn and not f.deceased),
        shoulder.has_read(viewer, versions, known) if newest.mine or in_team else (),
        talk=next(iter(lines_of("part_of", out=True)), None),
        moments=lines_of("same_moment", out=False),
        answered=next(iter(lines_of("answers", out=True)), None),
        openings=lines_of("rests_on", out=False),
        cited=next(iter(lines_of("cites", out=True)), None),
        passages=lines_of("part_of", out=False),
        kept=_kept(versions[0], viewer, known) if in_team else (),
        known=tuple(sorted(everybody, key=lambda f: (f.professional, f.label))),
        in_team=in_team,
        own=own,
    )


def _around(reach: Reach, versions: set[int]) -> list[tuple[str, bool, int]]:
    """(tie, whether this entry is its source, the other end's row id); only where both ends may be read."""
    pairs = [
        (tie, source in versions, target if source in versions else source)
        for tie, source, target in ready.rows(_ties, reach, versions=versions)
    ]
    return list(dict.fromkeys(pairs))


def _ties(reach: Reach, versions: Ids) -> QuerySet[Link, tuple[str, int, int]]:
    ends = Q(OneOf("source_id", versions)) | Q(OneOf("target_id", versions))
    found = policy.links(reach).filter(ends, tie__in=TIES)
    found = found.exclude(tie="rests_on", source__kind=Kind.NOTICE)  # it points at the text, not at the fact
    return found.order_by("id").values_list("tie", "source_id", "target_id")


def _newest_of(reach: Reach, ids: Ids, circles: Ids | None, kept: Ids | None) -> QuerySet[Entry]:
    return shoulder.newest(reach, shoulder.limit(circles, kept)).filter(OneOf("id", ids))


def _versions(
    reach: Reach, root: Any, dossier: Any, circles: Ids | None, kept: Ids | None
) -> QuerySet[Entry]:
    """Every version of this entry that may stand on the page, newest first.

    `in_team` says whether the viewer has a running involvement in its team.
    """
    own = policy.entries(reach).filter(
        dossiers.running_involvement(reach), dossier_id=dossier, kind=Kind.INVOLVEMENT
    )
    versions = every_version(reach, shoulder.limit(circles, kept)).filter(root=root)
    return versions.annotate(in_team=Exists(own)).order_by("-confirmed_at", "public_id")


@through_rules
def _kept(entry: Entry, viewer: Viewer, known: dict[int, Face]) -> tuple[Kept, ...]:
    """From whom this entry is withheld, among the people that the team may know of."""
    rows = Withheld.objects.filter(running(viewer.at), entry=entry).exclude(held_of(viewer.human))
    kept = (
        Kept(known[r.human_id], r.reason, r.review_on, r.silent and not r.reason)
        for r in rows.order_by("starts", "id")
        if r.human_id in known
    )
    return tuple({(one.face.row, one.silent): one for one in kept}.values())


def file(viewer: Viewer, public_id: UUID) -> tuple[str, str, bytes]:
    """(neutral name, mime, content) of one file; Missing where this viewer may not read it, or not on this page."""
    with shoulder.entry_door(viewer, public_id, Kind.FILE) as (reach, found, open_circles):
        readable = shoulder.keep(policy.entries(reach), open_circles).filter(id=found.id)
        row = policy.of_kind(File, reach).filter(entry__in=readable).first()
    if row is None:
        raise Missing
    trace.saw(viewer, found.dossier_id, [public_id])
    return row.name, row.mime, bytes(row.content)


def stored(viewer: Viewer, public_id: UUID) -> tuple[str, bytes] | None:
    """(neutral name, content) of a file that was searched, for an act that looks through it; None for all else.

    Nobody is shown it, so it leaves no trace of its own.
    """
    with viewer_door(viewer, entry=public_id) as reach:
        files = policy.of_kind(File, reach).filter(entry__public_id=public_id, team_only=False)
        row = files.values_list("name", "content").first()
    return (row[0], bytes(row[1])) if row else None
