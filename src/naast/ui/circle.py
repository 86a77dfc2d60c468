"""The circle chooser of all faces: the fields of a form, and what naast/circle.html draws of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser, Chosen, is_child
from naast.access.people import Face

PROPOSED, EVERYONE, CHOSEN = "proposed", "everyone", "chosen"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to choose: its radio button, and whom it lets read (public ids), besides who always reads."""

    value: str
    label: str
    why: str
    reads: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Pick:
    """One face with its checkbox."""

    face: Face
    value: str
    checked: bool

    @property
    def child(self) -> bool:
        """Does telling by this person stay with them unless they pick somebody?"""
        return is_child(self.face)


class CircleForm(forms.Form):
    """A form on which a circle is chosen: `mode`, and `readers` where somebody chooses faces themselves.

    The face gives the sentences of `ways()`; `always` are public ids of who reads whatever is chosen.
    """

    mode = forms.ChoiceField(
        label=_("Who may read this?"),
        choices=[(m, m) for m in (PROPOSED, EVERYONE, CHOSEN)],
        initial=PROPOSED,
    )
    readers = forms.TypedMultipleChoiceField(label=_("Who else may read this?"), required=False, coerce=UUID)
    checked = forms.CharField(required=False, widget=forms.HiddenInput, max_length=4000)

    def __init__(self, *args: Any, chooser: Chooser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chooser = chooser
        self.fields["readers"].choices = [  # type: ignore[attr-defined]
            (str(face.public_id), face.label) for face in self.pickable()
        ]

    @property
    def mode_now(self) -> str:
        """The way that is filled in; the safest where nothing is yet, as in a passage that was just added."""
        return str(self["mode"].value() or PROPOSED)

    @property
    def told_to(self) -> Chosen:
        """Who reads it with what is filled in now."""
        return self.now()

    @property
    def read_back(self) -> bool:
        """Was it said who reads it, with what is filled in now? Once the form is valid."""
        return bool(self.cleaned_data["checked"] == self.told_to.mark)

    def pickable(self) -> tuple[Face, ...]:
        """Whose checkbox is shown."""
        return self.chooser.faces

    def picks(self) -> list[Pick]:
        """The faces to choose from, with who is chosen now."""
        return picks(self["readers"], self.pickable())

    def now(self, proposed: Iterable[UUID] = (), always: Iterable[UUID] = ()) -> Chosen:
        """Who reads it with what is filled in now; works on an unbound form too."""
        mode = self.mode_now
        readers: Iterable[UUID] = proposed
        if mode == EVERYONE:
            readers = self.chooser.ids(self.chooser.everyone)
        elif mode == CHOSEN:
            readers = [p.face.public_id for p in self.picks() if p.checked]
        return self.chooser.chosen(readers, always)


def picks(field: forms.BoundField, faces: Iterable[Face]) -> list[Pick]:
    """Faces with checkboxes (or radio buttons) for one field, in the order of `faces`."""
    value = field.value() or ()
    chosen = {str(value)} if isinstance(value, str | UUID) else {str(v) for v in value}
    return [Pick(face, str(face.public_id), str(face.public_id) in chosen) for face in faces]
