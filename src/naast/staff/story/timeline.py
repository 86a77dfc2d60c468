"""The story on the household page: entries by day with their voices and answers, filters, and pages."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from naast.access import timeline
from naast.access.lines import Line
from naast.access.people import Face
from naast.access.timeline import Filters
from naast.access.told import Told
from naast.access.viewer import Viewer
from naast.ui.forms import Select

from .reads import Reads, reads
from .words import FORMS, KINDS, NATURES, VERBS


@dataclass(frozen=True, slots=True)
class Beside:
    """A line that stands beside another, with who reads it."""

    line: Line
    reads: Reads


@dataclass(frozen=True, slots=True)
class Item:
    """One place on the line of time."""

    told: Told
    reads: Reads
    verb: Any
    nature: Any
    form: Any
    answers: tuple[Beside, ...]
    voices: tuple["Item", ...]

    @property
    def line(self) -> Line:
        return self.told.line

    @property
    def dated(self) -> bool:
        """Does its place follow from when it happened (and not from when it was written down)?"""
        return self.told.line.happened.start is not None


@dataclass(frozen=True, slots=True)
class Day:
    """The items of one day; `ago` is 0 for today, 1 for yesterday."""

    day: date
    ago: int
    items: tuple[Item, ...]


def _select(choices: Any) -> Select:
    return Select(choices=choices, attrs={"class": "input"})


def _date_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date", "class": "input"}, format="%Y-%m-%d")


class FilterForm(forms.Form):
    """What the reader asks to see; it works by the address alone."""

    wie = forms.UUIDField(label=_("Who"), required=False, widget=_select([]))
    soort = forms.ChoiceField(
        label=_("What kind"),
        required=False,
        choices=[("", _("everything")), *KINDS.items()],
        widget=_select([]),
    )
    aard = forms.ChoiceField(
        label=_("Told, seen, thought or wished"),
        required=False,
        choices=[("", _("everything")), *NATURES.items()],
        widget=_select([]),
    )
    van = forms.DateField(label=_("From"), required=False, widget=_date_input())
    tot = forms.DateField(label=_("Until"), required=False, widget=_date_input())

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("van") and found.get("tot") and found["tot"] < found["van"]:
            self.add_error("tot", _("The end lies before the beginning."))
        return found

    def people(self, known: tuple[Face, ...]) -> None:
        """Offer these people to filter by."""
        widget: Any = self.fields["wie"].widget
        widget.choices = [("", _("everybody")), *((f.public_id, f.label) for f in known)]

    @property
    def filters(self) -> Filters:
        """What was asked for, as far as it makes sense."""
        self.is_valid()  # what is not right is left out, and said at its field
        given = getattr(self, "cleaned_data", {})
        return Filters(
            given.get("wie"),
            given.get("soort", ""),
            given.get("aard", ""),
            given.get("van"),
            given.get("tot"),
        )


def asked(request: HttpRequest) -> tuple[FilterForm, str]:
    """What the address asks to see of the story, and from which mark on."""
    given = {name: request.GET[name][:40] for name in FilterForm.base_fields if request.GET.get(name)}
    return FilterForm(given or None), request.GET.get("na", "")[:90]


def context_of(
    request: HttpRequest,
    viewer: Viewer,
    dossier: UUID,
    form: FilterForm,
    story: timeline.Story,
    *,
    writes: bool,
    adds: bool,
) -> dict[str, Any]:
    """Everything that `staff/story/_timeline.html` needs, of a story that was read with the rest of a page.

    `viewer` may look through somebody's eyes; `writes` says whether they may write here for the team, `adds` whether
    they may add what is their own, as a professional from outside who works with the household now.
    """
    given = dict(form.data)
    form.people(story.known)
    eyes = {key: request.GET[key] for key in ("ogen", "als", "dag") if request.GET.get(key)}
    return {
        "dossier": dossier,
        "days": days(story, viewer),
        "filter": form,
        "filtered": bool(given),
        "older": urlencode({**eyes, **given, "na": story.after}) if story.after else "",
        "newest": urlencode({**eyes, **given}) if request.GET.get("na") else None,
        "eyes": tuple(eyes.items()),
        "story_query": f"?{urlencode(eyes)}" if eyes else "",
        "writes": writes,
        "adds": adds,
    }


def days(story: timeline.Story, viewer: Viewer) -> tuple[Day, ...]:
    """The items by day, newest day first."""
    today = timezone.localdate(viewer.at)
    items = [item(told, story.known, viewer) for told in story.told]
    grouped = groupby(items, lambda i: timezone.localdate(i.line.moment_at))
    return tuple(Day(day, (today - day).days, tuple(found)) for day, found in grouped)


def item(told: Told, known: tuple[Face, ...], viewer: Viewer) -> Item:
    """One line with its sentence and what stands beside it."""
    others = viewer.eyes_of is None and viewer.is_staff
    line = told.line
    return Item(
        told,
        reads(line, known, name_others=others),
        VERBS.get(line.nature, ""),
        NATURES.get(line.nature, ""),
        FORMS.get(told.talk.form, "") if told.talk else "",
        tuple(Beside(a, reads(a, known, name_others=others)) for a in told.answers),
        tuple(item(voice, known, viewer) for voice in told.voices),
    )
