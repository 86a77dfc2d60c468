"""Rows of the kinds that say who is who in a dossier, several kinds by one statement."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from naast.records.models import Entry, Kind

from . import ready, shoulder
from .one_of import Ids
from .reach import Reach

# under which name an entry has the row of its kind
ROWS = {
    Kind.MEMBERSHIP: "membership",
    Kind.RELATION: "relation",
    Kind.AUTHORITY: "authority",
    Kind.INVOLVEMENT: "involvement",
    Kind.CONTACT_DATA: "contactdata",
    Kind.QUESTION: "question",
    Kind.EVALUATION: "evaluation",
    Kind.APPOINTMENT: "appointment",
    Kind.DECISION: "decision",
    Kind.EMERGENCY: "emergency",
    Kind.PAPER: "paper",
    Kind.CONSENT: "consent",
    Kind.SHARING: "sharing",
    Kind.APART: "apart",
    Kind.OVERSIGHT: "oversight",
    Kind.PROPOSAL: "proposal",
    Kind.INCIDENT: "incident",
}


def rows(
    reach: Reach, dossier: int, kinds: tuple[Kind, ...], open_circles: shoulder.Open | None = None
) -> dict[Kind, list[Any]]:
    """Newest readable rows of these kinds, each with its `entry`, in the order of their writing; one query.

    With `open_circles` only what may stand on a page that others may be looking at.
    """
    found: dict[Kind, list[Any]] = {kind: [] for kind in kinds}
    for entry in ready.rows(_entries, reach, kinds, dossier=dossier, **shoulder.given(open_circles)):
        kind = Kind(entry.kind)
        found[kind].append(getattr(entry, ROWS[kind]))
    return found


def _entries(
    reach: Reach, kinds: Collection[Kind], *, dossier: Any, circles: Ids | None, kept: Ids | None
) -> QuerySet[Entry]:
    newest = shoulder.newest(reach, shoulder.limit(circles, kept)).filter(dossier_id=dossier, kind__in=kinds)
    return newest.select_related(*(ROWS[kind] for kind in kinds)).order_by("confirmed_at", "public_id")
