"""Worries and strengths, risk and protective factors: side by side, each in the words of who tells it.

"Based on the analysis: worries and strengths" (domain-facts.md 3.4, S2); the columns are our own wording of an idea
that is free (methods-and-instruments.md 1.1, K3). "Risicofactor: cause that can make violence return"; "beschermende
factor: factor that lowers risk" (glossary, domain-facts.md 12). They are told, never counted or weighed up.
"""

from .texts import N_

WORRY, RISK, STRENGTH, PROTECTION = "worry", "risk", "strength", "protection"

SORTS = {
    WORRY: N_("Worry"),
    STRENGTH: N_("Strength"),
    RISK: N_("Risk factor"),
    PROTECTION: N_("Protective factor"),
}
WHY = {
    WORRY: N_("What somebody lies awake over."),
    STRENGTH: N_("What goes well, or went well before."),
    RISK: N_("What can make it unsafe again."),
    PROTECTION: N_("What makes it safer."),
}
PLAIN = {
    name: N_("what is hard") if sort in (WORRY, RISK) else N_("what helps") for sort, name in SORTS.items()
}
"""How the household reads the names of the trade."""
PERSON, RELATION, HOUSEHOLD = "person", "relation", "household"
HOUSING, MONEY, WORK, NEIGHBOURHOOD, OUTSIDE = "housing", "money", "work", "neighbourhood", "outside"
OF = {
    PERSON: N_("of a person"),
    RELATION: N_("between people"),
    HOUSEHOLD: N_("of the household"),
    HOUSING: N_("housing"),
    MONEY: N_("money and debts"),
    WORK: N_("work, school or day care"),
    NEIGHBOURHOOD: N_("neighbourhood"),
    OUTSIDE: N_("something else in the surroundings"),
}
"""Of what it is: "of a person, a relation, the household or the surroundings (poverty, housing, debts)". How the
surroundings are named one by one is our own wording, and none of it is a label for people."""
SURROUNDINGS = (HOUSING, MONEY, WORK, NEIGHBOURHOOD, OUTSIDE)
FEWEST_ABOUT = {PERSON: 1, RELATION: 2}
"""How many people it is about at least."""

WORRIES, STRENGTHS = (WORRY, RISK), (STRENGTH, PROTECTION)
"""The two sides: none is shown without the other beside it."""


def problem(sort: str) -> str | None:
    """What is wrong with a sort as a message id, or None."""
    return None if sort in SORTS else N_("Choose what it is.")


def marks(sort: str, of: str) -> tuple[str, ...]:
    """What a factor is, as message ids: its sort, and of what it is where that was said."""
    return (SORTS[sort], OF[of]) if of in OF else (SORTS[sort],)


def of_problem(of: str, about: int) -> tuple[str, str] | None:
    """(field, message id) of what is wrong with of what it is, or None. Empty is not said; `about`: of so many
    people."""
    if of and of not in OF:
        return "of", N_("Choose of what it is.")
    if about < FEWEST_ABOUT.get(of, 0):
        one, two = N_("Choose about whom it is."), N_("Choose the people between whom it is.")
        return "about", one if of == PERSON else two
    return None
