"""Signing in and out leave a trace, also where they are refused. What is refused looks alike to who tries."""

from datetime import datetime

from naast.access import trace
from naast.access.viewer import Viewer
from naast.records.models import Account

from .accounts import own
from .act import act


@act("sign in")
def signed_in(*, viewer: Viewer) -> None:
    """Password and second factor were right. Raises Refused where the account was closed meanwhile."""
    own(viewer)


@act("sign out")
def signed_out(*, viewer: Viewer) -> None:
    """This session of a professional ends."""
    own(viewer)


def refused(email: str, at: datetime) -> None:
    """Somebody could not sign in with this address: a line under its account, or under nobody. Same work for both."""
    account = Account.objects.filter(email__iexact=email).first()
    viewer = (
        Viewer(None, 0, "", at)
        if account is None
        else Viewer(account.pk, account.human_id, account.capacity, at)
    )
    trace.write(viewer, "sign in", trace.REFUSED)
