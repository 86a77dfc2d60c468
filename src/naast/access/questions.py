"""Questions of a household to its fixed face, with the day by which an answer was promised."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Entry, Involvement, Kind, Team

from . import dossiers, kinds, lines, people, policy, shoulder, trace
from .doors import viewer_door
from .lines import Line
from .people import Face
from .reach import Reach, runs
from .viewer import STAFF, Viewer

FIXED = ("fixed_face", "stand_in")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, until when an answer was promised, and the answers beside it that this viewer may read."""

    line: Line
    answer_by: date
    answers: tuple[Line, ...]

    @property
    def open(self) -> bool:
        """Has nobody but the asker written beside it yet?"""
        teller = self.line.teller.row if self.line.teller else 0
        return all(answer.teller is None or answer.teller.row == teller for answer in self.answers)


@dataclass(frozen=True, slots=True)
class WhoAnswers:
    """Who answers a question asked now, in how many working days; None: somebody of the team."""

    face: Face | None
    stands_in: bool
    working_days: int


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, who answers, and what was asked before, newest first."""

    me: Face
    who: WhoAnswers
    asked: tuple[Asked, ...]


def open_in(viewer: Viewer, dossier: UUID) -> tuple[Asked, ...]:
    """The questions of a dossier that nobody has answered yet, the first promised first."""
    asked = [one for one in of_dossier(viewer, dossier) if one.open]
    return tuple(sorted(asked, key=lambda one: (one.answer_by, one.line.confirmed_at)))


def of_dossier(viewer: Viewer, dossier: UUID) -> tuple[Asked, ...]:
    """Every question that this viewer may read, newest first. A resident's page: see shoulder."""
    with shoulder.page_door(viewer, dossier) as (reach, row, circles):
        read = _read(reach, row, circles)
    return _asked(viewer, row, read)


def asking(viewer: Viewer, dossier: UUID) -> Asking:
    """The page on which a resident asks: who answers, and what they asked themselves."""
    with shoulder.page_door(viewer, dossier) as (reach, row, circles):
        read = _read(reach, row, circles)
        team = dossiers.find(reach, dossier).team_id
        who = _who(reach, row, read.known)
    asked = tuple(one for one in _asked(viewer, row, read) if one.line.mine)
    return Asking(read.known[viewer.human], WhoAnswers(*who, _days(team)), asked)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the viewer door gave; `ties` are (answer, root of its question)."""

    questions: list[Entry]
    answers: list[Entry]
    ties: list[tuple[int, UUID]]
    known: dict[int, Face]
    raw: lines.Raw


def _read(reach: Reach, row: int, circles: shoulder.Open | None) -> _Read:
    newest = shoulder.newest(reach, circles).filter(dossier_id=row)
    rows = newest.filter(kind=Kind.QUESTION, question__isnull=False).select_related("question")
    questions = list(rows.order_by("-confirmed_at", "public_id"))
    roots = [question.root for question in questions]
    links = policy.links(reach).filter(tie="answers", target__root__in=roots)
    ties = list(links.values_list("source_id", "target__root"))
    answers = list(newest.filter(id__in=[source for source, _ in ties]).order_by("confirmed_at"))
    known = shoulder.known_in(reach, row, circles)
    return _Read(questions, answers, ties, known, lines.gather(reach, [*questions, *answers], known))


def _asked(viewer: Viewer, row: int, read: _Read) -> tuple[Asked, ...]:
    made = {line.row: line for line in lines.lines(read.raw, read.known)}
    shown = {face.row for face in read.raw.faces.values()}
    trace.saw(viewer, row, (line.public_id for line in made.values()), shown)

    def beside(question: Entry) -> tuple[Line, ...]:
        sources = {source for source, root in read.ties if root == question.root}
        return tuple(made[answer.id] for answer in read.answers if answer.id in sources)

    return tuple(Asked(made[one.id], one.question.answer_by, beside(one)) for one in read.questions)


def who_answers(viewer: Viewer, dossier: UUID) -> WhoAnswers:
    """Who answers now, as far as this viewer may know, and in how many working days the team answers."""
    with viewer_door(viewer) as reach:
        found = dossiers.find(reach, dossier)
        who = _who(reach, found.id, {})
    return WhoAnswers(*who, _days(found.team_id))


def _who(reach: Reach, dossier: int, known: dict[int, Face]) -> tuple[Face | None, bool]:
    """Who answers, and whether they stand in; their face also where the page `known` is of may not name them."""
    fixed = fixed_of(kinds.rows(reach, dossier, (Kind.INVOLVEMENT,))[Kind.INVOLVEMENT], reach.at)
    if fixed is None:
        return None, False
    faces = known if fixed.person_id in known else people.faces(reach, [fixed.person_id])
    face = faces.get(fixed.person_id)
    return face, face is not None and fixed.role == "stand_in"


def _days(team: int) -> int:
    return Team.objects.get(id=team).answer_working_days


def fixed_of(involvements: list[Involvement], at: datetime) -> Involvement | None:
    """Who stands in at this moment, else the fixed face; the latest to begin where there are two."""
    found = sorted(
        (row for row in involvements if row.capacity == STAFF and row.role in FIXED and runs(row, at)),
        key=lambda row: (row.starts, row.entry.public_id),
    )
    standing_in = [row for row in found if row.role == "stand_in"]
    return next(reversed(standing_in or found), None)
