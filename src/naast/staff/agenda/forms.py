"""The forms of an appointment: who, when, where and what about, with its circle; and why it is cancelled."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.appointments import Appointed
from naast.access.choosing import Chosen
from naast.access.people import Face
from naast.actions.act import Invalid
from naast.actions.appointments import LONGEST_PLACE, Meeting
from naast.actions.choice import Choice
from naast.rules import appointments as rule
from naast.ui.circle import CHOSEN, EVERYONE, PROPOSED, CircleForm, Pick, Way, picks
from naast.ui.guard import GoOnForm, say_at_fields

LONGEST = 200_000


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
        widget=forms.TimeInput(attrs={"type": "time", "class": "input input-s"}, format="%H:%M"),
        error_messages={"required": _("Fill in a time."), "invalid": _("Fill in a time, such as 14.30.")},
    )


class Saying(GoOnForm):
    """A form that is confirmed once; what an act found wrong stands at its field."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def say(self, invalid: Invalid) -> None:
        """Put what an act found wrong at its field."""
        self.heed(invalid)
        say_at_fields(self, invalid)


class MeetingForm(CircleForm, Saying):
    """An appointment. Who meets and the team always read it; `checked` holds for whom that was read back."""

    words = forms.CharField(
        label=_("What is it about?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
        error_messages={"required": _("Write down what it is about.")},
    )
    day = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day.")},
    )
    starts = _time(_("From when?"))
    ends = _time(_("Until when?"))
    present = forms.TypedMultipleChoiceField(
        label=_("Who meets?"), coerce=UUID, error_messages={"required": _("Choose who meets.")}
    )
    place = forms.CharField(
        label=_("Where?"),
        required=False,
        max_length=LONGEST_PLACE,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        help_text=_("May stay empty."),
    )
    secret = forms.BooleanField(required=False, label=_("This place is secret"))

    def __init__(self, *args: Any, now: datetime, old: Appointed | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now_is, self.old = now, old
        field: Any = self.fields["present"]
        field.choices = [(str(face.public_id), face.label) for face in self._candidates()]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        day, starts, ends = (found.get(name) for name in ("day", "starts", "ends"))
        if day is not None and starts is not None and ends is not None:
            wrong = rule.problem(day, starts, ends, self.now_is)
            if wrong is not None:
                self.add_error(wrong[0], gettext(wrong[1]))
        return found

    def _candidates(self) -> tuple[Face, ...]:
        """Who can meet: the worker first, the household, partner professionals, the rest of the team."""
        me = self.chooser.me
        team = tuple(face for face in self.chooser.team if me is None or face.row != me.row)
        return (*([me] if me else []), *self.chooser.faces, *team)

    def present_picks(self) -> list[Pick]:
        """Whom one can meet, with who is chosen."""
        return picks(self["present"], self._candidates())

    def ways(self) -> list[Way]:
        """The ways to choose a circle, the safest first."""
        everyone = self.chooser.ids(self.chooser.everyone)
        return [
            Way(PROPOSED, gettext("Who meets, and the team"), gettext("The safest choice.")),
            Way(CHOSEN, gettext("Others as well"), gettext("Who meets always reads it too.")),
            Way(EVERYONE, gettext("Everybody in the plan"), "", everyone),
        ]

    @property
    def told_to(self) -> Chosen:
        """Who reads it with what is filled in now."""
        return self.now((), [pick.face.public_id for pick in self.present_picks() if pick.checked])

    @property
    def drops(self) -> tuple[Face, ...]:
        """Who reads the appointment as it was, and not as it will be."""
        reads = {face.row for face in self.told_to.reads}
        return tuple(face for face in _reading(self.old) if face.row not in reads)

    def choice(self) -> Choice | None:
        """The chosen circle, once the form is valid; None where a change lets the same people go on reading."""
        reads = self.told_to.reads
        meets = {pick.face.row for pick in self.present_picks() if pick.checked}
        if self.old is not None:
            before = {face.row for face in _reading(self.old)}
            if {face.row for face in reads} == before | (meets & {face.row for face in reads}):
                return None
        how = "proposed" if self.cleaned_data["mode"] == PROPOSED else "worker_chose"
        return Choice(tuple(face.public_id for face in reads), how)

    def meeting(self) -> Meeting:
        """What was filled in, once the form is valid."""
        given = self.cleaned_data
        return Meeting(
            given["words"],
            given["day"],
            given["starts"],
            given["ends"],
            tuple(given["present"]),
            given["place"],
            given["secret"],
            self.seen,
        )


def _reading(old: Appointed | None) -> list[Face]:
    """Who reads an appointment besides the team."""
    return [r.face for r in old.line.readers if r.capacity != "staff"] if old else []


def first(today: date, me: Face | None) -> dict[str, Any]:
    """What stands in the form of a new appointment."""
    return {"day": today, "present": [str(me.public_id)] if me else []}


def of(one: Appointed) -> dict[str, Any]:
    """What stands in the form of a change."""
    starts, ends = timezone.localtime(one.starts), timezone.localtime(one.ends)
    reading = _reading(one)
    meets = {face.row for face in one.present}
    return {
        "words": one.line.words,
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "present": [str(face.public_id) for face in one.present],
        "place": one.place,
        "secret": one.secret,
        "mode": PROPOSED if {face.row for face in reading} <= meets else CHOSEN,
        "readers": [str(face.public_id) for face in reading],
    }


class CancelForm(Saying):
    """Why an appointment does not go on."""

    reason = forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "input", "rows": 2}),
        help_text=_("May stay empty. Everybody who could read the appointment reads this too."),
    )
