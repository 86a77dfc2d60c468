"""Who helps: the people around us, as far as this reader may read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from naast.access import network as reading
from naast.access.viewer import Viewer
from naast.portal.page import me_of, own_face, show
from naast.portal.sign_in.require import resident_view
from naast.ui.network import pictures


@resident_view
def network(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Each network in a picture and in words; unasked only what everybody in the household may read."""
    page = reading.network(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/network/network.html", me, page=page, pictures=pictures(page))
