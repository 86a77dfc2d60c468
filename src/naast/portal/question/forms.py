"""The form of a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.portal.forms import Spoken, words_field


class QuestionForm(Spoken):
    """A question in one's own words; `day` and `who` are of the line that it is about, in who looked."""

    day = forms.DateField(widget=forms.HiddenInput, required=False)
    who = forms.UUIDField(widget=forms.HiddenInput, required=False)
    words = words_field(_("What do you want to ask?"), rows=4)
