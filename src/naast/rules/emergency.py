"""Emergency reading: what a duty worker may read at once of a household that is not theirs, and for how long.

"Emergency reading (duty worker): reason first, expires by itself, opens live agreements, people, phones and warnings;
the rest is a second reason; never where withheld; told to the fixed face, logged" (design 4.10). "Emergency access with
reason and later review" is good practice without a source of its own (domain-facts 5.9.14).
"""

from datetime import date

from .texts import N_

HOURS = 8
"""How long an emergency reading stands open. Our own choice, one night's duty: no source gives a number. A municipality
sets its own in `NAAST_EMERGENCY_HOURS`."""

LEAST_WORDS = 3
"""A reason has at least so many words: "spoed" alone says nothing to who reads it in the morning. Our own choice."""

OPEN, RELEASED = "emergency", "emergency_told"
"""Why somebody reads by it, before and after a person of the team has seen it."""

# people, how to reach them, and which situations are not safe
ALWAYS = frozenset({"membership", "relation", "authority", "involvement", "contact_data", "situation"})
# what people agreed or must do, whom to call or where to go, and who does not sit together, on the days that it holds
WHILE_IT_HOLDS = frozenset({"agreement", "condition", "plan_part", "apart"})
# what is for the team to look at first, and what is said of reading itself
NEVER = frozenset({"notice", "withholding", "emergency", "oversight"})

NO_REASON = N_("Say in a few words what is going on. The team of this household reads it.")


def opens_first(kind: str, *, holds: bool) -> bool:
    """Is this kind of entry opened by the first reason? `holds` says whether it holds today."""
    return kind in ALWAYS or (kind in WHILE_IT_HOLDS and holds)


def opens_rest(kind: str) -> bool:
    """Is it opened by a second reason?"""
    return kind not in NEVER


def holds(starts: date | None, ends: date | None, today: date) -> bool:
    """From its first day until (not including) its last; a beginning that is not known has begun."""
    return (starts is None or starts <= today) and (ends is None or today < ends)


def problem(reason: str) -> str | None:
    """The message id of what is wrong with a reason, or None."""
    return NO_REASON if len(reason.split()) < LEAST_WORDS else None
