"""One line of the story with what stands beside it: answers, other tellings of the moment, and what its kind keeps."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, QuerySet, Value

from naast.records.models import Entry, Kind

from . import policy, ready, shoulder
from .advice import AdviceLine, advice
from .lines import Line
from .marks import MARKS, marks
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach

PICTURES = ("image/jpeg", "image/png", "image/webp")  # as cleaning writes them anew
# under which name an entry has the row of its kind, of those that are told in the story, and of those with a page
IN_THE_STORY = ("contact", "file", "score", "factor", "paper", "advice", "incident")
BESIDE = (*IN_THE_STORY, "decision")  # of what is tied to one of these
ON_ITS_PAGE = tuple(dict.fromkeys((*IN_THE_STORY, "appointment", *(name for name, _ in MARKS.values()))))


@dataclass(frozen=True, slots=True)
class FileLine:
    """What a list shows of a file."""

    name: str
    mime: str
    size: int
    team_only: bool

    @property
    def picture(self) -> bool:
        """Can a page show it as a picture?"""
        return self.mime in PICTURES


@dataclass(frozen=True, slots=True)
class TalkLine:
    """How a talk was held, its goal and problem."""

    form: str
    goal: str = field(repr=False)
    problem: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """How safe it is for one person: an answer of rules/scores.py, and what would make it one higher."""

    answer: str
    value: int | None
    higher: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """From when until when people meet and where; no place where that is secret and others may be looking."""

    starts: datetime
    ends: datetime
    place: str = field(repr=False)
    cancelled: bool
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Which sheet was given to whom, how new (None: older than was known), and what became of it since which day."""

    sheet: str
    version: datetime | None
    state: str
    since: date | None
    to: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the story with what stands beside it; `voices` are the tellings of a moment."""

    line: Line
    answers: tuple[Line, ...] = ()
    voices: tuple["Told", ...] = ()
    file: FileLine | None = None
    talk: TalkLine | None = None
    score: ScoreLine | None = None
    marks: tuple[str, ...] = ()  # what it is besides its words (access/marks.py)
    meeting: MeetingLine | None = None
    corrected: bool = False
    paper: PaperLine | None = None
    advice: AdviceLine | None = None
    evidence: str = field(default="", repr=False)  # what a factor rests on

    @property
    def parts(self) -> tuple[Line, ...]:
        """The lines of the tellings of a moment."""
        return tuple(voice.line for voice in self.voices)


@dataclass(frozen=True, slots=True)
class Beside:
    """Entries that stand beside those shown, and which (row ids) belong to which."""

    entries: tuple[Entry, ...]
    answers: dict[int, list[int]]
    parts: dict[int, list[int]]


def of_page(page: QuerySet[Entry], reach: Reach, open_circles: shoulder.Open | None) -> QuerySet[Entry]:
    """The entries of one page as they are told: with what their kind keeps, and whether there are older ones.

    The page is chosen first: else what the kinds keep is read along of a whole story.
    """
    chosen = policy.entries(reach).filter(id__in=page.values("id"))
    return _whole(chosen, reach, open_circles, IN_THE_STORY)


def every_version(reach: Reach, open_circles: shoulder.Open | None) -> QuerySet[Entry]:
    """The same of every version that may stand on the page, of kinds that have no place in the story as well."""
    return _whole(shoulder.keep(policy.entries(reach), open_circles), reach, open_circles, ON_ITS_PAGE)


def _whole(
    found: QuerySet[Entry], reach: Reach, open_circles: shoulder.Open | None, kinds: tuple[str, ...]
) -> QuerySet[Entry]:
    kept = shoulder.keep(policy.entries(reach), open_circles)
    others = kept.filter(root=OuterRef("root")).exclude(id=OuterRef("id"))
    with_kinds = found.select_related(*kinds).defer("file__content")
    return with_kinds.annotate(corrected=Exists(others))


def beside(reach: Reach, shown: list[Entry], open_circles: shoulder.Open | None) -> Beside:
    """Tellings of the moments shown, and answers to all of it; only where both ends may be read. One query."""
    moments = any(e.kind == Kind.MOMENT for e in shown)
    out = ("same_moment",) if moments else ()
    return grouped(tied(reach, out, ("answers",), [e.id for e in shown], open_circles))


def tied(
    reach: Reach,
    out: tuple[str, ...],
    into: tuple[str, ...],
    of: Collection[int],
    open_circles: shoulder.Open | None,
) -> list[Entry]:
    """Newest versions of what is tied to these entries, by ties `out` of them and `into` them, in the order of tying.

    To their tellings, where they are moments, as well. Each has its `tie`, to which row it is (`of`), and whether it
    goes `out` of that one.
    """
    found = ready.rows(_tied, reach, out, into, tied_to=of, **shoulder.given(open_circles))
    return sorted(found, key=lambda entry: entry.link)  # type: ignore[attr-defined]  # annotated


def _tied(
    reach: Reach,
    out: tuple[str, ...],
    into: tuple[str, ...],
    *,
    tied_to: Ids,
    circles: Ids | None,
    kept: Ids | None,
) -> QuerySet[Entry]:
    open_circles = shoulder.limit(circles, kept)
    newest = _whole(shoulder.newest(reach, open_circles), reach, open_circles, BESIDE)
    own = OneOf("links_out__target_id", tied_to)
    if not out:
        return _inward(newest.filter(own, links_out__tie__in=into))
    tellings = newest.filter(OneOf("links_in__source_id", tied_to), links_in__tie="same_moment").values("id")
    # a union and not an *or*, for which PostgreSQL would look at every tie there is
    targets = tellings.union(policy.entries(reach).filter(OneOf("id", tied_to)).values("id"))
    outward = newest.filter(OneOf("links_in__source_id", tied_to), links_in__tie__in=out)
    inward = _inward(newest.filter(links_out__target_id__in=targets, links_out__tie__in=into))
    return outward.annotate(
        of=F("links_in__source_id"), tie=F("links_in__tie"), link=F("links_in__id"), out=Value(True)
    ).union(inward, all=True)


def _inward(found: QuerySet[Entry]) -> QuerySet[Entry]:
    """What is tied to an entry; but for notices, which point at a text and not at the fact that it rests on."""
    return found.exclude(kind=Kind.NOTICE).annotate(
        of=F("links_out__target_id"), tie=F("links_out__tie"), link=F("links_out__id"), out=Value(False)
    )


def grouped(found: Sequence[Entry]) -> Beside:
    """The tellings and answers among what is tied, by what they belong to."""
    tellings = [e for e in found if e.out and e.tie == "same_moment"]  # type: ignore[attr-defined]  # annotated
    answers = [e for e in found if not e.out and e.tie == "answers"]  # type: ignore[attr-defined]
    entries = {e.id: e for e in (*tellings, *answers)}
    return Beside(tuple(entries.values()), _grouped(answers), _grouped(tellings))


def _grouped(found: Iterable[Entry]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for entry in found:
        groups.setdefault(entry.of, []).append(entry.id)  # type: ignore[attr-defined]  # annotated above
    return groups


def told(entry: Entry, by_id: dict[int, Line], ties: Beside, *, hide: bool = False) -> Told:
    """The line of this entry (one of `rows`) with what stands beside it; `hide` leaves a secret place out."""
    line = by_id[entry.id]
    file, talk, score = (getattr(entry, name, None) for name in ("file", "contact", "score"))
    corrected = {e.id for e in (entry, *ties.entries) if e.corrected}  # type: ignore[attr-defined]  # annotated
    return Told(
        line,
        _in_order(by_id, ties.answers.get(entry.id, [])),
        tuple(
            Told(
                part,
                _in_order(by_id, ties.answers.get(part.row, [])),
                corrected=part.row in corrected,
            )
            for part in _in_order(by_id, ties.parts.get(entry.id, []))
        ),
        FileLine(file.name, file.mime, file.size, file.team_only) if file else None,
        TalkLine(talk.form, talk.goal, talk.problem) if talk else None,
        ScoreLine(score.answer, score.value, score.higher) if score else None,
        marks(entry),
        meeting(entry, hide=hide),
        line.row in corrected,
        paper(entry, line),
        advice(entry),
        entry.factor.evidence if entry.kind == Kind.FACTOR else "",
    )


def paper(entry: Entry, line: Line) -> PaperLine | None:
    """What was given to whom, of paper (one of `rows`)."""
    if entry.kind != Kind.PAPER:
        return None
    kept = entry.paper
    return PaperLine(kept.sheet, kept.version, kept.state, kept.since, line.with_role("given_to"))


def meeting(entry: Entry, *, hide: bool) -> MeetingLine | None:
    """When and where, of an appointment (one of `rows`); `hide` leaves a secret place out."""
    if entry.kind != Kind.APPOINTMENT:
        return None
    kept = entry.appointment
    place = "" if hide and kept.place_guarded else kept.place
    return MeetingLine(kept.starts, kept.ends, place, kept.cancelled, kept.reason)


def _in_order(by_id: dict[int, Line], rows: list[int]) -> tuple[Line, ...]:
    """In the order in which they were told; the same moment by public id."""
    return tuple(
        sorted(
            (by_id[row] for row in dict.fromkeys(rows)), key=lambda line: (line.confirmed_at, line.public_id)
        )
    )
