"""Questions of a household to its fixed face, with the day by which an answer was promised."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naast.records.models import Entry, Involvement, Kind, Question, Team

from . import dossiers, kinds, lines, people, policy, shoulder, trace
from .doors import viewer_door
from .lines import Line
from .people import Face
from .reach import runs
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


def open_in(viewer: Viewer, dossier: UUID) -> tuple[Asked, ...]:
    """The questions of a dossier that nobody has answered yet, the first promised first."""
    asked = [one for one in of_dossier(viewer, dossier) if one.open]
    return tuple(sorted(asked, key=lambda one: (one.answer_by, one.line.confirmed_at)))


def of_dossier(viewer: Viewer, dossier: UUID) -> tuple[Asked, ...]:
    """Every question that this viewer may read, newest first. A resident's page: see shoulder."""
    with shoulder.page_door(viewer, dossier) as (reach, row, circles):
        newest = shoulder.newest(reach, circles).filter(dossier_id=row)
        rows = list(newest.filter(kind=Kind.QUESTION).order_by("-confirmed_at", "public_id"))
        promised = dict(
            policy.of_kind(Question, reach).filter(entry__in=rows).values_list("entry_id", "answer_by")
        )
        ties = list(
            policy.links(reach)
            .filter(tie="answers", target__root__in=[r.root for r in rows])
            .values_list("source_id", "target__root")
        )
        answers = list(newest.filter(id__in=[source for source, _ in ties]).order_by("confirmed_at"))
        known = shoulder.known_in(reach, row, circles)
        raw = lines.gather(reach, [*rows, *answers], known)
    made = {line.row: line for line in lines.lines(raw, known)}
    trace.saw(viewer, row, (line.public_id for line in made.values()), {f.row for f in raw.faces.values()})
    return tuple(
        Asked(made[r.id], promised[r.id], _beside(r, ties, answers, made)) for r in rows if r.id in promised
    )


def _beside(
    row: Entry, ties: list[tuple[int, UUID]], answers: list[Entry], made: dict[int, Line]
) -> tuple[Line, ...]:
    sources = {source for source, root in ties if root == row.root}
    return tuple(made[answer.id] for answer in answers if answer.id in sources)


def who_answers(viewer: Viewer, dossier: UUID) -> WhoAnswers:
    """Who answers now, as far as this viewer may know, and in how many working days the team answers."""
    with viewer_door(viewer) as reach:
        found = dossiers.find(reach, dossier)
        fixed = fixed_of(kinds.rows(reach, found.id, (Kind.INVOLVEMENT,))[Kind.INVOLVEMENT], reach.at)
        faces = people.faces(reach, [fixed.person_id] if fixed else [])
    team = Team.objects.get(id=found.team_id)
    face = faces.get(fixed.person_id) if fixed else None
    return WhoAnswers(face, bool(fixed and face and fixed.role == "stand_in"), team.answer_working_days)


def fixed_of(involvements: list[Involvement], at: datetime) -> Involvement | None:
    """Who stands in at this moment, else the fixed face; the latest to begin where there are two."""
    found = sorted(
        (row for row in involvements if row.capacity == STAFF and row.role in FIXED and runs(row, at)),
        key=lambda row: (row.starts, row.entry.public_id),
    )
    standing_in = [row for row in found if row.role == "stand_in"]
    return next(reversed(standing_in or found), None)
