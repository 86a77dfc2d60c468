"""Taking a yes back: nothing has to be written."""

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.portal.forms import LONGEST, Spoken


class WithdrawForm(Spoken):
    """One's own words, where somebody wants to say any."""

    words = forms.CharField(
        label=_("Do you want to say something with it?"),
        help_text=_("This may stay empty. You do not have to say why."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3}),
    )
