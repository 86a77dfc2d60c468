"""A form on which the team writes something down in a circle: proposed, or chosen by the worker."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chosen
from naast.actions.choice import Choice
from naast.staff.opening.forms import SayForm
from naast.ui.circle import CHOSEN, EVERYONE, PROPOSED, CircleForm, Way


class ToldForm(CircleForm, SayForm):
    """Something told in a circle, confirmed once. The team always reads it."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    proposal: Any = _("Only the team")

    def proposed(self) -> tuple[UUID, ...]:
        """Who reads it besides the team, where nobody chose otherwise."""
        return ()

    def ways(self) -> list[Way]:
        """The ways to choose a circle, the proposed one first."""
        return [
            Way(PROPOSED, gettext(self.proposal), "", self.proposed()),
            Way(CHOSEN, gettext("Choose yourself"), ""),
            Way(EVERYONE, gettext("Everybody in the plan"), "", self.chooser.ids(self.chooser.everyone)),
        ]

    @property
    def told_to(self) -> Chosen:
        return self.now(self.proposed())

    def choice(self) -> Choice:
        """The chosen circle, once the form is valid."""
        how = "proposed" if self.cleaned_data["mode"] == PROPOSED else "worker_chose"
        return Choice(tuple(face.public_id for face in self.told_to.reads), how)
