"""A code, and a channel. What is wrong with a link or a code is never said: all refusals are one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.rules import pins


class PinForm(forms.Form):
    """Six digits. How many are typed is the only thing said at the field."""

    pin = forms.RegexField(
        rf"^[0-9]{{{pins.DIGITS}}}$",
        label=_("Your code"),
        strip=True,
        error_messages={"invalid": _("The code has six digits."), "required": _("Fill in your code.")},
        widget=forms.PasswordInput(
            attrs={"class": "input input-s", "inputmode": "numeric", "autocomplete": "off", "maxlength": 6}
        ),
    )


class AskForm(forms.Form):
    """The channel to which a new link may go."""

    channel = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        error_messages={"required": _("Fill in your e-mail address.")},
        widget=forms.TextInput(
            attrs={"class": "input", "inputmode": "email", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
