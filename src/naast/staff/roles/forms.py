"""The answer to the question whether somebody takes on a role: yes, or no with the reason."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.staff.opening.forms import SayForm
from naast.staff.story.write_forms import words_field

YES, NO = "yes", "no"


class AnswerForm(SayForm):
    """Yes or no; a no says why."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    answer = forms.ChoiceField(
        label=_("Do you take this on?"),
        choices=[(YES, _("Yes, from now on")), (NO, _("No"))],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose yes or no.")),
    )
    words = words_field(_("If not, why?"), help_text=_("The team of this household reads it."))

    @property
    def says_yes(self) -> bool:
        return bool(self.cleaned_data["answer"] == YES)
