"""The forms on which an expert is added: who, and then on which yeses, in which form, what for and until when."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.consent import Given
from naast.access.people import Face
from naast.access.withholding import Colleague
from naast.actions.act import Invalid
from naast.actions.experts import Asked
from naast.rules.advice import FORMS, WHY
from naast.rules.experts import EXPERTS, LONGEST_ORGANISATION, LONGEST_PURPOSE
from naast.staff.opening.forms import choice, text
from naast.staff.plan.forms import day_field
from naast.ui.circle import Pick, picks
from naast.ui.guard import GoOnForm, say_at_fields


class WhoForm(forms.Form):
    """Which expert, who it is and for which organisation: to whom a yes must have been said."""

    expert = forms.ChoiceField(
        label=_("Which expert?"), error_messages={"required": _("Choose which expert.")}
    )
    account = choice(_("Who?"), [], required=True)
    organisation = text(
        _("For which organisation?"),
        required=True,
        most=LONGEST_ORGANISATION,
        help_text=_("As it stands in the yes that somebody gave."),
    )

    def __init__(self, data: Any, *, offered: Iterable[str], partners: Iterable[Colleague]) -> None:
        super().__init__(data)
        self.offered = tuple(offered)
        listed: Any = self.fields["expert"], self.fields["account"]
        listed[0].choices = [(one, one) for one in self.offered]
        listed[1].choices = [("", _("Choose")), *((str(one.account), one.name) for one in partners)]

    @property
    def experts(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of each that the region offers."""
        for one in self.offered:
            yield one, gettext(EXPERTS[one]), one == self["expert"].value()

    @property
    def said(self) -> Iterator[tuple[str, str]]:
        """(name, value) of each answer, for the form that goes on from it."""
        for bound in self:
            yield bound.html_name, bound.value() or ""


class JoinForm(GoOnForm):
    """On which yeses they join, in which form, what they are asked, from when until when, and who may know of it."""

    consents = forms.TypedMultipleChoiceField(
        label=_("On which yes do they join?"),
        coerce=UUID,
        error_messages={
            "required": _("Choose at least one yes. Without a yes you can only ask for advice without names.")
        },
    )
    form = forms.ChoiceField(
        label=_("In which form do they join?"),
        choices=[(one, one) for one in FORMS],
        error_messages={"required": _("Choose in which form they join.")},
    )
    purpose = forms.CharField(
        label=_("What do you ask them?"),
        max_length=LONGEST_PURPOSE,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
        error_messages={"required": _("Write down what you ask them.")},
    )
    starts = day_field(_("From which day?"))
    ends = day_field(_("From which day no longer?"))
    readers = forms.TypedMultipleChoiceField(
        label=_("Who may know that they think along?"), required=False, coerce=UUID
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, yeses: Iterable[Given], readers: Iterable[Face], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.yeses, self.around = tuple(yeses), tuple(readers)
        listed: Any = self.fields["consents"], self.fields["readers"]
        listed[0].choices = [(str(one.line.public_id), "") for one in self.yeses]
        listed[1].choices = [(str(face.public_id), face.label) for face in self.around]

    @property
    def yes_picks(self) -> Iterator[tuple[Given, bool]]:
        """Each yes, and whether it is chosen."""
        chosen = {str(one) for one in self["consents"].value() or ()}
        for one in self.yeses:
            yield one, str(one.line.public_id) in chosen

    @property
    def forms_of_it(self) -> Iterator[tuple[str, str, str, bool]]:
        """(value, name, explanation, chosen) of each form."""
        for form, name in FORMS.items():
            yield form, gettext(name), gettext(WHY[form]), form == self["form"].value()

    def reader_picks(self) -> list[Pick]:
        """Who of the household and around it can be told."""
        return picks(self["readers"], self.around)

    def say(self, invalid: Invalid) -> None:
        """Put what the act found wrong at its field, or above the form."""
        self.heed(invalid)
        say_at_fields(self, invalid, {"ground": "purpose"})

    def asked(self, who: WhoForm) -> Asked:
        """What is asked, once both forms are valid."""
        given, of = self.cleaned_data, who.cleaned_data
        return Asked(
            UUID(of["account"]),
            of["expert"],
            given["form"],
            of["organisation"],
            given["purpose"],
            given["starts"],
            given["ends"],
            tuple(given["consents"]),
            tuple(given["readers"]),
            self.seen,
        )
