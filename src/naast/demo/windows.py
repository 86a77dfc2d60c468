"""Five windows on what goes on in families: the stories of the demo look through each of them.

"Profiles are windows, not labels: they overlap and become clear only on the way" (Steketee et al. 2020, domain-facts
6.1). Here they only keep the demo wide; nothing of them is told in a dossier.
"""

from enum import StrEnum


class Window(StrEnum):
    """What stands in front, in our own words."""

    STRESS = "a family under stress"
    CONTROL = "a partner who controls"
    CHILD = "what a child struggles with"
    LASTING_CARE = "a parent who needs lasting care"
    SEPARATION = "parents who separate in conflict"
