"""How people stand to each other, told by hand: a tie begins or ends, authority changes, contact data end.

An interval is closed in place; what is said anew is a new entry.
"""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from naast.access.viewer import Viewer
from naast.records.models import (
    Authority,
    CircleRow,
    ContactData,
    Dossier,
    EntryPerson,
    Kind,
    Relation,
)
from naast.rules.relations import TIES
from naast.rules.texts import N_

from . import may
from .act import Invalid, Refused, act
from .dossiers import NewAuthority, NewRelation, current_members, write_authority, write_relation

STATES = ("yes", "no", "unknown")


@act("begin relation")
def relate(
    *, viewer: Viewer, dossier: UUID, one: UUID, tie: str, other: UUID, starts: date | None = None
) -> None:
    """`one` is <tie> of `other`, from a day on. Raises Invalid on 'tie' or 'other'."""
    found, reach = may.team_dossier(viewer, dossier)
    here, there = may.persons_for(reach, [one])[0], may.persons_for(reach, [other])[0]
    if tie not in TIES:
        raise Invalid("tie", N_("Choose from the list."))
    if here.id == there.id:
        raise Invalid("other", N_("Choose two people."))
    write_relation(
        found, here, there, current_members(found, viewer), viewer, NewRelation("", tie, "", starts)
    )


@act("end relation")
def end_relation(*, viewer: Viewer, relation: UUID, on: date, parted: bool = False) -> None:
    """A tie ends on a day; with `parted` partners go on as former partners. Raises Invalid on 'on'."""
    entry, dossier, _ = may.entry_for(viewer, relation)
    if not may.in_team(viewer, dossier) or entry.kind != Kind.RELATION:
        raise Refused
    row = entry.relation
    if row.starts is not None and on < row.starts:
        raise Invalid("on", N_("The end lies before the beginning."))
    Relation.objects.filter(entry=entry).update(ends=on)
    if parted and row.type == "partner":
        members = current_members(dossier, viewer)
        write_relation(dossier, row.one, row.other, members, viewer, NewRelation("", "ex_partner", "", on))


@act("tell authority")
def tell_authority(
    *,
    viewer: Viewer,
    dossier: UUID,
    adult: UUID,
    child: UUID,
    state: str,
    reason: str,
    starts: date,
    guard_seen: bool = False,
) -> None:
    """What is told of one adult's authority over one child, from a day on; it replaces what was known.

    Of both, where two persons are shown as one. Where it is no longer a yes, what the adult read of this child by
    authority closes at once; nothing opens by itself. Raises Invalid on 'state', 'reason', 'child' or 'starts'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    grown, minor = may.persons_for(reach, [adult])[0], may.persons_for(reach, [child])[0]
    if state not in STATES:
        raise Invalid("state", N_("Choose from the list."))
    if grown.id == minor.id:
        raise Invalid("child", N_("Choose two people."))
    if not reason.strip():
        raise Invalid("reason", N_("Say how you know this."))
    if starts > viewer.today:
        raise Invalid("starts", N_("This day is still to come."))
    adults, children = may.shown_with(reach, [grown.id]), may.shown_with(reach, [minor.id])
    before = Authority.objects.filter(
        entry__circle__dossier=found, adult__in=adults, child__in=children, ends=None
    )
    before.update(ends=starts)
    new = NewAuthority("", "", state, "told", reason.strip(), starts, guard_seen)
    write_authority(found, grown, minor, viewer, new)
    if state != "yes":
        _close_reading(found, adults, children, viewer.at)


def _close_reading(dossier: Dossier, adults: set[int], children: set[int], at: datetime) -> None:
    """What these adults read by authority of what is about the children, or told by them."""
    told = EntryPerson.objects.filter(
        person__in=children, role__in=("about", "teller"), circle__dossier=dossier
    ).values("circle_id")
    rows = CircleRow.objects.filter(
        Q(ends=None) | Q(ends__gt=at),
        dossier=dossier,
        human__in=adults,
        because="authority",
        circle_id__in=told,
    )
    rows.update(ends=at)


@act("end contact data")
def end_contact_data(*, viewer: Viewer, contact: UUID, on: date) -> None:
    """An address, phone or school is no longer right from a day on; a guarded one stays guarded in what was told."""
    entry, dossier, _ = may.entry_for(viewer, contact)
    if not may.in_team(viewer, dossier) or entry.kind != Kind.CONTACT_DATA:
        raise Refused
    ContactData.objects.filter(entry=entry).update(ends=on)
