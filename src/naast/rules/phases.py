"""The three phases of working on safety together, as people decide them; nothing moves a household by itself.

"Return to an earlier phase is normal"; a phase is closed "only when its safety results are reached", by people with a
reason (domain facts 3.1, after Vogtländer and Van Arum, Gefaseerd Samenwerken aan Veiligheid). The plan keeps running
in all of them. Naast counts nothing here and says nothing of what would follow.

So who goes on to a later phase answers each criterion of what that closes, and says why. "No" and "partly" are answers
like "yes": people may close a phase otherwise than a verdict would say, and their reason stands with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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

ON = (DIRECT, STABLE, LASTING)
"""The phases from the first to the last: a later one stands further on."""

CRITERIA: Mapping[str, Mapping[str, str]] = {
    DIRECT: {
        "stopped": N_("The behaviour has stopped, crises included"),
        "kept": N_("The agreements that work best are named and kept"),
        "watched": N_("Somebody outside the household watches"),
    },
    STABLE: {
        "no_incidents": N_("Half a year without incidents"),
        "no_harm": N_("No main risk factor still harms safety"),
    },
    LASTING: {
        "own_plans": N_("Everybody involved has a recovery plan of their own, with goals of their own"),
        "still_runs": N_("The safety plan still runs"),
    },
}
"""By phase the code and message id of each criterion: what people answer here, and what the verdicts speak of."""

NAMES = {code: name for criteria in CRITERIA.values() for code, name in criteria.items()}
"""The message id of each criterion, whatever its phase."""

PLAIN = {
    "stopped": N_("What was not safe does not happen any more"),
    "kept": N_("The agreements that help most are chosen, and go on"),
    "watched": N_("Somebody who does not live here watches along"),
    "no_incidents": N_("For half a year nothing happened that was not safe"),
    "no_harm": N_("What is hard at home does not make it unsafe any more"),
    "own_plans": N_("Everybody has a plan and goals of their own"),
    "still_runs": N_("The safety plan goes on"),
}
"""The same criteria for the household. Our own words."""

YES, PARTLY, NO = "yes", "partly", "no"
ANSWERS = {YES: N_("reached"), PARTLY: N_("reached in part"), NO: N_("not reached")}
"""What people say of a criterion, and how it is read. Our own words: no text names an answer between yes and no."""


BESIDE = N_("beside the phase that runs")


@dataclass(frozen=True, slots=True)
class Step:
    """One decision about the phase, as far as it matters for where a household stands; `beside`: opened beside it."""

    phase: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What people say of one criterion (a code of CRITERIA), and why."""

    criterion: str
    answer: str
    words: str = field(repr=False)


def runs(decided: Sequence[Step]) -> str | None:
    """The phase that runs, by these decisions, newest first: what the newest says that opened nothing beside."""
    return next((one.phase for one in decided if not one.beside), None)


def open_beside(decided: Sequence[Step]) -> bool:
    """Does direct safety stand open beside the running phase? `decided` are the decisions, the newest first.

    One rule: the newest decision says how it is. Opened beside it stays open until people decide in which phase the
    household is as a whole; that is also how it closes, and deciding on the running phase once more does that.
    """
    return next((one.beside for one in decided), False)


def closes(decided: Sequence[Step], phase: str) -> tuple[str, ...]:
    """Which phases a decision on this phase closes, after these decisions, the newest first.

    The phase that people leave for a later one, and any between. Going back and staying close none, and so does a first
    decision: there is nothing yet to leave. Where direct safety stands open beside, that is where people come from.
    """
    left = DIRECT if open_beside(decided) else runs(decided)
    if left not in ON or phase not in ON:
        return ()
    return ON[ON.index(left) : ON.index(phase)]


def criteria_of(closed: Iterable[str]) -> tuple[str, ...]:
    """The codes of the criteria of these phases, in order."""
    return tuple(code for phase in closed for code in CRITERIA[phase])


def unanswered(closed: Iterable[str], answers: Iterable[Answer]) -> tuple[tuple[str, str, str], ...]:
    """(criterion, field, message id) of what is missing: an `answer` to each criterion of what closes, and `why`."""
    given = {one.criterion: one for one in answers}
    found = []
    for code in criteria_of(closed):
        one = given.get(code)
        if one is None or one.answer not in ANSWERS:
            found.append((code, "answer", N_("Say whether this is reached.")))
        if one is None or not one.words.strip():
            found.append((code, "why", N_("Write down why you see it like that.")))
    return tuple(found)


def of_beside(phase: str, decided: Sequence[Step]) -> str | None:
    """The message id of what is wrong with opening this phase beside what runs, or None."""
    if phase != DIRECT or runs(decided) not in (STABLE, LASTING):
        return N_("Only direct safety is opened beside another phase, while stable or lasting safety runs.")
    return None


def problem(phase: str, since: date | None, today: date, words: str) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None: which phase, since a day that has come, and why."""
    if phase not in PHASES:
        return "phase", N_("Choose a phase.")
    if since is None or since > today:
        return "since", N_("Choose today or a day before.")
    if not words.strip():
        return "words", N_("Write down why.")
    return None
