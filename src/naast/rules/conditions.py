"""Safety conditions: what must at least be so, set by Veilig Thuis or another that stands around the household.

"Set by VT: what must at least be true for safety. Given to the party that takes over, who works them into the plan"
(domain-facts 3.3); "condition -> agreement -> who does -> who watches" and "every condition has an agreement with a
doer and a watcher or a warning" (methods-and-instruments 1, K6). Whoever set a condition changes it: the team writes
down what it was told for them, and by whom.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from .texts import N_

VEILIG_THUIS = "Veilig Thuis"
T = TypeVar("T")


def problem(words: str, set_by: str, told_by: str, *, own: bool) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None. `own`: who writes it is who set it."""
    if not words.strip():
        return "words", N_("Write down what the condition is.")
    if not set_by.strip():
        return "set_by", N_("Say who set this condition.")
    if not own and not told_by.strip():
        return "told_by", N_("Say who told you this, for whoever set the condition.")
    return None


def holds(starts: date, ends: date | None, day: date) -> bool:
    """From a day until (not including) another; no end is until whoever set it says so."""
    return starts <= day and (ends is None or ends > day)


def unmet(holding: Iterable[T], met: Collection[T]) -> frozenset[T]:
    """Conditions that hold and that no agreement which holds meets: somebody of the team has to look at these."""
    return frozenset(one for one in holding if one not in met)
