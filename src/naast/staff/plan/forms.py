"""The forms of the plan: dates, words and people; what cannot be right is said at the field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.people import Face
from naast.access.plan_page import Agreed, Condition, PlanPage
from naast.access.viewer import day_of
from naast.actions.act import Invalid
from naast.actions.plan import Terms
from naast.actions.unsafety import Seen
from naast.rules import unsafety
from naast.ui.guard import say_at_fields

from .circle import CHOSEN, EVERYONE, NAMED, candidates, readers

LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Option:
    """One person to choose, with whether they are chosen now."""

    face: Face
    value: str
    checked: bool


class PlanForm(forms.Form):
    """What all of them have: one confirmation counts once, and an address warning that was seen."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    guard_seen = forms.BooleanField(required=False, label=_("I have seen the warning about an address."))

    def __init__(self, *args: Any, page: PlanPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

    def say(self, invalid: Invalid) -> None:
        """Put what an act found wrong at its field."""
        say_at_fields(self, invalid)

    def options(self, name: str, faces: Iterable[Face]) -> list[Option]:
        """The people of one field, in the order of `faces`."""
        value = self[name].value() or ()
        chosen = {value} if isinstance(value, str) else {str(v) for v in value}
        return [Option(face, str(face.public_id), str(face.public_id) in chosen) for face in faces]


def words_field(label: Any, *, required: bool = True, rows: int = 3, **more: Any) -> forms.CharField:
    """A text of up to 200,000 characters."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "input", "rows": rows}),
        **more,
    )


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d"),
    )


def people_field(label: Any, *, required: bool = False) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(label=label, required=required, coerce=UUID)


def choices_of(faces: Sequence[Face]) -> list[tuple[str, str]]:
    return [(str(face.public_id), face.label) for face in faces]


def situations_of(page: PlanPage) -> list[tuple[str, Any]]:
    """The situations to choose from, with the first of their words; and that it is about none."""
    return [("", _("No situation")), *((str(s.line.public_id), s.line.words[:80]) for s in page.situations)]


class CircleForm(PlanForm):
    """A form on which a circle is chosen. `checked` holds for whom the sentence was shown."""

    mode = forms.ChoiceField(
        label=_("Who may read this?"),
        choices=[(NAMED, ""), (EVERYONE, ""), (CHOSEN, "")],
        initial=NAMED,
    )
    readers = people_field(_("Who else may read this?"))
    checked = forms.CharField(required=False, widget=forms.HiddenInput, max_length=4000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["readers"].choices = choices_of(readers(self.page))  # type: ignore[attr-defined]

    @property
    def reader_options(self) -> list[Option]:
        return self.options("readers", readers(self.page))


class KindsForm(CircleForm):
    """Which kinds of unsafety somebody sees in a situation, and whether they were said aloud."""

    kinds = forms.MultipleChoiceField(
        label=_("What happens?"),
        help_text=_("May stay empty. Only the team reads this, unless you said it together."),
        required=False,
        choices=[(code, code) for code in unsafety.KINDS],
    )
    said = forms.BooleanField(
        required=False, label=_("We named this together: who reads the situation may read it in plain words.")
    )

    @property
    def kind_options(self) -> list[tuple[str, unsafety.Unsafety, bool]]:
        """(value, kind, chosen), in the order of the rules."""
        return kind_options(self["kinds"])

    @property
    def seen(self) -> Seen:
        """What was chosen, once the form is valid."""
        return Seen(tuple(self.cleaned_data["kinds"]), self.cleaned_data["said"])


def kind_options(field: forms.BoundField) -> list[tuple[str, unsafety.Unsafety, bool]]:
    """The kinds of unsafety with whether each is chosen in this field."""
    chosen = set(field.value() or ())
    return [(code, kind, code in chosen) for code, kind in unsafety.KINDS.items()]


class SituationForm(KindsForm):
    """An unsafe situation in somebody's words."""

    teller = forms.ChoiceField(label=_("Whose words are these?"), required=False)
    words = words_field(_("What is the situation?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["teller"].choices = [("", ""), *choices_of(readers(self.page))]  # type: ignore[attr-defined]

    @property
    def teller_options(self) -> list[Option]:
        return self.options("teller", readers(self.page))

    @property
    def told_by(self) -> UUID | None:
        value = self.cleaned_data.get("teller")
        return UUID(value) if value else None


class AgreementForm(CircleForm):
    """Who does what, who watches, from when until when, and what if it does not work."""

    words = words_field(_("What do you agree?"))
    situation = forms.ChoiceField(
        label=_("Which situation is it about?"),
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )
    does = people_field(_("Who does it?"), required=True)
    watches = people_field(_("Who watches?"), required=True)
    about = people_field(_("Who else is it for?"))
    starts = day_field(_("From"))
    ends = day_field(_("Until"), required=False)
    fallback = words_field(_("What if it does not work?"))
    childrens_words = words_field(_("How do you tell the children?"), required=False)
    meets = people_field(_("Which condition does it meet?"))
    close_old = forms.BooleanField(
        required=False, label=_("They may no longer read the old agreement either.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("does", "watches", "about"):
            self.fields[name].choices = choices_of(candidates(self.page))  # type: ignore[attr-defined]
        self.fields["situation"].choices = situations_of(self.page)  # type: ignore[attr-defined]
        told = [(str(c.line.public_id), c.line.words) for c in self.page.conditions]
        self.fields["meets"].choices = told  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        starts, ends = found.get("starts"), found.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", gettext("The end lies before the beginning."))
        return found

    @property
    def people_fields(self) -> list[tuple[forms.BoundField, list[Option]]]:
        """The three questions about people, each with its options."""
        names = ("does", "watches", "about")
        return [(self[name], self.options(name, candidates(self.page))) for name in names]

    @property
    def condition_options(self) -> list[tuple[Condition, bool]]:
        """The conditions on the page, with which of them it meets now."""
        chosen = {str(value) for value in self["meets"].value() or ()}
        return [(c, str(c.line.public_id) in chosen) for c in self.page.conditions]

    @property
    def terms(self) -> Terms:
        """What is agreed, once the form is valid."""
        given = self.cleaned_data
        return Terms(
            given["words"],
            given["starts"],
            given["fallback"],
            does=tuple(given["does"]),
            watches=tuple(given["watches"]),
            about=tuple(given["about"]),
            ends=given["ends"],
            childrens_words=given["childrens_words"],
            meets=tuple(given["meets"]),
            guard_seen=given["guard_seen"],
        )

    @property
    def named(self) -> tuple[UUID, ...]:
        given = self.cleaned_data
        return (*given["does"], *given["watches"], *given["about"])


def of_agreement(agreed: Agreed) -> dict[str, Any]:
    """The form's first values for changing an agreement."""
    reading = [r.face for r in agreed.line.readers if not r.face.professional]
    named = {f.row for f in agreed.named if not f.professional}
    return {
        "words": agreed.line.words,
        "does": [str(f.public_id) for f in agreed.does],
        "watches": [str(f.public_id) for f in agreed.watches],
        "about": [str(f.public_id) for f in agreed.about],
        "starts": agreed.starts,
        "ends": agreed.ends,
        "fallback": agreed.fallback,
        "childrens_words": agreed.childrens_words,
        "meets": [str(line.public_id) for line in agreed.meets],
        "mode": NAMED if {f.row for f in reading} == named else CHOSEN,
        "readers": [str(f.public_id) for f in reading],
    }


class EndForm(PlanForm):
    """From which day an agreement no longer holds."""

    ends = day_field(_("It holds until"))


class LookForm(PlanForm):
    """The day on which the plan is looked at again, and who will be there."""

    on = day_field(_("On which day do you look again?"))
    words = words_field(_("What do you look at, and where?"), required=False, rows=2)
    present = people_field(_("Who will be there?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = choices_of(candidates(self.page))  # type: ignore[attr-defined]

    @property
    def present_options(self) -> list[Option]:
        return self.options("present", candidates(self.page))

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on < day_of(self.page.at):
            raise forms.ValidationError(gettext("Choose a day that is still to come."))
        return on
