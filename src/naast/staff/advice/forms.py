"""The form on which an advice without names is written down, with its circle."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser
from naast.actions.advice import Given
from naast.rules import advice as rule
from naast.staff.story.told_forms import ToldForm
from naast.staff.story.write_forms import HappenedField, words_field
from naast.ui.circle import CHOSEN, EVERYONE, PROPOSED, Way


class AdviceForm(ToldForm):
    """Who gave it, when, in which form, to which question; the advice, what the team does with it, and its readers."""

    giver = forms.CharField(
        label=_("Who gave the advice?"),
        required=False,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        help_text=_(
            "A function or an organisation, no name. Such as: behavioural scientist, regional safety team."
        ),
    )
    happened = HappenedField(label=_("On which day?"), initial=_("today"))
    form = forms.ChoiceField(
        label=_("In which form?"), required=False, choices=[(one, one) for one in rule.FORMS]
    )
    question = words_field(
        _("What did you ask?"), 4, help_text=_("In your own words. Nothing of the sheet was kept.")
    )
    words = words_field(_("What was the advice?"))
    followed = words_field(_("What do you do with it?"), 3)

    def __init__(self, *args: Any, chooser: Chooser, today: date, **kwargs: Any) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        happened: Any = self.fields["happened"]
        happened.today = self.today = today

    @property
    def forms_of_it(self) -> Iterator[tuple[str, str, str, bool]]:
        """(value, name, explanation, chosen) of each form."""
        for form, name in rule.FORMS.items():
            yield form, gettext(name), gettext(rule.WHY[form]), form == self["form"].value()

    def clean(self) -> dict[str, Any]:
        """Everything that is wrong at once, each at its field; the act asks the same rule."""
        found = super().clean() or self.cleaned_data
        texts = {name: found.get(name) or "" for name in rule.EMPTY}
        day = found["happened"].start if "happened" in found else None
        for field, message, params in rule.problems(texts, found.get("form", ""), day, self.today):
            if field not in self.errors:
                self.add_error(field, gettext(message) % params)
        return found

    def ways(self) -> list[Way]:
        """The ways to choose a circle, the safest first."""
        everyone = self.chooser.ids(self.chooser.everyone)
        return [
            Way(PROPOSED, gettext("Only the team"), gettext("The safest choice.")),
            Way(CHOSEN, gettext("Others as well"), gettext("The team always reads it.")),
            Way(EVERYONE, gettext("Everybody in the plan"), "", everyone),
        ]

    def given(self) -> Given:
        """What was advised, once the form is valid."""
        found = self.cleaned_data
        return Given(
            found["giver"],
            found["form"],
            found["happened"],
            found["question"],
            found["words"],
            found["followed"],
            self.seen,
        )
