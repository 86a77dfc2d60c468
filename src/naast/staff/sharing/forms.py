"""The form of sharing: what goes to whom, what for, on which ground, until when, and who is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.consent import Given
from naast.access.lines import Line
from naast.access.people import Face
from naast.access.sharing import ChoosingPage
from naast.actions.act import Invalid
from naast.actions.sharing import Asked, noted
from naast.content.sharing_grounds import Ground, grounds
from naast.documents.saying import names
from naast.rules.sharing import PAPER, PLACE, STEPS, Needs, problems
from naast.staff.opening.forms import SayForm
from naast.staff.plan.forms import day_field
from naast.staff.story.write_forms import offer, words_field
from naast.ui.circle import Pick, picks

from .words import UNFIT, kind, law

FIRST = 8  # entries that stand open on the page; the rest folds
GOAL, NEED, LIGHTER, INFORM, REASON, RECORD = STEPS


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry with its checkbox."""

    line: Line
    kind: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Option:
    """One ground with its radio button; `for_whom` are those of whom it asks a yes, where they are known by now."""

    ground: Ground
    law: str
    checked: bool
    for_whom: tuple[Face, ...]

    @property
    def asks_yes(self) -> bool:
        return self.ground.needs is Needs.CONSENT


class ShareForm(SayForm):
    """All on one page: what, to whom, what for, until when, on which ground, and who is told."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    checked = forms.CharField(required=False, widget=forms.HiddenInput, max_length=100)
    entries = forms.TypedMultipleChoiceField(
        label=_("What do you share?"),
        coerce=UUID,
        error_messages={
            "required": _("Choose what you share."),
            "invalid_choice": _("One of these can not be chosen any more. Look again what you share."),
        },
    )
    receiver = forms.ChoiceField(label=_("Who gets it?"), required=False)
    organisation = forms.CharField(
        label=_("Or which organisation?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "input"}),
        help_text=_(
            "Who has no place in Naast gets a sealed file. Nobody can take back a file that was given."
        ),
    )
    purpose = words_field(_("What is it for?"), 2, help_text=_(GOAL))
    ends = day_field(_("From which day no longer?"), required=False)
    ground = forms.ChoiceField(
        label=_("On which ground?"), error_messages={"required": _("Choose on which ground.")}
    )
    consents = forms.TypedMultipleChoiceField(
        label=_("Which yes does it rest on?"), coerce=UUID, required=False
    )
    need = words_field(_("Why is this needed?"), 2, help_text=_(NEED))
    lighter = words_field(_("Why is there no lighter way?"), 2, help_text=_(LIGHTER))
    words = words_field(_("What is the reason?"), 3, help_text=_(REASON))
    told = forms.BooleanField(required=False, label=_("I tell it now to who told this."))
    not_told = words_field(_("Not yet? Why not?"), 2)
    look_on = day_field(_("When do you look at that again?"), required=False)

    def __init__(self, *args: Any, page: ChoosingPage, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page, self.today = page, today
        offer(self, "receiver", page.partners, ("", _("an organisation")))
        for name, codes in (
            ("entries", [str(line.public_id) for line in page.entries]),
            ("consents", [str(one.line.public_id) for one in page.consents]),
            ("ground", [one.code for one in grounds().offered]),
        ):
            field: Any = self.fields[name]
            field.choices = [(code, code) for code in codes]
        self.fields["ends"].help_text = _(
            "A file that is given keeps what stands in it, whatever you choose."
        )

    def clean(self) -> dict[str, Any]:
        """What the rules miss is said here, before it is read back; the act looks again."""
        found = super().clean() or self.cleaned_data
        ground = self.chosen_ground
        if ground is None:
            return found
        for field, wrong in problems(noted(self.asked, ground), self.today):
            if field not in self.errors:
                self.say(Invalid(field, wrong))
        if ground.needs is Needs.CONSENT:
            self._check_yeses(ground)
        return found

    def _check_yeses(self, ground: Ground) -> None:
        chosen = [one for one in self.page.consents if one.line.public_id in self.asked.consents]
        if not all(self._fits(one, ground) for one in chosen):
            self.add_error("consents", UNFIT)
        elif missing := self._without_yes(chosen):
            said = gettext("A yes is still missing for %(names)s.") % {"names": names(missing)}
            self.add_error("consents", said)

    def _fits(self, one: Given, ground: Ground) -> bool:
        to = one.receiver.public_id if one.receiver else None
        asked = self.asked
        return (one.subject, to, one.organisation) == (
            ground.subject,
            asked.receiver,
            asked.organisation.strip(),
        )

    def _without_yes(self, chosen: list[Given]) -> tuple[Face, ...]:
        given = {one.person.row for one in chosen}
        concerned = self.page.concerned(self.asked.entries)
        return tuple(face for face in concerned if face.row not in given)

    @property
    def chosen_ground(self) -> Ground | None:
        """The ground that is filled in, once the fields were looked at."""
        return grounds().every.get(self.cleaned_data.get("ground", ""))

    @property
    def asked(self) -> Asked:
        """What is given, of what is filled in; whole once the form is valid."""
        given = self.cleaned_data
        receiver = given.get("receiver")
        return Asked(
            entries=tuple(given.get("entries", ())),
            way=PLACE if receiver else PAPER,
            ground=given.get("ground", ""),
            purpose=given.get("purpose", ""),
            ends=given.get("ends"),
            receiver=UUID(receiver) if receiver else None,
            organisation=given.get("organisation", ""),
            need=given.get("need", ""),
            lighter=given.get("lighter", ""),
            words=given.get("words", ""),
            told=given.get("told", False),
            not_told=given.get("not_told", ""),
            look_on=given.get("look_on"),
            consents=self._consents(given),
            guard_seen=self.seen,
        )

    def _consents(self, given: dict[str, Any]) -> tuple[UUID, ...]:
        """Those that were chosen; a ground that asks no yes rests on none, also where boxes were left ticked."""
        ground = self.chosen_ground
        asks = ground is not None and ground.needs is Needs.CONSENT
        return tuple(given.get("consents", ())) if asks else ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Everything to choose from: what is chosen first, then the newest."""
        chosen = {str(value) for value in self["entries"].value() or ()}
        every = [Choice(line, kind(line.kind), str(line.public_id) in chosen) for line in self.page.entries]
        return tuple(sorted(every, key=lambda one: not one.checked))

    @property
    def first(self) -> tuple[Choice, ...]:
        return self.choices[: self._open]

    @property
    def rest(self) -> tuple[Choice, ...]:
        return self.choices[self._open :]

    @property
    def _open(self) -> int:
        return max(FIRST, sum(one.checked for one in self.choices))

    @property
    def receivers(self) -> list[Pick]:
        return picks(self["receiver"], self.page.partners)

    @property
    def options(self) -> Iterator[Option]:
        """The grounds, each with whose yes it asks for what is chosen now."""
        of = self.page.concerned(one.line.public_id for one in self.choices if one.checked)
        for ground in grounds().offered:
            yield Option(ground, law(ground), ground.code == self["ground"].value(), of)

    @property
    def yeses(self) -> list[tuple[Given, bool]]:
        """The yeses to sharing that run, with which of them are chosen."""
        chosen = {str(value) for value in self["consents"].value() or ()}
        return [(one, str(one.line.public_id) in chosen) for one in self.page.consents]

    @property
    def steps(self) -> dict[str, str]:
        """What the weighing asks that is no question of a field."""
        return {"inform": gettext(INFORM), "record": gettext(RECORD)}
