"""How page views and acts are called to who searches the trace: by what somebody was doing, and not by our names.

An address has the noun of its screen, an act that of its file; each noun stands in one group, and a test holds that
none is left out.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.urls import get_resolver
from django.utils.translation import gettext_lazy as _

from naast.actions.act import ACTS

GROUPS: Mapping[str, tuple[Any, str]] = {
    "household": (
        _("Household and people"),
        (
            "households people genogram network opening home dossiers persons register ties involvements joining "
            "splitting same_person stand_ins roles experts"
        ),
    ),
    "story": (
        _("Story"),
        "story files reading question questions entries corrections own_words held drafts confidential search advice",
    ),
    "plan": (
        _("Plan and safety"),
        (
            "plan table phase scores factors factor_views conditions decisions evaluations guideline papers "
            "positions reviews situations incidents verdicts matters matters_views matters_outcome"
        ),
    ),
    "day": (_("Day and appointments"), "today agenda appointments calendar_feeds apart"),
    "circle": (_("Opened, narrowed or withheld"), "openings withholding"),
    "consent": (_("Consent"), "consent"),
    "sharing": (_("Shared outside the circle"), "sharing anonymous"),
    "emergency": (_("Emergency reading"), "emergency"),
    "account": (
        _("Signing in and accounts"),
        "account accounts sign_in second_factor residents hand_over coming_in team officers waiting",
    ),
    "oversight": (_("Privacy officer"), "oversight"),
}
"""By its key each group's name, and its nouns."""

CHOICES = [(key, name) for key, (name, _nouns) in GROUPS.items()]


def group_of(act: str) -> Any:
    """What a line of the trace was; its own name where it is of no address or act that there is now."""
    key = _groups().get(act)
    return act if key is None else GROUPS[key][0]


def acts_of(group: str) -> tuple[str, ...]:
    """The addresses and acts of one group."""
    return tuple(act for act, key in _groups().items() if key == group)


def without_group() -> list[str]:
    """Nouns that stand in no group; a test holds that there are none."""
    known = {noun for _name, nouns in GROUPS.values() for noun in nouns.split()}
    return sorted({noun for _act, noun in _nouns()} - known)


@cache
def _groups() -> dict[str, str]:
    of = {noun: key for key, (_name, nouns) in GROUPS.items() for noun in nouns.split()}
    return {act: of[noun] for act, noun in _nouns() if noun in of}


def _nouns() -> Iterator[tuple[str, str]]:
    """(name of an address or act, its noun)."""
    for name, function in ACTS.items():
        yield name, function.__module__.rpartition(".")[2]
    yield from _addresses(get_resolver())


def _addresses(resolver: Any) -> Iterator[tuple[str, str]]:
    for one in resolver.url_patterns:
        if hasattr(one, "url_patterns"):
            yield from _addresses(one)
        elif one.name:
            yield one.name, one.callback.__module__.split(".")[2]
