"""One line of the story with what stands beside it: answers, other tellings of the moment, its file, talk or score."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, QuerySet

from naast.records.models import Entry, Kind

from . import policy, ready, shoulder
from .lines import Line
from .one_of import Ids, OneOf
from .reach import Reach

PICTURES = ("image/jpeg", "image/png", "image/webp")  # as cleaning writes them anew


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
class Told:
    """One line of the story with what stands beside it; `voices` are the tellings of a moment."""

    line: Line
    answers: tuple[Line, ...] = ()
    voices: tuple["Told", ...] = ()
    file: FileLine | None = None
    talk: TalkLine | None = None
    score: ScoreLine | None = None
    corrected: bool = False

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


def rows(reach: Reach, open_circles: shoulder.Open | None) -> QuerySet[Entry]:
    """Newest readable versions as they are told: with what their kind keeps, and whether there are older ones."""
    return _whole(shoulder.newest(reach, open_circles), reach, open_circles)


def every_version(reach: Reach, open_circles: shoulder.Open | None) -> QuerySet[Entry]:
    """The same of every version that may stand on the page."""
    return _whole(shoulder.keep(policy.entries(reach), open_circles), reach, open_circles)


def _whole(found: QuerySet[Entry], reach: Reach, open_circles: shoulder.Open | None) -> QuerySet[Entry]:
    kept = shoulder.keep(policy.entries(reach), open_circles)
    others = kept.filter(root=OuterRef("root")).exclude(id=OuterRef("id"))
    with_kinds = found.select_related("contact", "file", "score").defer("file__content")
    return with_kinds.annotate(corrected=Exists(others))


def beside(reach: Reach, shown: list[Entry], open_circles: shoulder.Open | None) -> Beside:
    """Tellings of the moments shown, and answers to all of it; only where both ends may be read. Two queries."""
    moments = [e.id for e in shown if e.kind == Kind.MOMENT]
    unasked = shoulder.given(open_circles)
    tellings = ready.rows(_tellings, reach, moments=moments, **unasked) if moments else []
    answers = ready.rows(_answers, reach, told_to=[e.id for e in (*shown, *tellings)], **unasked)
    found = {e.id: e for e in (*tellings, *answers)}
    return Beside(tuple(found.values()), _grouped(answers), _grouped(tellings))


def _tellings(reach: Reach, moments: Ids, circles: Ids | None, kept: Ids | None) -> QuerySet[Entry]:
    told_in = rows(reach, shoulder.limit(circles, kept))
    in_moment = told_in.filter(OneOf("links_in__source_id", moments), links_in__tie="same_moment")
    return in_moment.annotate(of=F("links_in__source_id"))


def _answers(reach: Reach, told_to: Ids, circles: Ids | None, kept: Ids | None) -> QuerySet[Entry]:
    told_beside = rows(reach, shoulder.limit(circles, kept))
    answering = told_beside.filter(OneOf("links_out__target_id", told_to), links_out__tie="answers")
    return answering.annotate(of=F("links_out__target_id"))


def _grouped(found: Iterable[Entry]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for entry in found:
        groups.setdefault(entry.of, []).append(entry.id)  # type: ignore[attr-defined]  # annotated above
    return groups


def told(entry: Entry, by_id: dict[int, Line], ties: Beside) -> Told:
    """The line of this entry (one of `rows`) with what stands beside it."""
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
        line.row in corrected,
    )


def _in_order(by_id: dict[int, Line], rows: list[int]) -> tuple[Line, ...]:
    """In the order in which they were told; the same moment by public id."""
    return tuple(
        sorted(
            (by_id[row] for row in dict.fromkeys(rows)), key=lambda line: (line.confirmed_at, line.public_id)
        )
    )
