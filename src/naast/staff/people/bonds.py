"""Changes between people: ties, authority, who belongs to the household, a split and a return."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import withholding
from naast.access.people import Face
from naast.access.viewer import Missing
from naast.actions import dossiers, splitting, ties
from naast.rules.relations import TIES
from naast.staff.opening.forms import choice, day

from .forms import Change, people, reason, several
from .joining import goes_on

STATES = [("yes", _("yes")), ("no", _("no")), ("unknown", _("not known"))]


class Tie(Change):
    """Two people stand to each other in some way."""

    title = _("Who is who")
    button = _("Keep this")
    one = choice(_("Who?"), [], required=True)
    tie = choice(_("is"), [], required=True)
    other = choice(_("of whom?"), [], required=True)
    starts = day(_("Since when?"))

    def prepare(self) -> None:
        for name in ("one", "other"):
            self.offer(name, people(self.where.alive))
        self.offer("tie", [(c, gettext(w)) for c, w in TIES.items()])

    def consequence(self) -> str:
        return gettext(
            "Within the household everybody in it can read this. With somebody from outside only the two of them can."
        )

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        ties.relate(
            dossier=self.where.dossier,
            one=UUID(given["one"]),
            tie=given["tie"],
            other=UUID(given["other"]),
            starts=given["starts"],
            **common,
        )
        return None


class TieEnds(Change):
    """A tie ends; partners can go on as former partners."""

    title = _("This ends")
    button = _("End it")
    on = day(_("Until"), required=True)
    parted = forms.BooleanField(required=False, label=_("They go on as former partners"))

    def prepare(self) -> None:
        found = [t for t in self.where.page.ties if t.entry == self.where.the_entry and t.running]
        if not found:
            raise Missing
        self.fields["on"].initial = self.where.today
        if found[0].type != "partner":
            del self.fields["parted"]
        else:
            self.fields["parted"].initial = True
        self.tie = found[0]

    def consequence(self) -> str:
        return gettext(
            "It stays readable as it was. Who reads what does not change by it: look at that together."
        )

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        ties.end_relation(
            relation=self.where.the_entry, on=given["on"], parted=given.get("parted", False), **common
        )
        return None


class Authority(Change):
    """What is told of somebody's authority over a child."""

    title = _("Parental authority")
    button = _("Keep this")
    adult = choice(_("Who?"), [], required=True)
    child = choice(_("Over which child?"), [], required=True)
    state = choice(_("Has authority?"), STATES, required=True, initial="unknown")
    reason = reason(_("How do you know this?"))
    starts = day(_("Since when?"), required=True)

    def prepare(self) -> None:
        alive = self.where.alive
        self.offer("adult", people(f for f in alive if f.age is None or f.age >= 18))
        self.offer("child", people(f for f in alive if f.age is None or f.age < 18))
        self.fields["starts"].initial = self.where.today

    def consequence(self) -> str:
        return gettext(
            "This replaces what was known. If it is no longer a yes, this adult can no longer read what they read of"
            " the child by authority. New authority opens nothing by itself. The adult can read this line."
        )

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        ties.tell_authority(
            dossier=self.where.dossier,
            adult=UUID(given["adult"]),
            child=UUID(given["child"]),
            state=given["state"],
            reason=given["reason"],
            starts=given["starts"],
            guard_seen=self.seen,
            **common,
        )
        return None


class Leaves(Change):
    """Somebody no longer belongs to the household."""

    title = _("No longer in the household")
    button = _("End it")
    on = day(_("From which day?"), required=True)

    def prepare(self) -> None:
        self.who()
        self.fields["on"].initial = self.where.today

    def who(self) -> Face:
        for member in self.where.page.members:
            if member.entry == self.where.the_entry:
                return member.face
        raise Missing

    def consequence(self) -> str:
        said = gettext(
            "What they read until now they go on reading. What is told from then on is not proposed to them as to the"
            " household."
        )
        return said + goes_on(self.where, self.who())

    def do(self, **common: Any) -> UUID | None:
        dossiers.end_membership(membership=self.where.the_entry, on=self.cleaned_data["on"], **common)
        return None


class Split(Change):
    """Some people go on as a household of their own."""

    title = _("The household splits")
    button = _("Split the household")
    leaving = several(_("Who goes on as a household of their own?"))
    on = day(_("From which day?"), required=True)
    purpose = reason(_("Why do you open a household for them?"))
    secrets = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Take along what is kept secret of who leaves, such as an address"),
        help_text=_("Then Naast guards it in the new dossier too, and the team there can read it."),
    )
    stay_out = several(
        _("From whom is the new dossier kept as well?"),
        required=False,
        help_text=_("The whole of this dossier is kept from them."),
    )

    def prepare(self) -> None:
        self.offer("leaving", people(m.face for m in self.where.page.members))
        kept = withholding.in_dossier(self.where.viewer, self.where.dossier)
        self.out = {str(k.human_id): k.name for k in kept if not k.entry and not k.person}
        if self.out:
            self.offer("stay_out", self.out.items())
            self.fields["stay_out"].initial = list(self.out)
        else:
            del self.fields["stay_out"]
        self.fields["on"].initial = self.where.today

    def consequence(self) -> str:
        return gettext(
            "Everything that was told stays in this dossier. A second dossier opens, empty but for who is in it, with"
            " you as the fixed face. Who stays can not read in it."
        )

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        return splitting.split(
            dossier=self.where.dossier,
            leaving=given["leaving"],
            on=given["on"],
            purpose=given["purpose"],
            secrets=given["secrets"],
            open_to=tuple(UUID(human) for human in self.out if UUID(human) not in given["stay_out"]),
            **common,
        )


class Returns(Change):
    """People come (back) to the household."""

    title = _("Somebody comes back to the household")
    button = _("Keep this")
    persons = several(_("Who?"))
    on = day(_("From which day?"), required=True)
    secrets = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Take along what is kept secret of them in a dossier of their own"),
        help_text=_("Then Naast guards it here too, and this team can read it."),
    )

    def prepare(self) -> None:
        here = {m.face.row for m in self.where.page.members}
        outside = [f for f in self.where.alive if f.row not in here]
        if not outside:
            raise Missing
        self.offer("persons", people(outside))
        self.fields["on"].initial = self.where.today

    def consequence(self) -> str:
        return gettext(
            "The household as it was stays readable. They read nothing of before that they could not read already."
        )

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        splitting.join_again(
            dossier=self.where.dossier,
            persons=given["persons"],
            on=given["on"],
            secrets=given["secrets"],
            **common,
        )
        return None
