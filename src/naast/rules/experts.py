"""Experts beside the fixed face: the regional safety team and the behavioural scientist, added and never instead.

"The team does not hand over ('niet overdragen maar toevoegen') but adds expertise; shared responsibility besides each
one's own" (domain-facts 4.4, S1 ch 7). "RVT joins with consent: advice, consultation, guidance next to the team,
research, verklarende analyse"; "without consent advice is possible only anonymised" (S1 ch 8). So an expert rests on a
yes of somebody, and goes with it. In which form they join are the forms of rules/advice.py; research is their own work.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from .advice import FORMS
from .texts import N_

EXPERT = "expert"
"""The role of an involvement. It opens no reading by itself, and is no step to another role."""

REGIONAL_TEAM, BEHAVIOURAL_SCIENTIST = "regional_team", "behavioural_scientist"
EXPERTS = {
    REGIONAL_TEAM: N_("regional safety team"),
    BEHAVIOURAL_SCIENTIST: N_("behavioural scientist"),
}
"""Who there are. Which of them a region offers is its own choice: a municipality names them in `NAAST_EXPERTS`."""

LONGEST_PURPOSE = 240  # characters: what they are asked
LONGEST_ORGANISATION = 120  # characters

FIRST_A_YES = N_("Choose at least one yes. Without a yes you can only ask for advice without names.")
TOO_LONG = N_("This is too long. Say it in fewer words.")
FIRST_A_FACE = N_(
    "Nobody is the fixed face of this household now. Ask somebody first: an expert comes beside the fixed face, never "
    "instead."
)


@dataclass(frozen=True, slots=True)
class Noted:
    """An expert as they are about to be added: `yeses` counts what it rests on, `fixed_face` says that one runs."""

    expert: str
    form: str
    organisation: str
    purpose: str
    starts: date
    ends: date | None
    yeses: int
    fixed_face: bool


def offered(text: str) -> tuple[str, ...]:
    """The experts that a region offers, of a list with commas; none of an empty one. Raises ValueError on any other."""
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    for word in words:
        if word not in EXPERTS:
            raise ValueError(f"{word!r} is no expert that Naast knows; there are: {', '.join(EXPERTS)}")
    return words


def problems(noted: Noted, offers: Collection[str], today: date) -> tuple[tuple[str, str], ...]:
    """(field, message id) of all that is missing, in the order of the form; '' is no field of it."""
    found = (
        ("", FIRST_A_FACE) if not noted.fixed_face else None,
        ("expert", N_("Choose which expert.")) if noted.expert not in offers else None,
        _of_organisation(noted),
        ("consents", FIRST_A_YES) if noted.yeses < 1 else None,
        ("form", N_("Choose in which form they join.")) if noted.form not in FORMS else None,
        _of_purpose(noted),
        _of_period(noted, today),
    )
    return tuple(wrong for wrong in found if wrong is not None)


def _of_organisation(noted: Noted) -> tuple[str, str] | None:
    if not noted.organisation.strip():
        return "organisation", N_("Write down for which organisation they work.")
    if len(noted.organisation.strip()) > LONGEST_ORGANISATION:
        return "organisation", TOO_LONG
    return None


def _of_purpose(noted: Noted) -> tuple[str, str] | None:
    if not noted.purpose.strip():
        return "purpose", N_("Write down what you ask them.")
    if len(noted.purpose.strip()) > LONGEST_PURPOSE:
        return "purpose", TOO_LONG
    return None


def _of_period(noted: Noted, today: date) -> tuple[str, str] | None:
    if noted.starts < today:
        return "starts", N_("Choose today or a day that is still to come.")
    if noted.ends is None:
        return "ends", N_("Choose until when.")
    return ("ends", N_("The end lies before the beginning.")) if noted.ends <= noted.starts else None
