"""A verdict in words: what each state is called, and each reason as a sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.verdicts import Because, Differ, Rests, Seen
from naast.documents.saying import full_day, names
from naast.rules.verdicts import State

STATES = {State.HOLDS: _("holds"), State.HOLDS_NOT: _("not yet"), State.UNTOLD: _("cannot be told")}
RESTS = {
    "incident": _("the telling"),
    "decision": _("the decision"),
    "factor": _("the risk factor"),
    "factor_view": _("the answer"),
}
SIGNS = {State.HOLDS: ("holds", "check"), State.HOLDS_NOT: ("not", "minus"), State.UNTOLD: ("unknown", "")}


@dataclass(frozen=True, slots=True)
class Told:
    """One reason as a sentence, with the entries that it rests on and what each is called."""

    words: str
    rests: tuple[tuple[Rests, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One criterion as it stands on the page; `sign` and `icon` are of the look."""

    name: str
    state: str
    sign: str
    icon: str
    told: tuple[Told, ...]
    differ: tuple[Differ, ...]


def shown(seen: Seen) -> Shown:
    """A criterion in words."""
    sign, icon = SIGNS[seen.state]
    told = tuple(_told(one) for one in seen.because)
    return Shown(gettext(seen.name), str(STATES[seen.state]), sign, icon, told, seen.differ)


def _told(because: Because) -> Told:
    filled = {"day": full_day(because.day) if because.day else "", "people": names(because.people)}
    rests = tuple((one, str(RESTS.get(one.kind, _("where that stands")))) for one in because.rests)
    return Told(gettext(because.message) % filled, rests)
