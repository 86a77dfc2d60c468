"""Going on after a warning of the address guard: the form asks whether it was seen, once there was one."""

from typing import Any

from django import forms
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
