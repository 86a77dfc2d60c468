"""The forms of a question that several people answer together, and of its parts, each with its circle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.choosing import Chooser
from naast.access.matters_page import Matter, Part, Voice
from naast.access.people import Face
from naast.actions.choice import Choice
from naast.actions.matters import Asked, Noted
from naast.actions.matters_outcome import Counted, Decided
from naast.rules import matters as rule
from naast.staff.opening.forms import SayForm
from naast.staff.story.acts import how_field
from naast.staff.story.told_forms import ToldForm
from naast.staff.story.write_forms import HappenedField, offer, people_field, words_field
from naast.ui.circle import EVERYONE, PROPOSED, Pick, Way, picks

WHO_BELONG = _("Who belong to it, and the team")


class MatterForm(ToldForm):
    """The question, and who belongs to it: whoever reads it, reads that too."""

    proposal = WHO_BELONG
    words = words_field(
        _("What is the question?"), 3, help_text=_("In everyday words, so that everybody can answer it.")
    )
    belongs = people_field(_("Who belong to this question?"))

    def __init__(self, *args: Any, chooser: Chooser, **kwargs: Any) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        self.around = tuple(face for face in (*chooser.subjects, *chooser.team) if not face.deceased)
        offer(self, "belongs", self.around)

    def belongs_picks(self) -> list[Pick]:
        return picks(self["belongs"], self.around)

    def proposed(self) -> tuple[UUID, ...]:
        wanted = {pick.face.public_id for pick in self.belongs_picks() if pick.checked}
        return tuple(face.public_id for face in self.chooser.faces if face.public_id in wanted)

    def clean(self) -> dict[str, Any]:
        """What is wrong is said before who reads it is read back; the act asks the same rule."""
        found = super().clean() or self.cleaned_data
        for wrong in rule.of_question(found.get("words", ""), len(found.get("belongs", ()))):
            _say(self, wrong)
        return found

    def asked(self) -> Asked:
        """The question, once the form is valid."""
        given = self.cleaned_data
        return Asked(given["words"], tuple(given["belongs"]), self.seen)


def _say(form: forms.Form, wrong: tuple[str, str] | None) -> None:
    """Put what a rule found wrong at its field."""
    if wrong is not None and wrong[0] not in form.errors:
        form.add_error(wrong[0], gettext(wrong[1]))


def _proposed_or_chosen(ways: list[Way]) -> list[Way]:
    """What is said of a question is for who belong to it, or for whom the worker chooses one by one."""
    return [way for way in ways if way.value != EVERYONE]


LABELS = {
    rule.INFORMED: _("What did you tell, or what did they get to read?"),
    rule.SILENT: _("Why is their view not here?"),
    rule.TRIED: _("What was tried to come closer to each other?"),
    rule.TOLD_BACK: _("What did you tell back?"),
}
HELP = {
    rule.SILENT: _(
        "Such as: not asked yet, does not want to say it, told in confidence. Only the team reads it."
    ),
    rule.TOLD_BACK: _("In the words in which you told it: plain, and for a child in a child's words."),
}


class NoteForm(ToldForm):
    """One part of a question that the team notes; which, and of whom, stands in its address."""

    words = words_field("")
    happened = HappenedField(label=_("On which day?"), initial=_("today"))
    by = forms.ChoiceField(label=_("Who told it?"), required=False)
    also = people_field(_("Who else was told the same?"))

    def __init__(
        self,
        *args: Any,
        chooser: Chooser,
        today: date,
        sort: str,
        matter: Matter,
        voice: Voice | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        self.sort, self.matter, self.voice, self.today = sort, matter, voice, today
        self.fields["words"].label, self.fields["words"].help_text = LABELS[sort], HELP.get(sort, "")
        if sort in (rule.INFORMED, rule.TOLD_BACK):
            happened: Any = self.fields["happened"]
            happened.today = today
            offer(self, "by", (*chooser.team, *chooser.faces), ("", gettext("you")))
            offer(self, "also", self.others)
        else:
            del self.fields["happened"], self.fields["by"], self.fields["also"]

    @property
    def others(self) -> tuple[Face, ...]:
        """Who else belongs to it and can be told something."""
        faces = (one.face for one in self.matter.voices if one.belongs and one is not self.voice)
        return tuple(face for face in faces if not (face.unborn or face.deceased))

    def also_picks(self) -> list[Pick]:
        return picks(self["also"], self.others)

    def by_picks(self) -> list[Pick]:
        mine = self.chooser.me
        faces = (*self.chooser.team, *self.chooser.faces)
        return picks(self["by"], tuple(face for face in faces if mine is None or face.row != mine.row))

    def proposed(self) -> tuple[UUID, ...]:
        if self.sort == rule.SILENT:
            return ()
        voices = (self.voice, *self._also()) if self.voice else self.matter.voices
        told = {one.face.public_id for one in voices if one.reads and one.belongs}
        return tuple(face.public_id for face in self.chooser.faces if face.public_id in told)

    @property
    def proposal(self) -> Any:
        if self.sort == rule.TRIED:
            return WHO_BELONG
        return _("Whom it was told, and the team") if self.proposed() else _("Only the team")

    def ways(self) -> list[Way]:
        return _proposed_or_chosen(super().ways())

    def clean(self) -> dict[str, Any]:
        """As with a question."""
        found = super().clean() or self.cleaned_data
        _say(self, rule.of_part(self.sort, found.get("words", ""), self.voice is not None))
        if "happened" in found:
            _say(self, rule.on_a_day(self.sort, found["happened"].start, self.today))
        return found

    def circle(self) -> Choice | None:
        """The chosen circle, once the form is valid; None as proposed, for then each has one of their own."""
        return None if self.cleaned_data["mode"] == PROPOSED else self.choice()

    def _also(self) -> tuple[Voice, ...]:
        chosen = (
            {pick.face.row for pick in self.also_picks() if pick.checked} if "also" in self.fields else set()
        )
        return tuple(one for one in self.matter.voices if one.face.row in chosen)

    def part(self) -> Noted:
        """What is noted, once the form is valid."""
        given = self.cleaned_data
        person = self.voice.face.public_id if self.voice else None
        more = {"happened": given["happened"]} if "happened" in given else {}
        by = UUID(given["by"]) if given.get("by") else None
        also = tuple(given.get("also", ()))
        return Noted(self.sort, given["words"], person, by=by, also=also, guard_seen=self.seen, **more)


ALONE, READERS = "alone", "readers"


class ViewForm(SayForm):
    """How one person sees it; where it is somebody else's, with how it was asked."""

    words = words_field(_("In their own words"))
    how = how_field(required=False)
    share = forms.ChoiceField(
        label=_("Who may read this?"), choices=[(ALONE, ALONE), (READERS, READERS)], initial=ALONE
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            self.fields["words"].label = gettext("In your own words")
            del self.fields["how"]


@dataclass(frozen=True, slots=True)
class ViewFields:
    """One view with the two fields of how it counted."""

    view: Part
    words: forms.BoundField
    otherwise: forms.BoundField


class OutcomeForm(ToldForm):
    """What came out, by whom, and how each view counted that the worker may read."""

    proposal = WHO_BELONG
    result = forms.ChoiceField(
        label=_("What came out?"), required=False, choices=[(one, one) for one in rule.RESULTS]
    )
    words = words_field(_("In your own words: what do you do, or what stays as it is?"), 4)
    by = people_field(_("Who decided this?"))
    differ = words_field(_("About what do you agree to differ?"), 3)

    def __init__(self, *args: Any, chooser: Chooser, matter: Matter, **kwargs: Any) -> None:
        super().__init__(*args, chooser=chooser, **kwargs)
        self.matter = matter
        self.around = tuple(face for face in (*chooser.faces, *chooser.team) if not face.unborn)
        offer(self, "by", self.around)
        for view in matter.views:
            words, otherwise = self._names(view)
            self.fields[words] = words_field(gettext("How did this count?"), 2)
            self.fields[otherwise] = forms.BooleanField(
                required=False, label=gettext("sees it otherwise than what came out")
            )

    @staticmethod
    def _names(view: Part) -> tuple[str, str]:
        key = view.line.public_id.hex
        return f"counted-{key}", f"otherwise-{key}"

    def clean(self) -> dict[str, Any]:
        """As with a question; each view that lacks how it counted is said at its own field."""
        found = super().clean() or self.cleaned_data
        names = [self._names(view) for view in self.matter.views]
        for words, _otherwise in names:
            if not found.get(words, "").strip():
                self.add_error(words, gettext("Write down how this view counted."))
        counted = tuple((found.get(words, ""), bool(found.get(other))) for words, other in names)
        by = len(found.get("by", ()))
        outcome = rule.Outcome(
            found.get("words", ""), found.get("result", ""), found.get("differ", ""), by, counted
        )
        wrong = rule.problem(outcome)
        _say(self, wrong if wrong and wrong[0] in self.fields else None)
        return found

    @property
    def results(self) -> Iterator[tuple[str, str, bool]]:
        """(value, name, chosen) of each."""
        for code, name in rule.RESULTS.items():
            yield code, gettext(name), code == self["result"].value()

    def by_picks(self) -> list[Pick]:
        return picks(self["by"], self.around)

    @property
    def rests_unread(self) -> list[tuple[Face, tuple[Face, ...]]]:
        """(whose view, who will read what came out and cannot read that view), to say it before it is told."""
        reads = self.told_to.reads
        found = []
        for view in self.matter.views:
            reading = {reader.face.row for reader in view.line.readers}
            cannot = tuple(face for face in reads if face.row not in reading)
            if view.person is not None and cannot:
                found.append((view.person, cannot))
        return found

    @property
    def views(self) -> Iterator[ViewFields]:
        """Each view with its fields."""
        for view in self.matter.views:
            words, otherwise = self._names(view)
            yield ViewFields(view, self[words], self[otherwise])

    def proposed(self) -> tuple[UUID, ...]:
        told = {one.face.public_id for one in self.matter.voices if one.reads and one.belongs}
        return tuple(face.public_id for face in self.chooser.faces if face.public_id in told)

    def ways(self) -> list[Way]:
        return _proposed_or_chosen(super().ways())

    def decided(self) -> Decided:
        """What came out, once the form is valid."""
        given = self.cleaned_data
        counted = tuple(
            Counted(view.line.public_id, given[words], given[otherwise])
            for view, (words, otherwise) in ((view, self._names(view)) for view in self.matter.views)
        )
        return Decided(
            given["result"], given["words"], tuple(given["by"]), given["differ"], counted, self.seen
        )
