"""What happens without a word where somebody wrote what is kept secret from them (design 4.9).

Their text is told in the circle that they chose and held back from everybody in it but the team, who get a notice and
can let go of it. To its writer nothing differs: every list that they see holds the circle as they chose it, with the
sentence that the team may look at a text before others read it, which stands under every such list. A sign that they
had guessed an address right would be worth guessing for.

Whoever said it, and had it written down by a worker, is no writer: they do not read it until the team lets go. Who of
the team may not know what it names is not told either (unaware.py).

Held back is withheld (design 3): it beats circle and share, also those that come later. A circle of writer and team
instead would show in all that follows from the circle, page by page.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from naast.access.reach import running
from naast.access.same_person import WAITS
from naast.access.viewer import Viewer
from naast.records.models import CircleRow, Dossier, Entry, Kind, Link, Nature, Person, Share, Withheld
from naast.rules.texts import N_

from . import circles, kept_along, may, unaware
from .act import Invalid, Refused, act, touched, untraced
from .guard import Found, Named
from .write import Line, entry

NOTICE_HEARD = N_(
    "At the table something was written down that names what is kept secret from somebody who sat there. Only who said "
    "it and the team read that text. Look together at what this means."
)
NOTICE = N_(
    "Somebody wrote down something that is kept secret from them. Only they and the team read that text. "
    "Look together at what this means, before more people read it."
)
KEPT_FROM_WRITER = N_("The writer may not read what this is about.")


def hold(dossier: Dossier, viewer: Viewer, row: Entry, silent: tuple[Named, ...]) -> None:
    """Hold an entry back from all its readers and tell the team, where it names somebody's guarded facts (`silent`).

    Whoever is not of the team has the same rows written for them in every case, and taken back where there was nothing
    to hold: else the time of the answer would say that there was. The team reads nearly every fact itself.
    """
    if viewer.is_staff and not silent:
        return
    with transaction.atomic(using=settings.RULES_ALIAS):
        _hold_and_tell(dossier, viewer, row, silent, in_circle(row))
        if not silent:
            transaction.set_rollback(True, using=settings.RULES_ALIAS)


def hold_heard(dossier: Dossier, viewer: Viewer, row: Entry, found: Found) -> None:
    """The same for what was said before its readers, also where the writer knows the facts that it names.

    Who said it goes on reading it: that their own words are missing would tell them that they had guessed right. So
    does the writer, on whose screen it was said. A writer who knows the facts gets the notice too.
    """
    named = tuple(dict.fromkeys((*found.silent, *found.new)))
    if not named:
        return
    told_to = in_circle(row) - {row.teller_id}
    _hold_and_tell(
        dossier, viewer, row, named, told_to, words=NOTICE_HEARD, unaware_writer=bool(found.silent)
    )


def hold_further(
    dossier: Dossier, viewer: Viewer, row: Entry, silent: tuple[Named, ...], new: set[int]
) -> None:
    """Hold an entry back from more readers as well: where its words name guarded facts, or it is held back already.

    Whoever wrote it goes on as if nothing were held. Somebody else of the team opens it knowingly.
    """
    still = is_held(row, viewer) and viewer.human == row.writer_id
    if viewer.is_staff and not (silent or still):
        return
    with transaction.atomic(using=settings.RULES_ALIAS):
        _hold_and_tell(dossier, viewer, row, silent, new)
        if not (silent or still):
            transaction.set_rollback(True, using=settings.RULES_ALIAS)


def _hold_and_tell(
    dossier: Dossier,
    viewer: Viewer,
    row: Entry,
    silent: tuple[Named, ...],
    told_to: Iterable[int | None],
    *,
    words: str = NOTICE,
    unaware_writer: bool = True,
) -> None:
    hold_from(viewer, row, (human for human in told_to if human is not None))
    notice = _tell_the_team(dossier, viewer, row, silent, words)
    known_before = unaware.kept_from(viewer, row)
    may_not_know = unaware.of((named.fact for named in silent), viewer)
    unaware.keep(viewer, row, may_not_know - known_before)
    unaware.keep(viewer, notice, may_not_know | known_before)
    if viewer.is_staff and unaware_writer:
        # a colleague from whom the fact is withheld stands in the team's circle as well
        keep_from_writer(dossier, viewer, notice)


def hold_from(viewer: Viewer, row: Entry, told_to: Iterable[int]) -> None:
    """Hold one version of an entry back from these humans. Who wrote it knows it."""
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
        for human in sorted(set(told_to) - {row.writer_id})
    )


def in_circle(row: Entry) -> set[int]:
    """Everybody who reads this entry by its circle or a share, now or later, besides the team."""
    rows = CircleRow.objects.filter(circle=row.circle_id).values_list("human_id", "capacity")
    shares = Share.objects.filter(entry=row).values_list("human_id", "capacity")
    found = [*rows, *shares]
    return {human for human, _ in found} - {human for human, capacity in found if capacity == "staff"}


def is_held(row: Entry, viewer: Viewer) -> bool:
    """Is this version held back from anybody now?"""
    return Withheld.objects.filter(WAITS, running(viewer.at), entry=row).exists()


@act("let go")
def let_go(*, viewer: Viewer, entry: UUID, readers: list[UUID], reason: str) -> None:
    """The team has looked: these people read the entry from now on, in every version that was held back from them.

    So they do what stands beside it and waited for it. `reason` stays with what was held back. Raises Invalid on
    'readers' and 'reason'; Refused outside the team and for who wrote it.
    """
    row, dossier, reach = may.entry_for(viewer, entry)
    if not may.in_team(viewer, dossier) or viewer.human == row.writer_id:
        raise Refused
    persons = may.persons_for(reach, readers)
    if not persons:
        raise Invalid("readers", N_("Choose at least one person."))
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    ended = list(_held(row, viewer).filter(human__in=may.shown_with(reach, [one.id for one in persons])))
    if not ended:
        raise Refused
    _end(ended, reason, viewer)
    beside = kept_along.waiting_with(row, {kept.human_id for kept in ended}, viewer.at)
    _end(beside, reason, viewer)
    touched(entries=[kept.entry.public_id for kept in beside if kept.entry])
    touched(persons=[person.id for person in persons])


def _end(rows: Iterable[Withheld], reason: str, viewer: Viewer) -> None:
    for kept in rows:
        kept.reason = reason.strip()
        kept.ends = viewer.at
        kept.save(update_fields=["reason", "ends"])


def _held(row: Entry, viewer: Viewer) -> QuerySet[Withheld]:
    return Withheld.objects.filter(WAITS, running(viewer.at), entry__root=row.root)


def _tell_the_team(
    dossier: Dossier, viewer: Viewer, row: Entry, silent: tuple[Named, ...], words: str
) -> Entry:
    """A notice that points at the text and at the facts, and names whose they are. Its words are a message id.

    It is left out of the trace row of the writer's own act: a resident is shown a trace row only where they may know
    of everything in it (design 4.11), so that its absence would tell them.
    """
    # nobody has row 0: without it Django would not ask where there is nobody to name, and the work would differ
    about = Person.objects.filter(id__in=[0, *(named.person for named in silent)]).order_by("id")
    line = Line(
        Kind.NOTICE,
        Nature.FACT,
        words,
        circles.team(dossier, viewer.at),
        people=[("about", person) for person in about],
    )
    with untraced():
        notice = entry(dossier, line, writer=viewer.human, at=viewer.at)
    facts = [Link(tie=Link.Tie.RESTS_ON, source=notice, target_id=named.fact) for named in silent]
    Link.objects.bulk_create([Link(tie=Link.Tie.CITES, source=notice, target=row), *facts])
    return notice


def keep_from_writer(dossier: Dossier, viewer: Viewer, notice: Entry) -> None:
    """Keep a notice from who made it necessary: they may not read what it is about."""
    Withheld.objects.create(
        human_id=viewer.human,
        dossier=dossier,
        entry=notice,
        reason=KEPT_FROM_WRITER,
        set_by_id=viewer.human,
        starts=viewer.at,
    )
