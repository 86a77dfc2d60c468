"""Keeping an entry, everything with a person, or a whole dossier from somebody; and opening it to them again.

Withheld beats every circle, share, authority and emergency (design 3).
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from naast.access.reach import running
from naast.access.same_person import humans
from naast.access.viewer import Viewer
from naast.records.models import Account, Dossier, Entry, Person, Withheld
from naast.rules.texts import N_

from . import emergency, involvements, may, unaware
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
    also: tuple[UUID, ...] = (),
) -> None:
    """Keep an entry, everything with a person, or the whole dossier from one human, over all their accounts.

    `also` are other entries that tell of it, kept for the same reason (access/beside.py). Withheld beats every circle,
    share, authority and emergency. A colleague of the team can be kept out before
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
    subject = may.person_for(reach, person) if person else None
    pieces = [entry, *also] if entry else []
    versions: list[Entry | None] = [*_versions(viewer, found, pieces)] or [None]
    whole = entry is None and subject is None
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
        emergency.end_all(one, viewer.at, found)


def _versions(viewer: Viewer, dossier: Dossier, entries: Iterable[UUID]) -> list[Entry]:
    """Every version of these entries: an older one tells nearly the same. Refused where one is of another dossier."""
    roots = set()
    for public_id in dict.fromkeys(entries):
        row, dossier_of_it, _ = may.entry_for(viewer, public_id)
        if dossier_of_it.id != dossier.id:
            raise Refused
        roots.add(row.root)
    versions = list(Entry.objects.filter(root__in=roots).order_by("id"))
    touched(entries=[version.public_id for version in versions])
    return versions


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
    found, _ = may.reading_dossier(viewer, dossier)
    if not viewer.is_staff:
        raise Refused
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    involvements.leave(found, viewer.human, viewer.at)
    emergency.end_all(viewer.human, viewer.at, found)
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
    also: tuple[UUID, ...] = (),
) -> None:
    """What was withheld from this human opens again by a person's decision, with a reason.

    Exactly one thing (the entry, everything with the person, or the whole dossier), and the entries in `also`. Raises
    Invalid on 'reason'; Refused where one of these is not withheld.
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
        one = rows.filter(entry__in=_versions(viewer, found, [entry]))
    elif person is not None:
        one = rows.filter(entry=None, person=may.person_for(reach, person))
    else:
        one = rows.filter(entry=None, person=None)
    more = [rows.filter(entry__in=_versions(viewer, found, [piece])) for piece in also]
    each = [list(part) for part in (one, *more)]
    if not all(each):
        raise Refused
    ended = list({row.id: row for part in each for row in part}.values())
    for row in ended:
        row.reason = f"{row.reason}\n{reason.strip()}".strip()
        row.ends = viewer.at
        row.save(update_fields=["reason", "ends"])
    unaware.no_longer(viewer, kept_from.id, ended)
    touched(persons=[kept_from.id])
