"""The form on which somebody's answer to how safe it is now is written down, with its circle."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid
from naast.actions.scores import Answer
from naast.staff.story.write_forms import HappenedField, PassageForm, words_field
from naast.ui.guard import say_at_fields
from naast.ui.scale import AnswerForm


class ScoreForm(PassageForm, AnswerForm):
    """Whose answer, what it is, why, what would make it one higher; `words` is the reason."""

    nature = None  # type: ignore[assignment]
    teller = forms.ChoiceField(label=_("Whose answer is it?"), required=False)
    words = words_field(
        _("Why this answer?"), 3, help_text=_("In their own words. May stay empty, but a reason helps later.")
    )
    higher = words_field(_("What would make it one higher?"), 2, help_text=_("May stay empty."))
    happened = HappenedField(label=_("When was it asked?"), help_text=_("Empty is today."))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["about"]  # it is about who answers

    def say(self, invalid: Invalid) -> None:
        """Put what the act found wrong at its field."""
        self.from_act = True
        say_at_fields(self, invalid, {"person": "teller"})

    def given(self) -> Answer:
        """The answer, once the form is valid."""
        kept = self.cleaned_data
        answer, value = kept["answer"]
        return Answer(answer, value, kept["words"], kept["higher"], kept["happened"], kept["guard_seen"])
