"""What worries somebody or what helps, about people whom they may know of, and who may read it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.actions.choice import Choice
from naast.actions.entries import Passage
from naast.portal.forms import words_field
from naast.portal.story.forms import AboutForm
from naast.rules.factors import SORTS, STRENGTH, WORRY


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
