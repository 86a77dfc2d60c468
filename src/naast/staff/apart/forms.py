"""The forms of who does not sit together: which two and why, with its circle; otherwise; and that it ends."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.apart import Pair as Kept
from naast.access.choosing import Chooser
from naast.access.people import Face
from naast.actions.apart import Pair
from naast.rules import apart as rule
from naast.staff.opening.forms import SayForm
from naast.staff.plan.forms import day_field, words_field
from naast.staff.story.told_forms import ToldForm
from naast.staff.story.write_forms import offer
from naast.ui.circle import CHOSEN, PROPOSED, Pick, Way, picks


class WhyForm(SayForm):
    """Why, from when until when, and when somebody looks again."""

    reason = words_field(
        _("Why do they not sit together?"),
        help_text=_("What you weighed, in words. Such as: there is coercion, protection comes first."),
    )
    starts = day_field(_("From which day?"))
    look_on = day_field(_("On which day do you look at it again?"))
    ends = day_field(_("From which day no longer?"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends"].help_text = _("May stay empty.")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not any(name in self.errors for name in ("starts", "look_on", "ends")):
            wrong = rule.problem(found.get("starts"), found.get("look_on"), found.get("ends"))
            if wrong is not None:
                self.add_error(wrong[0], gettext(wrong[1]))
        return found

    def pair(self, one: UUID, other: UUID) -> Pair:
        """What is said of these two, once the form is valid."""
        given = self.cleaned_data
        return Pair(one, other, given["reason"], given["starts"], given["look_on"], given["ends"], self.seen)


class ApartForm(ToldForm, WhyForm):
    """Which two, and who besides the team reads it; `checked` holds for whom that was read back."""

    one = forms.ChoiceField(label=_("Who?"), error_messages={"required": _("Choose somebody.")})
    other = forms.ChoiceField(
        label=_("Does not sit with whom?"), error_messages={"required": _("Choose somebody.")}
    )

    def __init__(self, *args: Any, chooser: Chooser, **kwargs: Any) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        offer(self, "one", chooser.faces)
        offer(self, "other", chooser.faces)

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if found.get("one") and found.get("one") == found.get("other"):
            self.add_error("other", gettext("Choose two different people."))
        return found

    def one_picks(self) -> list[Pick]:
        return picks(self["one"], self.chooser.faces)

    def other_picks(self) -> list[Pick]:
        return picks(self["other"], self.chooser.faces)

    def ways(self) -> list[Way]:
        """The ways to choose a circle, the safest first."""
        return [
            Way(PROPOSED, gettext("Only the team"), gettext("The safest choice.")),
            Way(CHOSEN, gettext("Others as well"), gettext("Then they can read who is kept apart, and why.")),
        ]

    @property
    def of_the_two(self) -> tuple[Face, ...]:
        """Which of the two would read that they are kept apart."""
        two = {str(self["one"].value()), str(self["other"].value())}
        return tuple(face for face in self.told_to.reads if str(face.public_id) in two)

    def said(self) -> Pair:
        """What is said, once the form is valid."""
        return self.pair(UUID(self.cleaned_data["one"]), UUID(self.cleaned_data["other"]))


class EndForm(SayForm):
    """Why the two may sit together again."""

    because = words_field(_("Why may they sit together again?"))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


def of(pair: Kept) -> dict[str, Any]:
    """What stands in the form of a change."""
    return {"reason": pair.line.words, "starts": pair.starts, "look_on": pair.look_on, "ends": pair.ends}


def first(today: date) -> dict[str, Any]:
    """What stands in the form of a new one."""
    return {"starts": today}
