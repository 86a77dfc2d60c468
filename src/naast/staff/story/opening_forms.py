"""The forms of who reads one entry from now on: more people, fewer, further for safety, or kept from somebody."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.beside import Standing
from naast.access.choosing import is_child
from naast.access.people import Face
from naast.actions.act import Invalid
from naast.ui.circle import Pick, picks
from naast.ui.guard import GoOnForm, say_at_fields

from .words import HOWS

ASKED = ("teller_chose", "asked_aloud", "asked_picture")
LONGEST = 2000


def _why(label: Any, *, required: bool = False, **more: Any) -> forms.CharField:
    """A reason in a few sentences; where it is not `required` here, the act says whether it is."""
    widget = forms.Textarea(attrs={"class": "input", "rows": 3})
    said = {"required": _("Say why.")}
    return forms.CharField(
        label=label, max_length=LONGEST, required=required, widget=widget, error_messages=said, **more
    )


class ReadersForm(GoOnForm):
    """Some people, chosen by their faces; confirmed once.

    `offered` are shown. `known` are taken too: who sends the same form twice is not told that it is wrong.
    """

    readers = forms.TypedMultipleChoiceField(label=_("Who?"), coerce=UUID, required=False)
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    label: Any = _("Who?")

    def __init__(self, *args: Any, offered: tuple[Face, ...], known: tuple[Face, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        field: Any = self.fields["readers"]
        field.label = self.label
        field.choices = [(str(f.public_id), f.label) for f in {f.row: f for f in (*offered, *known)}.values()]

    def picks(self) -> list[Pick]:
        """The faces that can be chosen, with who is chosen now."""
        return picks(self["readers"], self.offered)

    def clean_readers(self) -> list[UUID]:
        chosen: list[UUID] = self.cleaned_data["readers"]
        if not chosen:
            raise forms.ValidationError(gettext("Choose at least one person."))
        return chosen

    def say(self, invalid: Invalid) -> None:
        """Put what an act found wrong at its field."""
        self.heed(invalid)
        say_at_fields(self, invalid)


class AskedForm(ReadersForm):
    """With how the teller was asked, where somebody else notes it. Who tells themselves is not asked that."""

    how = forms.ChoiceField(label=_("How was it asked?"), widget=forms.Select(attrs={"class": "input"}))
    more: tuple[str, ...] = ()

    def __init__(self, *args: Any, teller: Face | None, own: bool, team: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fixed = "teller_chose" if own else "worker_chose" if teller is None or team else ""
        if self.fixed:
            del self.fields["how"]
            return
        keys = (*ASKED, *(("child_picked",) if teller and is_child(teller) else ()), *self.more)
        field: Any = self.fields["how"]
        field.choices = [("", _("Choose")), *((key, HOWS[key]) for key in keys)]

    @property
    def asked(self) -> str:
        """How it was asked, once the form is valid."""
        return self.fixed or self.cleaned_data["how"]


class WidenForm(AskedForm):
    """More readers, because the teller wants it."""

    label = _("Who may read this too?")


class NarrowForm(AskedForm):
    """Fewer readers. The team may also close by itself what was told: that opens nothing."""

    label = _("For whom does it close?")
    more = ("worker_chose",)


class SafetyForm(ReadersForm):
    """Further than the teller chose, because safety asks for it."""

    label = _("Who has to read this?")
    reason = _why(
        _("Why does safety ask for this?"), help_text=_("The teller can read this once they are told.")
    )
    told_first = forms.TypedChoiceField(
        label=_("Did you tell the teller first?"),
        choices=[("yes", _("Yes, the teller knows")), ("no", _("No, not yet"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    why_not_told = _why(_("Why not?"))

    field_order = ("readers", "reason", "told_first", "why_not_told", "once")


class LetGoForm(ReadersForm):
    """The team has looked at what the address guard held back."""

    label = _("Who may read it now?")
    reason = _why(_("What did you find together?"), help_text=_("Only the team reads this."))


class WithholdForm(ReadersForm):
    """This one entry is kept from one person."""

    label = _("From whom?")
    reason = _why(_("Why?"), required=True, help_text=_("Only the team reads this."))
    review_on = forms.DateField(
        label=_("When do you look at this again?"),
        widget=forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day that is still to come.")},
    )
    also_kept = forms.TypedMultipleChoiceField(label=_("What else tells of it?"), coerce=UUID, required=False)

    def __init__(self, *args: Any, today: date, beside: tuple[Standing, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].widget.attrs["min"] = today.isoformat()
        offered = {face.row for face in self.offered}
        self.all_beside = beside
        read = [one for one in beside if offered & {face.row for face in one.readers}]
        self.beside = [one for one in read if one.line.words]  # a talk without words tells nothing
        field: Any = self.fields["also_kept"]
        field.choices = [(str(one.line.public_id), one.line.words) for one in beside]
        field.initial = [str(one.line.public_id) for one in beside if one.same]

    def pieces(self) -> list[tuple[Standing, bool]]:
        """What stands beside it, each with whether it is chosen now."""
        chosen = {str(value) for value in self["also_kept"].value() or ()}
        return [(one, str(one.line.public_id) in chosen) for one in self.beside]

    def also(self, human: UUID) -> tuple[UUID, ...]:
        """What was chosen and this human reads now."""
        chosen = set(self.cleaned_data["also_kept"])
        read = [one.line.public_id for one in self.all_beside if one.read_by(human)]
        return tuple(public_id for public_id in read if public_id in chosen)
