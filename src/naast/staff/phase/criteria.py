"""What the form asks of each criterion of a phase that a decision closes, and which agreements are named to go on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.plan_page import Agreed, PlanPage
from naast.rules.phases import ANSWERS, CRITERIA, NAMES, ON, Answer, Step, closes, criteria_of, unanswered
from naast.staff.plan.forms import words_field

ANSWER, WHY = "answer-", "why-"
"""Before the code of a criterion: the names of its two fields, as the act calls them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion with its two fields."""

    answer: forms.BoundField
    why: forms.BoundField

    @property
    def answers(self) -> Iterator[tuple[str, str, bool]]:
        """(value, message id, chosen)."""
        return ((code, name, self.answer.value() == code) for code, name in ANSWERS.items())


@dataclass(frozen=True, slots=True)
class Closed:
    """A phase that some choices close, which those are, and its criteria."""

    phase: str
    when: tuple[str, ...]
    criteria: tuple[Asked, ...]


def closing(road: Sequence[Step]) -> dict[str, tuple[str, ...]]:
    """By phase that a choice can close now: the choices that do."""
    found = {phase: tuple(choice for choice in ON if phase in closes(road, choice)) for phase in ON}
    return {phase: choices for phase, choices in found.items() if choices}


def fields(road: Sequence[Step]) -> dict[str, forms.Field]:
    """Two for each criterion that can be asked now; whether they are needed the choice of a phase says."""
    found: dict[str, forms.Field] = {}
    for code in criteria_of(closing(road)):
        found[ANSWER + code] = forms.ChoiceField(
            label=gettext(NAMES[code]), required=False, choices=[(one, one) for one in ANSWERS]
        )
        found[WHY + code] = words_field(gettext("Why do you see it like that?"), required=False, rows=2)
    return found


def groups(form: forms.Form, road: Sequence[Step]) -> Iterator[Closed]:
    """The criteria of each phase that can be closed now."""
    for phase, when in closing(road).items():
        yield Closed(
            phase, when, tuple(Asked(form[ANSWER + code], form[WHY + code]) for code in CRITERIA[phase])
        )


def answers(given: dict[str, Any], road: Sequence[Step]) -> tuple[Answer, ...]:
    """What was filled in."""
    codes = criteria_of(closing(road))
    return tuple(Answer(code, given.get(ANSWER + code, ""), given.get(WHY + code, "")) for code in codes)


def say_missing(form: forms.Form, given: dict[str, Any], road: Sequence[Step], choice: str) -> None:
    """Put at its field what is missing of what this choice closes."""
    for code, what, message in unanswered(closes(road, choice), answers(given, road)):
        form.add_error(f"{what}-{code}", gettext(message))


def running(page: PlanPage) -> list[Agreed]:
    """The agreements that hold today and that this worker reads."""
    return [one for one in page.agreements if one.state == "running"]


def keeps_field(page: PlanPage) -> forms.TypedMultipleChoiceField:
    """Each of them to tick: which ones work best nobody is made to say by leaving a form as it was."""
    listed = [str(one.line.public_id) for one in running(page)]
    return forms.TypedMultipleChoiceField(
        label=_("Which agreements work best, and go on?"),
        required=False,
        coerce=UUID,
        choices=[(one, one) for one in listed],
        error_messages={
            "invalid_choice": _("An agreement was changed or has ended. Look once more which ones go on.")
        },
    )
