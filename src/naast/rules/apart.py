"""Who does not sit together: from when until when, and when somebody looks again.

"With coercive control a systemic risk assessment and protection come first; in other forms it may also not help to put
all members at one table; weigh each time" (methods-and-instruments 1); "joint sessions can be blocked per pair of
persons" (Verdrag van Istanbul, the same). People weigh; Naast holds what they said and decides nothing.
"""

from datetime import date

from .texts import N_


def problem(starts: date | None, look_on: date | None, ends: date | None) -> tuple[str, str] | None:
    """The first field that can not be right and what to do about it; None where all can."""
    if starts is None:
        return "starts", N_("Choose a day.")
    if look_on is None:
        return "look_on", N_("Choose the day on which you look at it again.")
    if look_on < starts:
        return "look_on", N_("Look again on the first day or later.")
    if ends is not None and ends <= starts:
        return "ends", N_("It ends after the first day.")
    return None


def runs(starts: date, ends: date | None, day: date) -> bool:
    """Are the two kept apart on this day? From the first day until (not including) the last."""
    return starts <= day and (ends is None or day < ends)
