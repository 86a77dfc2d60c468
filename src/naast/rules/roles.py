"""Roles beside one another: the fixed face, who coordinates, who leads the plan. Handing one over needs a yes.

"Separate roles: plan_lead, household_contact, case_coordinator; they can be different persons of different
organisations" (domain-facts 3). "The fixed face stays; others are added" (design 2.8): there is no button that hands a
household over, only a question that somebody answers.
"""

from collections.abc import Iterable

from .texts import N_

FIXED_FACE, COORDINATOR, PLAN_LEAD = "fixed_face", "coordinator", "plan_lead"
BESIDE = (COORDINATOR, PLAN_LEAD)
"""Held beside a running involvement, with which they end. They open no reading by themselves."""

PROPOSED = (FIXED_FACE, *BESIDE)
"""Of each there is at most one at any moment, and nobody comes to be it without saying yes."""

OPEN, ACCEPTED, REFUSED, WITHDRAWN, OVERTAKEN = "open", "accepted", "refused", "withdrawn", "overtaken"
STATES = {
    OPEN: N_("was asked, did not answer yet"),
    ACCEPTED: N_("said yes"),
    REFUSED: N_("said no"),
    WITHDRAWN: N_("no longer asked"),
    OVERTAKEN: N_("somebody else took it on"),
}
"""What became of a proposal. None of these comes with time: who asked sees how long it waits."""


def may_hold(role: str, capacity: str) -> bool:
    """Can somebody in this capacity hold this role? The fixed face is always of the local team."""
    return capacity == "staff" or (capacity == "partner" and role in BESIDE)


def problem(role: str, reason: str) -> tuple[str, str] | None:
    """(field, message id) of what is wrong with a proposal, or None: "the choice needs reasons each time" (S1 ch 7)."""
    if role not in PROPOSED:
        return "role", N_("Choose a role.")
    if not reason.strip():
        return "words", N_("Write down why this person.")
    return None


def unsaid(voices: Iterable[tuple[str, str]]) -> bool:
    """Is there a member of whom neither what they say nor why they were not asked is written down?"""
    return any(not (said.strip() or not_asked.strip()) for said, not_asked in voices)
