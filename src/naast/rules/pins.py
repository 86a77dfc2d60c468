"""What a PIN must be: six digits that are not the first ones somebody would try."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from .texts import N_

DIGITS = 6


def problem(pin: str, births: Iterable[date | None] = ()) -> str | None:
    """What is wrong with `pin` as a message id, or None. Our own rule: six digits, no row of steps, no one digit.

    Nor one of the `births`: who lives with somebody knows their birth date, and tries it first.
    """
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        return N_("A PIN is six digits.")
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return N_("This PIN is too easy to guess. Choose another one.")
    if any(pin in _as_pins(born) for born in births if born is not None):
        return N_("A birth date is easy to guess. Choose another code.")
    return None


def _as_pins(born: date) -> set[str]:
    day, month, year = f"{born:%d}", f"{born:%m}", f"{born:%y}"
    orders = {day + month + year, month + day + year, year + month + day, year + day + month}
    return orders | {f"{born:%m%Y}", f"{born:%Y%m}", f"{born:%d%Y}", f"{born:%Y%d}"}
