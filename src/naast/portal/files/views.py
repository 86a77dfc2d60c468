"""A file that belongs to the story: its bytes, adding one, and a newer one beside an own.

A browser does not keep a chosen file. So who reads it is chosen first, and the file last, where it is read back.
"""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.access import choosing, entry_acts, timeline
from naast.access.viewer import Missing, Viewer
from naast.actions import files
from naast.actions.act import Conflict, Invalid
from naast.portal.page import Me, go, me_of, show
from naast.portal.sign_in.require import resident_view
from naast.portal.story import circle
from naast.portal.story.views import own
from naast.ui.circle import CHOSEN
from naast.ui.files import CHOOSE_AGAIN, ask_again, given_back
from naast.ui.templatetags.naast import to

from .forms import AddForm, ReplaceForm


@resident_view
def file(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The file itself, to keep and never to run; told in confidence it comes only behind the PIN."""
    return given_back(*timeline.file(viewer, entry))


@resident_view
def add(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Say what it is and who reads it, then read that back, choose the file and confirm."""
    chooser = choosing.chooser(viewer, dossier)
    me = me_of(viewer, dossier, chooser.me)
    step = request.POST.get("step", "") if request.method == "POST" else ""  # what waited is only shown
    form = AddForm(
        request.POST or None,
        request.FILES or None,
        chooser=chooser,
        confirming=step == "confirm",
        initial={"mode": CHOSEN} if me.child else {},
    )
    form.speak(me)
    if request.method != "POST" or step == "change":
        return _page(request, viewer, me, form, "add")
    if form.is_valid() and step == "confirm" and form.cleaned_data["checked"] == form.now().mark:
        try:
            made = files.add_file(
                viewer=viewer,
                dossier=dossier,
                upload=form.upload(),
                circle=circle.choice(form, me),
                once=form.cleaned_data["once"],
            )
        except Invalid as invalid:
            form.say(invalid, me)
            form.add_error("file", gettext(CHOOSE_AGAIN))
        else:
            return _done(request, viewer, me, form, made)
    elif step == "confirm":
        ask_again(request, form)
    return _page(request, viewer, me, form, "check" if form.settled else "add", 422 if form.errors else 200)


def _page(
    request: HttpRequest, viewer: Viewer, me: Me, form: AddForm, name: str, status: int = 200
) -> HttpResponse:
    return show(request, f"portal/files/{name}.html", me, status, **circle.beside(form, me))


def _done(request: HttpRequest, viewer: Viewer, me: Me, form: AddForm, made: UUID) -> HttpResponse:
    """To the story, with who really reads it: what could not be searched stays with who added it and the team."""
    reads = circle.reads(form.now(), me)
    kept = timeline.entry(replace(viewer, asked_confidential=True), made).told.file  # their own, just now
    if kept is not None and kept.team_only:
        reads = to(gettext("Only you and the team can see it."), me)
    messages.success(request, gettext("Kept.") + " " + reads)
    return go("portal-story", dossier=me.dossier)


@resident_view
def replace_own(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """A newer file beside an own one, for the same readers; the older one stays."""
    page = entry_acts.alone(viewer, entry)
    me = own(request, viewer, page)
    if page.told.file is None:
        raise Missing
    posted = request.method == "POST"  # what waited is only shown
    form = ReplaceForm(
        request.POST or None,
        request.FILES if posted else None,
        confirming=posted,
        initial={"words": page.told.line.words},
    )
    form.speak(me)
    conflict = False
    if posted and form.is_valid():
        try:
            made = files.replace_file(
                viewer=viewer, entry=entry, upload=form.upload(), once=form.cleaned_data["once"]
            )
        except Conflict:
            conflict = True
        except Invalid as invalid:
            form.say(invalid, me)
        else:
            return _replaced(request, viewer, me, made)
    if posted:
        ask_again(request, form)
    context = {"form": form, "line": page.told.line, "page": page, "conflict": conflict}
    return show(request, "portal/files/replace.html", me, 422 if posted else 200, **context)


def _replaced(request: HttpRequest, viewer: Viewer, me: Me, made: UUID) -> HttpResponse:
    """To its page, and who sees it where that is fewer than before."""
    kept = timeline.entry(replace(viewer, asked_confidential=True), made).told.file
    said = gettext("Kept. The older file stays beside it.")
    if kept is not None and kept.team_only:
        said += " " + to(gettext("Only you and the team can see it."), me)
    messages.success(request, said)
    return go("portal-entry", entry=made)
