"""The secret address at which a worker's own calendar fetches when they meet: made, renewed, ended, and opened.

Every refusal is one refusal: an address that never was, one that has ended, a wrong secret and an account that is
closed take the same steps. Wrong secrets pause the one address that they were tried at, so that nobody can keep a
colleague's calendar from being fetched without knowing where it is.
"""

import hmac
import secrets
from datetime import datetime
from uuid import UUID

from naast.access import trace
from naast.access.viewer import STAFF, Viewer
from naast.records.fields import look_up_hash
from naast.records.models import Account, CalendarFeed

from . import throttle
from .act import Refused, act

WHAT = "feed"  # under which wrong secrets are counted
NOBODYS = 0  # the row id by which tries at an address that is none are counted
_NO_HASH = "-" * 64


@act("make calendar feed")
def make(*, viewer: Viewer) -> tuple[UUID, str]:
    """A new address for the viewer's own calendar: its public id and its secret, which is kept nowhere.

    One that there was has ended. Refused for who is no worker of a team.
    """
    account = _own(viewer)
    end_all(account, viewer.at)
    token = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(account=account, token_hash=hash_of(token), made_at=viewer.at)
    return feed.public_id, token


@act("end calendar feed")
def end(*, viewer: Viewer) -> None:
    """The address of the viewer's own calendar opens nothing any more."""
    end_all(_own(viewer), viewer.at)


def end_all(account: Account, at: datetime) -> None:
    """No address of this account's calendar opens anything any more."""
    CalendarFeed.objects.filter(account=account, ended_at=None).update(ended_at=at)


def hash_of(token: str) -> str:
    """What is kept of an address's secret."""
    return look_up_hash(token, "calendar feed")


def opened_by(feed: UUID, token: str, at: datetime) -> Viewer | None:
    """The worker whose calendar this address is, as they look now; None for every refusal.

    A wrong secret stays in the trace, under nobody's name, until the address pauses.
    """
    row = (
        CalendarFeed.objects.select_related("account")
        .filter(public_id=feed, ended_at=None, account__is_active=True, account__capacity=STAFF)
        .first()
    )
    key = row.pk if row is not None else NOBODYS
    if not throttle.try_one(WHAT, key, at):
        return None
    right = hmac.compare_digest(hash_of(token), row.token_hash if row is not None else _NO_HASH)
    if row is None or not right:
        trace.write(Viewer(None, 0, STAFF, at), "read calendar feed", trace.REFUSED)
        return None
    throttle.clear(WHAT, key)
    CalendarFeed.objects.filter(pk=row.pk).update(read_at=at)
    return Viewer(row.account_id, row.account.human_id, STAFF, at)


def _own(viewer: Viewer) -> Account:
    account = Account.objects.filter(id=viewer.account or 0, capacity=STAFF, is_active=True).first()
    if account is None or not viewer.is_staff or account.human_id != viewer.human:
        raise Refused
    return account
