"""What happens without a word where somebody wrote what is kept secret from them (design 4.9).

Their text is told to them and the team, and a notice tells the team. They are not to notice: a sign that they had
guessed an address right would be worth guessing for.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from naast.access.reach import running
from naast.access.viewer import Viewer
from naast.records.models import (
    Circle,
    CircleRow,
    Dossier,
    Entry,
    Involvement,
    Kind,
    Nature,
    Person,
    Withheld,
)
from naast.rules.texts import N_

from . import circles
from .act import Mark, _mark
from .write import Line, entry

NOTICE = N_(
    "Somebody wrote down something that is kept secret from them. Only they and the team read that text. "
    "Look together at what this means, before more people read it."
)
KEPT_FROM_WRITER = N_("The writer may not read what this is about.")


def told_to_few(dossier: Dossier, viewer: Viewer, circle: Circle, silent: tuple[int, ...]) -> Circle:
    """The writer's and the team's circle and a notice, where somebody's guarded facts are named; else `circle`.

    Whoever is not of the team has the same rows written for them in every case, and taken back where there was nothing
    to tell: else the time of the answer would say that there was. The team reads nearly every fact itself.
    """
    if viewer.is_staff and not silent:
        return circle
    with transaction.atomic(using=settings.RULES_ALIAS):
        few = _writer_and_team(dossier, viewer, circle)
        _tell_the_team(dossier, viewer, silent)
        if not silent:
            transaction.set_rollback(True, using=settings.RULES_ALIAS)
    return few if silent else circle


def _writer_and_team(dossier: Dossier, viewer: Viewer, circle: Circle) -> Circle:
    """The writer reads on for the reason, and until the day, for which they would have read the chosen circle."""
    if viewer.is_staff:
        return circles.team(dossier, viewer.at)
    own = (
        CircleRow.objects.filter(
            running(viewer.at), circle=circle, human_id=viewer.human, capacity=viewer.capacity
        )
        .values_list("because", "ends")
        .first()
    )
    because, ends = own or ("writer", _involved_until(dossier, viewer))
    named = circles.Named(viewer.human, viewer.capacity, because, ends)
    return circles.ensure(dossier, [named], with_team=True, at=viewer.at)


def _involved_until(dossier: Dossier, viewer: Viewer) -> datetime | None:
    involved = Involvement.objects.filter(
        running(viewer.at), entry__dossier=dossier, person_id=viewer.human, capacity=viewer.capacity
    )
    return involved.values_list("ends", flat=True).first()


def _tell_the_team(dossier: Dossier, viewer: Viewer, persons: tuple[int, ...]) -> None:
    """A notice that names whose facts these are and not the facts. It stands beside the text: same writer, same moment.

    It is left out of the trace row of the writer's own act: a resident is shown a trace row only where they may know
    of everything in it (design 4.11), so that its absence would tell them.
    """
    # nobody has row 0: without it Django would not ask where there is nobody to name, and the work would differ
    about = Person.objects.filter(id__in=[0, *persons]).order_by("id")
    token = _mark.set(Mark())
    try:
        notice = entry(
            dossier,
            Line(
                Kind.NOTICE,
                Nature.FACT,
                NOTICE,
                circles.team(dossier, viewer.at),
                people=[("about", person) for person in about],
            ),
            writer=viewer.human,
            at=viewer.at,
        )
    finally:
        _mark.reset(token)
    if viewer.is_staff:
        # a colleague from whom the fact is withheld stands in the team's circle as well
        _keep_from_writer(dossier, viewer, notice)


def _keep_from_writer(dossier: Dossier, viewer: Viewer, notice: Entry) -> None:
    Withheld.objects.create(
        human_id=viewer.human,
        dossier=dossier,
        entry=notice,
        reason=KEPT_FROM_WRITER,
        set_by_id=viewer.human,
        starts=viewer.at,
    )
