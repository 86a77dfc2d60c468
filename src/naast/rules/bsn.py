"""The citizen service number (BSN): how it is checked and how it is kept out of sight."""

from __future__ import annotations

from dataclasses import dataclass, field

from .texts import N_

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
SHOWN = 3


class NotABsn(ValueError):
    """What was typed cannot be a BSN; `reason` says why in plain words and never repeats the number."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Bsn:
    """A BSN that does not show itself: `str` and `repr` are masked, only `reveal()` gives the nine digits."""

    _digits: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self._digits) != 9 or not (self._digits.isascii() and self._digits.isdigit()):
            raise NotABsn(N_("A BSN has nine digits."))

    def reveal(self) -> str:
        """The nine digits: for the register and for the sealed field, never for a log, URL or page title."""
        return self._digits

    def passes_eleven_test(self) -> bool:
        """Whether the number obeys the eleven test. One test person of the register does not."""
        return passes_eleven_test(self._digits)

    def __str__(self) -> str:
        return mask(self._digits)

    def __repr__(self) -> str:
        return f"Bsn({mask(self._digits)})"


def parse(text: str) -> Bsn:
    """A BSN as somebody typed it, with spaces, dots or dashes, eight digits counted as having a leading
    zero.

    Raises NotABsn with a plain reason. Numbers that come from the register itself are made with `Bsn(...)`:
    the register is believed also where its number fails the eleven test.
    """
    digits = "".join(sign for sign in text if sign not in " .-\u00a0\t")
    if not digits:
        raise NotABsn(N_("Enter a BSN."))
    if not (digits.isascii() and digits.isdigit()):
        raise NotABsn(N_("A BSN has digits only."))
    if len(digits) == 8:
        digits = "0" + digits
    if len(digits) != 9:
        raise NotABsn(N_("A BSN has nine digits."))
    if not passes_eleven_test(digits):
        raise NotABsn(N_("This is not a BSN: a digit is wrong or two are swapped."))
    return Bsn(digits)


def passes_eleven_test(digits: str) -> bool:
    """The eleven test: 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of eleven, and not all digits are nought.

    Source: Logisch Ontwerp BRP, element 01.20 (burgerservicenummer). It catches every single wrong digit
    and every swap of two neighbours.
    """
    if len(digits) != 9 or not (digits.isascii() and digits.isdigit()):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def mask(digits: str) -> str:
    """A number to recognise, not to use: only the last three digits show."""
    return "•" * max(len(digits) - SHOWN, 0) + digits[-SHOWN:]
