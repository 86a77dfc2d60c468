"""An expert beside the fixed face: added on somebody's yes, gone with the first that ends, and never instead."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import PARTNER, Viewer, midnight
from naast.records.models import Account, Dossier, Entry, Involvement, Link, Person
from naast.rules import experts as rule
from naast.rules.consent_words import SECRECY
from naast.rules.sharing import ends_on
from naast.rules.texts import N_

from . import involvements, may
from .act import Invalid, Refused, act
from .openings import share_with
from .sharing_consents import Yeses, running_for
from .write import tie


@dataclass(frozen=True, slots=True)
class Asked:
    """Who joins as which expert, in which form, what they are asked, from when and until when: public ids and codes.

    `consents` are the answers that it rests on; `readers` may know of it, and so may who gave those.
    """

    account: UUID
    expert: str
    form: str
    organisation: str = field(repr=False)
    purpose: str = field(repr=False)
    starts: date
    ends: date | None
    consents: tuple[UUID, ...]
    readers: tuple[UUID, ...] = ()
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("add expert")
def add(*, viewer: Viewer, dossier: UUID, asked: Asked) -> UUID:
    """An expert joins beside the fixed face, until their last day or the first end of a yes that they rest on.

    Refused where the region offers no such expert. Raises Invalid on 'account' and the fields of rules/experts.py.
    """
    found, reach = may.team_dossier(viewer, dossier)
    if asked.expert not in settings.EXPERTS:
        raise Refused
    noted = _noted(asked, fixed_face=may.has_fixed_face(viewer, found))
    if wrong := rule.problems(noted, settings.EXPERTS, viewer.today):
        raise Invalid(*wrong[0])
    person = _person(found, reach, asked.account, viewer.at)
    organisation = asked.organisation.strip()
    to = (person, ""), (None, organisation)
    yeses = running_for(found, reach, SECRECY, asked.consents, to, viewer.today)
    starts, ends = _period(asked, yeses, viewer)
    row = involvements.write(
        found,
        person,
        viewer,
        role=rule.EXPERT,
        capacity=PARTNER,
        starts=starts,
        ends=ends,
        readers=[*may.persons_for(reach, list(asked.readers)), *_givers(yeses)],
        ground=asked.purpose.strip(),
        organisation=organisation,
        expert=(asked.expert, asked.form),
        guard_seen=asked.guard_seen,
        also={person.id},
    )
    # they read that they are asked: the one entry that lets them know of this dossier
    share_with(row.entry, person, PARTNER, "self", viewer, starts=starts, ends=ends)
    tie(Link.Tie.RESTS_ON, row.entry, [one.entry for one in yeses.consents])
    return row.entry.public_id


def end_resting_on(consent: Entry, at: datetime) -> None:
    """End the involvement of every expert who rests on any version of this yes, which was taken back; within another
    act. Who had yet to come does not come."""
    rows = Involvement.objects.filter(
        Q(ends=None) | Q(ends__gt=at),
        role=rule.EXPERT,
        entry__links_out__tie=Link.Tie.RESTS_ON,
        entry__links_out__target__root=consent.root,
    )
    for row in rows.select_related("entry__dossier").distinct():
        involvements.stop(row, row.entry.dossier, at)


def _noted(asked: Asked, *, fixed_face: bool) -> rule.Noted:
    return rule.Noted(
        asked.expert,
        asked.form,
        asked.organisation,
        asked.purpose,
        asked.starts,
        asked.ends,
        len(set(asked.consents)),
        fixed_face,
    )


def _person(found: Dossier, reach: Reach, account: UUID, at: datetime) -> Person:
    """The professional from outside of this open account. Raises Invalid on 'account' where they work here already, as
    far as the viewer may know."""
    partner = Account.objects.filter(public_id=account, capacity=PARTNER, is_active=True).first()
    if partner is None:
        raise Invalid("account", N_("Choose a professional."))
    here = policy.of_kind(Involvement, reach).filter(
        Q(ends=None) | Q(ends__gt=at), entry__circle__dossier=found, person=partner.human_id, capacity=PARTNER
    )
    if here.exists():
        raise Invalid("account", N_("They work with this household already, or will."))
    return Person.objects.get(id=partner.human_id)


def _period(asked: Asked, yeses: Yeses, viewer: Viewer) -> tuple[datetime, datetime]:
    """From now or a coming day until the first end. Raises Invalid on 'consents' where a yes ends before that."""
    starts = viewer.at if asked.starts <= viewer.today else midnight(asked.starts)
    day = ends_on(asked.ends, yeses.ending)
    assert day is not None  # the rule asks for a day
    if midnight(day) <= starts:
        raise Invalid("consents", N_("One of these ends before they begin."))
    return starts, midnight(day)


def _givers(yeses: Yeses) -> list[Person]:
    """Who gave these yeses: they may know what became of them."""
    ids = {one.entry.teller_id for one in yeses.consents if one.entry.teller_id}
    return list(Person.objects.filter(id__in=ids).order_by("id"))
