"""The form of a question that the team notes for somebody of the household."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.people import Face
from naast.actions.act import Invalid
from naast.staff.story.acts import how_field
from naast.staff.story.write_forms import words_field
from naast.ui.guard import GoOnForm, say_at_fields


class QuestionForm(GoOnForm):
    """Whose question it is, in their own words, and how it was asked."""

    person = forms.TypedChoiceField(
        label=_("Whose question is it?"), coerce=UUID, widget=forms.Select(attrs={"class": "input"})
    )
    words = words_field(_("In their own words"))
    how = how_field()
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, people: Iterable[Face], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = True
        field: Any = self.fields["person"]
        field.choices = [("", gettext("Choose")), *((str(face.public_id), face.label) for face in people)]

    def say(self, invalid: Invalid) -> None:
        """Put what an act found wrong at its field."""
        self.heed(invalid)
        say_at_fields(self, invalid)
