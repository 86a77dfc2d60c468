"""Tellings that are about one moment, and a statement that the team notes for somebody."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from naast.access import choosing, timeline
from naast.access.lines import Line
from naast.access.viewer import Missing, Viewer
from naast.actions import entries
from naast.actions.act import Invalid
from naast.staff.sign_in.require import staff_view

from .acts import to_entry
from .together_forms import MomentForm, StatementForm, ToldForm

TELLINGS = ("passage", "statement", "file")


def show(request: HttpRequest, form: ToldForm, act: str, **more: Any) -> HttpResponse:
    """The form of a moment or a statement, with its circle."""
    always = form.whose.public_id if isinstance(form, StatementForm) and form.whose else ""
    context = {"section": "households", "form": form, "act": act, "always": always, **more}
    return render(request, "staff/story/together.html", context, status=422 if form.errors else 200)


def tellings(story: timeline.Story) -> tuple[Line, ...]:
    """What was told on one page of the story, also within moments."""
    listed = [line for told in story.told for line in (told.line, *(voice.line for voice in told.voices))]
    return tuple(line for line in listed if line.kind in TELLINGS)


@staff_view
def moment(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """This telling and others are about one moment: each keeps its own words and readers."""
    page = timeline.entry(viewer, entry)
    line = page.told.line
    if not page.in_team or line.kind not in TELLINGS:
        raise Missing
    after = request.GET.get("na", "")[:90]
    story = timeline.story(viewer, page.dossier, after=after)
    lines = tuple(one for one in tellings(story) if one.public_id != line.public_id)
    form = MomentForm(
        request.POST or None,
        chooser=choosing.chooser(viewer, page.dossier),
        offered=tuple(one.public_id for one in lines),
    )
    around = {"line": line, "lines": lines, "older": story.after, "dossier": page.dossier}
    if request.method != "POST" or not form.is_valid():
        return show(request, form, "moment", **around)
    given = form.cleaned_data
    try:
        made = entries.same_moment(
            viewer=viewer,
            dossier=page.dossier,
            entries=[line.public_id, *given["entries"]],
            title=given["title"],
            choice=form.choice(),
            guard_seen=form.seen,
            once=given["once"],  # type: ignore[call-arg]
        )
    except Invalid as invalid:
        form.say(invalid)
        return show(request, form, "moment", **around)
    messages.success(request, gettext("They stand side by side now."))
    return to_entry(made)


@staff_view
def statement(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """An own statement noted for somebody, unchanged, in the circle they were asked about."""
    chooser = choosing.chooser(viewer, dossier)
    if not chooser.in_team:
        raise Missing
    form = StatementForm(request.POST or None, chooser=chooser)
    if request.method != "POST" or not form.is_valid():
        return show(request, form, "statement", dossier=dossier)
    given = form.cleaned_data
    try:
        made = entries.state(
            viewer=viewer,
            dossier=dossier,
            words=given["words"],
            choice=form.choice(),
            person=UUID(given["person"]),
            guard_seen=form.seen,
            once=given["once"],  # type: ignore[call-arg]
        )
    except Invalid as invalid:
        form.say(invalid)
        return show(request, form, "statement", dossier=dossier)
    messages.success(request, gettext("The statement stands in the story, word for word."))
    return to_entry(made)
