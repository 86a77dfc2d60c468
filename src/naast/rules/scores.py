"""How safe it is now, from 0 to 10: everyone their own number, side by side and never added up.

"Question, anchor at 0, anchor at 10, value per person per date, reason, 'what makes it one higher'; never averaged"
(methods-and-instruments 1, K4). "Liever geen cijfer" and "nog niet gevraagd" are full answers (look, Scale). The
question and its ends are in our own words; the form of an owner is not copied.
"""

from .texts import N_

LOWEST, HIGHEST = 0, 10

NUMBER, PICTURE, NO_NUMBER, NOT_ASKED = "number", "picture", "no_number", "not_asked"
OWN_ANSWERS = (NUMBER, PICTURE, NO_NUMBER)
"""What somebody can answer themselves."""
ANSWERS = (*OWN_ANSWERS, NOT_ASKED)
"""And what the team writes down where it did not ask yet, with why."""

PICTURES = (
    N_("thunder and lightning"),
    N_("rain"),
    N_("clouds"),
    N_("sun and clouds"),
    N_("sun"),
)
"""The weather at home, for who does not want to say it in a number, from the lowest end to the highest.

A picture stays a picture: it is never turned into a number."""


def problem(answer: str, value: int | None, *, own: bool) -> str | None:
    """What is wrong with an answer as a message id, or None. `own`: somebody answers for themselves."""
    if answer not in (OWN_ANSWERS if own else ANSWERS):
        return N_("Choose an answer.")
    if answer == NUMBER and (value is None or not LOWEST <= value <= HIGHEST):
        return N_("Choose a number from 0 to 10.")
    if answer == PICTURE and (value is None or not 0 <= value < len(PICTURES)):
        return N_("Choose a picture.")
    if answer in (NO_NUMBER, NOT_ASKED) and value is not None:
        return N_("Choose a number, or that there is none.")
    return None


def place(answer: str, value: int | None) -> int | None:
    """Where an answer stands between the two ends, in twentieths from the lowest; None where there is nothing to place.

    Only to draw it: a picture lies between the same ends and is still no number.
    """
    if value is None:
        return None
    if answer == PICTURE:
        return 20 * value // (len(PICTURES) - 1)
    return 2 * value if answer == NUMBER else None
