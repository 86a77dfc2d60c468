"""A question that several people answer together: who belongs to it, what each was told, how each sees it, what came
out, how each view counted, and what was told back.

"Who belongs, information given and minority views precede the decision" (methods-and-instruments.md, row 41, after De
nieuwe route); "differing positions are recorded in own words and the decision says how they counted" (row 36). Agreeing
to differ is an outcome (design 2.3). Nothing here weighs views up or counts them: people do, and write down how.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .texts import N_

INFORMED, VIEW, SILENT, TRIED, OUTCOME, DIFFERING, COUNTED, TOLD_BACK = (
    "informed",
    "view",
    "silent",
    "tried",
    "outcome",
    "differing",
    "counted",
    "told_back",
)
SORTS = {
    INFORMED: N_("What somebody was told before"),
    VIEW: N_("How somebody sees it"),
    SILENT: N_("Why somebody's view is not here"),
    TRIED: N_("What was tried to come closer"),
    OUTCOME: N_("What came out"),
    DIFFERING: N_("About what people agree to differ"),
    COUNTED: N_("How a view counted"),
    TOLD_BACK: N_("What was told back"),
}
OF_A_PERSON = (INFORMED, VIEW, SILENT, COUNTED, TOLD_BACK)
"""About one of those who belong to the question."""

NOTED = (INFORMED, SILENT, TRIED, TOLD_BACK)
"""Written down one by one by the team. A view is said by whose it is; how views counted comes with what came out."""

AGREED, DIFFER, UNDECIDED = "agreed", "differ", "undecided"
RESULTS = {
    AGREED: N_("We see it the same way"),
    DIFFER: N_("We agree to differ"),
    UNDECIDED: N_("We do not decide it now"),
}
MINORITY = "minority"
"""Marks how a view counted where somebody sees it otherwise than what came out."""

EMPTY = {
    INFORMED: N_("Write down what this person was told."),
    SILENT: N_("Write down why the view of this person is not here."),
    TRIED: N_("Write down what was tried."),
    TOLD_BACK: N_("Write down what you told back, in plain words."),
}
PLAIN = {
    SORTS[INFORMED]: N_("what somebody was told"),
    SORTS[SILENT]: N_("why somebody says nothing"),
    SORTS[COUNTED]: N_("how it counted"),
}
"""How the household reads the names of the trade."""


def of_question(words: str, belong: int) -> tuple[tuple[str, str], ...]:
    """(field, message id) of all that is wrong with a question to which so many belong."""
    found = (
        ("words", N_("Write down the question.")) if not words.strip() else None,
        ("belongs", N_("Choose who belongs to this question.")) if not belong else None,
    )
    return tuple(wrong for wrong in found if wrong is not None)


def marks(sort: str, result: str = "") -> tuple[str, ...]:
    """What a part is, as message ids: its sort, and what came out, or that a view is otherwise than that."""
    said = {**RESULTS, MINORITY: N_("sees it otherwise")}.get(result)
    return (SORTS[sort], said) if said else (SORTS[sort],)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out as it is about to be written down; `counted` are (how it counted, sees it otherwise) per view."""

    words: str = field(repr=False)
    result: str
    differ: str = field(repr=False)
    deciders: int
    counted: tuple[tuple[str, bool], ...] = field(default=(), repr=False)


def lacking(informed: bool, viewed: bool) -> tuple[str, ...]:
    """What has to stand there of somebody who belongs to the question before it is decided, as sorts.

    `viewed` holds where there is a view or a reason why there is none.
    """
    return tuple(sort for sort, there in ((INFORMED, informed), (VIEW, viewed)) if not there)


def precedes(lacks: Iterable[tuple[str, ...]]) -> str | None:
    """The message id that says why it cannot be decided yet, or None: first all who belong are told and heard."""
    if any(lacks):
        return N_(
            "First write down of everybody what they were told, and how they see it or why that is not here."
        )
    return None


def problem(outcome: Outcome) -> tuple[str, str] | None:
    """(field, message id) of what is wrong with what came out, or None."""
    if outcome.result not in RESULTS:
        return "result", N_("Choose what came out.")
    if not outcome.words.strip():
        return "words", N_("Write down what came out.")
    if not outcome.deciders:
        return "by", N_("Choose who decided this.")
    if outcome.result == DIFFER and not outcome.differ.strip():
        return "differ", N_("Write down about what you agree to differ.")
    if any(not words.strip() for words, _ in outcome.counted):
        return "counted", N_("Write down of each view how it counted.")
    if outcome.result == AGREED and any(otherwise for _, otherwise in outcome.counted):
        return "result", N_("Somebody sees it otherwise. Then you agree to differ, or do not decide it now.")
    return None


def of_part(sort: str, words: str, person: bool) -> tuple[str, str] | None:
    """(field, message id) of what is wrong with one part that is added, or None."""
    if sort not in NOTED:
        return "sort", N_("Choose what it is.")
    if not words.strip():
        return "words", EMPTY[sort]
    if person != (sort in OF_A_PERSON):
        return "person", N_("Choose somebody who belongs to this question.")
    return None


def on_a_day(sort: str, day: date | None, today: date) -> tuple[str, str] | None:
    """What was told, or told back, was so on a day that is known and has come: (field, message id), or None."""
    if sort not in (INFORMED, TOLD_BACK):
        return None
    if day is None:
        return "happened", N_("Write down on which day this was told.")
    if day > today:
        return "happened", N_("This day is still to come.")
    return None
