"""The forms in which a household member tells, answers, corrects, and chooses who reads."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chosen
from naast.access.people import Face
from naast.actions.entries import Happened
from naast.portal.forms import Spoken, words_field
from naast.ui.circle import EVERYONE, CircleForm, Pick, picks

EXACT, ABOUT, PERIOD, UNKNOWN = "exact", "about", "period", "unknown"
NATURES = ("telling", "fact", "opinion", "wish")


def day_field(label: Any) -> forms.DateField:
    """A day, not required by itself."""
    return forms.DateField(
        label=label,
        required=False,
        error_messages={"invalid": _("This day does not exist.")},
        widget=forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d"),
    )


class AboutForm(CircleForm, Spoken):
    """What somebody tells, about people whom they may know of, or nobody. It changes nothing in who reads."""

    about = forms.TypedMultipleChoiceField(
        label=_("About whom is it?"),
        help_text=_("Choosing nobody is fine too. It changes nothing in who may read this."),
        required=False,
        coerce=UUID,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["about"]
        field.choices = [(str(face.public_id), face.label) for face in self.subjects()]

    def subjects(self) -> tuple[Face, ...]:
        """Whom it can be about, besides who tells."""
        return tuple(face for face in self.chooser.subjects if not face.is_viewer)

    def about_picks(self) -> list[Pick]:
        """These faces with their checkboxes."""
        return picks(self["about"], self.subjects())

    def about_now(self) -> list[Face]:
        """Whom it is about as it is filled in now."""
        return [pick.face for pick in self.about_picks() if pick.checked]


class TellForm(AboutForm):
    """Something in one's own words: what it is, when it was, about whom, who reads it."""

    words = words_field(_("What do you want to tell?"))
    nature = forms.ChoiceField(
        label=_("What is it?"), choices=[(n, n) for n in NATURES], initial=NATURES[0], required=False
    )
    when = forms.ChoiceField(
        label=_("When was it?"),
        choices=[(w, w) for w in (UNKNOWN, EXACT, ABOUT, PERIOD)],
        initial=UNKNOWN,
        required=False,
    )
    day = day_field(_("On which day?"))
    until = day_field(_("Until which day?"))
    guard_seen = forms.BooleanField(
        required=False, label=_("I have read the warning and want to keep my words like this.")
    )
    key = forms.RegexField(r"^[0-9a-f]{8}$", widget=forms.HiddenInput, initial=lambda: uuid4().hex[:8])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        when, day, until = found.get("when") or UNKNOWN, found.get("day"), found.get("until")
        for name, given in (("day", day), ("until", until)):
            if when != UNKNOWN and given and given > timezone.localdate():
                self.add_error(name, gettext("This day is still to come."))
        if when != UNKNOWN and day is None and "day" not in self.errors:
            self.add_error("day", gettext("Choose a day, or choose that you do not know."))
        if when == PERIOD and until is None and "until" not in self.errors:
            self.add_error("until", gettext("Choose the last day, or choose a single day."))
        if when == PERIOD and day and until and until < day:
            self.add_error("until", gettext("The end lies before the beginning."))
        return found

    @property
    def happened(self) -> Happened:
        """When it was, once the form is valid."""
        given = self.cleaned_data
        when: str = given["when"] or UNKNOWN
        if when == UNKNOWN:
            return Happened()
        end: date = given["until"] if when == PERIOD else given["day"]
        return Happened(given["day"], end, when)


class StatementForm(CircleForm, Spoken):
    """An own statement, kept word for word."""

    words = words_field(_("What do you want to have in the file, word for word?"))


class AnswerForm(CircleForm, Spoken):
    """Words beside an entry. Readers are picked from who reads the entry: nobody else could place it."""

    words = words_field(_("What do you want to say about it?"), rows=4)

    def __init__(self, *args: Any, reading: Sequence[Face], **kwargs: Any) -> None:
        self.reading = tuple(reading)
        super().__init__(*args, **kwargs)

    def pickable(self) -> tuple[Face, ...]:
        rows = {face.row for face in self.reading}
        return tuple(face for face in self.chooser.faces if face.row in rows)

    def now(self, proposed: Iterable[UUID] = (), always: Iterable[UUID] = ()) -> Chosen:
        if self["mode"].value() == EVERYONE:
            return self.chooser.chosen([face.public_id for face in self.pickable()], always)
        return super().now(proposed, always)


class CorrectForm(Spoken):
    """Better words; the old ones stay beside them."""

    words = words_field(_("How should it be?"))


class ReadersForm(Spoken):
    """Faces to let read, or to keep."""

    readers = forms.TypedMultipleChoiceField(label=_("Who may read this?"), required=False, coerce=UUID)

    def __init__(self, *args: Any, faces: Sequence[Face], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.faces = tuple(faces)
        self.fields["readers"].choices = [(str(f.public_id), f.label) for f in faces]  # type: ignore[attr-defined]

    def picks(self) -> list[Any]:
        """The faces with their checkboxes."""
        return picks(self["readers"], self.faces)
