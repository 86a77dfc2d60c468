"""The forms of the team: a new account, the answer time."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.accounts import Colleague
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


class CloseForm(SayingForm):
    """Who becomes the fixed face of a leaver's households. `taken` were chosen before, and not for all of them."""

    account = forms.TypedChoiceField(
        label=_("Who becomes the fixed face?"),
        coerce=UUID,
        empty_value=None,
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )

    def __init__(self, *args: Any, offered: Iterable[Colleague], taken: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {str(one.public_id): one for one in offered}
        self.taken = tuple(names.pop(key) for key in dict.fromkeys(taken) if key in names)
        self.offers = bool(names)
        field: Any = self.fields["account"]
        field.choices = [
            ("", gettext("Choose a colleague")),
            *((key, one.name) for key, one in names.items()),
        ]

    @property
    def faces(self) -> list[UUID]:
        """Everybody chosen so far, the first first, once the form is valid."""
        chosen = self.cleaned_data["account"]
        return [*(one.public_id for one in self.taken), *([chosen] if chosen else [])]


class SureForm(SayingForm):
    """Only a confirmation."""
