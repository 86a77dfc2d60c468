"""What must be written down before something goes outside its circle, and until when it is open there.

"Without consent the weighing (goal, need, lightest way, inform, reason, record) must be stored" (domain-facts 13.22);
"sharing without consent still means telling the person (exception when safety forbids)" (5.3.14); "only data another
helper needs for their task" (5.3.9). Nothing here decides: people do, and say why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from .texts import N_

Key = TypeVar("Key", int, str)


class Needs(StrEnum):
    """What a ground asks of who shares."""

    CONSENT = "consent"
    DUTY = "duty"
    WEIGHING = "weighing"
    DANGER = "danger"


PLACE, PAPER = "place", "paper"
WAYS = {
    PLACE: N_("reads it in Naast"),
    PAPER: N_("gets a sealed file"),
}
"""How a receiver gets it: who has a place in Naast reads it there, anybody else gets a file with a code."""

SHARED, SHARED_WITHOUT, UNTOLD = "shared", "shared_without", "shared_untold"
"""Why somebody reads it: with a yes, which its teller ends by taking it back; without, which the team ends; and
without, while its teller is not told yet: then no page of a resident says that they read it, or did."""
GIVEN = (SHARED, SHARED_WITHOUT, UNTOLD)

SHAREABLE = frozenset(
    {
        "passage",
        "statement",
        "answer",
        "file",
        "situation",
        "agreement",
        "condition",
        "plan_part",
        "factor",
        "decision",
        "incident",
    }
)
"""Kinds that can go outside: what was told, and parts of the plan. Who is who, how to reach people, consents and what
is said of reading itself never do; "no score that travels" (domain-facts 13.24)."""

LEAST_LINES = 2
"""In danger to life the reason has two lines: what is going on, and why it cannot wait."""

STEPS = (
    N_("Goal: for which precise goal?"),
    N_("Need: is this needed for it, and does it weigh up?"),
    N_("Lightest way: can it be reached in a lighter way, with consent, without names or with less?"),
    N_("Inform: tell the person, or write down why not now."),
    N_("Reason: give the reasons."),
    N_("Record: Naast keeps what, to whom, when and on which ground."),
)
"""The weighing as it is recorded (domain-facts 5.4, toezichtsociaaldomein.nl)."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A share as it is about to be written down; `receivers` counts who is named to get it, `words` is the reason.

    `told` says whether who told it was told of this; else `not_told` says why not yet, and `look_on` when that is
    looked at again.
    """

    needs: Needs
    way: str
    receivers: int
    purpose: str
    need: str
    lighter: str
    words: str
    told: bool
    not_told: str
    look_on: date | None
    ends: date | None


def problem(noted: Noted, today: date) -> tuple[str, str] | None:
    """(field, message id) of what is wrong first, or None."""
    return next(iter(problems(noted, today)), None)


def problems(noted: Noted, today: date) -> tuple[tuple[str, str], ...]:
    """The same of everything: who gets it, the reasons, telling of it and how long, each with what is wrong first."""
    found = _of_receiver(noted), _of_reasons(noted), _of_telling(noted, today), _of_period(noted, today)
    return tuple(wrong for wrong in found if wrong is not None)


def _of_receiver(noted: Noted) -> tuple[str, str] | None:
    if noted.way not in WAYS:
        return "way", N_("Choose how it is given.")
    if noted.receivers != 1:
        return "receiver", N_("Name one person or one organisation. Each receiver is a share of its own.")
    if not noted.purpose.strip():
        return "purpose", N_("Write down what it is for.")
    return None


def _of_reasons(noted: Noted) -> tuple[str, str] | None:
    if noted.needs is Needs.DANGER:
        lines = [line for line in noted.words.splitlines() if line.strip()]
        if len(lines) < LEAST_LINES:
            return "words", N_("Write two lines: what is going on, and why it cannot wait.")
        return None
    if noted.needs is Needs.CONSENT:
        return None
    if not noted.need.strip():
        return "need", N_("Write down why this is needed for it.")
    if noted.needs is Needs.WEIGHING and not noted.lighter.strip():
        return "lighter", N_("Write down why a lighter way does not do.")
    if not noted.words.strip():
        return "words", N_("Write down the reason.")
    return None


def _of_telling(noted: Noted, today: date) -> tuple[str, str] | None:
    if noted.told:
        return None
    if noted.needs is Needs.CONSENT:
        return "told", N_("With a yes nobody is kept from knowing: tell them that it is shared now.")
    if not noted.not_told.strip():
        return "not_told", N_("Write down why they are not told yet.")
    if noted.look_on is None or noted.look_on <= today:
        return "look_on", N_("Choose a day on which you look at that again.")
    return None


def _of_period(noted: Noted, today: date) -> tuple[str, str] | None:
    if noted.ends is None:
        return ("ends", N_("Choose until when.")) if noted.way == PLACE else None
    return ("ends", N_("Choose a day that is still to come.")) if noted.ends <= today else None


def ends_on(chosen: date | None, closing: Iterable[date | None]) -> date | None:
    """The first of the day that was chosen and the days on which what it rests on closes: "time may close by itself
    [...]; it never opens by itself" (design 4.3)."""
    return min((day for day in (chosen, *closing) if day is not None), default=None)


def without_yes(persons: Iterable[Key], yes: Iterable[Key]) -> tuple[Key, ...]:
    """Of the people who told it or whom it is about the ones for whom no yes runs; one lacking makes it no consent.

    "Consent is per person and per subject, not per household" (domain-facts 13.13).
    """
    given = set(yes)
    return tuple(dict.fromkeys(person for person in persons if person not in given))


def review_on(needs: Needs, today: date) -> date | None:
    """On which day a colleague looks at what was shared in danger: the next day. Other shares wait for no such day."""
    return today + timedelta(days=1) if needs is Needs.DANGER else None
