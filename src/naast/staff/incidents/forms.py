"""The forms on which something that happened is written down, and whether that counts, each with its circle."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser, is_child
from naast.access.incidents import Told
from naast.access.people import Face
from naast.actions.act import Invalid
from naast.actions.choice import Choice
from naast.actions.decisions import Voice
from naast.actions.entries import Passage
from naast.actions.incidents import Effect, Event
from naast.rules import incidents as rule
from naast.rules import unsafety
from naast.staff.story.told_forms import ToldForm
from naast.staff.story.words import NATURES, NATURES_WHY
from naast.staff.story.write_forms import HappenedField, PassageForm, offer, people_field, words_field
from naast.ui.circle import PROPOSED, Pick, picks
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


@dataclass(frozen=True, slots=True)
class Member:
    """One member with the two fields of which one is filled in."""

    face: Face
    said: forms.BoundField
    not_asked: forms.BoundField


class CountsForm(ToldForm):
    """Whether a telling counts, who decided that, why, and who sees it differently."""

    proposal = _("Who decided it, and the team")
    result = forms.ChoiceField(
        label=_("Does this telling count?"),
        choices=[(code, code) for code in rule.RESULTS],
        error_messages={"required": _("Choose whether it counts.")},
    )
    words = words_field(_("Why?"), 3)
    by = people_field(_("Who decided this?"))

    def __init__(self, *args: Any, chooser: Chooser, told: Told, **kwargs: Any) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        self.told = told
        self.deciding = tuple(
            face for face in (*chooser.team, *chooser.faces) if not (face.unborn or face.deceased)
        )
        offer(self, "by", self.deciding)
        asked = chooser.household | {face.row for face in told.everybody}
        self.speaking = tuple(face for face in chooser.faces if face.row in asked)
        for face in self.speaking:
            said, not_asked = _names(face)
            self.fields[said] = words_field(gettext("In their own words"), 2)
            self.fields[not_asked] = words_field(gettext("Not asked, because"), 2)

    def by_picks(self) -> list[Pick]:
        return picks(self["by"], self.deciding)

    @property
    def results(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen)."""
        for code, name in rule.RESULTS.items():
            yield code, gettext(name), code == self["result"].value()

    @property
    def members(self) -> list[Member]:
        """Everybody who lives there, stands in the telling or tells it, with how they see it."""
        return [Member(face, *(self[name] for name in _names(face))) for face in self.speaking]

    def proposed(self) -> tuple[UUID, ...]:
        wanted = {pick.face.public_id for pick in self.by_picks() if pick.checked}
        return tuple(face.public_id for face in self.chooser.faces if face.public_id in wanted)

    @property
    def rests_unread(self) -> tuple[Face, ...]:
        """Who would read the decision and does not read the telling that it is about."""
        reading = {reader.face.row for reader in self.told.line.readers}
        return tuple(face for face in self.told_to.reads if face.row not in reading)

    def clean(self) -> dict[str, Any]:
        """What is wrong is said before who reads it is read back; the act asks the same rule."""
        found = super().clean() or self.cleaned_data
        for name, message in rule.of_decision(found.get("result", ""), found.get("words", "")):
            if name not in self.errors:
                self.add_error(name, gettext(message))
        if not found.get("by") and "by" not in self.errors:
            self.add_error("by", gettext("Choose who decided this."))
        for face in self.speaking:
            said, not_asked = _names(face)
            if not ((found.get(said) or "").strip() or (found.get(not_asked) or "").strip()):
                self.add_error(said, gettext("Write down how they see it, or why they were not asked."))
        return found

    def voices(self) -> tuple[Voice, ...]:
        """How each sees it, once the form is valid."""
        given = self.cleaned_data
        names = ((face, _names(face)) for face in self.speaking)
        return tuple(Voice(face.public_id, given[said], given[why]) for face, (said, why) in names)

    def circle(self) -> Choice | None:
        """The chosen circle, once the form is valid; None as proposed: then who decided reads it as one of them."""
        return None if self.cleaned_data["mode"] == PROPOSED else self.choice()


def _names(face: Face) -> tuple[str, str]:
    return f"said-{face.public_id.hex}", f"not-{face.public_id.hex}"
