"""What happened, in somebody's own words: when, who was in it, what it did, and who may read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser, is_child
from naast.access.people import Face
from naast.actions.choice import Choice
from naast.actions.entries import Passage
from naast.actions.incidents import Effect, Event
from naast.portal.forms import words_field
from naast.portal.story.forms import TellForm
from naast.rules import incidents as rule
from naast.rules import unsafety
from naast.ui.circle import Pick, picks

NOT_SENT_AGAIN = ("checked",)


def _people(label: Any) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(label=label, required=False, coerce=UUID)


@dataclass(frozen=True, slots=True)
class ChildField:
    """One child with the field of what it did to them."""

    face: Face
    words: forms.BoundField


class IncidentForm(TellForm):
    """All but the words may stay empty. Who stands in it changes nothing in who may read it."""

    nature = None  # type: ignore[assignment]
    key = None  # type: ignore[assignment]
    guard_seen = None  # type: ignore[assignment]
    words = words_field(_("What happened?"))
    source = forms.ChoiceField(
        label=_("How do you know it?"),
        choices=[(code, code) for code in rule.OWN_SOURCES],
        required=False,
    )
    harmed = _people(_("Who was hurt or frightened?"))
    harms = _people(_("Whose behaviour did that?"))
    saw = _people(_("Who saw or heard it?"))
    kinds = forms.MultipleChoiceField(
        label=_("What kind of thing was it?"),
        required=False,
        choices=[(code, code) for code in unsafety.KINDS],
    )
    done = words_field(_("What was done then?"), rows=3)

    def __init__(self, *args: Any, chooser: Chooser, **kwargs: Any) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        del self.fields["about"]  # it is about everybody in it
        self.fields["done"].required = False
        self.around = (*chooser.subjects, *chooser.team)
        for name in ("harmed", "harms", "saw"):
            field: Any = self.fields[name]
            field.choices = [(str(face.public_id), face.label) for face in self.around]
        self.young = tuple(face for face in chooser.subjects if _may_be_affected(face))
        for face in self.young:
            label = gettext("What did it do to %(name)s?") % {"name": face.label}
            if face.is_viewer:
                label = gettext("What did it do to you?")
            self.fields[_effect(face)] = words_field(label, rows=2)
            self.fields[_effect(face)].required = False

    @property
    def sources(self) -> Iterator[tuple[str, str, bool]]:
        """(value, sentence, chosen) of how somebody knows."""
        for code, name in rule.OWN_SOURCES.items():
            yield code, gettext(name), code == self["source"].value()

    @property
    def people_fields(self) -> list[tuple[forms.BoundField, list[Pick]]]:
        """The three questions about people, each with its faces."""
        return [(self[name], picks(self[name], self.around)) for name in ("harmed", "harms", "saw")]

    @property
    def named(self) -> list[tuple[str, list[Face]]]:
        """Who was chosen in each of them, for reading it back; without those that are empty."""
        found = [
            (str(field.label), [p.face for p in people if p.checked]) for field, people in self.people_fields
        ]
        return [(label, faces) for label, faces in found if faces]

    @property
    def kind_options(self) -> list[tuple[str, unsafety.Unsafety, bool]]:
        """(value, kind, chosen), in the order of the rules."""
        chosen = set(self["kinds"].value() or ())
        return [(code, kind, code in chosen) for code, kind in unsafety.KINDS.items()]

    @property
    def kind_names(self) -> tuple[str, ...]:
        """What was chosen, as message ids."""
        return unsafety.names(self["kinds"].value() or ())

    @property
    def effects(self) -> list[ChildField]:
        """Every child that this reader knows of, with what it did to them."""
        return [ChildField(face, self[_effect(face)]) for face in self.young]

    @property
    def sent_again(self) -> Iterator[tuple[str, Any]]:
        """(name, value) of all that was typed, to go along while it is read back."""
        for field in self:
            value = field.value()
            if field.name not in NOT_SENT_AGAIN and value not in (None, ""):
                for one in value if isinstance(value, list | tuple) else [value]:
                    yield field.html_name, one

    def event(self) -> Event:
        """What happened, once the form is valid."""
        given = self.cleaned_data
        return Event(
            given["source"] or rule.UNSAID,
            tuple(given["kinds"]),
            tuple(given["harmed"]),
            tuple(given["harms"]),
            tuple(given["saw"]),
            None,
            given["done"],
            tuple(Effect(face.public_id, given[_effect(face)]) for face in self.young),
        )

    def passage(self, circle: Choice) -> Passage:
        """Its words, once the form is valid; the act knows its nature."""
        return Passage(self.cleaned_data["words"], "", circle, happened=self.happened, guard_seen=self.seen)


def _may_be_affected(face: Face) -> bool:
    """A child that lives, born or not."""
    return (is_child(face) or face.unborn) and not (face.deceased or face.professional)


def _effect(face: Face) -> str:
    return f"effect-{face.public_id.hex}"
