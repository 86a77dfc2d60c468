"""What every change to the people of a household has in common: a title, its consequence in words, one act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from naast.access.household_lines import HouseholdPage
from naast.access.people import Face
from naast.access.viewer import Missing, Viewer
from naast.staff.opening.forms import SayForm


@dataclass(frozen=True, slots=True)
class Where:
    """The dossier as this worker knows it, and what is to be changed in it."""

    viewer: Viewer
    page: HouseholdPage
    of: UUID | None = None

    @property
    def dossier(self) -> UUID:
        return self.page.public_id

    @property
    def today(self) -> date:
        return timezone.localtime(self.viewer.at).date()

    @property
    def alive(self) -> list[Face]:
        """Everybody of household and network who lives, born or not."""
        return [f for f in self.page.known if not f.professional and not f.deceased]

    def person(self) -> Face:
        """The person that is to be changed; Missing where they may not be known here."""
        return self.face(self.of)

    def face(self, public_id: UUID | None) -> Face:
        """One person by public id; Missing where they may not be known here."""
        for face in self.page.known:
            if face.public_id == public_id and not face.professional:
                return face
        raise Missing

    @property
    def the_entry(self) -> UUID:
        """The entry that is to be changed."""
        if self.of is None:
            raise Missing
        return self.of


class Change(SayForm):
    """One change. `consequence()` says what it does, before it is confirmed; `do()` does it."""

    title: ClassVar[Any]
    button: ClassVar[Any]
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, where: Where, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.where = where
        self.prepare()

    def prepare(self) -> None:
        """Fill in what can be chosen; raise Missing where there is nothing to change."""

    def consequence(self) -> str:
        """What follows from it, in words."""
        return ""

    def do(self, **common: Any) -> UUID | None:
        """Do it; the dossier to go to, or None for this one."""
        raise NotImplementedError

    def offer(self, name: str, options: Iterable[tuple[str, Any]]) -> None:
        """What can be chosen in one field; one of some starts empty, so that nothing is chosen by not looking."""
        field = self.fields[name]
        found = list(options)
        if not isinstance(field, forms.MultipleChoiceField) and (not found or found[0][0]):
            found = [("", _("Choose")), *found]
        field.choices = found  # type: ignore[attr-defined]


def people(faces: Iterable[Face]) -> list[tuple[str, str]]:
    """People as options."""
    return [(str(face.public_id), face.full_name) for face in faces]


def several(label: Any, **more: Any) -> forms.TypedMultipleChoiceField:
    """Some of the people, by ticking them."""
    return forms.TypedMultipleChoiceField(
        label=label, coerce=UUID, widget=forms.CheckboxSelectMultiple, **more
    )


def reason(label: Any, **more: Any) -> forms.CharField:
    """Why, in a few words."""
    widget = forms.Textarea(attrs={"class": "input", "rows": 2})
    return forms.CharField(label=label, max_length=2000, widget=widget, **more)


def start_of(day: date) -> datetime:
    """The moment at which a day begins here."""
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))


def end_of(day: date) -> datetime:
    """The moment at which a day is over here."""
    return start_of(date.fromordinal(day.toordinal() + 1))


NOT_TOLD = _("not told")
