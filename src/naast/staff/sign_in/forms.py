"""The forms of signing in: e-mail and password, a code, and a new password."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid
from naast.ui.guard import say_at_fields


class SayingForm(forms.Form):
    """A form that can say at its fields what an act found wrong."""

    def say(self, invalid: Invalid) -> None:
        """Put each message at its field, else on top."""
        say_at_fields(self, invalid)


def password_field(label: Any, *, fresh: bool = False, **more: Any) -> forms.CharField:
    """A password field; `fresh` where a password manager should propose one."""
    known = "new-password" if fresh else "current-password"
    widget = forms.PasswordInput(attrs={"class": "input", "autocomplete": known})
    return forms.CharField(label=label, strip=False, max_length=1000, widget=widget, **more)


def digits_field(label: Any, **more: Any) -> forms.CharField:
    """A field for a one-time code."""
    attributes = {"class": "input input-s", "autocomplete": "one-time-code", "inputmode": "numeric"}
    return forms.CharField(label=label, max_length=40, widget=forms.TextInput(attrs=attributes), **more)


class SignInForm(SayingForm):
    """E-mail and password. One sentence for every reason why it does not work."""

    email = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "username", "autofocus": True}),
    )
    password = password_field(_("Password"))

    def refuse(self) -> None:
        """The same words for a wrong password, an unknown address, a closed account and too many tries."""
        self.add_error(
            None,
            gettext(
                "You can not sign in with this. Look whether e-mail address and password are right. "
                "After five tries you have to wait for a quarter of an hour."
            ),
        )


class CodeForm(SayingForm):
    """A code of the app, or a recovery code."""

    code = digits_field(_("Code"))


class NewPasswordForm(SayingForm):
    """A new password, twice."""

    password = password_field(
        _("New password"), fresh=True, help_text=_("At least twelve characters. A few words work well.")
    )
    again = password_field(_("New password, once more"), fresh=True)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if "password" in found and "again" in found and found["password"] != found["again"]:
            self.add_error("again", gettext("This is not the same as the first one."))
        return found
