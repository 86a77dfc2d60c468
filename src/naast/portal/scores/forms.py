"""How safe somebody feels, in a number, a picture or neither, and who may read it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.actions.scores import Answer
from naast.portal.forms import LONGEST, Spoken
from naast.portal.page import Me
from naast.ui.circle import CircleForm
from naast.ui.scale import AnswerForm, said


def _words(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "input voice-in", "rows": 3}),
    )


class ScoreForm(CircleForm, AnswerForm, Spoken):
    """One's own answer; `words` is the reason."""

    words = _words(_("Why do you choose this?"))
    higher = _words(_("What would make it a little safer?"))

    def speak(self, me: Me) -> None:
        """To a child with few words."""
        self.fields["answer"].label = _("How safe do you feel?")
        super().speak(me)

    @property
    def said(self) -> str:
        """The answer in words, once the form is valid."""
        return said(*self.cleaned_data["answer"])

    def given(self) -> Answer:
        """The answer, once the form is valid."""
        kept = self.cleaned_data
        answer, value = kept["answer"]
        return Answer(answer, value, kept["words"], kept["higher"], guard_seen=self.seen)
