"""The forms of consent: about whom and what, what somebody answers, and taking a yes back."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser
from naast.access.people import Face
from naast.actions.consent import Asked
from naast.rules.consent_note import HOWS, PORTAL, SPOKEN
from naast.rules.consent_time import ANSWERS, NO, YES
from naast.rules.consent_words import HELP, SECRECY, SUBJECTS, WEIGHS, Subject, Weighs
from naast.staff.opening.forms import SayForm
from naast.staff.plan.forms import day_field
from naast.staff.story.write_forms import offer, people_field, words_field
from naast.ui.circle import Pick, picks

SAID = [(how, name) for how, name in HOWS.items() if how != PORTAL]  # what the team notes of somebody else


class WhoseForm(forms.Form):
    """Whom it is about, one subject, whether they can weigh it as a person judged, and who is told to harm them.

    It is posted: who harms whom is never to stand in an address.
    """

    person = forms.ChoiceField(label=_("Whom is it about?"))
    subject = forms.ChoiceField(label=_("What is asked?"), choices=[(s, s) for s in (*HELP, *SECRECY)])
    weighs = forms.ChoiceField(
        label=_("Can this person weigh this?"), choices=list(WEIGHS.items()), initial=Weighs.NOT_JUDGED
    )
    harming = people_field(_("Whose behaviour harms this person?"))

    def __init__(self, data: Any, *, chooser: Chooser) -> None:
        super().__init__(data)
        self.chooser = chooser
        offer(self, "person", self._persons)
        offer(self, "harming", self._persons)

    @property
    def _persons(self) -> tuple[Face, ...]:
        lives = (face for face in self.chooser.subjects if not (face.unborn or face.deceased))
        return tuple(face for face in lives if not face.professional)

    def person_picks(self) -> list[Pick]:
        return picks(self["person"], self._persons)

    def harming_picks(self) -> list[Pick]:
        return picks(self["harming"], self._persons)

    @property
    def subjects(self) -> Iterator[tuple[str, list[tuple[str, str, bool]]]]:
        """Help and sharing apart: (heading, [(value, name, chosen)])."""
        for heading, group in (
            (gettext("Help"), HELP),
            (gettext("Sharing with somebody else"), SECRECY),
        ):
            yield (
                heading,
                [(one, gettext(SUBJECTS[one]), one == self["subject"].value()) for one in group],
            )

    @property
    def weighing(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of each answer."""
        for value, name in WEIGHS.items():
            yield value, gettext(name), value == (self["weighs"].value() or Weighs.NOT_JUDGED)

    @property
    def asks(self) -> Subject:
        """What is asked, once the form is valid."""
        return Subject(self.cleaned_data["subject"])

    @property
    def said(self) -> Iterator[tuple[str, str]]:
        """(name, value) of each answer, for the form that goes on from it."""
        for bound in self:
            given = bound.value() or ()
            yield from ((bound.html_name, one) for one in ([given] if isinstance(given, str) else given))


class SaidForm(SayForm):
    """How somebody said it."""

    how = forms.ChoiceField(label=_("How was it said?"), choices=SAID, initial=SPOKEN)
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    @property
    def hows(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of each way to say it."""
        for how, name in SAID:
            yield how, gettext(name), how == self["how"].value()


class AnswerForm(SaidForm):
    """Who answers, yes or no in their words, how, what for, with whom and until when."""

    field_order = ("giver", "answer", "words", "how", "purpose")
    giver = forms.ChoiceField(label=_("Who answers?"))
    answer = forms.ChoiceField(label=_("What is the answer?"), choices=[(YES, YES), (NO, NO)])
    words = words_field(_("In their own words"), 3, help_text=_("May stay empty."))
    purpose = words_field(_("What is it for?"), 2)
    receiver = forms.ChoiceField(label=_("Who receives it?"), required=False)
    organisation = forms.CharField(
        label=_("Or which organisation?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "input input-s"}),
    )
    starts = day_field(_("From which day?"))
    ends = day_field(_("From which day no longer?"), required=False)

    def __init__(
        self, *args: Any, chooser: Chooser, subject: Subject, first: Iterable[Face], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        lives = (face for face in (*first, *chooser.tellers) if not (face.unborn or face.deceased))
        self.givers = tuple({face.row: face for face in lives}.values())
        offer(self, "giver", self.givers)
        self.sharing = subject in SECRECY
        if self.sharing:
            self.receivers = tuple(sorted(chooser.faces, key=lambda face: not face.professional))
            offer(self, "receiver", self.receivers, ("", _("nobody by name")))
            self.fields["ends"].help_text = _("That day it may no longer be shared.")
        else:
            del self.fields["receiver"], self.fields["organisation"]
            self.fields["ends"].help_text = _("May stay empty.")

    def giver_picks(self) -> list[Pick]:
        return picks(self["giver"], self.givers)

    def receiver_picks(self) -> list[Pick]:
        return picks(self["receiver"], self.receivers)

    @property
    def answers(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of yes and no."""
        for answer in (YES, NO):
            yield answer, gettext(ANSWERS[answer]), answer == self["answer"].value()

    def asked(self, whose: WhoseForm) -> Asked:
        """What is noted, once both forms are valid."""
        given, about = self.cleaned_data, whose.cleaned_data
        receiver = given.get("receiver")
        return Asked(
            UUID(about["person"]),
            UUID(given["giver"]),
            whose.asks,
            given["answer"],
            given["how"],
            given["purpose"],
            given["starts"],
            given["ends"],
            UUID(receiver) if receiver else None,
            given.get("organisation", ""),
            about["weighs"],
            given["words"],
            self.seen,
        )


class WithdrawForm(SaidForm):
    """Their words, where they want to say any."""

    words = words_field(
        _("In their own words"), 3, help_text=_("May stay empty. Nobody has to give a reason.")
    )
