"""What somebody thinks of an agreement, and with whom they share it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.actions.positions import STANCES
from naast.portal.forms import LONGEST, Spoken

CONFIDENCE, NAMED = "confidence", "named"


class PositionForm(Spoken):
    """Agrees, partly, or sees it differently; in own words where somebody wants to say more."""

    stance = forms.ChoiceField(
        label=_("What do you think?"),
        choices=[(stance, stance) for stance in STANCES],
        error_messages={"required": _("Choose what is closest.")},
    )
    words = forms.CharField(
        label=_("How do you see it?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "input voice-in", "rows": 4}),
    )
    share = forms.ChoiceField(
        label=_("Who may read what you think of it?"),
        choices=[(CONFIDENCE, CONFIDENCE), (NAMED, NAMED)],
        initial=CONFIDENCE,
    )
    guard_seen = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
