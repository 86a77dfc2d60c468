"""Advice that was asked without names: who gave it, in which form, to which question, and what the team does with it.

The regional safety team joins a local team with "advice, consultation, guidance next to the team, research,
verklarende analyse"; "without consent advice is possible only anonymised" (domain-facts.md 4.4, S1 ch 8). Research is
their own work and is not written down here. Whoever advises does not know whom it is about: a function or an
organisation is kept, and no person.
"""

from datetime import date

from .texts import N_

ADVICE, CONSULTATION, GUIDANCE, ANALYSIS = "advice", "consultation", "guidance", "analysis"

FORMS = {
    ADVICE: N_("Advice"),
    CONSULTATION: N_("Consultation"),
    GUIDANCE: N_("Guidance beside the team"),
    ANALYSIS: N_("Explanatory analysis"),
}
WHY = {
    ADVICE: N_("An answer to one question."),
    CONSULTATION: N_("Thinking along in a talk."),
    GUIDANCE: N_("Going along with the team for some time."),
    ANALYSIS: N_("How it may have come about."),
}
PLAIN = {name: N_("advice without names") for name in FORMS.values()}
"""How the household reads the names of the trade."""

LONGEST_GIVER = 120  # characters: a function and where somebody works

EMPTY = {
    "giver": N_("Write down which function or organisation gave it."),
    "question": N_("Write down what you asked."),
    "words": N_("Write down the advice."),
    "followed": N_("Write down what you do with it, or that you do not know yet."),
}
"""What is said at a field in which nothing stands, in the order of the form."""


def problems(
    texts: dict[str, str], form: str, given_on: date | None, today: date
) -> list[tuple[str, str, dict[str, int]]]:
    """(field, message id, what fills it in) of all that is wrong. `texts` holds the fields of EMPTY.

    The day must be known: without it nobody can tell what the advice could not know yet. Today is no day to come.
    """
    found: list[tuple[str, str, dict[str, int]]] = [
        (field, message, {}) for field, message in EMPTY.items() if not texts.get(field, "").strip()
    ]
    if len(texts.get("giver", "").strip()) > LONGEST_GIVER:
        found.append(("giver", N_("This is too long: at most %(most)s characters."), {"most": LONGEST_GIVER}))
    if form not in FORMS:
        found.append(("form", N_("Choose in which form it was given."), {}))
    if given_on is None:
        found.append(("happened", N_("Write down on which day it was given."), {}))
    elif given_on > today:
        found.append(("happened", N_("This day is still to come."), {}))
    return found
