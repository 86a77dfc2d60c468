"""A person's own channel: an e-mail address or a phone number, in one spelling so that it can be found again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAIL, PHONE = "mail", "phone"
COUNTRY = "+31"
_MAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\".]+(\.[^@\s,;<>\".]+)+")
LONGEST_MAIL = 254


@dataclass(frozen=True, slots=True)
class Channel:
    """Which kind of channel, and its one spelling."""

    kind: str
    value: str = field(repr=False)


def read(text: str) -> Channel | None:
    """The channel that somebody typed, or None where it is neither an address nor a number.

    Capitals do not count in an address. A number that starts with one zero is Dutch.
    """
    text = text.strip()
    if "@" in text:
        lower = text.lower()
        return Channel(MAIL, lower) if len(lower) <= LONGEST_MAIL and _MAIL.fullmatch(lower) else None
    digits = re.sub(r"[\s().-]", "", text)
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    elif digits.startswith("0"):
        digits = COUNTRY + digits[1:]
    digits = digits.replace("+310", COUNTRY, 1) if digits.startswith("+310") else digits
    return Channel(PHONE, digits) if re.fullmatch(r"\+[1-9][0-9]{7,14}", digits) and _dutch(digits) else None


def _dutch(number: str) -> bool:
    """A Dutch number has nine digits after +31; of other countries the length is not known here."""
    return not number.startswith(COUNTRY) or len(number) == len(COUNTRY) + 9
