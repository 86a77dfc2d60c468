"""The text of a worker, and the words that they take out besides."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.actions.write import LONGEST

MOST_BESIDES = 100


class SheetForm(forms.Form):
    """What goes on the sheet. Nothing of it is kept: it is shown again with every answer."""

    words = forms.CharField(
        label=_("What do you want to ask, and what happened?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10, "class": "input"}),
        error_messages={"required": _("Write down what you want to ask.")},
    )
    besides = forms.CharField(
        label=_("What else says who it is?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "input"}),
        help_text=_("Each word or name on a line of its own."),
    )

    def clean_besides(self) -> str:
        """With the word that was clicked on, each once."""
        lines = [*self.cleaned_data["besides"].splitlines(), self.data.get("also", "")]
        return "\n".join(list(dict.fromkeys(line.strip() for line in lines if line.strip()))[:MOST_BESIDES])

    @property
    def taken_out(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["besides"].splitlines())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.fields[name].widget.attrs["autocomplete"] = "off"
