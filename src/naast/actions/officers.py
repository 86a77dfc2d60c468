"""The account of a privacy officer: made by a command on the server, for nobody in a team may make one.

They audit the team, so no lead manages them. The same command makes a new invitation, which takes the old keys away.
"""

from naast.access.viewer import OPERATOR, PRIVACY, Viewer
from naast.records.models import Account

from .act import Refused, act
from .team import new_account, new_link, take_keys


@act("make privacy officer")
def make(*, viewer: Viewer, given: str, family: str, email: str, function: str) -> str:
    """A privacy officer with this address, or the one there is; gives the token of their invitation once.

    Raises Invalid on 'given', 'email' (also where somebody else has that address), 'function'.
    """
    if viewer.capacity != OPERATOR:
        raise Refused
    found = Account.objects.filter(email__iexact=email.strip(), capacity=PRIVACY, is_active=True).first()
    if found is None:
        found = new_account(None, PRIVACY, given, family, email, function, viewer.at)
    take_keys(found, viewer)
    return new_link(found, None, viewer.at)


@act("close privacy officer")
def close(*, viewer: Viewer, email: str) -> None:
    """They leave: no signing in, every session ends at once. Refused where there is none with this address."""
    if viewer.capacity != OPERATOR:
        raise Refused
    found = Account.objects.filter(email__iexact=email.strip(), capacity=PRIVACY, is_active=True).first()
    if found is None:
        raise Refused
    take_keys(found, viewer)
    found.is_active, found.closed_at = False, viewer.at
    found.save(update_fields=["is_active", "closed_at"])
