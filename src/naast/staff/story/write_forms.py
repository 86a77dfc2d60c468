"""The forms on which one talk is written down: the talk itself, and each passage with its own circle."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser, Chosen, is_child, proposed
from naast.access.people import Face
from naast.actions.choice import Choice
from naast.actions.entries import Happened, Passage, Talk
from naast.rules import when
from naast.ui.circle import CHOSEN, EVERYONE, PROPOSED, CircleForm, Pick, Way, picks
from naast.ui.guard import GoOnForm

from .words import FORMS, HOWS, NATURES, NATURES_WHY

LONGEST = 200_000
MOST_PASSAGES = 30
ASKED = ("teller_chose", "asked_aloud", "asked_picture", "asked_later", "child_picked", "worker_chose")


class HappenedField(forms.CharField):
    """When it happened, in words; cleaned into `Happened`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            max_length=when.LONGEST,
            widget=forms.TextInput(attrs={"class": "input input-s"}),
            **kwargs,
        )
        self.today: date | None = None

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        assert self.today is not None
        try:
            found = when.read(text, self.today)
        except when.NotADay as wrong:
            raise forms.ValidationError(gettext(wrong.message) % wrong.params) from None
        return Happened(found.start, found.end, found.precision, found.words)


def people_field(label: Any) -> forms.TypedMultipleChoiceField:
    """Any number of people."""
    return forms.TypedMultipleChoiceField(label=label, required=False, coerce=UUID)


