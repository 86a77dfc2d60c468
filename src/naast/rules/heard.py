"""Whose voice has not been heard for long, or not yet: a reminder to ask, never a measure of a person.

"Nobody has spoken with the youngest child since 3 May" has to be seen (step 4, verdicts); the look leads the page
of the day with it. From how many weeks on it is said is our own choice: no text names a number.
"""

from datetime import date, timedelta

LONG_WEEKS = 4
"""Weeks from which it is long that somebody was not heard. Our own number; a verdict can be asked with another."""


def weeks_unheard(last: date | None, today: date, long: int = LONG_WEEKS) -> int | None:
    """Full weeks since somebody was last heard, where that is `long` or longer; 0 if never, None if lately."""
    if last is None:
        return 0
    weeks = (today - last) // timedelta(weeks=1)
    return weeks if weeks >= long else None
