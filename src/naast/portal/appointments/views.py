"""When do we meet: what is still to come, as far as others who look along may read it too."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from naast.access import appointments as reading
from naast.access.viewer import Viewer
from naast.portal.page import me_of, own_face, show
from naast.portal.sign_in.require import resident_view


@resident_view
def appointments(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Every appointment to come; unasked only what everybody in the household may read, and no secret place."""
    page = reading.agenda(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/appointments/appointments.html", me, page=page)
