"""What a safety plan says of one unsafe situation, and which situations are the most unsafe.

"WHY (unsafe situation) - WHAT (conditions) - HOW (agreements), in six steps: biggest concern" and "who does what when
it goes wrong" (methods-and-instruments 1.3); first signs, people to call and a place to go to are parts of the plan.
The words are our own.
"""

from .texts import N_

SIGN, DOES, EFFECT, CALL, PLACE, UNSAFE = "sign", "does", "effect", "call", "place", "unsafe"

SORTS = {
    SIGN: N_("First signs"),
    DOES: N_("What each does"),
    EFFECT: N_("What it does to somebody"),
    CALL: N_("Whom to call"),
    PLACE: N_("Where to go"),
}
"""The parts of the plan of one situation, in the order of a page."""


def name(sort: str) -> str:
    """What a part is, or that its situation is chosen, as a message id."""
    return N_("one of the most unsafe situations") if sort == UNSAFE else SORTS[sort]


GUARDED = (CALL, PLACE)
"""Parts of which the number or the place is kept secret: a place of safety must not reach whom it hides from."""

ABOUT_SOMEBODY = (DOES, EFFECT, CALL, PLACE)
"""Parts that are always about one person: who does it, on whom it has the effect, for whom the number or place is."""

MOST_UNSAFE = 3
"""How many situations are chosen as the most unsafe: "household and worker choose the most unsafe ones (three by
default)". They are worked on first; choosing more is not choosing."""


def problem(sort: str, words: str, *, somebody: bool) -> tuple[str, str] | None:
    """(field, message id) of what is wrong with a part, or None. `somebody`: it says about whom it is."""
    if sort not in SORTS:
        return "sort", N_("Choose what it is.")
    if sort in ABOUT_SOMEBODY and not somebody:
        return "person", N_("Choose about whom it is.")
    if not words.strip():
        return "words", N_("Write it down in a few words.")
    return None


def too_many(chosen: int) -> str | None:
    """What is wrong with so many most unsafe situations as a message id, or None."""
    return N_("Choose at most %(most)s.") if chosen > MOST_UNSAFE else None
