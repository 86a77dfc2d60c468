"""How somebody sees a question, in their own words, and who may read it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.portal.forms import Spoken, words_field

ALONE, READERS = "alone", "readers"


class ViewForm(Spoken):
    """The safest choice first: only they and the team."""

    words = words_field(_("How do you see it?"), rows=5)
    share = forms.ChoiceField(
        label=_("Who may read how you see it?"), choices=[(ALONE, ALONE), (READERS, READERS)], initial=ALONE
    )
