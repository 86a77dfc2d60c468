"""The forms on which a worry or a strength is written down with its circle, and how somebody sees it; and on which
the main risk factors are chosen."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.factors import FactorsPage, Named
from naast.access.people import Face
from naast.actions.act import Invalid
from naast.actions.choice import Choice
from naast.actions.entries import Happened, Passage
from naast.actions.factor_views import Seen
from naast.actions.factors import Basis
from naast.rules.factor_views import ANSWERS, WHICH_DAY
from naast.rules.factors import OF, RISK, SORTS, SURROUNDINGS, WHY
from naast.staff.opening.forms import SayForm
from naast.staff.story.acts import how_field
from naast.staff.story.write_forms import HappenedField, PassageForm, offer, people_field, words_field
from naast.ui.guard import say_at_fields

ALONE, READERS = "alone", "readers"


class FactorForm(PassageForm):
    """What it is, who tells it, about whom, in which words, and who may read it."""

    nature = None  # type: ignore[assignment]
    sort = forms.ChoiceField(label=_("What is it?"), choices=[(sort, sort) for sort in SORTS])
    of = forms.ChoiceField(
        label=_("Of what is it?"), required=False, widget=forms.Select(attrs={"class": "input input-s"})
    )
    evidence = words_field(
        _("What does it rest on?"),
        2,
        help_text=_("What was seen or heard, and by whom. May stay empty."),
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = [(of, gettext(name)) for of, name in OF.items() if of not in SURROUNDINGS]
        around = [(of, gettext(OF[of])) for of in SURROUNDINGS]
        field: Any = self.fields["of"]
        field.choices = [("", gettext("Not said")), *near, (gettext("Of the surroundings"), around)]

    def basis(self) -> Basis:
        """Of what it is and what it rests on, once the form is valid."""
        return Basis(self.cleaned_data["of"], self.cleaned_data["evidence"])

    @property
    def sorts(self) -> Iterator[tuple[str, str, str, bool]]:
        """(value, name, explanation, chosen) of each sort."""
        for sort, name in SORTS.items():
            yield sort, gettext(name), gettext(WHY[sort]), sort == self["sort"].value()

    def say(self, invalid: Invalid) -> None:
        """Put what the act found wrong at its field."""
        self.from_act = True
        say_at_fields(self, invalid)

    def passage(self) -> Passage:
        """What is told, once the form is valid; the act knows its nature."""
        self.cleaned_data["nature"] = ""
        return super().passage()


class SeeForm(SayForm):
    """What one person answers on a day, and why; where the team notes it for somebody, with how it was asked."""

    person = forms.TypedChoiceField(
        label=_("Whose answer is it?"),
        coerce=UUID,
        empty_value=None,
        required=False,
        widget=forms.Select(attrs={"class": "input input-s"}),
    )
    answer = forms.ChoiceField(label="", choices=[(code, code) for code in ANSWERS], required=False)
    words = words_field(_("Why? In their own words"), 3)
    happened = HappenedField(label=_("On which day was this said?"), initial=_("today"))
    how = how_field(required=False, help_text=_("Only where you note it for somebody else."))
    share = forms.ChoiceField(
        label=_("Who may read this answer?"), choices=[(ALONE, ALONE), (READERS, READERS)], initial=ALONE
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, page: FactorsPage, factor: Named, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.factor = factor
        self.fields["answer"].label = gettext(factor.asks)
        happened: Any = self.fields["happened"]
        happened.today = today
        if page.in_team:
            offer(
                self,
                "person",
                tuple(face for face in page.known if _speaks(face, page)),
                ("", gettext("Mine")),
            )
        else:
            del self.fields["person"], self.fields["how"]
            self.fields["words"].label = gettext("Why?")

    def clean_happened(self) -> Happened:
        """One day: of "last week" it is not known which answer is the newest."""
        found: Happened = self.cleaned_data["happened"]
        if found.start is None or found.start != found.end:
            raise forms.ValidationError(gettext(WHICH_DAY))
        return found

    @property
    def answers(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of each."""
        for code, name in ANSWERS.items():
            yield code, gettext(name), code == self["answer"].value()

    @property
    def for_person(self) -> UUID | None:
        """Whose answer is noted, once the form is valid; None is one's own."""
        return self.cleaned_data.get("person")

    def said(self) -> Seen:
        """What is answered, once the form is valid."""
        given = self.cleaned_data
        return Seen(given["answer"], given["words"], given["happened"].start, self.seen)

    def shared_with(self) -> Choice | None:
        """Who reads it besides whose answer it is and the team, once the form is valid."""
        if self.cleaned_data["share"] != READERS:
            return None
        readers = (face.public_id for face in self.factor.sharing)
        return Choice(tuple(reader for reader in readers if reader != self.for_person))


def _speaks(face: Face, page: FactorsPage) -> bool:
    """Can a worker note an answer for them? A colleague's is a colleague's."""
    outside = not face.professional or face.row in page.partners
    return outside and not (face.unborn or face.deceased or face.is_viewer)


class MainForm(SayForm):
    """Which risk factors are the main ones, chosen with the household."""

    factors = people_field(_("Which are the main risk factors?"))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, page: FactorsPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.around = tuple(one for one in page.worries if one.sort == RISK)
        field: Any = self.fields["factors"]
        field.choices = [(str(one.line.public_id), one.line.words) for one in self.around]

    @property
    def offered(self) -> Iterator[tuple[Named, bool]]:
        """Each risk factor, and whether it is chosen now."""
        chosen = {str(value) for value in self["factors"].value() or ()}
        for one in self.around:
            yield one, str(one.line.public_id) in chosen
