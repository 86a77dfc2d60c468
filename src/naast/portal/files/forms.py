"""The forms on which a household member adds a file (what, about whom, who reads it, last the file) or a newer one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naast.actions.files import LONGEST_TITLE, Upload
from naast.integrations.cleaning import ACCEPT
from naast.portal.forms import Spoken
from naast.portal.page import Me
from naast.portal.story.forms import AboutForm


def title_field() -> forms.CharField:
    """What the file is, in a few words."""
    return forms.CharField(
        label=_("What is it?"),
        help_text=_(
            "For example: a letter from school, or a drawing. The name of the file itself is not kept."
        ),
        max_length=LONGEST_TITLE,
        error_messages={"required": _("Write down what it is.")},
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
    )


def file_field() -> forms.FileField:
    """The file itself; its kind and size are looked at when it is cleaned."""
    return forms.FileField(
        label=_("Choose the file"),
        help_text=_(
            "A photo, a PDF, a file of Word or Excel, or plain text. At most 20 MB. "
            "We take out who made it, when and where."
        ),
        required=False,
        widget=forms.FileInput(attrs={"class": "input", "accept": ACCEPT}),
        error_messages={"required": _("No file is chosen yet."), "empty": _("This file is empty.")},
    )


class AddForm(AboutForm):
    """A file stands in the story as a telling does; `words` is what it is. The file is asked where it is confirmed."""

    words = title_field()
    file = file_field()

    def __init__(self, *args: Any, confirming: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = confirming
        self.use_required_attribute = False

    def speak(self, me: Me) -> None:
        """To a child with few words."""
        _few_words(self, me)
        super().speak(me)

    @property
    def settled(self) -> bool:
        """Is everything right but the file?"""
        return self.is_bound and not set(self.errors) - {"file"}

    def upload(self) -> Upload:
        """What was chosen and typed, once the form is valid and confirmed."""
        given = self.cleaned_data
        return Upload(
            given["file"].name,
            given["file"].read(),
            given["words"],
            tuple(given["about"]),
            guard_seen=self.seen,
        )


class ReplaceForm(Spoken):
    """A newer file beside an own one, perhaps with other words; who reads it stays."""

    words = title_field()
    file = file_field()

    def __init__(self, *args: Any, confirming: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = confirming
        self.use_required_attribute = False

    def speak(self, me: Me) -> None:
        """To a child with few words."""
        _few_words(self, me)
        super().speak(me)

    def upload(self) -> Upload:
        """What was chosen and typed, once the form is valid."""
        given = self.cleaned_data
        return Upload(given["file"].name, given["file"].read(), given["words"], guard_seen=self.seen)


def _few_words(form: forms.Form, me: Me) -> None:
    if me.child:
        form.fields["words"].help_text = _("For example: a drawing of our house.")
        form.fields["file"].help_text = _("Choose a photo or a drawing on this device.")
