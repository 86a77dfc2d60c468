"""What a worker notes for somebody of the household: always with how they asked, which stays with the entry."""

from naast.rules.texts import N_

from .act import Invalid

HOWS = ("asked_alone", "asked_with_others", "by_phone", "in_writing")


def check(how: str) -> None:
    """Was said how it was asked? Raises Invalid on 'how'."""
    if how not in HOWS:
        raise Invalid("how", N_("Say how you asked it."))
