"""What can be done with one entry: correct it, and answer it; nothing typed is lost, also where somebody was first."""

from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import timeline
from naast.access.entry_page import EntryPage
from naast.access.viewer import Missing, Viewer
from naast.actions import entries
from naast.actions.act import Conflict, Invalid
from naast.staff.sign_in.require import professional_view
from naast.ui.guard import GoOnForm

from .showing import whys
from .write import see
from .write_forms import words_field


class WordsForm(GoOnForm):
    """One text; confirmed once."""

    words = words_field(_("In your own words"))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


def show(
    request: HttpRequest, page: EntryPage, form: WordsForm, act: str, *, conflict: bool = False
) -> HttpResponse:
    """The form of one act, beside the entry it is about."""
    context = {
        "section": "households",
        "page": page,
        "line": page.told.line,
        "form": form,
        "act": act,
        "readers": whys(page.told.line.readers),
        "conflict": conflict,
    }
    wrong = conflict or bool(form.errors)
    return render(request, "staff/story/act.html", context, status=422 if wrong else 200)


def to_entry(entry: UUID) -> HttpResponse:
    """Back to the entry, so that reloading writes nothing twice."""
    return see(redirect("staff-entry", entry=entry))


@professional_view
def correct(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """A correction stands beside the old version, in its circle. By its teller or its writer."""
    page = timeline.entry(viewer, entry)
    if not page.correctable:
        raise Missing
    newest = page.told.line.public_id
    form = WordsForm(request.POST or None, initial={"words": page.told.line.words})
    if request.method != "POST" or not form.is_valid():
        return show(request, page, form, "correct")
    if newest != entry:
        return show(request, page, form, "correct", conflict=True)
    given = form.cleaned_data
    try:
        made = entries.correct(
            viewer=viewer,
            entry=entry,
            words=given["words"],
            guard_seen=form.seen,
            once=given["once"],  # type: ignore[call-arg]
        )
    except Conflict:
        return show(request, timeline.entry(viewer, entry), form, "correct", conflict=True)
    except Invalid as invalid:
        say(form, invalid)
        return show(request, page, form, "correct")
    messages.success(request, gettext("The correction stands beside the earlier version."))
    return to_entry(made)


@professional_view
def answer(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """An answer beside an entry, told to who reads the entry."""
    page = timeline.entry(viewer, entry)
    form = WordsForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return show(request, page, form, "answer")
    given = form.cleaned_data
    try:
        entries.answer(
            viewer=viewer,
            entry=page.told.line.public_id,
            words=given["words"],
            guard_seen=form.seen,
            once=given["once"],  # type: ignore[call-arg]
        )
    except Invalid as invalid:
        say(form, invalid)
        return show(request, page, form, "answer")
    messages.success(request, gettext("Your answer stands beside it."))
    return to_entry(page.told.line.public_id)


def say(form: WordsForm, invalid: Invalid) -> None:
    """Put what an act found wrong at its field."""
    form.heed(invalid)
    for name, (message, params) in invalid.errors.items():
        form.add_error(name if name in form.fields else None, gettext(message) % params)
