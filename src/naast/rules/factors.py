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
WORRIES, STRENGTHS = (WORRY, RISK), (STRENGTH, PROTECTION)
"""The two sides: none is shown without the other beside it."""


def problem(sort: str) -> str | None:
    """What is wrong with a sort as a message id, or None."""
    return None if sort in SORTS else N_("Choose what it is.")
