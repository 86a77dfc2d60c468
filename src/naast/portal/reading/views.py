"""Who knows what about me, and who looked."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from naast.access import knows as knowing
from naast.access import looked as looking
from naast.access.viewer import Viewer
from naast.portal.page import me_of, show
from naast.portal.sign_in.require import resident_view


@resident_view
def knows(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Per person what they may read of what is about this reader or was told by them, and why."""
    page = knowing.knows(viewer, dossier, request.GET.get("na", ""))
    me = me_of(viewer, dossier, page.me)
    return show(request, "portal/reading/knows.html", me, page=page, later=bool(request.GET.get("na")))


@resident_view
def looked(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Which professional read what, by day, one month a page."""
    page = looking.looked(viewer, dossier, _month(request.GET.get("maand", "")))
    me = me_of(viewer, dossier, page.me)
    return show(request, "portal/reading/looked.html", me, page=page, officer=settings.PRIVACY_OFFICER)


def _month(asked: str) -> date | None:
    try:
        return date.fromisoformat(f"{asked}-01")
    except ValueError:
        return None
