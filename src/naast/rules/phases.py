"""The three phases of working on safety together, as people decide them; nothing moves a household by itself.

"Return to an earlier phase is normal"; a phase is closed "only when its safety results are reached", by people with a
reason (domain facts 3.1, after Vogtländer and Van Arum, Gefaseerd Samenwerken aan Veiligheid). The plan keeps running
in all of them. Naast counts nothing here and says nothing of what would follow.
"""

from dataclasses import dataclass
from datetime import date

from .texts import N_

DIRECT, STABLE, LASTING = "direct", "stable", "lasting"
SOURCE = "Vogtländer & Van Arum, Gefaseerd Samenwerken aan Veiligheid (Civil Care, 2021)"


@dataclass(frozen=True, slots=True)
class Phase:
    """Message ids: what it is called, and what there is when it is reached."""

    name: str
    result: str


PHASES = {
    DIRECT: Phase(N_("direct safety"), N_("The behaviour has stopped, and that is secured.")),
    STABLE: Phase(
        N_("stable safety"),
        N_("Half a year without incidents, and what makes it hard no longer touches safety."),
    ),
    LASTING: Phase(
        N_("lasting safety"),
        N_("Everybody has a recovery plan of their own, with goals they chose themselves."),
    ),
}
"""In the order in which they are worked on, which is no order to keep to: going back is normal."""


def problem(phase: str, since: date | None, today: date, words: str) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None: which phase, since a day that has come, and why."""
    if phase not in PHASES:
        return "phase", N_("Choose a phase.")
    if since is None or since > today:
        return "since", N_("Choose today or a day before.")
    if not words.strip():
        return "words", N_("Write down why.")
    return None
