"""A decision about the phase: which, since when, who decided, why, and what each member says of it.

Of what it closes each criterion is answered (criteria.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.people import Face
from naast.access.plan_page import Agreed, PlanPage
from naast.access.viewer import day_of
from naast.actions.act import Invalid
from naast.actions.decisions import Voice
from naast.rules.phases import DIRECT, PHASES, Answer, closes, criteria_of, of_beside
from naast.staff.plan.circle import candidates
from naast.staff.plan.forms import CircleForm, Option, words_field
from naast.ui.guard import say_at_fields

from . import criteria
from .criteria import WHY, Closed

BESIDE = "beside"
"""The choice that opens direct safety beside the phase that runs."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member with the two fields of which one is filled in."""

    face: Face
    said: forms.BoundField
    not_asked: forms.BoundField


@dataclass(frozen=True, slots=True)
class Choice:
    """One phase to choose, and what that closes; `phase` is a code of rules/phases.py."""

    value: str
    phase: str
    chosen: bool
    closes: tuple[str, ...]

    @property
    def beside(self) -> bool:
        return self.value == BESIDE


class PhaseForm(CircleForm):
    """Everything of it is read by whoever reads the decision."""

    phase = forms.ChoiceField(
        label=_("In which phase is this household?"),
        choices=[(code, code) for code in (*PHASES, BESIDE)],
        error_messages={"required": _("Choose a phase.")},
    )
    since = forms.DateField(
        label=_("Since which day?"),
        widget=forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d"),
    )
    by = forms.TypedMultipleChoiceField(
        label=_("Who decided this?"),
        coerce=UUID,
        error_messages={"required": _("Choose who decided this.")},
    )
    words = words_field(_("Why?"))

    def __init__(self, *args: Any, page: PlanPage, **kwargs: Any) -> None:
        super().__init__(*args, page=page, **kwargs)
        self.road = [one.step for one in page.phases]
        self.fields |= criteria.fields(self.road)
        self.fields["keeps"] = criteria.keeps_field(page)
        by: Any = self.fields["by"]
        by.choices = [(str(face.public_id), face.label) for face in candidates(page)]
        self.speaking = [face for face in page.members if not (face.unborn or face.deceased)]
        for face in self.speaking:
            said, not_asked = self._names(face)
            self.fields[said] = words_field(
                gettext("%(name)s, in their own words") % {"name": face.label}, required=False, rows=2
            )
            self.fields[not_asked] = words_field(
                gettext("%(name)s was not asked, because") % {"name": face.label}, required=False, rows=2
            )

    @staticmethod
    def _names(face: Face) -> tuple[str, str]:
        return f"said-{face.public_id.hex}", f"not-{face.public_id.hex}"

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        since = found.get("since")
        if since and since > day_of(self.page.at):
            self.add_error("since", gettext("Choose today or a day before."))
        criteria.say_missing(self, found, self.road, found.get("phase", ""))
        for face in self.speaking:
            said, not_asked = self._names(face)
            if not (found.get(said, "").strip() or found.get(not_asked, "").strip()):
                self.add_error(said, gettext("Write down what they say of it, or why they were not asked."))
        return found

    def say(self, invalid: Invalid) -> None:
        """As every form; what the act says of all words at the criteria stands at the first that is asked."""
        closed = criteria_of(closes(self.road, self.cleaned_data.get("phase", "")))
        say_at_fields(self, invalid, {"beside": "phase", "criteria": WHY + next(iter(closed), "")})

    @property
    def choices(self) -> list[Choice]:
        """The phases in their order, and to open direct safety beside, where that can be."""
        now = self["phase"].value()
        found = [Choice(code, code, now == code, closes(self.road, code)) for code in PHASES]
        if of_beside(DIRECT, self.road) is None and self.page.beside is None:
            found.append(Choice(BESIDE, DIRECT, now == BESIDE, ()))
        return found

    @property
    def closed(self) -> Iterator[Closed]:
        """The criteria of each phase that one of the choices closes."""
        return criteria.groups(self, self.road)

    @property
    def running(self) -> list[tuple[Agreed, bool]]:
        """Each agreement that holds today, and whether it is ticked."""
        ticked = {str(one) for one in self["keeps"].value() or ()}
        return [(one, str(one.line.public_id) in ticked) for one in criteria.running(self.page)]

    @property
    def beside(self) -> bool:
        """Is direct safety opened beside, once the form is valid?"""
        return bool(self.cleaned_data["phase"] == BESIDE)

    @property
    def decided(self) -> str:
        """The phase it is about, once the form is valid."""
        return DIRECT if self.beside else str(self.cleaned_data["phase"])

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What was said of each criterion, once the form is valid."""
        return criteria.answers(self.cleaned_data, self.road)

    @property
    def by_options(self) -> list[Option]:
        return self.options("by", candidates(self.page))

    @property
    def members(self) -> Iterator[Member]:
        """Everybody who lives there, with what they say."""
        for face in self.speaking:
            said, not_asked = self._names(face)
            yield Member(face, self[said], self[not_asked])

    @property
    def voices(self) -> tuple[Voice, ...]:
        """What each said, once the form is valid."""
        given = self.cleaned_data
        names = ((face, self._names(face)) for face in self.speaking)
        return tuple(Voice(face.public_id, given[said], given[why]) for face, (said, why) in names)
