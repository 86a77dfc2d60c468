"""The forms of opening a household: looking for somebody first, then who belongs to it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid
from naast.actions.taking import AROUND, IN, OUT
from naast.rules.bsn import NotABsn, parse
from naast.rules.purposes import PURPOSES
from naast.rules.relations import TIES
from naast.ui.guard import GoOnForm, say_at_fields

OLDEST = 130
PLACES = [(IN, _("in the household")), (AROUND, _("around it")), (OUT, _("leave out"))]


def text(label: Any, *, required: bool = False, most: int = 240, **more: Any) -> forms.CharField:
    """One line of text."""
    widget = forms.TextInput(attrs={"class": "input", "autocomplete": "off"})
    return forms.CharField(label=label, required=required, max_length=most, widget=widget, **more)


def day(label: Any, *, required: bool = False, **more: Any) -> forms.DateField:
    """One day."""
    widget = forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, **more)


def choice(label: Any, options: Any, *, required: bool = False, **more: Any) -> forms.ChoiceField:
    """One of some."""
    widget = forms.Select(attrs={"class": "input"})
    return forms.ChoiceField(label=label, required=required, choices=options, widget=widget, **more)


def number(label: Any, **more: Any) -> forms.IntegerField:
    """An age in whole years."""
    widget = forms.NumberInput(attrs={"class": "input input-s", "inputmode": "numeric"})
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=OLDEST, widget=widget, **more
    )


class SayForm(GoOnForm):
    """A form that can say what an act found wrong, at its field."""

    def say(self, invalid: Invalid) -> None:
        """Put each error at its field, or above the form."""
        self.heed(invalid)
        say_at_fields(self, invalid)


class WhoForm(SayForm):
    """Whom somebody looks for: by BSN, or by family name with birth date."""

    bsn = text("BSN", most=20, help_text=_("Nine digits, if you know them."))
    family_name = text(_("Family name"), most=200)
    birth = day(_("Birth date"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["bsn"].widget.attrs["inputmode"] = "numeric"

    def clean_bsn(self) -> str:
        typed: str = self.cleaned_data["bsn"]
        if not typed.strip():
            return ""
        try:
            return parse(typed).reveal()
        except NotABsn as wrong:
            raise forms.ValidationError(gettext(wrong.reason)) from None

    def clean_birth(self) -> date | None:
        born: date | None = self.cleaned_data["birth"]
        if born is not None and born > self.today:
            raise forms.ValidationError(gettext("This day is still to come."))
        return born

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("bsn") or "bsn" in self.errors:
            return given
        if not given.get("family_name") and "family_name" not in self.errors:
            self.add_error("family_name", gettext("Fill in a BSN, or a family name and a birth date."))
        elif not given.get("birth") and "birth" not in self.errors:
            self.add_error("birth", gettext("With a family name goes a birth date."))
        return given


class SearchForm(WhoForm):
    """Whom a worker looks for; and why."""

    field_order = ("purpose", "why", "bsn", "family_name", "birth")
    purpose = choice(
        _("What do you need the register for?"), [("", _("Choose")), *PURPOSES.items()], required=True
    )
    why = forms.CharField(
        label=_("Why do you open a household?"),
        max_length=240,
        widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
        help_text=_("One sentence. The household can read it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [("", _("Choose")), *((k, gettext(v)) for k, v in PURPOSES.items())]  # type: ignore[attr-defined]


class HandForm(SayForm):
    """Somebody by hand: no BSN, not yet born, an estimated age, or a name only. Empty is nobody."""

    call_name = text(_("Name they go by"), most=120)
    infix = text(_("Prefix"), most=40)
    family_name = text(_("Family name"))
    birth = day(_("Birth date"))
    youngest = number(_("Or about: from (years)"))
    oldest = number(_("to (years)"))
    unborn = forms.BooleanField(required=False, label=_("Not yet born"))
    place = choice(_("Where do they belong?"), PLACES[:2], initial=IN)
    tie = choice(_("Who are they?"), [])
    other = choice(_("of whom?"), [])

    def __init__(self, *args: Any, others: list[tuple[str, str]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        words = [(code, gettext(words)) for code, words in TIES.items() if code != "network"]
        self.fields["tie"].choices = [("", gettext("not told")), *words]  # type: ignore[attr-defined]
        self.fields["other"].choices = [("", gettext("not told")), *others]  # type: ignore[attr-defined]

    @property
    def filled(self) -> bool:
        """Is there somebody in it?"""
        return any(self.cleaned_data.get(name) for name in ("call_name", "family_name", "birth", "unborn"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        some = any(given.get(name) for name in ("family_name", "birth", "youngest", "oldest", "tie"))
        if some and not given.get("call_name") and not given.get("family_name") and not given.get("unborn"):
            self.add_error("call_name", gettext("Fill in a name."))
        if given.get("birth") and given["birth"] > self.today:
            self.add_error("birth", gettext("This day is still to come."))
        low, high = given.get("youngest"), given.get("oldest")
        if low is not None and high is not None and high < low:
            self.add_error("oldest", gettext("This is less than the first number."))
        if bool(given.get("tie")) != bool(given.get("other")):
            self.add_error("other", gettext("Say who is what of whom, or leave both open."))
        return given


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the proposal on the page: a person with where they belong."""

    ref: str
    name: str
    birth: str
    why: str
    place: str
    can_ask: bool
    asked: bool
    address: str
    secret: bool
    dead: bool
    can_ask_address: bool


class OpenForm(SayForm):
    """Confirming: why the household is opened, once."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    why = forms.CharField(
        label=_("Why do you open a household?"),
        max_length=240,
        widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
        help_text=_("One sentence. The household can read it."),
    )
