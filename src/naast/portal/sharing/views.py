"""What the reader told and the team gave to somebody else, in plain words."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from naast.access import sharing as reading
from naast.access.viewer import Viewer
from naast.portal.page import me_of, own_face, show
from naast.portal.sign_in.require import resident_view


@resident_view
def sharing(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Only what the reader told themselves; unasked only where everybody in the household may read it."""
    page = reading.sharing(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/sharing/sharing.html", me, mine=page.mine)
