"""Asking the population register: nobody asks without saying why, and every question leaves its trace first."""

from naast.access import trace
from naast.access.viewer import Viewer
from naast.rules.purposes import PURPOSES

from .act import Invalid, Refused, act

WAYS = ("number", "name", "address", "more")


@act("ask register")
def ask(*, viewer: Viewer, purpose: str, way: str) -> None:
    """Note a question before it is sent: in which way is asked, and for which purpose (rules/purposes.py).

    The purpose stands in the name of a trace row of its own. Raises Invalid on 'purpose'.
    """
    if not viewer.is_staff or way not in WAYS:
        raise Refused
    if purpose not in PURPOSES:
        raise Invalid("purpose", "Say what you need this for.")
    trace.write(viewer, f"register by {way} for {purpose}", trace.DONE)
