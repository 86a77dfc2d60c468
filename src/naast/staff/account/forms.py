"""The forms of the own account; what opens the account asks for the password again."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.viewer import Viewer
from naast.actions import accounts
from naast.staff.sign_in.forms import NewPasswordForm, SayingForm, digits_field, password_field


def text_field(label: Any, *, most: int = 120, complete: str = "off", **more: Any) -> forms.CharField:
    """A short line of text."""
    widget = forms.TextInput(attrs={"class": "input", "autocomplete": complete})
    return forms.CharField(label=label, max_length=most, widget=widget, **more)


class ProfileForm(SayingForm):
    """Name, function and language."""

    given = text_field(_("First name"), complete="given-name")
    family = text_field(_("Family name"), required=False, complete="family-name")
    function = text_field(_("Function or organisation"), complete="organization-title")
    language = forms.ChoiceField(
        label=_("Language of the screens"),
        choices=settings.LANGUAGES,
        widget=forms.Select(attrs={"class": "input input-s"}),
    )


class OwnPasswordForm(SayingForm):
    """What somebody at an unlocked screen must not be able to do: the password is asked again."""

    own_password = password_field(_("Your password now"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer

    def confirmed(self) -> bool:
        """Whether everything is filled in well and the password is right; asked once, when all else is."""
        if not self.is_valid():
            return False
        if accounts.check_own_password(viewer=self.viewer, password=self.cleaned_data["own_password"]):
            return True
        message = gettext(
            "This is not your password. After five tries you have to wait for a quarter of an hour."
        )
        self.add_error("own_password", message)
        return False


class PasswordForm(OwnPasswordForm, NewPasswordForm):
    """Another password."""

    field_order = ("own_password", "password", "again")


class PinForm(OwnPasswordForm):
    """The PIN for handing over the screen."""

    pin = digits_field(_("New PIN"), help_text=_("Six digits. You use it to take your screen back."))
    again = digits_field(_("New PIN, once more"))
    field_order = ("own_password", "pin", "again")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("pin", "again"):
            attributes = {"class": "input input-s", "autocomplete": "off", "inputmode": "numeric"}
            self.fields[name].widget = forms.PasswordInput(attrs=attributes)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if "pin" in found and "again" in found and found["pin"] != found["again"]:
            self.add_error("again", gettext("This is not the same as the first one."))
        return found


class FactorForm(OwnPasswordForm):
    """The first code of another app or phone."""

    code = digits_field(_("Code"))
    field_order = ("own_password", "code")


class StandInForm(SayingForm):
    """Who stands in for the viewer, in all their households at once, from when until when."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    account = forms.TypedChoiceField(
        label=_("Who stands in?"), coerce=UUID, widget=forms.Select(attrs={"class": "input"})
    )
    starts = forms.DateField(
        label=_("From"),
        widget=forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d"),
    )
    ends = forms.DateField(
        label=_("Until and including"),
        widget=forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, colleagues: list[tuple[UUID, str]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts"].initial = today
        known = [(str(public_id), name) for public_id, name in colleagues]
        self.fields["account"].choices = [("", gettext("Choose a colleague")), *known]  # type: ignore[attr-defined]
