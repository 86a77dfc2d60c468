"""What was told in confidence, asked for behind the PIN (design 4.6)."""

from naast.access.reach import running
from naast.access.same_person import OneHuman
from naast.access.viewer import Viewer
from naast.records.models import Account, Withheld

from . import accounts
from .act import Refused, act, touched


def ask(viewer: Viewer, pin: str) -> bool | None:
    """None for a wrong PIN; else whether what was told in confidence may show on this screen now.

    On a handed-over screen the PIN is the worker's: the person has none, and the worker, who sits beside them,
    looks who else can see it.
    """
    return may_show(viewer=viewer) if accounts.check_pin(viewer=viewer, pin=pin) else None


@act("ask for confidential")
def may_show(*, viewer: Viewer) -> bool:
    """Always on one's own screen. On a worker's only where nothing in this dossier is withheld from them.

    They would read it along. A false answer shows nowhere: it would tell the worker that there is something.
    """
    touched(dossier=viewer.only)
    if viewer.account is None and viewer.handed_by is None:
        raise Refused
    if viewer.handed_by is None:
        return True
    worker = Account.objects.values_list("human_id", flat=True).get(id=viewer.handed_by)
    return not Withheld.objects.filter(
        running(viewer.at), OneHuman("human_id", [worker], viewer.at), dossier_id=viewer.only or 0
    ).exists()
