"""The forms on which a file is added, with its circle, and a new version of it."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid
from naast.actions.choice import Choice
from naast.actions.files import LONGEST_TITLE, Upload
from naast.integrations.cleaning import ACCEPT
from naast.staff.story.acts import how_field
from naast.staff.story.write_forms import HappenedField, PassageForm
from naast.ui.circle import CHOSEN, EVERYONE, PROPOSED, Way
from naast.ui.guard import say_at_fields


def title_field() -> forms.CharField:
    """What the file is, in a few words: the words of its entry."""
    return forms.CharField(
        label=_("What is this file?"),
        help_text=_("In a few words, for whoever may read it. The name of the file itself is not kept."),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput(attrs={"class": "input"}),
        error_messages={"required": _("Write down what this file is.")},
    )


def file_field() -> forms.FileField:
    """The file; its kind and size are looked at when it is cleaned."""
    return forms.FileField(
        label=_("The file"),
        help_text=_(
            "A photo (JPEG, PNG, WebP), a PDF, a Word, Excel or ODT file or plain text (.txt), at most 20 MB. "
            "Who made it, when and where, earlier versions and comments are taken out."
        ),
        widget=forms.FileInput(attrs={"class": "input", "accept": ACCEPT}),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file is empty."),
        },
    )


class AddForm(PassageForm):
    """A file stands in the story as a passage does: given by somebody, about people, in a circle; `words` its title."""

    nature = None  # type: ignore[assignment]
    words = title_field()
    teller = forms.ChoiceField(label=_("Who gave it?"), required=False)
    happened = HappenedField(label=_("Of which day is it?"), help_text=_("May stay empty."))
    guard_seen = forms.BooleanField(
        required=False,
        label=_("I have seen the warning. Keep the file as it is."),
    )
    file = file_field()
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].widget.attrs["class"] = "input"

    def ways(self) -> list[Way]:
        """The ways to choose a circle, the safest first."""
        return [
            Way(PROPOSED, gettext("Who gave it and the team"), gettext("Your own file: the team.")),
            Way(CHOSEN, gettext("Choose yourself"), gettext("Who gave it and the team always read it.")),
            Way(EVERYONE, gettext("Everybody in the plan"), "", self.chooser.ids(self.chooser.everyone)),
        ]

    def upload(self) -> Upload:
        """What was chosen and typed, once the form is valid."""
        given, teller = self.cleaned_data, self.told_by
        return Upload(
            given["file"].name,
            given["file"].read(),
            given["words"],
            tuple(given["about"]),
            teller.public_id if teller else None,
            given["happened"],
            given["guard_seen"],
        )


class OwnForm(AddForm):
    """The own file of a partner professional: who gave it is not asked, and they choose among whom they know of."""

    told_by = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("teller", "how", "ground"):
            del self.fields[name]

    def ways(self) -> list[Way]:
        """The ways to choose a circle, the safest first."""
        everyone = self.chooser.ids(self.chooser.everyone)
        return [
            Way(PROPOSED, gettext("You and the team"), ""),
            Way(CHOSEN, gettext("Choose yourself"), gettext("You and the team always read it.")),
            Way(EVERYONE, gettext("Everybody in the plan whom you know of"), "", everyone),
        ]

    def choice(self) -> Choice:
        """The circle that was chosen, once the form is valid."""
        return Choice(tuple(face.public_id for face in self.told_to.reads), "teller_chose")


class ReplaceForm(forms.Form):
    """A new version: another file, and perhaps another title. With `asked` it is noted for whose file it is."""

    words = title_field()
    file = file_field()
    guard_seen = forms.BooleanField(
        required=False,
        label=_("I have seen the warning. Keep the file as it is."),
    )
    how = how_field()
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    from_act = False

    def __init__(self, *args: Any, asked: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asked:
            del self.fields["how"]

    def upload(self) -> Upload:
        """What was chosen and typed, once the form is valid."""
        given = self.cleaned_data
        return Upload(
            given["file"].name, given["file"].read(), given["words"], guard_seen=given["guard_seen"]
        )


def say(form: AddForm | ReplaceForm, invalid: Invalid) -> None:
    """Put what the act found wrong at its field."""
    form.from_act = True
    say_at_fields(form, invalid, {"title": "words"})
