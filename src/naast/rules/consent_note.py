"""What must be said when somebody's yes or no is noted, for help and for sharing each in its own way.

"Consent: per person, purpose, receiver, period" (glossary, domain-facts 12); "consent may be oral but must be noted";
"on request, what was consented to is put in writing" (Jeugdwet 7.3.6; 5.1). A right is used and not consented to, and
the ground to keep data is no consent at all (5.3.10).
"""

from dataclasses import dataclass
from datetime import date

from .consent_time import NO, YES
from .consent_words import HELP, SECRECY
from .sources import youth_act
from .texts import N_

IN_WRITING = youth_act("7.3.6")

SPOKEN, WRITTEN, PORTAL = "spoken", "written", "portal"
HOWS = {
    SPOKEN: N_("spoken"),
    WRITTEN: N_("in writing"),
    PORTAL: N_("in the portal"),
}


@dataclass(frozen=True, slots=True)
class Noted:
    """An answer as it is about to be written down; `receivers` counts who is named to receive what is shared."""

    subject: str
    answer: str
    how: str
    purpose: str
    receivers: int
    starts: date | None
    ends: date | None


def problem(noted: Noted) -> tuple[str, str] | None:
    """(field, message id) of what is wrong first, or None."""
    if noted.subject not in (*HELP, *SECRECY):
        return "subject", N_("Choose what is asked.")
    if noted.answer not in (YES, NO):
        return "answer", N_("Choose yes or no.")
    if noted.how not in HOWS:
        return "how", N_("Choose how it was said.")
    if not noted.purpose.strip():
        return "purpose", N_("Write down what it is for.")
    return _of_receiver(noted) or _of_period(noted)


def _of_receiver(noted: Noted) -> tuple[str, str] | None:
    if noted.subject in SECRECY and noted.receivers != 1:
        return "receiver", N_("Name one person or one organisation. Each receiver is asked apart.")
    if noted.subject in HELP and noted.receivers:
        return "receiver", N_("Help has no receiver. Sharing is asked apart.")
    return None


def _of_period(noted: Noted) -> tuple[str, str] | None:
    if noted.starts is None:
        return "starts", N_("Choose from when.")
    if noted.ends is not None and noted.ends <= noted.starts:
        return "ends", N_("The end lies before the beginning.")
    if noted.subject in SECRECY and noted.answer == YES and noted.ends is None:
        return "ends", N_("Choose until when it may be shared.")
    return None
