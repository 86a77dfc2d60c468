"""Changes to one person: somebody comes in, is born, is lost, dies, has another name, can be reached otherwise."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.viewer import Missing
from naast.actions import dossiers, persons, ties
from naast.actions.dossiers import NewPerson
from naast.actions.taking import IN, of_hand
from naast.integrations.brp.errors import RegisterError
from naast.rules.bsn import NotABsn, parse
from naast.rules.purposes import PURPOSES
from naast.rules.relations import CONTACT_TYPES, TIES
from naast.staff.opening import register
from naast.staff.opening.forms import PLACES, HandForm, choice, day, text

from .forms import NOT_TOLD, Change, people


class Add(Change):
    """Somebody by hand, in the household or around it."""

    title = _("Add somebody")
    button = _("Add")
    call_name, infix, family_name = (HandForm.base_fields[n] for n in ("call_name", "infix", "family_name"))
    birth, youngest, oldest = (HandForm.base_fields[n] for n in ("birth", "youngest", "oldest"))
    unborn = HandForm.base_fields["unborn"]
    place = choice(_("Where do they belong?"), PLACES[:2], initial=IN)
    tie = choice(_("Who are they?"), [])
    other = choice(_("of whom?"), [])
    starts = day(_("Since when?"))

    def prepare(self) -> None:
        self.offer("tie", [("", NOT_TOLD), *((c, gettext(w)) for c, w in TIES.items())])
        self.offer("other", [("", NOT_TOLD), *people(self.where.alive)])

    def consequence(self) -> str:
        return gettext(
            "Everybody in the household can read that somebody belongs to it. Somebody around it is known to the"
            " team, and to the two people of the tie."
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("call_name") and not given.get("family_name"):
            self.add_error("call_name", gettext("Fill in a name."))
        if given.get("birth") and given["birth"] > self.where.today:
            self.add_error("birth", gettext("This day is still to come."))
        low, high = given.get("youngest"), given.get("oldest")
        if low is not None and high is not None and high < low:
            self.add_error("oldest", gettext("This is less than the first number."))
        if bool(given.get("tie")) != bool(given.get("other")):
            self.add_error("other", gettext("Say who is what of whom, or leave both open."))
        return given

    def new(self) -> NewPerson:
        """Who comes in."""
        return of_hand("new", self.cleaned_data, self.where.today)

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        dossiers.add_person(
            dossier=self.where.dossier,
            person=self.new(),
            relation=(given["tie"], UUID(given["other"])) if given["tie"] else None,
            member=given["place"] == IN,
            starts=given["starts"],
            **common,
        )
        return None


class AddFromRegister(Change):
    """Somebody of the household by BSN: name and birth date, and an address only when it is asked for."""

    title = _("Add somebody from the register")
    button = _("Ask the register and add")
    purpose = choice(_("What do you need the register for?"), [], required=True)
    bsn = text("BSN", required=True, most=20)
    with_address = forms.BooleanField(required=False, label=_("Ask for the address too"))
    starts = day(_("Since when?"))

    def prepare(self) -> None:
        self.offer("purpose", ((c, gettext(w)) for c, w in PURPOSES.items()))

    def consequence(self) -> str:
        return gettext(
            "Only for who belongs to the household. Who matters to them from outside is added by hand. The question"
            " and its purpose are kept."
        )

    def clean_bsn(self) -> str:
        try:
            return parse(self.cleaned_data["bsn"]).reveal()
        except NotABsn as wrong:
            raise forms.ValidationError(gettext(wrong.reason)) from None

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        purpose, number, more = given["purpose"], given["bsn"], given["with_address"]
        try:
            found = register.ask(
                common["viewer"],
                purpose,
                "more" if more else "number",
                lambda brp: brp.by_bsn(number, purpose, with_address=more),
            )
        except RegisterError as error:
            self.add_error(None, gettext(error.reason))
            return None
        name, address = found.name, found.address.as_text() if found.address else ""
        new = NewPerson(
            "new",
            name.given.split()[0] if name.given else name.family,
            given_names=name.given,
            prefix=name.prefix,
            family_name=name.family,
            bsn=found.bsn.reveal(),
            birth_from=found.birth.earliest,
            birth_to=found.birth.latest,
            died_on=found.death.latest if found.death else None,
            secret=found.secret,
            addresses=(("address", address),) if address else (),
        )
        dossiers.add_person(
            dossier=self.where.dossier, person=new, member=True, starts=given["starts"], **common
        )
        return None


class OfUnborn(Change):
    """A change to an unborn child."""

    def prepare(self) -> None:
        if not self.where.person().unborn or self.where.person().deceased:
            raise Missing


class Born(OfUnborn):
    """An unborn child is born: one or more children."""

    title = _("A child is born")
    button = _("Note the birth")
    on = day(_("Born on"), required=True)
    name_1 = text(_("Name of the child"), required=True, most=120)
    name_2 = text(_("Name of a twin"), most=120)
    name_3 = text(_("Name of a third child"), most=120)
    family_name = text(_("Family name"))

    def consequence(self) -> str:
        return gettext(
            "What was told about the unborn child goes on with the first child. Another child starts with the same"
            " parents and household."
        )

    def say(self, invalid: Any) -> None:
        super().say(_renamed(invalid, names="name_1"))

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        persons.born(
            dossier=self.where.dossier,
            person=self.where.person().public_id,
            on=given["on"],
            names=[given[f"name_{i}"] for i in (1, 2, 3)],
            family_name=given["family_name"],
            **common,
        )
        return None


class Lost(OfUnborn):
    """A pregnancy ends without a living child."""

    title = _("The child will not be born")
    button = _("Note the loss")
    on = day(_("Since"), required=True)

    def consequence(self) -> str:
        return gettext("The child stays in the story. Naast no longer counts on a birth.")

    def do(self, **common: Any) -> UUID | None:
        persons.lost(
            dossier=self.where.dossier,
            person=self.where.person().public_id,
            on=self.cleaned_data["on"],
            **common,
        )
        return None


class Died(Change):
    """Somebody died."""

    title = _("Somebody has died")
    button = _("Note the death")
    on = day(_("Died on"), required=True)

    def prepare(self) -> None:
        if self.where.person().deceased or self.where.person().unborn:
            raise Missing

    def consequence(self) -> str:
        return gettext(
            "From now on %(name)s has no account and reads nothing, in any dossier. Nobody takes over what they could"
            " read. Their words stay."
        ) % {"name": self.where.person().label}

    def do(self, **common: Any) -> UUID | None:
        persons.died(
            dossier=self.where.dossier,
            person=self.where.person().public_id,
            on=self.cleaned_data["on"],
            **common,
        )
        return None


class Rename(Change):
    """Another name."""

    title = _("Another name")
    button = _("Keep this name")
    call_name = text(_("Name they go by"), required=True, most=120)
    infix = text(_("Prefix"), most=40)
    family_name = text(_("Family name"))
    guarded = forms.BooleanField(required=False, label=_("This name is secret"))

    def prepare(self) -> None:
        self.fields["call_name"].initial = self.where.person().label

    def consequence(self) -> str:
        return gettext(
            "The new name stands everywhere, but not in words that somebody said. A secret name is read by %(name)s and"
            " the team only; everybody else goes on reading the old one."
        ) % {"name": self.where.person().label}

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        persons.rename(
            dossier=self.where.dossier,
            person=self.where.person().public_id,
            call_name=given["call_name"],
            prefix=given["infix"],
            family_name=given["family_name"],
            guarded=given["guarded"],
            **common,
        )
        return None


class Reach(Change):
    """How somebody can be reached, or where they can be found."""

    title = _("How to reach somebody")
    button = _("Keep this")
    kind = choice(_("What is it?"), [], required=True)
    value = text(_("What it says"), required=True, most=400)
    guarded = forms.BooleanField(required=False, label=_("This is secret"))

    def prepare(self) -> None:
        self.where.person()
        self.offer("kind", [(c, gettext(w)) for c, w in CONTACT_TYPES.items()])

    def consequence(self) -> str:
        return gettext(
            "%(name)s and the team read this, nobody else. When it is secret, Naast looks for it in everything that is"
            " written here."
        ) % {"name": self.where.person().label}

    def do(self, **common: Any) -> UUID | None:
        given = self.cleaned_data
        dossiers.note_contact_data(
            dossier=self.where.dossier,
            person=self.where.person().public_id,
            kind=given["kind"],
            value=given["value"],
            guarded=given["guarded"],
            **common,
        )
        return None


class ReachEnds(Change):
    """Contact data that are no longer right."""

    title = _("This is no longer right")
    button = _("End it")
    on = day(_("Until"), required=True)

    def prepare(self) -> None:
        if self.where.the_entry not in {line.entry for line in self.where.page.contacts}:
            raise Missing
        self.fields["on"].initial = self.where.today

    def consequence(self) -> str:
        return gettext("It no longer stands with this person.")

    def do(self, **common: Any) -> UUID | None:
        ties.end_contact_data(contact=self.where.the_entry, on=self.cleaned_data["on"], **common)
        return None


def _renamed(invalid: Any, **names: str) -> Any:
    invalid.errors = {names.get(name, name): error for name, error in invalid.errors.items()}
    return invalid
