"""The form on which a worry or a strength is written down, with its circle."""

from collections.abc import Iterator
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid
from naast.actions.entries import Passage
from naast.rules.factors import SORTS, WHY
from naast.staff.story.write_forms import PassageForm
from naast.ui.guard import say_at_fields


class FactorForm(PassageForm):
    """What it is, who tells it, about whom, in which words, and who may read it."""

    nature = None  # type: ignore[assignment]
    sort = forms.ChoiceField(label=_("What is it?"), choices=[(sort, sort) for sort in SORTS])
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    @property
    def sorts(self) -> Iterator[tuple[str, str, str, bool]]:
        """(value, name, explanation, chosen) of each sort."""
        for sort, name in SORTS.items():
            yield sort, gettext(name), gettext(WHY[sort]), sort == self["sort"].value()

    def say(self, invalid: Invalid) -> None:
        """Put what the act found wrong at its field."""
        self.from_act = True
        say_at_fields(self, invalid)

    def passage(self) -> Passage:
        """What is told, once the form is valid; the act knows its nature."""
        self.cleaned_data["nature"] = ""
        return super().passage()
