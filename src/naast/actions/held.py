"""What happens without a word where somebody wrote what is kept secret from them (design 4.9).

Their text is told in the circle that they chose and held back from everybody in it but the team, who get a notice and
can let go of it. To its writer, and to whoever said it, nothing differs: every list that they see holds the circle as
they chose it, with the sentence that the team may look at a text before others read it, which stands under every such
list. A sign that they had guessed an address right would be worth guessing for.

Held back is withheld (design 3): it beats circle and share, also those that come later. A circle of writer and team
instead would show in all that follows from the circle, page by page.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from naast.access.reach import running
from naast.access.viewer import Viewer
from naast.records.models import CircleRow, Dossier, Entry, Kind, Nature, Person, Share, Withheld
from naast.rules.texts import N_

from . import circles, may
from .act import Invalid, Refused, act, touched, untraced
from .write import Line, entry, tie

NOTICE = N_(
    "Somebody wrote down something that is kept secret from them. Only they and the team read that text. "
    "Look together at what this means, before more people read it."
)
KEPT_FROM_WRITER = N_("The writer may not read what this is about.")


def hold(dossier: Dossier, viewer: Viewer, row: Entry, silent: tuple[int, ...]) -> None:
    """Hold an entry back from all its readers and tell the team, where it names somebody's guarded facts (`silent`).

    Whoever is not of the team has the same rows written for them in every case, and taken back where there was nothing
    to hold: else the time of the answer would say that there was. The team reads nearly every fact itself.
    """
    if viewer.is_staff and not silent:
        return
    with transaction.atomic(using=settings.RULES_ALIAS):
        hold_from(viewer, row, in_circle(row))
        _tell_the_team(dossier, viewer, row, silent)
        if not silent:
            transaction.set_rollback(True, using=settings.RULES_ALIAS)


def hold_further(
    dossier: Dossier, viewer: Viewer, row: Entry, silent: tuple[int, ...], new: set[int]
) -> None:
    """Hold an entry back from more readers as well: where its words name guarded facts, or it is held back already.

    Whoever wrote or said it goes on as if nothing were held. Somebody else of the team opens it knowingly.
    """
    still = is_held(row, viewer) and viewer.human in (row.writer_id, row.teller_id)
    if viewer.is_staff and not (silent or still):
        return
    with transaction.atomic(using=settings.RULES_ALIAS):
        hold_from(viewer, row, new)
        _tell_the_team(dossier, viewer, row, silent)
        if not (silent or still):
            transaction.set_rollback(True, using=settings.RULES_ALIAS)


def hold_from(viewer: Viewer, row: Entry, told_to: Iterable[int]) -> None:
    """Hold one version of an entry back from these humans. Who wrote it or said it knows it."""
    Withheld.objects.bulk_create(
        Withheld(
            human_id=human,
            dossier_id=row.dossier_id,
            entry=row,
            reason="",
            silent=True,
            set_by_id=viewer.human,
            starts=viewer.at,
        )
        for human in sorted(set(told_to) - {row.writer_id, row.teller_id})
    )


def in_circle(row: Entry) -> set[int]:
    """Everybody who reads this entry by its circle or a share, now or later, besides the team."""
    rows = CircleRow.objects.filter(circle=row.circle_id).values_list("human_id", "capacity")
    shares = Share.objects.filter(entry=row).values_list("human_id", "capacity")
    found = [*rows, *shares]
    return {human for human, _ in found} - {human for human, capacity in found if capacity == "staff"}


def is_held(row: Entry, viewer: Viewer) -> bool:
    """Is this version held back from anybody now?"""
    return Withheld.objects.filter(running(viewer.at), entry=row, silent=True).exists()


@act("let go")
def let_go(*, viewer: Viewer, entry: UUID, readers: list[UUID], reason: str) -> None:
    """The team has looked: these people read the entry from now on, in every version that was held back from them.

    `reason` stays with what was held back. Raises Invalid on 'readers' and 'reason'; Refused outside the team and for
    who wrote or said it.
    """
    row, dossier, reach = may.entry_for(viewer, entry)
    if not may.in_team(viewer, dossier) or viewer.human in (row.writer_id, row.teller_id):
        raise Refused
    persons = may.persons_for(reach, readers)
    if not persons:
        raise Invalid("readers", N_("Choose at least one person."))
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    ended = list(_held(row, viewer).filter(human__in=may.shown_with(reach, [one.id for one in persons])))
    if not ended:
        raise Refused
    for kept in ended:
        kept.reason = reason.strip()
        kept.ends = viewer.at
        kept.save(update_fields=["reason", "ends"])
    touched(persons=[person.id for person in persons])


def _held(row: Entry, viewer: Viewer) -> QuerySet[Withheld]:
    return Withheld.objects.filter(running(viewer.at), entry__root=row.root, silent=True)


def _tell_the_team(dossier: Dossier, viewer: Viewer, row: Entry, persons: tuple[int, ...]) -> None:
    """A notice that points at the text and names whose facts these are, not the facts. Its words are a message id.

    It is left out of the trace row of the writer's own act: a resident is shown a trace row only where they may know
    of everything in it (design 4.11), so that its absence would tell them.
    """
    # nobody has row 0: without it Django would not ask where there is nobody to name, and the work would differ
    about = Person.objects.filter(id__in=[0, *persons]).order_by("id")
    line = Line(
        Kind.NOTICE,
        Nature.FACT,
        NOTICE,
        circles.team(dossier, viewer.at),
        people=[("about", person) for person in about],
    )
    with untraced():
        notice = entry(dossier, line, writer=viewer.human, at=viewer.at)
        tie("cites", notice, [row])
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
