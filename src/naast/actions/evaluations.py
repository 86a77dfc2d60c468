"""The day on which the plan is looked at again, and with whom."""

from datetime import date
from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Evaluation, Kind, Nature
from naast.rules.texts import N_

from . import choice as choices
from . import guarded, kept_along, may
from .act import Invalid, act
from .choice import Choice, circle_of
from .versions import close_versions
from .write import Line, tie


@act("plan evaluation")
def plan_evaluation(
    *,
    viewer: Viewer,
    dossier: UUID,
    on: date,
    words: str = "",
    present: tuple[UUID, ...] = (),
    choice: Choice | None = None,
    guard_seen: bool = False,
) -> UUID:
    """The day on which the plan is looked at again. Default circle: who will be there, and the team.

    A new day takes the place of one still to come, for everybody. Raises Invalid on 'on'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    if on < viewer.today:
        raise Invalid("on", N_("Choose a day that is still to come."))
    persons = may.persons_for(reach, list(present))
    if choice is None:
        circle = choices.ensure_for(found, persons, {p.id: "named" for p in persons}, at=viewer.at)
    else:
        circle = circle_of(found, reach, choice, at=viewer.at, named=persons)
    coming = (
        Evaluation.objects.filter(entry__circle__dossier=found, on__gte=viewer.today)
        .order_by("-entry__confirmed_at")
        .select_related("entry")
        .first()
    )
    row = guarded.write(
        found,
        Line(
            Kind.EVALUATION,
            Nature.FACT,
            words.strip(),
            circle,
            people=[("present", person) for person in persons],
            circle_how=choice.how if choice else "proposed",
            root=coming.entry.root if coming else None,
            of_kind=(Evaluation, {"on": on}),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
    )
    if coming is not None:
        tie("replaces", row, [coming.entry])
        kept_along.in_next_version(coming.entry, row)
        close_versions(row, viewer)
    return row.public_id
