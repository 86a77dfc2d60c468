"""The forms of what comes after sharing: telling of it, and looking at it again."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.staff.opening.forms import SayForm
from naast.staff.plan.forms import day_field
from naast.staff.story.write_forms import words_field


class OnceForm(forms.Form):
    """A confirmation that counts once."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class LookForm(SayForm):
    """What somebody thinks of it when they look again; while the teller is not told, also the next day."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    words = words_field(_("What do you think of it now?"), 4)
    look_on = day_field(_("When do you look at that again?"), required=False)

    def __init__(self, *args: Any, told: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if told:
            del self.fields["look_on"]
