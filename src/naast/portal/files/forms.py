"""The forms on which a household member adds a file (what, about whom, who reads it, last the file) or a newer one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.actions.files import LONGEST_TITLE, Upload
from naast.integrations.cleaning import ACCEPT
from naast.portal.forms import Spoken
from naast.portal.page import Me
from naast.portal.story.forms import AboutForm


class WithFile(Spoken):
    """What the file is in a few words, and last the file itself: asked where it is confirmed.

    Its kind and size are looked at when it is cleaned.
    """

    words = forms.CharField(
        label=_("What is it?"),
        help_text=_(
            "For example: a letter from school, or a drawing. The name of the file itself is not kept."
        ),
        max_length=LONGEST_TITLE,
        error_messages={"required": _("Write down what it is.")},
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
    )
    file = forms.FileField(
        label=_("Choose the file"),
        help_text=_(
            "A photo, a PDF, a file of Word or Excel, or plain text. At most 20 MB. "
            "We take out who made it, when and where."
        ),
        required=False,
        widget=forms.FileInput(attrs={"class": "input", "accept": ACCEPT}),
        error_messages={"required": _("No file is chosen yet."), "empty": _("This file is empty.")},
    )

    def __init__(self, *args: Any, confirming: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = confirming
        self.use_required_attribute = False

    def speak(self, me: Me) -> None:
        """To a child with few words."""
        if me.child:
            self.fields["words"].help_text = _("For example: a drawing of our house.")
            self.fields["file"].help_text = _("Choose a photo or a drawing on this device.")
        super().speak(me)

    def upload(self) -> Upload:
        """What was chosen and typed, once the form is valid and confirmed."""
        given = self.cleaned_data
        about = tuple(given.get("about", ()))
        return Upload(given["file"].name, given["file"].read(), given["words"], about, guard_seen=self.seen)


class AddForm(WithFile, AboutForm):
    """A file stands in the story as a telling does."""

    @property
    def settled(self) -> bool:
        """Is everything right but the file?"""
        return self.is_bound and not set(self.errors) - {"file"}


class ReplaceForm(WithFile):
    """A newer file beside an own one, perhaps with other words; about whom it is and who reads it stays."""
