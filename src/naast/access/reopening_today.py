"""The same proposal as reopening.py, of all households of a worker at once: in which of them something was told since.

A part of one statement (today.py), so that the page of the day stays within its number.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from naast.records.models import Entry, Kind, Link
from naast.rules.incidents import NOT
from naast.rules.phases import LASTING, STABLE

from . import policy
from .decisions import INCIDENT, PHASE
from .one_of import Ids, OneOf
from .reach import Reach


def told_since(reach: Reach, dossiers: Ids) -> QuerySet[Entry, Any]:
    """In these dossiers the tellings that count and were first told after the newest decision, where that decision says
    that stable or lasting safety runs: (dossier, writer, moment, public id)."""
    decided = policy.entries(reach).filter(
        dossier_id=OuterRef("dossier_id"), kind=Kind.DECISION, decision__about=PHASE
    )
    newest = decided.order_by("-confirmed_at", "-public_id")
    told_before = policy.entries(reach).filter(root=OuterRef("root"), confirmed_at__lte=OuterRef("since"))
    judged = policy.links(reach).filter(
        tie=Link.Tie.RESTS_ON,
        target__root=OuterRef("root"),
        target__words=OuterRef("words"),
        source__decision__about=INCIDENT,
    )
    last = judged.order_by("-source__confirmed_at", "-source__public_id").values("source__decision__result")
    told = policy.newest(reach).filter(OneOf("dossier_id", dossiers), kind=Kind.INCIDENT)
    # what was opened beside is direct safety, and so no phase after which to propose it
    since = told.annotate(
        since=Subquery(newest.values("confirmed_at")[:1]),
        runs=Subquery(newest.values("decision__phase")[:1]),
        judged=Subquery(last[:1]),
    ).filter(~Exists(told_before), runs__in=(STABLE, LASTING))
    counting = since.filter(Q(judged=None) | ~Q(judged=NOT))
    return counting.values_list("dossier_id", "writer_id", "confirmed_at", "public_id").order_by()
