"""One entry on its own page, and the file that hangs on it."""

from datetime import date, datetime, time
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from naast.access import dossiers, timeline
from naast.access.entry_page import EntryPage
from naast.access.viewer import Missing, Viewer
from naast.staff.sign_in.require import professional_view
from naast.ui.files import given_back

from . import showing


@professional_view
def entry(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The whole entry: versions side by side, readers and why, who can not read it; with `ogen` as they would."""
    seen = through(request, viewer, entry)
    return show(request, seen, timeline.entry(seen, entry))


def show(request: HttpRequest, viewer: Viewer, page: EntryPage, status: int = 200) -> HttpResponse:
    """The page of one entry."""
    return render(request, "staff/story/entry.html", showing.context(request, viewer, page), status=status)


@professional_view
def file(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The file itself, to keep and never to run."""
    return given_back(*timeline.file(through(request, viewer, entry), entry))


def through(request: HttpRequest, viewer: Viewer, entry: UUID) -> Viewer:
    """The viewer, or the viewer looking through the eyes that the address asks for, on the day it asks for."""
    if not request.GET.get("ogen"):
        return viewer
    own = timeline.entry(viewer, entry)
    try:
        person = UUID(request.GET["ogen"])
        day = date.fromisoformat(request.GET["dag"]) if request.GET.get("dag") else None
    except ValueError:
        raise Missing from None
    at = datetime.combine(day, time(12), tzinfo=timezone.get_current_timezone()) if day else viewer.at
    return dossiers.eyes(viewer, own.dossier, person, request.GET.get("als", "resident"), max(at, viewer.at))
