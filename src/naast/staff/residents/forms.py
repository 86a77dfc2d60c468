"""What a person chooses with the worker beside them. A PIN is never shown again, also not after an error."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid
from naast.actions.residents import Messages, Own
from naast.rules import channels, pins
from naast.rules.texts import N_
from naast.ui.guard import say_at_fields

# What the acts of this screen find wrong, marked for translation here.
FOUND_WRONG = (
    N_("This is only possible with the person beside you."),
    N_("Choose a PIN first: with it you take your screen back."),
    N_("%(name)s uses this channel as well."),
)
NEVER, ASKED = "never", "asked"


class PresentForm(forms.Form):
    """The one thing that each of these acts asks: the person is there."""

    present = forms.BooleanField(required=False, label=_("This person is beside me."))

    def say(self, invalid: Invalid) -> None:
        """Put what an act found wrong at its field."""
        say_at_fields(self, invalid)


def _pin(label: Any, **more: Any) -> forms.CharField:
    attrs = {
        "class": "input input-s",
        "inputmode": "numeric",
        "autocomplete": "new-password",
        "maxlength": pins.DIGITS,
    }
    return forms.CharField(label=label, widget=forms.PasswordInput(attrs=attrs), strip=True, **more)


def _hour(label: Any, at: time) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time", "class": "input input-s"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, initial=at, widget=widget)


class OwnForm(PresentForm):
    """A channel of the person's own, a PIN that they type themselves, and when a message may come."""

    channel = forms.CharField(
        label=_("Their own e-mail address or phone number"),
        help_text=_("Ask who else can read messages there."),
        max_length=254,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "spellcheck": "false"}),
    )
    pin = _pin(
        _("A code of six digits"), help_text=_("The person types it themselves. Look away for a moment.")
    )
    again = _pin(_("The same code again"))
    messages = forms.ChoiceField(
        label=_("May Naast send a link there?"),
        choices=[
            (NEVER, _("No, never")),
            (ASKED, _("Only when they ask for it themselves, between these hours")),
        ],
        initial=NEVER,
    )
    start = _hour(_("From"), time(9))
    end = _hour(_("Until"), time(20))
    sharing_seen = forms.BooleanField(
        required=False, label=_("I discussed it; they want this channel all the same.")
    )

    field_order = ("channel", "pin", "again", "messages", "start", "end", "sharing_seen", "present")

    def __init__(self, *args: Any, reaches: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mail_reached = reaches

    def clean_channel(self) -> str:
        typed: str = self.cleaned_data["channel"]
        if channels.read(typed) is None:
            raise forms.ValidationError(gettext("Fill in an e-mail address or a phone number."))
        return typed

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if "pin" in found and "again" in found and found["pin"] != found["again"]:
            self.add_error("again", gettext("The two codes are not the same."))
        if found.get("messages") == ASKED:
            self._check_messages(found)
        return found

    def _check_messages(self, found: dict[str, Any]) -> None:
        channel = channels.read(found.get("channel", ""))
        if channel and channel.kind == channels.PHONE:
            self.add_error(
                "messages",
                gettext("Naast can not send text messages yet. Give the link to the person yourself."),
            )
        elif not self.mail_reached:
            self.add_error("messages", gettext("Sending e-mail is not set up here."))
        if not found.get("start") or not found.get("end") or found["start"] == found["end"]:
            self.add_error("start", gettext("Choose from when until when."))

    @property
    def own(self) -> Own:
        """What was chosen, once the form is valid."""
        given = self.cleaned_data
        asked = given["messages"] == ASKED
        return Own(
            given["channel"],
            given["pin"],
            Messages(given["start"], given["end"]) if asked else None,
            given["sharing_seen"],
        )

    @property
    def warned(self) -> bool:
        """Whether the warning about a shared channel stands on the page."""
        return bool(self.is_bound and (self["sharing_seen"].errors or self["sharing_seen"].value()))
