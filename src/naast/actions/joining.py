"""Two persons are one human being, somebody says; and later, maybe, that they are not (`SamePerson`).

Nothing moves: circles, shares and accounts stay with each of the two, and so parting them undoes all of it. What
follows is one face for the professionals who may know of both (access/people.py), and that what is withheld from one
is withheld from the other, whoever knows of it (access/same_person.py).
"""

from uuid import UUID

from naast.access import policy, residents
from naast.access.reach import Reach, Within, reach_of, running
from naast.access.same_person import humans
from naast.access.viewer import RESIDENT, Viewer
from naast.records.models import Account, Dossier, Involvement, Person, SamePerson, Withheld
from naast.rules.texts import N_

from . import death, may
from .act import Invalid, Refused, act, touched


@act("join persons")
def join(*, viewer: Viewer, dossier: UUID, kept: UUID, other: UUID, because: str) -> None:
    """`kept` and `other` are one human being, of whom the name and face of `kept` stay.

    For one of the dossier's own professionals, who knows one of the two here and the other here or in a dossier of
    theirs. Where one of them has died, every way in and reading right of the other ends too. Raises Invalid on 'kept',
    'other' or 'because'; Refused where they may not know of both.
    """
    found, reach = may.team_dossier(viewer, dossier)
    wide = reach_of(viewer, Within())
    stays, goes = _locked(may.person_for(wide, kept)), _locked(may.person_for(wide, other))
    _one_here(reach, stays, goes)
    if stays.id == goes.id:
        raise Invalid("other", N_("Choose two people."))
    if not because.strip():
        raise Invalid("because", N_("Say why."))
    if stays.bsn_hash and goes.bsn_hash and stays.bsn_hash != goes.bsn_hash:
        raise Invalid("other", N_("They have different BSNs, so they are two people."))
    _no_chain(wide, stays, goes)
    _not_kept_from_each_other(viewer, found, stays, goes)
    _account_stays(wide, stays, goes)
    SamePerson.objects.create(
        kept=stays, other=goes, because=because.strip(), said_by_id=viewer.human, starts=viewer.at
    )
    if death.has_died(stays.id, viewer.at):
        death.end_all(stays, viewer.at)
    touched(persons=[stays.id, goes.id])


@act("part persons")
def part(*, viewer: Viewer, dossier: UUID, other: UUID, because: str) -> None:
    """`other` is not the human being they were taken for: from now on each stands on their own again.

    What was withheld from one only because of the other is open to them again; what a death ended is not. So nobody
    parts themselves from another, like nobody opens to themselves what a colleague closed. Raises Invalid on 'because'.
    """
    _, reach = may.team_dossier(viewer, dossier)
    wide = reach_of(viewer, Within())
    goes = _locked(may.person_for(wide, other))
    rows = list(policy.same_persons(wide).filter(other=goes).select_related("kept"))
    if not rows or viewer.human in humans([goes.id], viewer.at, "entries", ()).of(goes.id):
        raise Refused
    _one_here(reach, goes, *(row.kept for row in rows))
    if not because.strip():
        raise Invalid("because", N_("Say why."))
    for row in rows:
        row.ends, row.ended_by_id, row.ended_because = viewer.at, viewer.human, because.strip()
        row.save(update_fields=["ends", "ended_by", "ended_because"])
    touched(persons=[goes.id, *(row.kept_id for row in rows)])


def _locked(person: Person) -> Person:
    """The person, whom nobody else joins meanwhile."""
    return Person.objects.select_for_update().get(id=person.id)


def _one_here(reach: Reach, *persons: Person) -> None:
    """One of them is known in this dossier; Refused otherwise."""
    if not policy.persons(reach).filter(id__in=[one.id for one in persons]).exists():
        raise Refused


def _no_chain(wide: Reach, stays: Person, goes: Person) -> None:
    """Each is shown under one face: who is joined already is parted first. As far as the viewer may know."""
    pairs = set(policy.same_persons(wide).values_list("kept_id", "other_id"))
    if {(stays.id, goes.id), (goes.id, stays.id)} & pairs:
        raise Invalid("other", N_("These two are taken for one person already."))
    under = {other for _, other in pairs}
    if goes.id in {row for pair in pairs for row in pair} or stays.id in under:
        raise Invalid("other", N_("One of them is taken for somebody else already. Undo that first."))


def _not_kept_from_each_other(viewer: Viewer, dossier: Dossier, stays: Person, goes: Person) -> None:
    """A human can not be kept from what names themselves: that would close their own words to them."""
    both = [stays.id, goes.id]
    rows = Withheld.objects.filter(running(viewer.at), dossier=dossier, human__in=both, person__in=both)
    if rows.exists():
        raise Invalid("other", N_("What names one of them is kept from the other. Look at that first."))


def _account_stays(wide: Reach, stays: Person, goes: Person) -> None:
    """Who comes in with an account stays; of two accounts one is closed first. A colleague can be a resident too, with
    an account for each: these are never shown as one, only what is withheld counts for both."""
    if stays.professional != goes.professional or not _comes_in(wide, goes):
        return
    if _comes_in(wide, stays):
        raise Invalid(
            "other", N_("Both have an account, and accounts are never joined. Close one of them first.")
        )
    raise Invalid("kept", N_("One of them has an account or works here. Keep the name of that one."))


def _comes_in(wide: Reach, person: Person) -> bool:
    """Has this person an account, or work here, as far as the viewer may know? A portal account that another team made
    does not count: it would tell that they are known there."""
    if Account.objects.filter(human=person, is_active=True).exclude(capacity=RESIDENT).exists():
        return True
    around = Involvement.objects.filter(entry__dossier_id__in=wide.dossiers, capacity="staff")
    if residents.accounts_known([person.id], around.values_list("person_id", flat=True)):
        return True
    return policy.of_kind(Involvement, wide).filter(running(wide.at), person=person).exists()