def words_field(label: Any, rows: int = 5, **more: Any) -> forms.CharField:
    """A text of up to 200,000 characters."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "input", "rows": rows}),
        **more,
    )


def offer(form: forms.Form, name: str, faces: tuple[Face, ...], *first: tuple[str, Any]) -> None:
    """Let one field choose among these faces."""
    field: Any = form.fields[name]
    field.choices = [*first, *((str(face.public_id), face.label) for face in faces)]


class TalkForm(GoOnForm):
    """How, when and with whom; in which language; what for, where somebody wants to say."""

    form = forms.ChoiceField(label=_("How did you speak?"), widget=forms.Select(attrs={"class": "input"}))
    happened = HappenedField(label=_("When was it?"), initial=_("today"))
    present = people_field(_("Who was there?"))
    language = forms.CharField(
        label=_("In which language?"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "input input-s"}),
    )
    interpreter = forms.CharField(
        label=_("Who interpreted?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "input input-s"}),
    )
    goal = words_field(_("What was the talk for?"), 2, help_text=_("May stay empty. For the team."))
    problem = words_field(_("What was it about?"), 2, help_text=_("May stay empty. For the team."))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, chooser: Chooser, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chooser = chooser
        field: Any = self.fields["form"]
        field.choices = [("", _("Choose")), *FORMS.items()]
        happened: Any = self.fields["happened"]
        happened.today = today
        offer(self, "present", chooser.faces)

    def present_picks(self) -> list[Pick]:
        """Whom one can have met, with who is chosen."""
        return picks(self["present"], self.chooser.faces)

    def present_faces(self) -> tuple[Face, ...]:
        """Who was there as it is filled in now."""
        return tuple(pick.face for pick in self.present_picks() if pick.checked)

    def talk(self) -> Talk:
        """The talk, once the form is valid."""
        given = self.cleaned_data
        return Talk(
            given["form"],
            given["happened"],
            tuple(given["present"]),
            given["language"],
            given["interpreter"],
            given["goal"].strip(),
            given["problem"].strip(),
            Choice(how="worker_chose"),
            self.seen,
        )


class PassageForm(CircleForm):
    """What one person told, saw, thinks or wishes, and who may read it."""

    nature = forms.ChoiceField(label=_("What is it?"), choices=list(NATURES.items()), initial="telling")
    teller = forms.ChoiceField(label=_("Who told it?"), required=False)
    about = people_field(_("Who is it about?"))
    happened = HappenedField(
        label=_("When did it happen?"), help_text=_("A date, or as exact as you know. May stay empty.")
    )
    words = words_field(
        _("In their own words"),
        help_text=_("Write it as they said it. What you think of it is a passage of its own."),
    )
    how = forms.ChoiceField(
        label=_("How was the circle asked?"), required=False, widget=forms.Select(attrs={"class": "input"})
    )
    ground = words_field(_("Why does a parent with parental authority not read this?"), 2)
    guard_seen = forms.BooleanField(
        required=False,
        label=_("I have seen the warning. Leave the words as they are, and share them no further."),
    )

    def __init__(self, *args: Any, today: date, present: tuple[Face, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        happened: Any = self.fields["happened"]
        happened.today = today
        how: Any = self.fields["how"]
        how.choices = [("", _("Not asked; as Naast proposes")), *((key, HOWS[key]) for key in ASKED)]
        offer(self, "teller", self.chooser.tellers, ("", _("yourself")))
        offer(self, "about", self.chooser.subjects)
        self.fields["words"].widget.attrs["class"] = "input voice-in"
        self.present = present
        self.from_act = False

    @property
    def told_by(self) -> Face | None:
        """Whose words these are as filled in now; None is the writer."""
        return next((pick.face for pick in self.teller_picks() if pick.checked), None)

    def teller_picks(self) -> list[Pick]:
        return picks(self["teller"], self.chooser.tellers)

    def about_picks(self) -> list[Pick]:
        return picks(self["about"], self.chooser.subjects)

    @property
    def natures(self) -> Iterator[tuple[str, Any, Any, bool]]:
        """(value, name, explanation, chosen) of fact, telling, opinion and wish."""
        for value, name in NATURES.items():
            yield value, name, NATURES_WHY[value], value == (self["nature"].value() or "telling")

    def ways(self) -> list[Way]:
        """The ways to choose a circle, the safest first."""
        return [
            Way(
                PROPOSED,
                gettext("As it was told"),
                gettext(
                    "Alone with you: the teller and the team. With others: they too. "
                    "A child: only the child and the team. Your own note: the team."
                ),
            ),
            Way(CHOSEN, gettext("Choose yourself"), gettext("The teller and the team always read it.")),
            Way(EVERYONE, gettext("Everybody in the plan"), "", self.chooser.ids(self.chooser.everyone)),
        ]

    @property
    def always(self) -> tuple[UUID, ...]:
        return (self.told_by.public_id,) if self.told_by else ()

    @property
    def told_to(self) -> Chosen:
        """Who reads it with what is filled in now."""
        readers = proposed(self.chooser, self.told_by, self.present)
        return self.now(readers, self.always)

    @property
    def shut_out(self) -> tuple[Face, ...]:
        """Parents with authority over the child who tells this, who do not read it."""
        return self.chooser.shut_out(self.told_by, self.told_to)

    @property
    def empty(self) -> bool:
        """Was nothing typed here?"""
        return not (self["words"].value() or "").strip()

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if self.shut_out and not (found.get("ground") or "").strip():
            self.add_error(
                "ground", gettext("Write down why. A child may tell something that a parent does not read.")
            )
        return found

    def choice(self) -> Choice:
        """The circle that was chosen and how, once the form is valid."""
        given, teller = self.cleaned_data, self.told_by
        readers = tuple(face.public_id for face in self.told_to.reads)
        child = teller is not None and is_child(teller)
        picked = dict.fromkeys(readers, "picked") if child and given["how"] == "child_picked" else {}
        how = given["how"] or ("proposed" if given["mode"] == PROPOSED else "worker_chose")
        return Choice(readers, how, given["ground"].strip(), picked)

    def passage(self) -> Passage:
        """The passage, once the form is valid."""
        given, teller = self.cleaned_data, self.told_by
        return Passage(
            given["words"],
            given["nature"],
            self.choice(),
            teller.public_id if teller else None,
            tuple(given["about"]),
            given["happened"],
            True,
            given["guard_seen"],
        )
