"""The forms of the team: a new account, the answer time."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.staff.account.forms import text_field
from naast.staff.sign_in.forms import SayingForm

COLLEAGUE, PARTNER = "colleague", "partner"


class AccountForm(SayingForm):
    """A new account: of a colleague, or of a partner professional whose function is their organisation."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    kind = forms.ChoiceField(
        label=_("For whom?"),
        choices=[
            (COLLEAGUE, _("A colleague of the team")),
            (PARTNER, _("A partner professional: school, doctor, police, care")),
        ],
        initial=COLLEAGUE,
        widget=forms.RadioSelect,
    )
    given = text_field(_("First name"))
    family = text_field(_("Family name"), required=False)
    email = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("To sign in with. Naast sends no mail."),
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "off"}),
    )
    function = text_field(_("Function or organisation"))


class AnswerTimeForm(SayingForm):
    """Within how many working days the team answers."""

    working_days = forms.IntegerField(
        label=_("Working days"),
        widget=forms.NumberInput(attrs={"class": "input input-s", "min": 1, "max": 20}),
    )


class SureForm(SayingForm):
    """Only a confirmation."""
