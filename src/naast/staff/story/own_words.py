"""What a partner professional tells themselves: written, kept as a draft at every pause, and confirmed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from naast.access import drafts
from naast.access.own_words import OwnWords, own_words
from naast.access.viewer import Viewer
from naast.actions import own_words as acts
from naast.actions.act import Invalid
from naast.staff.sign_in.require import professional_view

from . import begun
from .acts import to_entry
from .own_words_forms import OwnWordsForm

DRAFT = "own-"  # and a key for each open tab


@professional_view
def write(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """One telling of their own, in a circle that they belong to."""
    found = own_words(viewer, dossier)
    kept = drafts.kept(viewer, DRAFT, dossier)
    taken_up = begun.taken_up(request, kept, ("about",))
    form = _form(request.POST or None, viewer, found, taken_up)
    if request.method == "POST" and form.is_valid():
        mine = next((one for one in kept if one.form == DRAFT + form.cleaned_data["draft"]), None)
        try:
            made = acts.tell(
                viewer=viewer,
                dossier=dossier,
                passage=form.passage(),
                draft=mine.public_id if mine else None,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("It stands in the story."))
            return to_entry(made)
    sent = request.method == "POST"
    context = {
        "section": "households",
        "dossier": dossier,
        "form": form,
        "kept": () if form.is_bound or taken_up else kept,
    }
    return render(request, "staff/story/own_words.html", context, status=422 if sent and form.errors else 200)


def _form(
    data: QueryDict | None, viewer: Viewer, found: OwnWords, typed: dict[str, Any] | None = None
) -> OwnWordsForm:
    return OwnWordsForm(data, initial=typed, found=found, today=timezone.localdate(viewer.at))


@professional_view
def keep(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Keep what is typed so far; answers the one sentence that says so."""
    form = _form(request.POST, viewer, own_words(viewer, dossier))
    return begun.keep_typed(request, viewer, dossier, form, DRAFT)


@professional_view
def discard(request: HttpRequest, viewer: Viewer, dossier: UUID, draft: UUID) -> HttpResponse:
    """Throw one own draft away."""
    return begun.discard(request, viewer, dossier, draft, DRAFT, "staff-own-words")
