"""How many households need a new fixed face when a professional leaves: a number, for who manages the team.

A number is workload. Which households it counts stays with their own team.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from naast.records.models import Account, Dossier, Involvement, Withheld

from . import accounts, same_person, trace
from .doors import through_rules
from .dossiers import TEAM_ROLES
from .one_of import OneOf
from .reach import running
from .viewer import STAFF, Viewer


def to_hand_over(viewer: Viewer, account: UUID) -> int:
    """How many households need a new fixed face when this account of the viewer's team closes.

    Missing for who does not manage the team, and where the account is not of the team or the viewer's own.
    """
    leaver = accounts.of_team(viewer, account)
    trace.saw(viewer)
    return _count(leaver.human_id, viewer.at) if leaver.capacity == STAFF else 0


@through_rules
def _count(human: int, at: datetime) -> int:
    return len(left_by(human, at))


def left_by(human: int, at: datetime) -> list[Dossier]:
    """Open dossiers that are without a fixed face, or without anybody, once this human leaves the team; for acts.

    Somebody else stays only where they can open it: account open, dossier not withheld, no last day.
    """
    theirs = Involvement.objects.filter(
        Q(ends=None) | Q(ends__gt=at),
        person_id=human,
        capacity=STAFF,
        role__in=TEAM_ROLES,
        entry__dossier__closed_at=None,
    )
    roles: dict[int, set[str]] = {}
    for dossier, role in theirs.values_list("entry__dossier_id", "role"):
        roles.setdefault(dossier, set()).add(role)
    stay = _others(human, list(roles), at)
    left = [
        dossier
        for dossier, was in roles.items()
        if not stay[dossier] or ("fixed_face" in was and "fixed_face" not in stay[dossier])
    ]
    return list(Dossier.objects.filter(OneOf("id", left)).order_by("opened_at", "public_id"))


def _others(human: int, dossiers: list[int], at: datetime) -> dict[int, set[str]]:
    """By dossier the roles of who else is in the team, stays, and can open it."""
    opens = Account.objects.filter(human_id=OuterRef("person_id"), capacity=STAFF, is_active=True)
    rows = Involvement.objects.filter(
        Exists(opens),
        OneOf("entry__circle__dossier_id", dossiers),
        capacity=STAFF,
        role__in=TEAM_ROLES,
        starts__lte=at,
        ends=None,
    ).exclude(person_id=human)
    out = _kept_out(dossiers, at)
    found: dict[int, set[str]] = {dossier: set() for dossier in dossiers}
    for dossier, person, role in rows.values_list("entry__dossier_id", "person_id", "role"):
        if (dossier, person) not in out:
            found[dossier].add(role)
    return found


def _kept_out(dossiers: list[int], at: datetime) -> set[tuple[int, int]]:
    """(dossier, person) of whoever the whole dossier is withheld from, over all of their persons."""
    rows = Withheld.objects.filter(running(at), OneOf("dossier_id", dossiers), entry=None, person=None)
    pairs = list(rows.values_list("dossier_id", "human_id"))
    one = same_person.humans({human for _, human in pairs}, at, "dossiers", ())
    return {(dossier, person) for dossier, human in pairs for person in one.of(human)}
