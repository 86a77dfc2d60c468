"""Paper of the plan that was given out: which sheet, how new, and what may stand on it since.

Paper can not be called back, so what was given out is listed. A printed plan says how new it is by the moment at which
the last thing on it was written down; that moment is its version here as well. The words are our own.
"""

from datetime import date, datetime

from .appointments import ZONE
from .texts import N_

PLAN, CHILDREN, CARD, EDITION = "plan", "children", "card", "edition"

SHEETS = {
    PLAN: N_("the plan on paper"),
    CHILDREN: N_("the page for the children"),
    CARD: N_("a card for the purse"),
    EDITION: N_("a personal edition"),
}
"""What can be given out. All but the last hold what everybody in the plan may read; that one what one person may."""

OUT, BACK, DESTROYED, LOST = "out", "back", "destroyed", "lost"

STATES = {
    OUT: N_("with who got it"),
    BACK: N_("came back"),
    DESTROYED: N_("destroyed"),
    LOST: N_("lost"),
}
"""What became of it. The first one again takes back what was said by mistake."""

SOMEWHERE = (OUT, LOST)
"""Paper that somebody may still read: nobody knows who finds what was lost."""

WHOLE = ("situation", "agreement", "condition", "plan_part", "guideline", "evaluation")
"""Kinds of entry that stand on the plan and on a personal edition."""

HOLDS = {PLAN: WHOLE, EDITION: WHOLE, CHILDREN: ("agreement", "evaluation"), CARD: ("agreement",)}
"""Which kinds of entry stand on each sheet (documents/plan.py)."""


def problem_given(given_on: date, version: datetime | None, today: date) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None. Nobody gave it out tomorrow, or before it was agreed so.

    Without a `version` the paper is older than the plan was when this was written down.
    """
    if given_on > today:
        return "given_on", N_("Choose today or a day before.")
    if version is not None and version.astimezone(ZONE).date() > given_on:
        return "older", N_("On that day the plan was not so new yet. Say that the paper is older.")
    return None


def problem_after(state: str, on: date, given_on: date, today: date) -> tuple[str, str] | None:
    """The same for what became of it: on or after the day on which it was given, and no day to come."""
    if state not in STATES:
        return "state", N_("Choose what happened to the paper.")
    if on > today:
        return "on", N_("Choose today or a day before.")
    if on < given_on:
        return "on", N_("It was given out on a later day.")
    return None


def changed_since(version: datetime | None, changed: datetime | None) -> bool:
    """Did anything on the page change after this paper? `changed` is how new the page is for whoever looks at it.

    Of a paper without a version is known only that the plan was newer already.
    """
    return version is None or (changed is not None and changed > version)


def may_hold(sheet: str, version: datetime | None, given_on: date, kind: str, first: datetime) -> bool:
    """May an entry of this kind, of which the first version is from `first`, stand on this paper?

    Where the version is not known, the day on which it was given decides: no paper holds what came later.
    """
    if kind not in HOLDS[sheet]:
        return False
    return first <= version if version else first.astimezone(ZONE).date() <= given_on
