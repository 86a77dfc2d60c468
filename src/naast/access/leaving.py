"""How many households need a new fixed face when a professional leaves: a number, for who manages the team.

A number is workload. Which households it counts stays with their own team.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.records.models import Account, Dossier, Involvement, Withheld

from . import accounts, trace
from .doors import through_rules
from .dossiers import TEAM_ROLES
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
    return left_by(human, at).count()


def left_by(human: int, at: datetime) -> QuerySet[Dossier]:
    """Open dossiers that are without a fixed face, or without anybody, once this human leaves the team; for acts.

    Somebody else stays only where they can open it: account open, dossier not withheld, no last day.
    """
    theirs = Involvement.objects.filter(
        Q(ends=None) | Q(ends__gt=at), person_id=human, capacity=STAFF, role__in=TEAM_ROLES
    )
    faced = theirs.filter(role="fixed_face")
    stays = _others(human, at)
    return Dossier.objects.filter(
        (Q(id__in=faced.values("entry__dossier_id")) & ~Exists(stays.filter(role="fixed_face")))
        | (Q(id__in=theirs.values("entry__dossier_id")) & ~Exists(stays)),
        closed_at=None,
    ).order_by("opened_at", "public_id")


def _others(human: int, at: datetime) -> QuerySet[Involvement]:
    """Who else is in the team of a dossier (the outer query's), stays, and can open it."""
    opens = Account.objects.filter(human_id=OuterRef("person_id"), capacity=STAFF, is_active=True)
    kept_out = Withheld.objects.filter(
        running(at),
        human_id=OuterRef("person_id"),
        dossier_id=OuterRef("entry__dossier_id"),
        entry=None,
        person=None,
    )
    return Involvement.objects.filter(
        Exists(opens),
        ~Exists(kept_out),
        entry__circle__dossier_id=OuterRef("id"),  # by its circles: entries have no index by dossier
        capacity=STAFF,
        role__in=TEAM_ROLES,
        starts__lte=at,
        ends=None,
    ).exclude(person_id=human)
