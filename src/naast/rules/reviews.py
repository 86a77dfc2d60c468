"""What became of an agreement: said by people, with their reason, never counted.

"Evaluating" is a part of the safety plan (Richtlijn Kindermishandeling, methods-and-instruments 1.5); agreements build
on "earlier successes" (1.4). The words are our own.
"""

from .texts import N_

HELPED, SOMETIMES, TRIED, DROPPED = "helped", "sometimes", "tried", "dropped"

RESULTS = {
    HELPED: N_("It helps"),
    SOMETIMES: N_("It works sometimes"),
    TRIED: N_("Tried, and it did not help"),
    DROPPED: N_("We stop with it"),
}
"""What can be said of an agreement. With the last one it no longer holds."""


def problem(result: str, words: str) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None: what did not help or stops has a reason."""
    if result not in RESULTS:
        return "result", N_("Choose what became of it.")
    if result in (TRIED, DROPPED) and not words.strip():
        return "words", N_("Write down why. It helps with the next agreement.")
    return None
