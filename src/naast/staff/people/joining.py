"""Two persons are the same human being, or turn out not to be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import joining
from naast.access.people import Face
from naast.access.viewer import Missing
from naast.actions import joining as acts
from naast.staff.opening.forms import choice

from .forms import Change, Where, reason

THIS, THAT = "this", "that"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of two persons, under the line of one of them: who stands beside."""

    of: joining.Joined
    beside: Face

    @property
    def alone(self) -> tuple["Said", ...]:
        """Only this."""
        return (self,)


def under(found: Iterable[joining.Joined], face: Face) -> list[Said]:
    """What was said of this person being somebody else as well."""
    return [Said(one, beside) for one in found if (beside := one.beside(face)) is not None]


def under_nobody(found: Iterable[joining.Joined], faces: Iterable[Face]) -> list[Said]:
    """What was said of people of whom none has a line on the page."""
    listed = list(faces)
    return [Said(one, one.other) for one in found if not any(one.beside(face) for face in listed)]


def goes_on(where: Where, face: Face) -> str:
    """Said where something of somebody ends: as whom else they stand, which does not end with it. Often nothing."""
    found = joining.in_dossier(where.viewer, where.dossier)
    others = sorted(
        {
            beside.full_name
            for one in found
            if one.running and (beside := one.beside(replace(face, row=face.own))) is not None
        }
    )
    if not others:
        return ""
    return " " + gettext(
        "You take this person for one with %(names)s as well. That stays as it is: look whether it has to end too, and"
        " what they read by it."
    ) % {"names": ", ".join(others)}


class Same(Change):
    """This person is somebody who stands here, or in another household of yours, as well."""

    title = _("The same person")
    button = _("Take them for one person")
    other = choice("", [], required=True)
    stays = choice(_("Whose name and face stay?"), [], required=True)
    because = reason(
        _("How do you know?"),
        help_text=_(
            "Colleagues who know both of them read this. Write no address and nothing told in confidence."
        ),
    )

    def prepare(self) -> None:
        person = self.where.person()
        self.fields["other"].label = gettext("%(name)s is the same person as") % {"name": person.full_name}
        found = joining.candidates(self.where.viewer, person.public_id, self.where.page.known)
        self.offer("other", ((str(one.face.public_id), _name(one)) for one in found))
        named = gettext("those of %(name)s") % {"name": person.full_name}
        self.offer("stays", [(THIS, named), (THAT, _("those of the other one"))])

    def consequence(self) -> str:
        return gettext(
            "Colleagues who know both see one person from now on. Residents and partners see no change. What was told"
            " to one of them is not opened to the other, and accounts stay as they are. What is kept from one of them"
            " is kept from the other as well. You can undo this. If one of them has died, the other has no account and"
            " reads nothing from now on either, and undoing does not bring that back."
        )

    def say(self, invalid: Any) -> None:
        invalid.errors = {{"kept": "stays"}.get(name, name): e for name, e in invalid.errors.items()}
        super().say(invalid)

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        this, that = self.where.person().public_id, UUID(given["other"])
        kept, other = (this, that) if given["stays"] == THIS else (that, this)
        acts.join(dossier=self.where.dossier, kept=kept, other=other, because=given["because"], **common)
        return None


def _name(one: joining.Candidate) -> str:
    if one.elsewhere:
        return gettext("%(name)s, in another household of yours") % {"name": one.face.full_name}
    return one.face.full_name


class NotSame(Change):
    """Two persons who were taken for one are two."""

    title = _("Not the same person")
    button = _("They are two people")
    because = reason(
        _("How do you know?"),
        help_text=_(
            "Colleagues who know both of them read this. Write no address and nothing told in confidence."
        ),
    )

    def prepare(self) -> None:
        found = joining.in_dossier(self.where.viewer, self.where.dossier)
        self.pairs = [
            one for one in found if one.running and not one.own and one.other.public_id == self.where.of
        ]
        if not self.pairs:
            raise Missing

    def consequence(self) -> str:
        return gettext(
            "%(one)s and %(other)s each stand here with their own name again. What was kept from one of them only"
            " because of the other, they can read again. So look first at what is kept from whom."
        ) % {"one": self.pairs[0].kept.full_name, "other": self.pairs[0].other.full_name}

    def do(self, **common: Any) -> UUID | None:
        acts.part(
            dossier=self.where.dossier,
            other=self.where.the_entry,
            because=self.cleaned_data["because"],
            **common,
        )
        return None
