"""Text that was posted when its writer was no longer signed in: keep it sealed, and let it go (access/waiting.py)."""

import json
from collections.abc import Mapping
from datetime import timedelta

from naast.access.viewer import Viewer
from naast.access.waiting import key_of, owner_of
from naast.records.fields import look_up_hash
from naast.records.models import Person, WaitingText

from .act import Refused, act

WAITS = timedelta(hours=24)
LARGEST = 5_000_000  # characters of one form
MOST = 20  # texts that wait for one person; the oldest goes first


def keep(*, viewer: Viewer, path: str, token: str, fields: Mapping[str, list[str]]) -> bool:
    """Keep what was posted for `viewer`, whose form it was by its token. False where it is too large.

    The viewer is what access.waiting.owner says, not who is signed in. The same form posted again replaces what
    waited. Raises Refused where the person has left.
    """
    body = json.dumps(fields)
    if len(body) > LARGEST:
        return False
    _keep(viewer=viewer, path=path, token=token, body=body)
    return True


@act("keep waiting text")
def _keep(*, viewer: Viewer, path: str, token: str, body: str) -> None:
    owner = owner_of(viewer.account, viewer.human)
    if viewer.account is None and not Person.objects.filter(id=viewer.human).exists():
        raise Refused
    WaitingText.objects.filter(expires__lte=viewer.at).delete()
    kept = (
        WaitingText.objects.filter(account_id=owner).order_by("-kept_at", "-id").values_list("id", flat=True)
    )
    WaitingText.objects.filter(id__in=list(kept[MOST - 1 :])).delete()
    WaitingText.objects.update_or_create(
        token_hash=look_up_hash(token, "waiting"),
        defaults={
            "account_id": owner,
            "path": key_of(path),
            "body": body,
            "kept_at": viewer.at,
            "expires": viewer.at + WAITS,
        },
    )


@act("forget waiting text")
def forget(*, viewer: Viewer, path: str) -> None:
    """Remove what waits for this viewer at `path`, once they sent it or threw it away."""
    WaitingText.objects.filter(account_id=owner_of(viewer.account, viewer.human), path=key_of(path)).delete()
