"""Which safety conditions no agreement meets, for the team: a rule over everything in the dossier (design 4.2).

Never for residents, partner professionals, through somebody's eyes or on paper: that an agreement is missing would tell
them of one that they may not read. Nor is it said to a worker where it is met by what they may not read.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.records.models import Entry, Link
from naast.rules import conditions as rule

from . import policy
from .doors import through_rules
from .reach import Reach


def unmet(holding: Collection[int], seen: Collection[int], day: date) -> frozenset[int]:
    """Of these conditions (row ids of such as hold and the worker reads) the ones without an agreement; one query.

    `seen` are met as far as the worker reads: a newer version that they may not read must not make a gap of those.
    """
    open_ones = frozenset(holding) - frozenset(seen)
    return rule.unmet(open_ones, _met(open_ones, day)) if open_ones else frozenset()


def seen(reach: Reach, conditions: Collection[int], day: date) -> set[int]:
    """Which of these conditions are met as far as this viewer reads; inside the viewer door, one query."""
    return set(_meeting(policy.entries(reach), policy.links(reach), conditions, day)) if conditions else set()


@through_rules
def _met(conditions: Collection[int], day: date) -> set[int]:
    return set(met(conditions, day))


def met(conditions: Collection[int], day: date) -> QuerySet[Entry, int]:
    """Those that an agreement meets, in its newest version of all, which holds on `day`; needs the rules door."""
    return _meeting(Entry.objects.all(), Link.objects.all(), conditions, day)


def _meeting(
    entries: QuerySet[Entry], links: QuerySet[Link], conditions: Collection[int], day: date
) -> QuerySet[Entry, int]:
    """Of these entries and links."""
    newer = entries.filter(root=OuterRef("source__root"), confirmed_at__gt=OuterRef("source__confirmed_at"))
    ties = links.filter(
        Q(source__agreement__ends=None) | Q(source__agreement__ends__gt=day),
        ~Exists(newer),
        source__agreement__starts__lte=day,
        target__root=OuterRef("root"),
        tie=Link.Tie.MEETS,
    )
    return entries.filter(Exists(ties), id__in=conditions).values_list("id", flat=True)
