"""Going on after a warning of the address guard: the form asks whether it was seen, once there was one."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid, Warned

SEEN = "guard_seen"


class GoOnForm(forms.Form):
    """A form whose words pass the address guard; naast/guard_seen.html draws the box where it is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.add_prefix(SEEN) in self.data:
            self._ask()

    def _ask(self) -> None:
        label = _("I have read the warning and leave it like this.")
        self.fields.setdefault(SEEN, forms.BooleanField(required=False, label=label))

    def heed(self, invalid: Invalid) -> None:
        """Ask whether it was seen, where the act gave a warning."""
        if isinstance(invalid, Warned):
            self._ask()

    @property
    def seen(self) -> bool:
        """Was a warning seen, once the form is valid?"""
        return bool(self.cleaned_data.get(SEEN))


def say_at_fields(form: forms.Form, invalid: Invalid, places: Mapping[str, str] | None = None) -> None:
    """Put what an act found wrong at its field (`places`: where the form calls that otherwise), else above the form."""
    for name, (message, params) in invalid.errors.items():
        field = (places or {}).get(name, name)
        form.add_error(field if field in form.fields else None, gettext(message) % params)
