"""The forms of a shared moment and of an own statement, each with its circle."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chosen, is_child
from naast.access.people import Face
from naast.actions.choice import Choice

from .told_forms import ToldForm
from .words import HOWS
from .write_forms import ASKED, offer, words_field


class MomentForm(ToldForm):
    """Which tellings are about one moment, and what it is called."""

    entries = forms.TypedMultipleChoiceField(
        label=_("Which tellings are about the same moment?"),
        coerce=UUID,
        error_messages={"required": _("Choose at least one other telling.")},
    )
    title = forms.CharField(
        label=_("What do you call this moment?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "input"}),
        help_text=_("In a few words that take nobody's side. May stay empty."),
    )

    def __init__(self, *args: Any, offered: tuple[UUID, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["entries"]
        field.choices = [(str(entry), str(entry)) for entry in offered]

    @property
    def chosen(self) -> set[str]:
        """Public ids of what is ticked now."""
        return {str(value) for value in self["entries"].value() or ()}


class StatementForm(ToldForm):
    """An own statement, noted for a person word for word."""

    proposal = _("Only this person and the team")
    person = forms.ChoiceField(
        label=_("Whose statement is it?"), widget=forms.Select(attrs={"class": "input"})
    )
    words = words_field(_("Their statement, word for word"))
    how = forms.ChoiceField(
        label=_("How was the circle asked?"), widget=forms.Select(attrs={"class": "input"})
    )
    ground = words_field(_("Why does a parent with parental authority not read this?"), 2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = tuple(face for face in self.chooser.tellers if not face.professional)
        offer(self, "person", people, ("", _("Choose")))
        how: Any = self.fields["how"]
        how.choices = [("", _("Choose")), *((key, HOWS[key]) for key in ASKED)]

    @property
    def whose(self) -> Face | None:
        """Whose statement it is as filled in now."""
        value = self["person"].value()
        return next((f for f in self.chooser.tellers if str(f.public_id) == value), None)

    @property
    def told_to(self) -> Chosen:
        return self.now((), [self.whose.public_id] if self.whose else [])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if self.chooser.shut_out(self.whose, self.told_to) and not (found.get("ground") or "").strip():
            self.add_error(
                "ground", gettext("Write down why. A child may tell something that a parent does not read.")
            )
        return found

    def choice(self) -> Choice:
        given = self.cleaned_data
        readers = tuple(face.public_id for face in self.told_to.reads)
        child = self.whose is not None and is_child(self.whose)
        picked = dict.fromkeys(readers, "picked") if child and given["how"] == "child_picked" else {}
        return Choice(readers, given["how"], given["ground"].strip(), picked)
