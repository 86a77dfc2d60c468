"""A worker hands their screen to one person of one dossier, and takes it back with their own PIN.

For who is under twelve, and for everybody without a channel of their own. What is written meanwhile belongs to
that person; the screen shows nothing of the team, and nothing of another dossier.
"""

from dataclasses import dataclass
from uuid import UUID

from naast.access.reach import Within, reach_of
from naast.access.viewer import RESIDENT, STAFF, Viewer
from naast.records.models import Account, Involvement

from . import accounts, death, may
from .act import Invalid, Refused, act, touched


@dataclass(frozen=True, slots=True)
class Handed:
    """Row ids for the session: whose screen it is now, in which dossier, and whose device."""

    human: int
    dossier: int
    worker: int


@act("hand over screen")
def hand_over(*, viewer: Viewer, dossier: UUID, person: UUID, present: bool) -> Handed:
    """Lock the worker's session to this person. Raises Invalid on 'present'; '' where the worker has no PIN yet."""
    found, reach = may.team_dossier(viewer, dossier)
    human = may.person_for(reach, person)
    touched(persons=[human.id])
    works = Involvement.objects.filter(entry__circle__dossier=found, person=human).exclude(capacity=RESIDENT)
    if human.id == viewer.human or human.unborn or works.exists():
        raise Refused
    if death.known_to_have_died(human, reach_of(viewer, Within())):
        raise Refused
    if not present:
        raise Invalid("present", "This is only possible with the person beside you.")
    if not Account.objects.filter(id=viewer.account or 0, capacity=STAFF).exclude(pin="").exists():
        raise Invalid("", "Choose a PIN first: with it you take your screen back.")
    return Handed(human.id, found.id, viewer.account or 0)


def give_back(viewer: Viewer, pin: str) -> bool:
    """Is the screen the worker's again? `viewer` is the person to whom it was handed."""
    if viewer.handed_by is None or not accounts.check_pin(viewer=viewer, pin=pin):
        return False
    given_back(viewer=viewer)
    return True


@act("give screen back")
def given_back(*, viewer: Viewer) -> None:
    """The worker's PIN was right; only the trace keeps that and when."""
    if viewer.handed_by is None:
        raise Refused
    touched(dossier=viewer.only)
