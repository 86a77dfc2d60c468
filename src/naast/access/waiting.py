"""Text that was posted when its writer was no longer signed in: whose form it was, and what waits for a viewer.

A form carries a token that only this server can make: whose form it is and on which page it stands. The token
opens nothing; it only says for whom to keep what was posted (actions/waiting.py). Nothing is written to a
dossier by itself.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.core import signing
from tink import TinkError

from naast.records.fields import seal, unseal
from naast.records.models import Account, WaitingText

from .viewer import RESIDENT, Viewer

FORM_STAYS_OPEN = timedelta(days=3)  # how long after it was drawn a form is still known
_signer = signing.TimestampSigner(salt="naast.who")


@dataclass(frozen=True, slots=True)
class Who:
    """Whose form it is, and the address (with its query) of the page on which it stands. See `owner_of`."""

    owner: int
    path: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was typed, by field name; a field can have several values."""

    fields: Mapping[str, list[str]] = field(repr=False)


def owner_of(account: int | None, human: int) -> int:
    """For whom a text waits: an account, or, on a handed-over screen, the person it was handed to (below zero).

    So what a child typed on the worker's device is never given to the worker, only to the child's next turn.
    """
    return account if account is not None else -human


def key_of(path: str) -> str:
    """The address without its query, as it is kept."""
    return path.partition("?")[0][:400]


def sealed_who(owner: int, path: str) -> str:
    """The token of a form on `path`; says nothing to who reads the page, and differs each time."""
    return _signer.sign(seal(json.dumps([owner, path]), "who"))


def open_who(token: str) -> Who | None:
    """What a form's token says; None where it is not ours, changed, or older than three days."""
    try:
        owner, path = json.loads(unseal(_signer.unsign(token, max_age=FORM_STAYS_OPEN), "who"))
    except (signing.BadSignature, TinkError, ValueError):
        return None
    return Who(owner, path)


def owner(who: Who, at: datetime) -> Viewer | None:
    """The person of a token as a viewer, so that keeping their text leaves a trace; None where they have left."""
    if who.owner < 0:
        return Viewer(None, -who.owner, RESIDENT, at)
    account = Account.objects.filter(id=who.owner, is_active=True).first()
    return None if account is None else Viewer(account.pk, account.human_id, account.capacity, at)


def find(viewer: Viewer, path: str) -> Waiting | None:
    """The newest text that waits for this viewer on the page at `path`; None where nothing of theirs waits."""
    mine = WaitingText.objects.filter(
        account_id=owner_of(viewer.account, viewer.human), path=key_of(path), expires__gt=viewer.at
    )
    row = mine.order_by("-kept_at", "-id").first()
    return None if row is None else Waiting(json.loads(row.body))


def newest_path(viewer: Viewer) -> str | None:
    """The address of the page for which this viewer's newest text waits, or None: shown once after coming in."""
    mine = WaitingText.objects.filter(
        account_id=owner_of(viewer.account, viewer.human), expires__gt=viewer.at
    )
    return mine.order_by("-kept_at", "-id").values_list("path", flat=True).first()
