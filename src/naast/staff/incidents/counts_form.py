"""The form on which is written down whether a telling counts, with its circle."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser
from naast.access.incidents_page import Told
from naast.access.people import Face
from naast.actions.choice import Choice
from naast.actions.decisions import Voice
from naast.rules import incidents as rule
from naast.staff.story.told_forms import ToldForm
from naast.staff.story.write_forms import offer, people_field, words_field
from naast.ui.circle import PROPOSED, Pick, picks


@dataclass(frozen=True, slots=True)
class Member:
    """One member with the two fields of which one is filled in, and whether they see it differently."""

    face: Face
    said: forms.BoundField
    not_asked: forms.BoundField
    differs: forms.BoundField


class CountsForm(ToldForm):
    """Whether a telling counts, who decided that, why, and who sees it differently."""

    proposal = _("Who decided it, and the team")
    result = forms.ChoiceField(
        label=_("Does this telling count?"),
        choices=[(code, code) for code in rule.RESULTS],
        error_messages={"required": _("Choose whether it counts.")},
    )
    words = words_field(_("Why?"), 3)
    by = people_field(_("Who decided this?"))

    def __init__(self, *args: Any, chooser: Chooser, told: Told, **kwargs: Any) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        self.told = told
        self.deciding = tuple(
            face for face in (*chooser.team, *chooser.faces) if not (face.unborn or face.deceased)
        )
        offer(self, "by", self.deciding)
        asked = chooser.household | {face.row for face in told.everybody}
        self.speaking = tuple(face for face in chooser.faces if face.row in asked)
        for face in self.speaking:
            said, not_asked, differs = _names(face)
            name = {"name": face.label}
            self.fields[said] = words_field(gettext("%(name)s, in their own words") % name, 2)
            self.fields[not_asked] = words_field(gettext("%(name)s was not asked, because") % name, 2)
            sees = gettext("%(name)s sees it differently") % name
            self.fields[differs] = forms.BooleanField(label=sees, required=False)

    def by_picks(self) -> list[Pick]:
        return picks(self["by"], self.deciding)

    @property
    def results(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen)."""
        for code, name in rule.RESULTS.items():
            yield code, gettext(name), code == self["result"].value()

    @property
    def members(self) -> list[Member]:
        """Everybody who lives there, stands in the telling or tells it, with how they see it."""
        return [Member(face, *(self[name] for name in _names(face))) for face in self.speaking]

    def proposed(self) -> tuple[UUID, ...]:
        wanted = {pick.face.public_id for pick in self.by_picks() if pick.checked}
        return tuple(face.public_id for face in self.chooser.faces if face.public_id in wanted)

    @property
    def rests_unread(self) -> tuple[Face, ...]:
        """Who would read the decision and does not read the telling that it is about."""
        reading = {reader.face.row for reader in self.told.line.readers}
        return tuple(face for face in self.told_to.reads if face.row not in reading)

    def clean(self) -> dict[str, Any]:
        """What is wrong is said before who reads it is read back; the act asks the same rule."""
        found = super().clean() or self.cleaned_data
        for name, message in rule.of_decision(found.get("result", ""), found.get("words", "")):
            if name not in self.errors:
                self.add_error(name, gettext(message))
        if not found.get("by") and "by" not in self.errors:
            self.add_error("by", gettext("Choose who decided this."))
        for face in self.speaking:
            said, not_asked, differs = _names(face)
            if found.get(differs) and not (found.get(said) or "").strip():
                self.add_error(said, gettext("Write down how they see it."))
            elif not ((found.get(said) or "").strip() or (found.get(not_asked) or "").strip()):
                self.add_error(said, gettext("Write down how they see it, or why they were not asked."))
        return found

    def voices(self) -> tuple[Voice, ...]:
        """How each sees it, once the form is valid."""
        given = self.cleaned_data
        names = ((face, _names(face)) for face in self.speaking)
        return tuple(Voice(face.public_id, *(given[name] for name in of_face)) for face, of_face in names)

    def circle(self) -> Choice | None:
        """The chosen circle, once the form is valid; None as proposed: then who decided reads it as one of them."""
        return None if self.cleaned_data["mode"] == PROPOSED else self.choice()


def _names(face: Face) -> tuple[str, str, str]:
    return f"said-{face.public_id.hex}", f"not-{face.public_id.hex}", f"differs-{face.public_id.hex}"
