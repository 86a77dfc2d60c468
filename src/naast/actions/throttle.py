"""Guessing of codes and PINs: a few tries, then a pause. Kept where axes keeps the tries at passwords.

A try is counted before it is judged, in a transaction of its own: many tries at once get no extra one, and a
refusal that undoes its act does not undo the count. Counted per account whatever the address, because whoever
gets here has the password or the device already.
"""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.db import transaction

TRIES = 5
PAUSE = timedelta(minutes=15)
ANY_ADDRESS = "0.0.0.0"  # nosec: no socket; axes' unique key has an address, and NULL would never be unique


def try_one(what: str, account: int, at: datetime) -> bool:
    """Count one try at `what` ('pin', 'code', 'password') of an account; False while it pauses after too many."""
    with transaction.atomic(using=settings.RULES_ALIAS):
        row, fresh = AccessAttempt.objects.select_for_update().get_or_create(
            username=_key(what, account),
            ip_address=ANY_ADDRESS,
            user_agent="",
            defaults={"failures_since_start": 0},
        )
        before = 0 if fresh or at - row.attempt_time >= PAUSE else row.failures_since_start
        if before >= TRIES:
            return False
        row.failures_since_start, row.attempt_time = before + 1, at
        row.save(update_fields=["failures_since_start", "attempt_time"])
        return True


def clear(what: str, account: int) -> None:
    """The right one was given: the count starts anew."""
    AccessAttempt.objects.filter(username=_key(what, account), ip_address=ANY_ADDRESS).delete()


def _key(what: str, account: int) -> str:
    return f"{what}:{account}"
