"""The form on which something that happened is written down, with its circle."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser, is_child
from naast.access.people import Face
from naast.actions.act import Invalid
from naast.actions.entries import Passage
from naast.actions.incidents import Effect, Event
from naast.rules import incidents as rule
from naast.rules import unsafety
from naast.staff.story.words import NATURES, NATURES_WHY
from naast.staff.story.write_forms import HappenedField, PassageForm, offer, people_field, words_field
from naast.ui.circle import Pick, picks
from naast.ui.guard import say_at_fields

NATURES_HERE = ("telling", "fact")


@dataclass(frozen=True, slots=True)
class ChildField:
    """One child with the field of what it did to them."""

    face: Face
    words: forms.BoundField


class IncidentForm(PassageForm):
    """Who tells it, how they know, what happened and when, who was in it, what it did to each child, what was done."""

    nature = forms.ChoiceField(
        label=_("What is it?"), choices=[(n, n) for n in NATURES_HERE], initial="telling", required=False
    )
    source = forms.ChoiceField(
        label=_("How does this person know?"),
        choices=[(code, code) for code in rule.SOURCES],
        error_messages={"required": _("Choose how this is known.")},
    )
    kinds = forms.MultipleChoiceField(
        label=_("What happened?"),
        help_text=_("May stay empty. Whoever reads the telling reads this in plain words."),
        required=False,
        choices=[(code, code) for code in unsafety.KINDS],
    )
    harmed = people_field(_("Who was harmed?"))
    harms = people_field(_("Whose behaviour harmed?"))
    saw = people_field(_("Who saw or heard it?"))
    first = forms.ChoiceField(label=_("Who told of it first?"), required=False)
    happened = HappenedField(
        label=_("When did it happen?"),
        help_text=_("A date, a period, or as exact as you know. May stay empty."),
    )
    done = words_field(_("What was done?"), 2, help_text=_("At once and after. May stay empty."))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    draft = forms.RegexField(r"^[0-9a-f]{12}$", widget=forms.HiddenInput, initial=lambda: uuid4().hex[:12])

    def __init__(self, *args: Any, chooser: Chooser, **kwargs: Any) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        del self.fields["about"]  # it is about everybody in it
        self.around = (*chooser.subjects, *chooser.team)
        for name in ("harmed", "harms", "saw"):
            offer(self, name, self.around)
        offer(self, "first", self.around, ("", _("who tells it here")))
        self.young = tuple(face for face in chooser.subjects if _may_be_affected(face, chooser))
        for face in self.young:
            label = gettext("What did it do to %(name)s?") % {"name": face.label}
            self.fields[_effect(face)] = words_field(label, 2, help_text=_("May stay empty."))

    @property
    def sources(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of how it is known."""
        for code, name in rule.SOURCES.items():
            yield code, gettext(name), code == self["source"].value()

    @property
    def natures_here(self) -> Iterator[tuple[str, Any, Any, bool]]:
        """(value, name, explanation, chosen): what a professional tells is a telling, or a fact that they saw."""
        for value in NATURES_HERE:
            chosen = value == (self["nature"].value() or "telling")
            yield value, NATURES[value], NATURES_WHY[value], chosen

    @property
    def kind_options(self) -> list[tuple[str, unsafety.Unsafety, bool]]:
        """(value, kind, chosen), in the order of the rules."""
        chosen = set(self["kinds"].value() or ())
        return [(code, kind, code in chosen) for code, kind in unsafety.KINDS.items()]

    @property
    def people_fields(self) -> list[tuple[forms.BoundField, list[Pick]]]:
        """The three questions about people, each with its faces."""
        return [(self[name], picks(self[name], self.around)) for name in ("harmed", "harms", "saw")]

    def first_picks(self) -> list[Pick]:
        return picks(self["first"], self.around)

    @property
    def effects(self) -> list[ChildField]:
        """Every child with what it did to them."""
        return [ChildField(face, self[_effect(face)]) for face in self.young]

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if not words.strip():
            raise forms.ValidationError(gettext("Write down what was said or seen."))
        return words

    def event(self) -> Event:
        """What happened, once the form is valid."""
        given = self.cleaned_data
        return Event(
            given["source"],
            tuple(given["kinds"]),
            tuple(given["harmed"]),
            tuple(given["harms"]),
            tuple(given["saw"]),
            UUID(given["first"]) if given["first"] else None,
            given["done"],
            tuple(Effect(face.public_id, given[_effect(face)]) for face in self.young),
        )

    def passage(self) -> Passage:
        """Its words, once the form is valid."""
        self.cleaned_data["about"] = ()
        return super().passage()

    def say(self, invalid: Invalid) -> None:
        """Put what the act found wrong at its field."""
        self.from_act = True
        say_at_fields(self, invalid)


def _may_be_affected(face: Face, chooser: Chooser) -> bool:
    """A child that lives, born or not: under age, or known to be under somebody's authority."""
    young = is_child(face) or face.unborn or face.row in chooser.guardians
    return young and not (face.deceased or face.professional)


def _effect(face: Face) -> str:
    return f"effect-{face.public_id.hex}"
