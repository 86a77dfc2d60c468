"""Keeping an entry, everything with a person, or a whole dossier from somebody; and opening it to them again.

Withheld beats every circle, share, authority and emergency (design 3).
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from naast.access.reach import running
from naast.access.same_person import OneHuman, humans
from naast.access.viewer import Viewer
from naast.records.models import Account, Dossier, Entry, Person, Withheld
from naast.rules.texts import N_

from . import involvements, may, unaware
from .act import Invalid, Refused, act, touched


@act("withhold")
def withhold(
    *,
    viewer: Viewer,
    dossier: UUID,
    human: UUID,
    reason: str,
    review_on: date | None = None,
    entry: UUID | None = None,
    person: UUID | None = None,
    resident_too: bool = False,
) -> None:
    """Keep an entry, everything with a person, or the whole dossier from one human, over all their accounts.

    Withheld beats every circle, share, authority and emergency. A colleague of the team can be kept out before
    they ever come in; from the whole dossier they also leave its team. That is about their work: where they are a
    resident too, their own portal stays open, unless `resident_too`. Raises Invalid on 'reason', 'human',
    'review_on'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    colleague = _colleague(found, human)
    kept_from = colleague or may.person_for(reach, human)
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    if review_on is not None and review_on <= viewer.today:
        raise Invalid("review_on", N_("Choose a day that is still to come."))
    everybody = humans([kept_from.id], viewer.at, "entries", ()).of(kept_from.id)
    if viewer.human in everybody:
        raise Invalid("human", N_("For yourself there is a button of its own."))
    row = may.entry_for(viewer, entry)[0] if entry else None
    subject = may.person_for(reach, person) if person else None
    # every version: an older one tells nearly the same
    versions: list[Entry | None] = list(Entry.objects.filter(root=row.root)) if row else [None]
    whole = row is None and subject is None
    withheld = [
        Withheld.objects.create(
            human=kept_from,
            dossier=found,
            entry=version,
            person=subject,
            reason=reason,
            review_on=review_on,
            set_by_id=viewer.human,
            starts=viewer.at,
            work_only=whole and colleague is not None and not resident_too,
        )
        for version in versions
    ]
    unaware.from_now_on(viewer, kept_from.id, withheld)
    touched(persons=[kept_from.id])
    for one in everybody if whole else ():
        involvements.leave(found, one, viewer.at)


def _colleague(dossier: Dossier, human: UUID) -> Person | None:
    """A colleague of the dossier's team, known here or not; None where it is somebody else."""
    account = Account.objects.filter(
        human__public_id=human, capacity="staff", is_active=True, team_id=dossier.team_id
    ).first()
    return Person.objects.get(id=account.human_id) if account else None


@act("withhold colleague")
def withhold_self(*, viewer: Viewer, dossier: UUID, reason: str) -> None:
    """Staff who are kin, ex, neighbour or client of somebody in a dossier declare it: it is closed to them.

    They leave its team at once. A client goes on reading as a resident. Raises Invalid on 'reason'.
    """
    found, _ = may.dossier_for(viewer, dossier)
    if not viewer.is_staff:
        raise Refused
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    involvements.leave(found, viewer.human, viewer.at)
    Withheld.objects.create(
        human_id=viewer.human,
        dossier=found,
        reason=reason,
        set_by_id=viewer.human,
        starts=viewer.at,
        work_only=True,
    )


@act("end withholding")
def end_withholding(
    *,
    viewer: Viewer,
    dossier: UUID,
    human: UUID,
    entry: UUID | None,
    reason: str,
    person: UUID | None = None,
) -> None:
    """What was withheld from this human opens again by a person's decision, with a reason.

    Exactly one thing: the entry, everything with the person, or the whole dossier. Raises Invalid on 'reason'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    kept_from = _colleague(found, human) or may.person_for(reach, human)
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    if viewer.human in humans([kept_from.id], viewer.at, "entries", ()).of(kept_from.id):
        raise Refused
    rows = Withheld.objects.filter(
        running(viewer.at), dossier=found, human__in=may.shown_with(reach, [kept_from.id])
    )
    if entry is not None:
        rows = rows.filter(entry__root=may.entry_for(viewer, entry)[0].root)
    elif person is not None:
        rows = rows.filter(entry=None, person=may.person_for(reach, person))
    else:
        rows = rows.filter(entry=None, person=None)
    ended = list(rows)
    if not ended:
        raise Refused
    for row in ended:
        row.reason = f"{row.reason}\n{reason.strip()}".strip()
        row.ends = viewer.at
        row.save(update_fields=["reason", "ends"])
    unaware.no_longer(viewer, kept_from.id, ended)
    touched(persons=[kept_from.id])


def in_next_version(old: Entry, row: Entry, *, same_words: bool = False) -> None:
    """What is withheld from somebody stays so in its next version.

    What the guard holds back stays so where the words are the same; others were looked through anew.
    """
    rows = Withheld.objects.filter(running(row.confirmed_at), entry=old)
    for kept in rows if same_words else rows.filter(silent=False):
        kept.pk, kept.entry = None, row
        kept.save(force_insert=True)


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
    Withheld.objects.bulk_create(
        Withheld(
            human_id=row.human_id,
            dossier_id=new.dossier_id,
            entry=new,
            reason=row.reason,
            review_on=row.review_on,
            work_only=row.work_only,
            set_by_id=row.set_by_id,
            starts=new.confirmed_at,
        )
        for row in first.values()
    )
