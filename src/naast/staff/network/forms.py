"""The forms of the network: who, how near, what they answered, and who may read it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.actions.act import Invalid
from naast.actions.network import Asked
from naast.rules.network import ANSWERS, NOT_ASKED, RINGS
from naast.staff.story.write_forms import PassageForm, offer, words_field
from naast.ui.circle import Pick, picks
from naast.ui.guard import say_at_fields


class AskedForm(forms.Form):
    """How near, and what the answer is."""

    ring = forms.TypedChoiceField(
        label=_("How near?"),
        choices=[(str(ring), name) for ring, name in RINGS.items()],
        coerce=int,
        initial="2",
    )
    answer = forms.ChoiceField(
        label=_("Were they asked to help?"),
        choices=[(answer, name) for answer, name in ANSWERS.items()],
        initial=NOT_ASKED,
    )
    words = words_field(_("What can they do?"), 2, help_text=_("May stay empty."))
    guard_seen = forms.BooleanField(required=False, label=_("I have seen the warning about an address."))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    from_act = False

    @property
    def rings(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of each ring."""
        for ring, name in RINGS.items():
            yield str(ring), gettext(name), str(ring) == str(self["ring"].value())

    @property
    def answers(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of each answer."""
        for answer, name in ANSWERS.items():
            yield answer, gettext(name), answer == self["answer"].value()

    def say(self, invalid: Invalid) -> None:
        """Put what the act found wrong at its field."""
        self.from_act = True
        say_at_fields(self, invalid)

    def asked(self) -> Asked:
        """What is told, once the form is valid."""
        given = self.cleaned_data
        return Asked(given["ring"], given["answer"], given["words"], given["guard_seen"])


class SupporterForm(AskedForm, PassageForm):
    """Who it is, in whose network, and who may read it."""

    nature = None  # type: ignore[assignment]
    person = forms.ChoiceField(label=_("Who is it?"))
    teller = forms.ChoiceField(label=_("Who named them?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["about"], self.fields["happened"]
        offer(self, "person", self.chooser.tellers)

    def person_picks(self) -> list[Pick]:
        """Whom one can put in it."""
        return picks(self["person"], self.chooser.tellers)

    @property
    def person_id(self) -> UUID:
        return UUID(self.cleaned_data["person"])
