"""What every form of the portal has: it speaks to its reader, and one confirmation counts once."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid
from naast.portal.page import Me
from naast.ui.guard import GoOnForm
from naast.ui.templatetags.naast import to

LONGEST = 200_000


class Spoken(GoOnForm):
    """A form that speaks to its reader; `once` makes one confirmation count once."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def speak(self, me: Me) -> None:
        """Put every label and hint in the form for this reader."""
        for field in self.fields.values():
            field.label = to(str(field.label), me) if field.label else field.label
            field.help_text = to(str(field.help_text), me) if field.help_text else ""

    def say(self, invalid: Invalid, me: Me) -> None:
        """Put what an act found wrong at its field."""
        self.heed(invalid)
        for name, (message, params) in invalid.errors.items():
            place = {"happened": "day", "shared_with": "readers", "title": "words"}.get(name, name)
            self.add_error(place if place in self.fields else None, to(gettext(message) % params, me))


def words_field(label: Any, rows: int = 6) -> forms.CharField:
    """A field for somebody's own words."""
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        error_messages={"required": _("Nothing is written here yet.")},
        widget=forms.Textarea(attrs={"class": "input", "rows": rows}),
    )
