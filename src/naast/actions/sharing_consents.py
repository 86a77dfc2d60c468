"""The yeses that a share or an expert rests on: to this receiver, on this day; of a share, of everybody who told it or
whom it is about."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from naast.access import people, policy
from naast.access.consent_coming import closing
from naast.access.reach import Reach
from naast.records.models import Consent, Dossier, Entry, EntryPerson, Kind, Person
from naast.rules import sharing as rule
from naast.rules.consent_time import YES
from naast.rules.texts import N_

from .act import Invalid


@dataclass(frozen=True, slots=True)
class Yeses:
    """Answers that run now, and the days on which they end: as agreed, or by a birthday."""

    consents: tuple[Consent, ...] = ()
    ending: tuple[date, ...] = ()


def running_for(
    found: Dossier,
    reach: Reach,
    subjects: Collection[str],
    consents: Iterable[UUID],
    receivers: Iterable[tuple[Person | None, str]],
    today: date,
) -> Yeses:
    """These answers, where each is a yes to one of these receivers (a person, or an organisation by its name) and to
    one of these subjects.

    Raises Invalid on 'consents' where one is not, or does not run.
    """
    asked = set(consents)
    to = [
        Q(consent__receiver=person, consent__organisation=organisation) for person, organisation in receivers
    ]
    # locked, so that nobody takes one back meanwhile
    list(policy.entries(reach).filter(public_id__in=asked).select_for_update())
    rows = policy.newest(reach).filter(
        Q(consent__ends=None) | Q(consent__ends__gt=today),
        reduce(or_, to),
        dossier=found,
        kind=Kind.CONSENT,
        public_id__in=asked,
        consent__answer=YES,
        consent__subject__in=subjects,
        consent__starts__lte=today,
    )
    given = [row.consent for row in rows.select_related("consent__person").order_by("id")]
    faces = people.faces(reach, {one.person_id for one in given})
    closed = [day for one in given if (day := closing(one, faces[one.person_id].born)) is not None]
    if len(given) < len(asked) or any(day <= today for day in closed):
        raise Invalid("consents", N_("One of these is no yes to this receiver that runs."))
    return Yeses(tuple(given), (*closed, *(one.ends for one in given if one.ends is not None)))


def check_whole(rows: Iterable[Entry], yeses: Yeses) -> None:
    """Raises Invalid on 'consents' where somebody lacks who told one of these entries or whom it is about."""
    named = EntryPerson.objects.filter(
        entry__in=list(rows),
        role__in=("about", "teller"),
        person__professional=False,
        person__unborn=False,
        person__died_on=None,
    )
    persons = sorted(set(named.values_list("person_id", flat=True)))
    if rule.without_yes(persons, (one.person_id for one in yeses.consents)):
        raise Invalid("consents", N_("A yes is missing for somebody who told it or whom it is about."))
