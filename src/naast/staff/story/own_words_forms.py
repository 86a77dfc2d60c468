"""The form on which a partner professional tells something themselves, in a circle that they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.own_words import OwnWords
from naast.access.people import Face
from naast.actions.act import Invalid
from naast.actions.choice import Choice
from naast.actions.entries import Passage
from naast.ui.circle import Pick, picks
from naast.ui.guard import GoOnForm, say_at_fields

from .words import NATURES, NATURES_WHY
from .write_forms import HappenedField, offer, people_field, words_field

TEAM = "team"


@dataclass(frozen=True, slots=True)
class Told:
    """One circle to tell it in: its radio button, and who reads it besides who tells and the team."""

    value: str
    faces: tuple[Face, ...]
    chosen: bool


class OwnWordsForm(GoOnForm):
    """What it is, in whose words it stands, about whom it is, when it was and who reads it."""

    nature = forms.ChoiceField(
        label=_("What is it?"),
        choices=list(NATURES.items()),
        error_messages={"required": _("Choose what it is.")},
    )
    words = words_field(_("In your own words"))
    about = people_field(_("Who is it about?"))
    happened = HappenedField(
        label=_("When did it happen?"), help_text=_("A date, or as exact as you know. May stay empty.")
    )
    circle = forms.ChoiceField(
        label=_("Who may read this?"),
        initial=TEAM,
        error_messages={"invalid_choice": _("Who belongs to this circle has changed. Choose again.")},
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    draft = forms.RegexField(r"^[0-9a-f]{12}$", widget=forms.HiddenInput, initial=lambda: uuid4().hex[:12])

    def __init__(self, *args: Any, found: OwnWords, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        self.of = {found.chooser.chosen(f.public_id for f in faces).mark: faces for faces in found.circles}
        happened: Any = self.fields["happened"]
        happened.today = today
        offer(self, "about", found.chooser.subjects)
        circle: Any = self.fields["circle"]
        circle.choices = [(TEAM, TEAM), *((mark, mark) for mark in self.of)]

    @property
    def natures(self) -> Iterator[tuple[str, Any, Any, bool]]:
        """(value, name, explanation, chosen) of fact, telling, opinion and wish; none is chosen beforehand."""
        for value, name in NATURES.items():
            yield value, name, NATURES_WHY[value], value == self["nature"].value()

    def about_picks(self) -> list[Pick]:
        """Whom it can be about."""
        return picks(self["about"], self.found.chooser.subjects)

    def circles(self) -> list[Told]:
        """The ways to tell it: to the team alone, or in a circle that the writer belongs to."""
        now = self["circle"].value()
        return [Told(value, faces, value == now) for value, faces in ((TEAM, ()), *self.of.items())]

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if not words.strip():
            raise forms.ValidationError(gettext("Write down what was said or seen."))
        return words

    def passage(self) -> Passage:
        """What is told, once the form is valid."""
        given = self.cleaned_data
        readers = tuple(face.public_id for face in self.of.get(given["circle"], ()))
        return Passage(
            given["words"],
            given["nature"],
            Choice(readers, "teller_chose"),
            about=tuple(given["about"]),
            happened=given["happened"],
            guard_seen=self.seen,
        )

    def say(self, invalid: Invalid) -> None:
        """Put what the act found wrong at its field."""
        self.heed(invalid)
        say_at_fields(self, invalid)
