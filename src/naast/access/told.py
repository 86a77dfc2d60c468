"""One line of the story with what stands beside it: answers, other tellings of the moment, its file or talk."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import Contact, Entry, File, Kind, OfEntry

from . import policy, shoulder
from .lines import Line
from .reach import Reach
from .viewer import Viewer

K = TypeVar("K", bound=OfEntry)


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
    """One line of the story with what stands beside it; `voices` are the tellings of a moment."""

    line: Line
    answers: tuple[Line, ...] = ()
    voices: tuple["Told", ...] = ()
    file: FileLine | None = None
    talk: TalkLine | None = None
    corrected: bool = False

    @property
    def parts(self) -> tuple[Line, ...]:
        """The lines of the tellings of a moment."""
        return tuple(voice.line for voice in self.voices)


@dataclass(frozen=True, slots=True)
class Beside:
    """Entries that stand beside those shown, and which (row ids) belong to which; roots that have versions."""

    entries: tuple[Entry, ...]
    answers: dict[int, list[int]]
    parts: dict[int, list[int]]
    corrected: frozenset[UUID]


def beside(reach: Reach, shown: list[Entry], viewer: Viewer, open_circles: frozenset[int] | None) -> Beside:
    """Tellings of the moments shown, and answers to all of it; only where both ends may be read. Four queries."""
    ids = [e.id for e in shown]
    newest = shoulder.keep(policy.newest(reach), viewer, open_circles)
    links = policy.links(reach)
    tellings = list(links.filter(source_id__in=ids, tie="same_moment").values_list("source_id", "target_id"))
    told_to = {*ids, *(target for _, target in tellings)}
    answered = list(links.filter(target_id__in=told_to, tie="answers").values_list("target_id", "source_id"))
    wanted = {beside for _, beside in (*tellings, *answered)}
    found = {e.id: e for e in newest.filter(id__in=wanted)}
    entries = {**{e.id: e for e in shown}, **found}
    versions = policy.entries(reach).filter(root__in={e.root for e in entries.values()})
    older = versions.exclude(id__in=entries).values_list("root", flat=True)
    return Beside(
        tuple(found.values()), _grouped(answered, found), _grouped(tellings, found), frozenset(older)
    )


def _grouped(pairs: list[tuple[int, int]], found: dict[int, Entry]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for one, other in pairs:
        if other in found:
            groups.setdefault(one, []).append(other)
    return groups


@dataclass(frozen=True, slots=True)
class OfKinds:
    """What files and talks keep besides their line, by entry row id."""

    files: dict[int, File]
    talks: dict[int, Contact]


def of_kinds(reach: Reach, shown: Collection[Entry]) -> OfKinds:
    """One query a kind."""
    files = [e.id for e in shown if e.kind == Kind.FILE]
    talks = [e.id for e in shown if e.kind == Kind.CONTACT]
    return OfKinds(
        {f.entry_id: f for f in _rows(File, reach, files).defer("content")},
        {c.entry_id: c for c in _rows(Contact, reach, talks)},
    )


def _rows(model: type[K], reach: Reach, entries: list[int]) -> QuerySet[K]:
    return policy.of_kind(model, reach).filter(entry_id__in=entries)


def told(entry: Entry, by_id: dict[int, Line], ties: Beside, kinds: OfKinds) -> Told:
    """The line of this entry with what stands beside it."""
    line = by_id[entry.id]
    file, talk = kinds.files.get(entry.id), kinds.talks.get(entry.id)
    return Told(
        line,
        _in_order(by_id, ties.answers.get(entry.id, [])),
        tuple(
            Told(
                part,
                _in_order(by_id, ties.answers.get(part.row, [])),
                corrected=part.root in ties.corrected,
            )
            for part in _in_order(by_id, ties.parts.get(entry.id, []))
        ),
        FileLine(file.name, file.mime, file.size, file.team_only) if file else None,
        TalkLine(talk.form, talk.goal, talk.problem) if talk else None,
        line.root in ties.corrected,
    )


def _in_order(by_id: dict[int, Line], rows: list[int]) -> tuple[Line, ...]:
    """In the order in which they were told; the same moment by public id."""
    return tuple(
        sorted(
            (by_id[row] for row in dict.fromkeys(rows)), key=lambda line: (line.confirmed_at, line.public_id)
        )
    )
