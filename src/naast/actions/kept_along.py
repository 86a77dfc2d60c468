"""What goes along with an entry that is kept from somebody: its next version, and what is written beside it.

An answer, a shared moment, a position or an opening tells that there is something, and often what. So it is kept from
whom the entry is kept from; and what the address guard holds back (held.py) is waited for by what stands beside it, and
let go with it. Whoever wrote the held text is not to notice that, of their own answer neither.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from naast.access.reach import running
from naast.access.same_person import WAITS, OneHuman
from naast.access.viewer import Viewer
from naast.records.models import Dossier, Entry, Kind, Link, Withheld
from naast.rules.texts import N_

WAITING = N_("This waits for the text that it stands beside.")


def in_next_version(
    old: Entry, row: Entry, *, same_words: bool = False, heard_by: Collection[int] = ()
) -> None:
    """What is withheld from somebody stays so in its next version, but from who was there when that was said.

    What the guard holds back stays so where the words are the same; others were looked through anew.
    """
    rows = Withheld.objects.filter(running(row.confirmed_at), entry=old).exclude(human__in=heard_by)
    for kept in rows if same_words else rows.filter(silent=False):
        kept.pk, kept.entry = None, row
        kept.save(force_insert=True)


def from_older_versions(row: Entry, viewer: Viewer) -> None:
    """From whom this version is kept, its older ones are kept too: for what must not be read as it was.

    What the guard holds back only in a version of the same writer: whoever wrote an older one would notice.
    """
    kept = list(Withheld.objects.filter(running(viewer.at), entry=row).order_by("id"))
    for version in Entry.objects.filter(root=row.root).exclude(id=row.id):
        before = set(
            Withheld.objects.filter(running(viewer.at), entry=version).values_list("human_id", "work_only")
        )
        new = {
            (one.human_id, one.work_only): _copy(one, version, viewer.at)
            for one in kept
            if (one.human_id, one.work_only) not in before
            and (not one.silent or version.writer_id == row.writer_id)
        }
        Withheld.objects.bulk_create(new.values())


def keeping(row: Entry, at: datetime) -> list[Withheld]:
    """Everything that keeps somebody from this entry now: itself, everything with somebody it names, the dossier."""
    named = list(row.people.values_list("person_id", flat=True))
    whole = Q(entry=None, person=None) | Q(OneHuman("person_id", named, at), entry=None)
    rows = Withheld.objects.filter(Q(entry=row) | whole, running(at), dossier_id=row.dossier_id)
    return list(rows.order_by("id"))


def also_from(new: Entry, withheld: Iterable[Withheld]) -> None:
    """Keep another entry from the same humans, each for the same reason and until it is looked at again."""
    first: dict[tuple[int, bool], Withheld] = {}
    for row in withheld:
        first.setdefault((row.human_id, row.work_only), row)
    Withheld.objects.bulk_create(_copy(row, new) for row in first.values())


def keep(new: Entry, beside: Entry, viewer: Viewer) -> None:
    """Keep what was just written beside an entry from whom that is kept from now, but from who says it themselves.

    From whom the whole dossier is kept, this is kept already. For whoever is not of the team a row is written in every
    case, and taken back where there was nothing to keep: else the time of the answer would say that there was.
    """
    write_or_seem_to(new, _rows(new, beside, viewer), viewer)


def write_or_seem_to(new: Entry, rows: list[Withheld], viewer: Viewer) -> None:
    """Write what keeps an entry from somebody; for whoever is not of the team as much is done where that is nobody."""
    if viewer.is_staff and not rows:
        return
    with transaction.atomic(using=settings.RULES_ALIAS):
        nothing = Withheld(
            human_id=viewer.human,
            dossier_id=new.dossier_id,
            entry=new,
            reason="",
            set_by_id=viewer.human,
            starts=viewer.at,
        )
        Withheld.objects.bulk_create(rows or [nothing])
        if not rows:
            transaction.set_rollback(True, using=settings.RULES_ALIAS)


def _rows(new: Entry, beside: Entry, viewer: Viewer) -> list[Withheld]:
    own = {new.writer_id, new.teller_id}
    before = set(Withheld.objects.filter(running(viewer.at), entry=new).values_list("human_id", "silent"))
    unnoticed = viewer.human == beside.writer_id
    found: dict[tuple[int, bool, bool], Withheld] = {}
    for row in keeping(beside, viewer.at):
        silent = row.silent and unnoticed
        if not (row.entry_id or row.person_id) or row.human_id in own or (row.human_id, silent) in before:
            continue
        row.reason = row.reason or ("" if silent else WAITING)
        row.silent = silent
        found.setdefault((row.human_id, row.work_only, silent), row)
    return [_copy(row, new) for row in found.values()]


def _copy(row: Withheld, new: Entry, starts: datetime | None = None) -> Withheld:
    return Withheld(
        human_id=row.human_id,
        dossier_id=new.dossier_id,
        entry=new,
        reason=row.reason,
        review_on=row.review_on,
        silent=row.silent,
        work_only=row.work_only,
        set_by_id=row.set_by_id,
        starts=starts or new.confirmed_at,
    )


def standing_beside(roots: Iterable[Entry]) -> list[Entry]:
    """What was written beside any version of these entries: answers, moments, positions, reviews, parts of a
    situation or a question, how a factor is seen, openings and shares, what the privacy officer said; oldest first."""
    versions = Entry.objects.filter(root__in=[row.root for row in roots])
    ties = (Link.Tie.ANSWERS, Link.Tie.SAME_MOMENT, Link.Tie.RESTS_ON, Link.Tie.SHARES)
    overseen = Q(tie=Link.Tie.CITES, source__kind=Kind.OVERSIGHT)
    tied = Link.objects.filter(Q(tie__in=ties) | overseen, target__in=versions).values("source_id")
    said_of_it = (
        Q(position__agreement__in=versions)
        | Q(review__agreement__in=versions)
        | Q(planpart__situation__in=versions)
        | Q(matterpart__matter__in=versions)
        | Q(matterpart__beside__in=versions)
        | Q(factorview__factor__in=versions)
    )
    found = Entry.objects.filter(Q(id__in=tied) | said_of_it)
    return list(found.exclude(kind=Kind.NOTICE).exclude(id__in=versions).order_by("id"))


def waiting_with(row: Entry, humans: Iterable[int], at: datetime) -> list[Withheld]:
    """What keeps things from these humans only because it waits for this entry, of which nothing is held any more.

    Not what the guard found something in itself, or what waits for another text as well.
    """
    found: list[Withheld] = []
    for entry in standing_beside([row]):
        if entry.links_in.filter(tie=Link.Tie.CITES, source__kind=Kind.NOTICE).exists():
            continue
        waits = Withheld.objects.filter(_WAITS_ALONG, running(at), human__in=humans)
        besides = entry.links_out.filter(tie__in=(Link.Tie.ANSWERS, Link.Tie.SAME_MOMENT)).values("target_id")
        still = waits.filter(entry__in=besides).exclude(id__in=[one.id for one in found])
        found += waits.filter(entry=entry).exclude(human__in=still.values("human_id")).order_by("id")
    return found


_WAITS_ALONG = WAITS | Q(silent=False, reason=WAITING)


def in_new_dossier(
    old: Dossier, new: Dossier, going: Iterable[int], viewer: Viewer, open_to: Collection[int]
) -> None:
    """Who is kept from people that go on in another dossier, or from the whole of the first one, is kept there too.

    What is kept with a person goes along always. The whole dossier does so but for `open_to`: humans of whom the worker
    may know that it is kept from them, and chose that the new one is not.
    """
    rows = Withheld.objects.filter(running(viewer.at), dossier=old, entry=None)
    person = Q(OneHuman("person_id", list(going), viewer.at))
    for kept in rows.filter(person | Q(person=None) & ~Q(human__in=open_to)).order_by("id"):
        kept.pk, kept.dossier, kept.starts = None, new, viewer.at
        kept.save(force_insert=True)
