"""Tellings that are about one moment, and a statement that the team notes for somebody."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from naast.access import choosing, entry_acts
from naast.access.viewer import Missing, Viewer
from naast.actions import entries
from naast.actions.act import Invalid
from naast.staff.sign_in.require import staff_view

from .acts import to_entry
from .together_forms import MomentForm, StatementForm
from .told_forms import ToldForm


def show(request: HttpRequest, form: ToldForm, act: str, **more: Any) -> HttpResponse:
    """The form of a moment or a statement, with its circle."""
    always = form.whose.public_id if isinstance(form, StatementForm) and form.whose else ""
    context = {"section": "households", "form": form, "act": act, "always": always, **more}
    return render(request, "staff/story/together.html", context, status=422 if form.errors else 200)


@staff_view
def moment(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """This telling and others are about one moment: each keeps its own words and readers."""
    found = entry_acts.with_tellings(viewer, entry, request.GET.get("na", "")[:90])
    form = MomentForm(
        request.POST or None,
        chooser=found.chooser,
        offered=tuple(one.public_id for one in found.others),
    )
    around = {"line": found.one, "lines": found.others, "older": found.after, "dossier": found.dossier}
    if request.method != "POST" or not form.is_valid():
        return show(request, form, "moment", **around)
    given = form.cleaned_data
    try:
        made = entries.same_moment(
            viewer=viewer,
            dossier=found.dossier,
            entries=[found.one.public_id, *given["entries"]],
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
