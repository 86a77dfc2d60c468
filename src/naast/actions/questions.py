"""Asking the fixed face something, with an honest day by which an answer comes."""

from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Kind, Nature, Person, Question, Team
from naast.rules.texts import N_
from naast.rules.working_days import working_days_after

from . import choice, guarded, may, noted
from .act import Invalid, Refused, act
from .write import Line


@act("ask")
def ask(
    *,
    viewer: Viewer,
    dossier: UUID,
    words: str,
    person: UUID | None = None,
    how: str = "own",
    about: UUID | None = None,
    guard_seen: bool = False,
) -> UUID:
    """A question to the fixed face, read by who asks and the team; the day of the answer follows from the team.

    `person` is set where a team worker notes it for them, with `how` it was asked. `about` is a professional who looked
    (public id), where that is what is asked about; they read it as far as they are in the team. Raises Invalid on
    'words', 'how'.
    """
    found, reach = may.dossier_for(viewer, dossier)
    if person is None and viewer.capacity != "resident":
        raise Refused
    if person is not None and not may.in_team(viewer, found):
        raise Refused
    if not words.strip():
        raise Invalid("words", N_("Write down your question."))
    if person is not None:
        noted.check(how)
    asker = may.person_for(reach, person) if person else Person.objects.get(id=viewer.human)
    circle = choice.ensure_for(found, [asker], {asker.id: "told"}, at=viewer.at)
    today = viewer.today
    days = Team.objects.get(id=found.team_id).answer_working_days
    row = guarded.write(
        found,
        Line(
            Kind.QUESTION,
            Nature.TELLING,
            words.strip(),
            circle,
            teller=asker,
            quoted=True,
            people=[("about", may.person_for(reach, about))] if about else [],
            circle_how=how if person else "own",
            of_kind=(Question, {"answer_by": working_days_after(today, days)}),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
    )
    return row.public_id
