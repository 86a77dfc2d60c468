"""Asking somebody for a role: the fixed face, who coordinates, who leads the plan. They answer on their own page."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import roles as reading
from naast.access import withholding
from naast.access.people import Face
from naast.access.viewer import Missing
from naast.actions import roles as acts
from naast.actions.choice import Choice
from naast.actions.decisions import Voice
from naast.rules.roles import COORDINATOR, FIXED_FACE, PLAN_LEAD, may_hold
from naast.staff.opening.forms import choice

from .forms import Change, people, reason, several


class Propose(Change):
    """Somebody who works with the household is asked; what its members say of it is written down."""

    role: ClassVar[str]
    button = _("Ask them")
    account = choice(
        _("Whom do you ask?"),
        [],
        required=True,
        help_text=_(
            "Somebody who works with this household. Is the one you mean not here? Let them join first."
        ),
    )
    words = reason(_("Why this person?"))
    readers = several(
        _("Who may read this, besides the team and who is asked?"),
        required=False,
        help_text=_(
            "All of it: why, and what each one says. If somebody's safety asks for it, the team can open it further"
            " later; it says so."
        ),
    )

    def prepare(self) -> None:
        here = [i for i in self.where.page.involved if i.running and not i.expert]
        now = {i.face.public_id for i in here if i.role == self.role}
        theirs = {(i.face.public_id, i.capacity) for i in here if may_hold(self.role, i.capacity)} - {
            (one, capacity) for one in now for capacity in ("staff", "partner")
        }
        listed = [
            *((c, "staff") for c in withholding.colleagues(self.where.viewer)),
            *((c, "partner") for c in withholding.partners(self.where.viewer)),
        ]
        free = [c for c, capacity in listed if (c.human, capacity) in theirs]
        self.offer("account", [(str(c.account), c.name) for c in free])
        self.offer("readers", people(f for f in self.where.alive if not f.unborn))
        self.speaking = [m.face for m in self.where.page.members if not (m.face.unborn or m.face.deceased)]
        for face in self.speaking:
            said, not_asked = _names(face)
            who = {"name": face.label}
            self.fields[said] = reason(
                gettext("What does %(name)s say of it, in their own words?") % who, required=False
            )
            self.fields[not_asked] = reason(gettext("Or why %(name)s was not asked") % who, required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        for face in self.speaking:
            said, not_asked = _names(face)
            if not (found.get(said, "").strip() or found.get(not_asked, "").strip()):
                self.add_error(said, gettext("Write down what they say of it, or why they were not asked."))
        return found

    def consequence(self) -> str:
        return gettext(
            "Nothing changes until they say yes. Until then who does it now goes on. They see your question on Today,"
            " and read all of this page. The fixed face stays; others are added."
        )

    def say(self, invalid: Any) -> None:
        first = next((_names(face)[0] for face in self.speaking), "words")
        invalid.errors = {
            {"views": first, "voices": first}.get(name, name): e for name, e in invalid.errors.items()
        }
        super().say(invalid)

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        acts.propose(
            dossier=self.where.dossier,
            account=UUID(given["account"]),
            role=self.role,
            words=given["words"],
            voices=tuple(_voices(self.speaking, given)),
            choice=Choice(tuple(given["readers"]), how="worker_chose"),
            stays=given.get("stays", True),
            guard_seen=self.seen,
            **common,
        )
        return None


class FixedFace(Propose):
    """Somebody else of the team is asked to be the fixed face."""

    title = _("Ask for another fixed face")
    role = FIXED_FACE
    stays = forms.BooleanField(
        required=False, initial=True, label=_("Who is the fixed face now goes on working with them")
    )

    def consequence(self) -> str:
        return gettext(
            "Nothing changes until they say yes: the fixed face stays, and others are added. They see your question on"
            " Today, and read all of this page. Tell the household first, and go together once."
        )


class Coordinator(Propose):
    title = _("Ask who coordinates")
    role = COORDINATOR


class PlanLead(Propose):
    title = _("Ask who leads the plan")
    role = PLAN_LEAD


class Withdraw(Change):
    """Who asked asks no longer."""

    title = _("No longer ask this")
    button = _("Take the question back")

    def prepare(self) -> None:
        found = reading.one(self.where.viewer, self.where.the_entry)
        if not (found.mine and found.open and found.dossier == self.where.dossier):
            raise Missing
        self.found = found

    def consequence(self) -> str:
        return gettext("%(name)s no longer sees the question. Everything stays as it is.") % {
            "name": self.found.face.full_name
        }

    def do(self, **common: Any) -> UUID | None:
        acts.withdraw(entry=self.where.the_entry, **common)
        return None


def _names(face: Face) -> tuple[str, str]:
    return f"said-{face.public_id.hex}", f"not-{face.public_id.hex}"


def _voices(faces: Iterable[Face], given: dict[str, Any]) -> Iterable[Voice]:
    for face in faces:
        said, not_asked = _names(face)
        yield Voice(face.public_id, given[said], given[not_asked])
