"""What worries somebody or what helps, about people whom they may know of, and how they see it; and who reads that."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.choice import Choice
from naast.actions.entries import Passage
from naast.portal.forms import Spoken, words_field
from naast.portal.story.forms import AboutForm
from naast.rules.factor_views import ANSWERS
from naast.rules.factors import SORTS, STRENGTH, WORRY

ALONE, READERS = "alone", "readers"


class FactorForm(AboutForm):
    """One thing at a time, in one's own words."""

    sort = forms.ChoiceField(
        label=_("What do you want to tell?"), choices=[(WORRY, WORRY), (STRENGTH, STRENGTH)], initial=STRENGTH
    )
    words = words_field(_("Tell it in your own words"), rows=4)

    @property
    def marks(self) -> tuple[str, ...]:
        """What it will be, as its page says it, once the form is valid."""
        return (SORTS[self.cleaned_data["sort"]],)

    def passage(self, circle: Choice) -> Passage:
        """What is told, once the form is valid; the act knows its nature."""
        given = self.cleaned_data
        return Passage(given["words"], "", circle, about=tuple(given["about"]), guard_seen=self.seen)


class SeeForm(Spoken):
    """Does it still harm or protect; the safest choice first: only they and the team."""

    answer = forms.ChoiceField(label="", choices=[(code, code) for code in ANSWERS], required=False)
    words = words_field(_("Why do you see it like this?"), rows=4)
    share = forms.ChoiceField(
        label=_("Who may read how you see it?"), choices=[(ALONE, ALONE), (READERS, READERS)], initial=ALONE
    )

    def ask(self, question: str) -> None:
        """The question as a message id of the rules; not knowing needs no reason."""
        self.fields["answer"].label = gettext(question)
        self.fields["words"].required = False

    @property
    def answers(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of each."""
        for code, name in ANSWERS.items():
            yield code, gettext(name), code == self["answer"].value()
