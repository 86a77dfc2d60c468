"""What the privacy officer (*functionaris gegevensbescherming*) looks at, and what they can say of it.

"Privacy officer (FG) [...]: accounts, retention, audit; never the content" (design 1). What stands out here is no
verdict about anybody: a night on duty and a week of standing in look the same, so a person asks.
"""

from datetime import timedelta

from .texts import N_

NIGHT_FROM, NIGHT_UNTIL = 23, 6
"""Hours between which a page view stands out as at night. Our own choice: no law names it."""

MANY_DOSSIERS = 25
"""Who opened more dossiers than this on one day stands out: "work with 15-25 households" (design 1)."""

LONGEST_PERIOD = timedelta(days=31)
"""As much of the trace is searched at once: a question has a period, and the answer comes in the time of a thought."""

LONGEST_SIGNS = timedelta(days=6)
"""A week, its first and last day included, of which what stands out is counted: all lines of it are looked at."""

IN_ORDER, ASKS, NOT_IN_ORDER = "in_order", "asks", "not_in_order"
RESULTS = {
    IN_ORDER: N_("As it should be"),
    ASKS: N_("A question to the team"),
    NOT_IN_ORDER: N_("Not as it should be"),
}
"""What the privacy officer says of how something was done."""


def problem(result: str, words: str) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None: a question and a fault are said in words."""
    if result not in RESULTS:
        return "result", N_("Choose what you found.")
    if result != IN_ORDER and not words.strip():
        return "words", N_("Write down what you ask or found. Name nobody of the household.")
    return None
