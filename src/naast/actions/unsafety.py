"""The kinds of unsafety that somebody chose: for the row of an unsafe situation, none where nothing was chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from naast.records.models import Entry, Situation
from naast.rules import unsafety as rule

from .act import Invalid
from .write import OfKind


@dataclass(frozen=True, slots=True)
class Seen:
    """Which kinds (rules/unsafety.py), and whether they were said aloud with who tells it: then the household reads
    them too, in plain words. Without that they are for the team alone."""

    kinds: tuple[str, ...] = ()
    said: bool = False


NOTHING = Seen()


def of_situation(seen: Seen) -> OfKind:
    """The row of a situation. Raises Invalid on 'kinds'."""
    kinds = checked(seen.kinds)
    return Situation, {"kinds": kinds, "said": seen.said and bool(kinds)}


def kept(situation: Entry) -> Seen:
    """What a version of a situation keeps; nothing where it is older than the kinds are."""
    row: Situation | None = getattr(situation, "situation", None)
    return Seen(tuple(row.kinds), row.said) if row else Seen()


def checked(kinds: Iterable[str]) -> list[str]:
    """The codes once each, in the order of the rules. Raises Invalid on 'kinds'."""
    listed = list(kinds)
    if (wrong := rule.problem(listed)) is not None:
        raise Invalid("kinds", wrong)
    return rule.in_order(listed)
