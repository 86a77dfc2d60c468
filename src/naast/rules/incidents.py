"""A telling of something that happened and was not safe, and whether people let it count.

"Facts as objective as possible; source of each fact; opinion kept apart from fact" (domain-facts.md 1.2, step 1).
"Disclosure is a process, not one moment (it can come in parts and be taken back)" (1.4): so a telling is never written
over, and two tellings of one event stay two. Stable safety asks for "half a year without incidents" (3.1), which people
judge: a telling counts until people decide otherwise, with a reason and with who sees it differently. Nothing follows
by itself from a telling or from that decision. How somebody knows of it, in a few words, is our own wording.
"""

from collections.abc import Sequence

from .texts import N_

HAPPENED = N_("Something happened")
"""What such a telling is called."""

THERE, HEARD, READ, OTHER, UNSAID = "there", "heard", "read", "other", "unsaid"
SOURCES = {
    THERE: N_("Was there"),
    HEARD: N_("Heard it from somebody"),
    READ: N_("Read it in a document or a message"),
    OTHER: N_("Knows it in another way"),
    UNSAID: N_("Did not say"),
}
"""How who tells it knows of it."""

OWN_SOURCES = {
    THERE: N_("I was there"),
    HEARD: N_("I heard it from somebody"),
    READ: N_("I read it"),
    OTHER: N_("I know it in another way"),
}
"""The same, as somebody says it of themselves; or they leave it, and then nothing is filled in for them."""

COUNTS, NOT = "counts", "does_not_count"
RESULTS = {COUNTS: N_("counts"), NOT: N_("does not count")}
"""What people decide about a telling. It stays to be read either way."""


def problem(source: str) -> tuple[str, str] | None:
    """(field, message id) of what is wrong with a telling besides its words, or None."""
    return None if source in SOURCES else ("source", N_("Choose how this is known."))


def of_decision(result: str, words: str) -> tuple[tuple[str, str], ...]:
    """(field, message id) of all that is wrong with a decision about a telling: what it is, and why."""
    found = (
        ("result", N_("Choose whether it counts.")) if result not in RESULTS else None,
        ("words", N_("Write down why.")) if not words.strip() else None,
    )
    return tuple(wrong for wrong in found if wrong is not None)


def counts(decided: Sequence[str]) -> bool:
    """Does a telling count, with what was decided about it, the newest first? Without a decision it does."""
    return not decided or decided[0] != NOT
