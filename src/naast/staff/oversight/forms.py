"""What the privacy officer fills in: what they found, and what they search."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.access.oversight_trace import Asked
from naast.rules.oversight import LONGEST_PERIOD, LONGEST_SIGNS, RESULTS
from naast.staff.opening.forms import SayForm, day
from naast.staff.story.write_forms import words_field

from .groups import CHOICES, acts_of

OUTCOMES = [
    ("", _("everything")),
    ("shown", _("read")),
    ("done", _("done")),
    ("refused", _("refused")),
]


class SayingForm(SayForm):
    """What was found, and in words what is asked."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    result = forms.ChoiceField(
        label=_("What did you find?"),
        choices=[],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what you found.")),
    )
    words = words_field(
        _("What do you ask or find?"),
        help_text=_("The team of this household reads it. Name nobody of the household."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["result"]
        field.choices = [(key, _(name)) for key, name in RESULTS.items()]


class PeriodForm(forms.Form):
    """From one day until and with another; the last week where nothing is asked. Works by the address alone."""

    longest, too_long = LONGEST_SIGNS, _("Choose at most a week at once.")
    van = day(_("From"), required=True)
    tot = day(_("Until"), required=True)

    def __init__(self, data: dict[str, str], today: date) -> None:
        super().__init__(_with_period(data, today))
        self.asked_something = bool(data)
        self.today = today

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        van, tot = found.get("van"), found.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("The end lies before the beginning."))
        elif van and tot and tot - van > self.longest:
            self.add_error("tot", self.too_long)
        return found

    @property
    def period(self) -> tuple[date, date]:
        """What is asked, or the last week where that can not be."""
        if not self.is_valid():
            return self.today - LONGEST_SIGNS, self.today
        return self.cleaned_data["van"], self.cleaned_data["tot"]


def _with_period(data: dict[str, str], today: date) -> dict[str, str]:
    """The same with both days filled in: a week until today, or from or until the one day that is given."""
    van, tot = data.get("van"), data.get("tot")
    try:
        if van:
            tot = (
                tot
                or min(
                    date.fromisoformat(van) + LONGEST_SIGNS, max(today, date.fromisoformat(van))
                ).isoformat()
            )
        else:
            tot = tot or today.isoformat()
            van = (date.fromisoformat(tot) - LONGEST_SIGNS).isoformat()
    except (ValueError, OverflowError):
        return data | {"van": van or "", "tot": tot or ""}  # what is no day, the field says
    return data | {"van": van, "tot": tot}


class TraceForm(PeriodForm):
    """What is searched in the trace."""

    longest, too_long = LONGEST_PERIOD, _("Choose at most a month at once.")
    wie = forms.UUIDField(label=_("Who"), required=False, widget=forms.Select(attrs={"class": "input"}))
    wat = forms.ChoiceField(
        label=_("What"),
        required=False,
        choices=[("", _("everything")), *CHOICES],
        widget=forms.Select(attrs={"class": "input"}),
    )
    uitkomst = forms.ChoiceField(
        label=_("How it ended"),
        required=False,
        choices=OUTCOMES,
        widget=forms.Select(attrs={"class": "input"}),
    )
    dossier = forms.UUIDField(
        label=_("Number of a dossier"),
        required=False,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages={"invalid": _("This is no number of a dossier.")},
    )
    bladzij = forms.IntegerField(required=False, min_value=1, max_value=10_000, widget=forms.HiddenInput)

    def offer(self, accounts: tuple[tuple[UUID, str], ...]) -> None:
        """Offer these accounts to choose from."""
        widget: Any = self.fields["wie"].widget
        widget.choices = [("", _("everybody")), *accounts]

    @property
    def asked(self) -> Asked:
        starts, ends = self.period
        given = self.cleaned_data if self.is_valid() else {}
        group = given.get("wat")
        return Asked(
            starts,
            ends,
            given.get("wie"),
            given.get("dossier"),
            acts_of(group) if group else None,
            given.get("uitkomst", ""),
            given.get("bladzij") or 1,
        )
