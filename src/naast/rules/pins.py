"""What a PIN must be: six digits that are not the first ones somebody would try."""

from itertools import pairwise

from .texts import N_

DIGITS = 6


def problem(pin: str) -> str | None:
    """What is wrong with `pin` as a message id, or None. Our own rule: six digits, no row of steps, no one digit."""
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        return N_("A PIN is six digits.")
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return N_("This PIN is too easy to guess. Choose another one.")
    return None
