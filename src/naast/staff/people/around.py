"""Changes to who works with the household, and to what is kept from whom."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import withholding
from naast.access.household_lines import Involved
from naast.access.viewer import Missing
from naast.actions import involvements
from naast.actions import withholding as acts
from naast.rules.roles import BESIDE
from naast.staff.opening.forms import choice, day, text

from .forms import Change, end_of, people, reason, several
from .joining import goes_on

ROLES = [("team", _("works with you")), ("stand_in", _("stands in for you"))]
HERE, PERSON = "dossier", "person"
MOST_WORDS = 80  # letters of an entry in the name of a choice


class Colleague(Change):
    """A colleague joins, or stands in until a day."""

    title = _("A colleague joins")
    button = _("Let them join")
    account = choice(_("Who?"), [], required=True)
    role = choice(_("As what?"), ROLES, required=True)
    until = day(_("Until"), help_text=_("Somebody who stands in has a last day."))

    def prepare(self) -> None:
        here = {i.face.public_id for i in self.where.page.involved if i.running}
        free = [c for c in withholding.colleagues(self.where.viewer) if c.human not in here]
        self.offer("account", [(str(c.account), c.name) for c in free])

    def consequence(self) -> str:
        return gettext(
            "From now on this colleague reads everything that the team reads here, from the first day on. Everybody in"
            " the household can read that they joined."
        )

    def say(self, invalid: Any) -> None:
        invalid.errors = {{"ends": "until"}.get(name, name): e for name, e in invalid.errors.items()}
        super().say(invalid)

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        involvements.add_colleague(
            dossier=self.where.dossier,
            account=UUID(given["account"]),
            role=given["role"],
            starts=common["viewer"].at,
            ends=end_of(given["until"]) if given["until"] else None,
            **common,
        )
        return None


class Partner(Change):
    """A professional from outside joins for a time."""

    title = _("A professional from outside joins")
    button = _("Let them join")
    account = choice(_("Who?"), [], required=True)
    organisation = text(_("Of which organisation?"), required=True, most=120)
    ground = text(_("On which ground, and what for?"), required=True)
    until = day(_("Until"), required=True)
    readers = several(_("Who may know that they are involved?"), required=False)

    def prepare(self) -> None:
        here = {i.face.public_id for i in self.where.page.involved if i.running and i.capacity == "partner"}
        free = [c for c in withholding.partners(self.where.viewer) if c.human not in here]
        self.offer("account", [(str(c.account), c.name) for c in free])
        self.offer("readers", people(f for f in self.where.alive if not f.unborn))

    def consequence(self) -> str:
        return gettext(
            "They read nothing by joining, but that they are involved. You share with them what they need, piece by"
            " piece; after the last day they read none of it."
        )

    def say(self, invalid: Any) -> None:
        invalid.errors = {{"ends": "until"}.get(name, name): e for name, e in invalid.errors.items()}
        super().say(invalid)

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        involvements.add_partner(
            dossier=self.where.dossier,
            account=UUID(given["account"]),
            organisation=given["organisation"],
            ground=given["ground"],
            readers=given["readers"],
            starts=common["viewer"].at,
            ends=end_of(given["until"]),
            guard_seen=self.seen,
            **common,
        )
        return None


class AroundEnds(Change):
    """Somebody is no longer involved."""

    title = _("No longer involved")
    button = _("End it now")

    def prepare(self) -> None:
        self._line()

    def _line(self) -> Involved:
        for line in self.where.page.involved:
            if line.entry == self.where.the_entry and line.can_end:
                return line
        raise Missing

    def consequence(self) -> str:
        line = self._line()
        face = line.face
        if line.role in BESIDE:
            return gettext("%(name)s no longer has this role. What they read stays as it is.") % {
                "name": face.full_name
            }
        said = gettext("From now on %(name)s can no longer read this.") % {"name": face.full_name}
        return said + goes_on(self.where, face)

    def do(self, **common: Any) -> UUID | None:
        involvements.end(involvement=self.where.the_entry, at=common["viewer"].at, **common)
        return None


class Withhold(Change):
    """Keep the dossier, or everything with one person, from somebody."""

    title = _("Keep something from somebody")
    button = _("Keep it from them")
    human = choice(_("From whom?"), [], required=True)
    what = choice(_("What?"), [], required=True)
    reason = reason(_("Why?"))
    review_on = day(_("When do you look at this again?"), required=True)
    resident_too = forms.BooleanField(
        required=False,
        label=_("Also as a resident"),
        help_text=_(
            "For a colleague who lives here or matters to somebody here: without it their own portal stays."
        ),
    )

    def prepare(self) -> None:
        own = self.where.viewer.human
        around = [f for f in self.where.page.known if not f.deceased and not f.unborn and f.row != own]
        listed = {str(f.public_id): f.full_name for f in around}
        mine = next((f.public_id for f in self.where.page.known if f.row == own), None)
        listed |= {str(c.human): c.name for c in withholding.colleagues(self.where.viewer) if c.human != mine}
        self.offer("human", listed.items())
        with_whom = [
            (str(f.public_id), gettext("everything with %(name)s in it") % {"name": f.full_name})
            for f in self.where.alive
        ]
        self.offer("what", [(HERE, _("this whole dossier")), *with_whom])

    def consequence(self) -> str:
        return gettext(
            "This goes before every choice, share and authority. They can no longer read it with any account, also not"
            " what they read before, and they do not see that something is kept. A colleague from whom you keep the"
            " whole dossier can no longer read it in their work. One single piece you keep from somebody on the page of"
            " that piece."
        )

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        acts.withhold(
            dossier=self.where.dossier,
            human=UUID(given["human"]),
            person=None if given["what"] == HERE else UUID(given["what"]),
            reason=given["reason"],
            review_on=given["review_on"],
            resident_too=given["resident_too"],
            **common,
        )
        return None


class WithholdMe(Change):
    """A worker is kin, neighbour or client of somebody here."""

    title = _("I know somebody here")
    button = _("Close this dossier for me")
    reason = reason(
        _("How do you know each other?"), help_text=_("Your colleagues of this household can read this.")
    )

    def consequence(self) -> str:
        return gettext(
            "Now you can no longer open this dossier, and you leave its team. If you are the fixed face, your"
            " colleagues have to choose another one: agree on that first. Only a colleague can open it for you again."
        )

    def do(self, **common: Any) -> UUID | None:
        acts.withhold_self(dossier=self.where.dossier, reason=self.cleaned_data["reason"], **common)
        return None


class WithholdEnds(Change):
    """What was kept from somebody opens again."""

    title = _("Open it again")
    button = _("Open it again")
    which = choice(_("What opens again?"), [], required=True)
    also = several(_("And what else?"), required=False)
    reason = reason(_("Why?"))

    def prepare(self) -> None:
        kept = [
            k
            for k in withholding.in_dossier(self.where.viewer, self.where.dossier)
            if k.human_id == self.where.of
        ]
        if not kept:
            raise Missing
        self.kept = {_key(k): k for k in kept}
        self.offer("which", [(key, words(k)) for key, k in self.kept.items()])
        pieces = [(str(k.entry), words(k)) for k in kept if k.entry]
        if len(pieces) > 1 or (pieces and len(kept) > 1):
            self.offer("also", pieces)
        else:
            del self.fields["also"]

    def consequence(self) -> str:
        return gettext("%(name)s reads it again as far as a circle, share or authority lets them.") % {
            "name": next(iter(self.kept.values())).name
        }

    def do(self, **common: Any) -> UUID | None:
        kept = self.kept[self.cleaned_data["which"]]
        acts.end_withholding(
            dossier=self.where.dossier,
            human=kept.human_id,
            entry=kept.entry,
            person=kept.person.public_id if kept.person and not kept.entry else None,
            also=tuple(self.cleaned_data.get("also", ())),
            reason=self.cleaned_data["reason"],
            **common,
        )
        return None


def _key(kept: withholding.Kept) -> str:
    """What a form calls one thing that is kept; the same also when more is kept meanwhile."""
    person = kept.person.public_id if kept.person else HERE
    return str(kept.entry or person)


def words(kept: withholding.Kept) -> str:
    """What is kept, in words; of a piece of the story its own, as far as a line goes."""
    if kept.entry is not None and kept.words:
        return gettext("one piece of the story: “%(words)s”") % {
            "words": Truncator(kept.words).chars(MOST_WORDS)
        }
    if kept.entry is not None:
        return gettext("one piece of the story")
    if kept.person is not None:
        return gettext("everything with %(name)s in it") % {"name": kept.person.full_name}
    return gettext("this whole dossier, in their work") if kept.work_only else gettext("this whole dossier")
