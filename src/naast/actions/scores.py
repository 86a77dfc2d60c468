"""How safe it is now: what one person answers on one day, in the circle that they chose."""

from dataclasses import dataclass, field
from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Kind, Nature, Person, Score
from naast.rules import scores as rule
from naast.rules.texts import N_

from . import guarded, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .entries import check_happened
from .write import Happened, Line


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer (rules/scores.py) with its reason, what would make it one higher, and when it was given."""

    answer: str
    value: int | None = None
    words: str = ""
    higher: str = ""
    happened: Happened = field(default_factory=Happened)
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("give score")
def give(
    *, viewer: Viewer, dossier: UUID, answer: Answer, choice: Choice, person: UUID | None = None
) -> UUID:
    """One person's answer to how safe it is now. Default circle: who answers and the team.

    A later answer stands beside it; it replaces nothing. `person` is set where the team notes it for somebody, with
    how that was asked in `choice`; only then it can be that somebody was not asked yet, which the team alone reads.
    Raises Invalid on 'person', 'answer', 'words', 'happened'.
    """
    found, reach = may.dossier_for(viewer, dossier)
    if (person is not None or viewer.is_staff) and not may.in_team(viewer, found):
        raise Refused
    owner = may.person_for(reach, person) if person else Person.objects.get(id=viewer.human)
    if owner.unborn or owner.died_on is not None:
        raise Invalid("person", N_("Choose somebody who can answer."))
    for_another = owner.id != viewer.human
    wrong = rule.problem(answer.answer, answer.value, own=not for_another)
    if wrong is not None:
        raise Invalid("answer", wrong)
    not_asked = answer.answer == rule.NOT_ASKED
    if not_asked and not answer.words.strip():
        raise Invalid("words", N_("Write down why, and when you will ask it."))
    check_happened(answer.happened, viewer, "happened")
    told = Person.objects.get(id=viewer.human) if not_asked else owner
    row = guarded.write(
        found,
        Line(
            Kind.SCORE,
            Nature.FACT if not_asked else Nature.OPINION,
            answer.words.strip(),
            circle_of(
                found,
                reach,
                Choice(how="worker_chose") if not_asked else choice,
                at=viewer.at,
                teller=None if not_asked else owner,
                about=[owner],
            ),
            teller=told,
            quoted=not not_asked and not owner.professional,
            people=[("about", owner)],
            happened=answer.happened,
            circle_how="worker_chose" if not_asked else choice.how,
            circle_ground="" if not_asked else choice.ground,
            of_kind=(
                Score,
                {
                    "person": owner,
                    "answer": answer.answer,
                    "value": answer.value,
                    "higher": answer.higher.strip(),
                },
            ),
            searchable=answer.higher.strip() or None,
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=answer.guard_seen,
    )
    return row.public_id
