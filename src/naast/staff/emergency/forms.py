"""The forms of emergency reading: the reason before everything else."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.access.people import Face
from naast.rules.emergency import problem
from naast.staff.opening.forms import SayForm, WhoForm
from naast.staff.plan.forms import Option
from naast.staff.story.write_forms import words_field

LONGEST_REASON = 1000


class ReasonForm(SayForm):
    """Why somebody has to read it now."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    reason = forms.CharField(
        label=_("What is going on?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
        help_text=_("A few words are enough. The fixed face and the team read them."),
    )

    def clean_reason(self) -> str:
        given: str = self.cleaned_data["reason"]
        if (wrong := problem(given)) is not None:
            raise forms.ValidationError(_(wrong))
        return given


class FindForm(WhoForm, ReasonForm):
    """Why, and then who."""

    field_order = ("reason", "bsn", "family_name", "birth")


class DoneForm(SayForm):
    """What the duty worker did."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    words = words_field(_("What did you do?"))


class SeenForm(SayForm):
    """Somebody of the team has seen it; who of the household is told of it, and what."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    readers = forms.TypedMultipleChoiceField(label=_("Whom do you tell of it?"), coerce=UUID, required=False)
    words = words_field(_("What do you tell them?"), help_text=_("Only needed where you tell somebody."))

    def __init__(self, *args: Any, faces: tuple[Face, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.faces = faces
        field: Any = self.fields["readers"]
        field.choices = [(str(face.public_id), face.label) for face in faces]

    @property
    def options(self) -> list[Option]:
        """Everybody who can be told."""
        chosen = {str(value) for value in self["readers"].value() or ()}
        return [Option(face, str(face.public_id), str(face.public_id) in chosen) for face in self.faces]
