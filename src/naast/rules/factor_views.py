"""Does a risk factor still harm safety, does a protective factor still protect it: what each person says, over time.

"Of a person, a relation, the household or the surroundings [...] and over time: does it still harm / protect safety?
according to each person, with reason." The newest answer of each person holds and older ones stay; answers stand side
by side and are never counted or averaged. Which risk factors are the main ones people choose.
"""

from datetime import date

from .factors import PROTECTION, RISK
from .texts import N_
from .verdict_voices import NO, PARTLY, UNSURE, YES

ASKS = {RISK: N_("Does it still harm safety?"), PROTECTION: N_("Does it still protect safety?")}
"""What is asked of a factor; of a worry and a strength nothing is."""

ANSWERS = {
    YES: N_("yes, still"),
    PARTLY: N_("in part"),
    NO: N_("no longer"),
    UNSURE: N_("does not know"),
}
WHICH_DAY = N_("Write down on which day this was said.")
MAIN = "main"
"""Marks a risk factor as one of the main ones, where the others are answers."""

IS_MAIN = N_("one of the main risk factors")
PLAIN = {IS_MAIN: N_("one of the things that we work on first")}
"""How the household reads the names of the trade."""

MOST_MAIN = 3
"""How many risk factors are chosen as the main ones: our own number, as for the most unsafe situations. That a plan is
built on "the three most important risk factors" was not seen in a source (domain facts 3.3)."""


def problem(answer: str, words: str, day: date | None, today: date) -> tuple[str, str] | None:
    """(field, message id) of what is wrong with an answer, or None: it has a day that came, and but for not knowing a
    reason."""
    if answer not in ANSWERS:
        return "answer", N_("Choose an answer.")
    if answer != UNSURE and not words.strip():
        return "words", N_("Write down why, in a few words.")
    if day is None:
        return "happened", WHICH_DAY
    if day > today:
        return "happened", N_("This day is still to come.")
    return None


def too_many(chosen: int) -> str | None:
    """What is wrong with so many main risk factors as a message id, or None."""
    return N_("Choose at most %(most)s.") if chosen > MOST_MAIN else None


def marks(answer: str) -> tuple[str, ...]:
    """What an answer is, as message ids, without a word of the factor that it is about."""
    return (IS_MAIN if answer == MAIN else ANSWERS[answer],)
