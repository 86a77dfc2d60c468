"""Who of a team may not know what the address guard found: they get neither the text, nor the notice of it.

"Only a writer who may read the guarded fact is warned" (design 4.9), and so only a colleague who may read it is told.
A fact kept from a colleague would otherwise stand before them in the words of somebody else. Whoever wrote the text
goes on reading that: they know what they wrote, and are not to notice (held.py).
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from naast.access.reach import running
from naast.access.same_person import OneHuman, humans
from naast.access.viewer import Viewer
from naast.records.models import (
    Account,
    Apart,
    ContactData,
    Dossier,
    Entry,
    EntryPerson,
    Involvement,
    Kind,
    Link,
    Withheld,
)
from naast.rules.texts import N_

from . import kept_along

KEPT = N_("This names something that is kept secret from them.")


def of(facts: Iterable[int], viewer: Viewer) -> set[int]:
    """Humans from whom one of these facts (row ids of entries) is withheld now: itself, or all that names a person.

    It asks the same where there are no facts, since the writer is not to notice that.
    """
    asked = [0, *facts]
    named = list(EntryPerson.objects.filter(entry_id__in=asked).values_list("person_id", flat=True))
    rows = Withheld.objects.filter(running(viewer.at), silent=False).filter(
        Q(entry_id__in=asked)
        | Q(
            OneHuman("person_id", named, viewer.at),
            entry=None,
            dossier__in=Entry.objects.filter(id__in=asked).values("dossier_id"),
        )
    )
    kept = set(rows.values_list("human_id", flat=True))
    one = humans(kept, viewer.at, "dossiers", ())
    return {person for human in kept for person in one.of(human)}


def keep(viewer: Viewer, entry: Entry, whom: Iterable[int]) -> None:
    """Withhold a text that names such a fact, or the notice of it, from these humans; never from its own writer.

    Of a text its writer is not to notice that a reader is missing, so it is silent (access/readers.py).
    """
    Withheld.objects.bulk_create(
        _row(viewer, entry, human, silent=entry.kind != Kind.NOTICE)
        for human in sorted(set(whom) - {entry.writer_id})
    )


def in_team(dossier: Dossier, facts: Iterable[int], viewer: Viewer) -> dict[int, set[int]]:
    """Of these facts those that one of the team now may not know: who does not."""
    involved = Involvement.objects.filter(
        running(viewer.at), entry__circle__dossier=dossier, capacity="staff"
    ).values_list("person_id", flat=True)
    team = set(involved) - {viewer.human}
    found = {fact: of([fact], viewer) & team for fact in facts}
    return {fact: kept for fact, kept in found.items() if kept}


def keep_known(viewer: Viewer, entry: Entry, facts: Iterable[int], told_to: set[int]) -> None:
    """A writer named facts that they may read: keep the text from colleagues who may not, also who come later.

    A worker was warned, and sees it. Anybody else is not to notice: from whom of the team something is kept, only the
    team knows. `told_to` chose the writer themselves.
    """
    may_not_know = of(facts, viewer) - told_to - kept_from(viewer, entry) - {entry.writer_id}
    staff = Account.objects.filter(capacity="staff", human__in=may_not_know).values_list(
        "human_id", flat=True
    )
    rows = [_row(viewer, entry, human, silent=not viewer.is_staff) for human in sorted(set(staff))]
    kept_along.write_or_seem_to(entry, rows, viewer)


def _row(viewer: Viewer, entry: Entry, human: int, *, silent: bool) -> Withheld:
    return Withheld(
        human_id=human,
        dossier_id=entry.dossier_id,
        entry=entry,
        reason=KEPT,
        silent=silent,
        set_by_id=viewer.human,
        starts=viewer.at,
    )


def kept_from(viewer: Viewer, entry: Entry) -> set[int]:
    """From whom this entry is withheld already because of what it names."""
    return set(_kept(viewer, [entry.id]).values_list("human_id", flat=True))


def from_now_on(viewer: Viewer, human: int, withheld: Iterable[Withheld]) -> None:
    """These facts were withheld from somebody just now: so is what was found to name them."""
    for notice in _notices(withheld):
        for entry in _told_of(notice):
            if human not in kept_from(viewer, entry):
                keep(viewer, entry, [human])


def no_longer(viewer: Viewer, human: int, ended: Iterable[Withheld]) -> None:
    """These facts were opened to somebody again: so is what names them, and nothing else that is still withheld."""
    for notice in _notices(ended):
        facts = notice.links_out.filter(tie=Link.Tie.RESTS_ON).values_list("target_id", flat=True)
        if human not in of(facts, viewer):
            told = [entry.id for entry in _told_of(notice)]
            _kept(viewer, told).filter(human_id=human).update(ends=viewer.at)


def _kept(viewer: Viewer, entries: list[int]) -> QuerySet[Withheld]:
    return Withheld.objects.filter(running(viewer.at), entry_id__in=entries, reason=KEPT)


def _notices(withheld: Iterable[Withheld]) -> list[Entry]:
    """The notices that rest on the facts which these rows withhold."""
    facts = Q()
    for row in withheld:
        if row.entry_id is not None:
            facts |= Q(entry_id=row.entry_id)
        elif row.person_id is not None:
            facts |= Q(entry__people__person_id=row.person_id, entry__circle__dossier_id=row.dossier_id)
    if not facts:
        return []
    kept = (
        ContactData.objects.filter(facts).values("entry_id"),
        Apart.objects.filter(facts).values("entry_id"),
    )
    resting = Link.objects.filter(
        Q(target__in=kept[0]) | Q(target__in=kept[1]), tie=Link.Tie.RESTS_ON
    ).values("source_id")
    return list(Entry.objects.filter(kind=Kind.NOTICE, id__in=resting).order_by("id"))


def _told_of(notice: Entry) -> list[Entry]:
    """The notice, the text that it points at, and what stands beside that."""
    cited = [link.target for link in notice.links_out.filter(tie=Link.Tie.CITES).select_related("target")]
    return [notice, *cited, *kept_along.standing_beside(cited)]
