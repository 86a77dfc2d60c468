"""Death ends every way in and every reading right of a human, over all persons that they are; nobody inherits them.

Joinings that no viewer knows of count too: what would stay open is read by whoever has the phone of the dead. What is
told of them in a dossier (memberships, authority, work) stays there, and the team of that dossier ends it.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.db.models import Q, QuerySet

from naast.access import people
from naast.access.reach import Reach
from naast.access.same_person import OneHuman, humans
from naast.access.viewer import STAFF
from naast.records.models import Account, CircleRow, Person, Share, SignInLink

from . import emergency


def end_all(person: Person, at: datetime) -> None:
    """Somebody has died: accounts, sessions, links, circle rows and shares of all their persons end at this moment."""
    rows = humans([person.id], at, "entries", ()).of(person.id)
    _close_accounts(rows, at)
    for row in rows:
        emergency.end_all(row, at)
    _end_reading(rows, at)


def has_died(person: int, at: datetime) -> bool:
    """Is the death noted of this person, or of one that they are joined with now? Not to be told on."""
    return _dead().filter(OneHuman("id", [person], at)).exists()


def known_to_have_died(person: Person, wide: Reach) -> bool:
    """The same as far as the viewer of `wide` may know of the joining: for what is said to a worker."""
    rows = people.under_one_face(wide).get(person.id, {person.id})
    return _dead().filter(id__in=rows).exists()


def _dead() -> QuerySet[Person]:
    # a child lost before birth never had a way in, and ends that of nobody
    return Person.objects.filter(died_on__isnull=False, unborn=False)


def _close_accounts(persons: Collection[int], at: datetime) -> None:
    """A colleague's account opens nothing any more, and stays for the team lead to close: their households need
    another fixed face first (actions/leaving.py)."""
    accounts = Account.objects.filter(human_id__in=persons, is_active=True)
    SignInLink.objects.filter(account__in=accounts, closed_at=None).update(closed_at=at)
    for account in accounts.filter(capacity=STAFF):
        account.password, account.pin, account.salt = make_password(None), "", uuid4()
        account.save(update_fields=["password", "pin", "salt"])
    accounts.exclude(capacity=STAFF).update(is_active=False, closed_at=at, salt=uuid4())


def _end_reading(persons: Collection[int], at: datetime) -> None:
    """Rows still to come never begin."""
    for model in (CircleRow, Share):
        still = Q(ends=None) | Q(ends__gt=at)
        model.objects.filter(still, human_id__in=persons, starts__lte=at).update(ends=at)
        model.objects.filter(human_id__in=persons, starts__gt=at).delete()
