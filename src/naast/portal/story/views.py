"""My story: what I told and what others told that I may read; one entry; what I may do with it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from naast.access import timeline
from naast.access.timeline import EntryPage
from naast.access.viewer import Missing, Viewer
from naast.portal.page import Me, dossier_of, me_of, own_face, show
from naast.portal.sign_in.require import resident_view


@resident_view
def story(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The story, newest first, a page at a time."""
    found = timeline.story(viewer, dossier, after=request.GET.get("na", ""))
    me = me_of(viewer, dossier, own_face(found.known))
    return show(request, "portal/story/story.html", me, story=found, later=bool(request.GET.get("na")))


@resident_view
def entry(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """One entry with its versions, its answers, who reads it, and what this reader may do."""
    page = on_this_screen(request, timeline.entry(viewer, entry))
    me = me_of(viewer, page.dossier, own_face(page.known))
    return show(request, "portal/story/entry.html", me, page=page, told=page.told, line=page.told.line)


def on_this_screen(request: HttpRequest, page: EntryPage) -> EntryPage:
    """The same page; Missing where the screen was handed over for another dossier."""
    if dossier_of(request) not in (None, page.dossier):
        raise Missing
    return page


def own(request: HttpRequest, viewer: Viewer, page: EntryPage) -> Me:
    """Who told this entry; Missing where this reader did not."""
    if not on_this_screen(request, page).told.line.mine:
        raise Missing
    return me_of(viewer, page.dossier, own_face(page.known))
