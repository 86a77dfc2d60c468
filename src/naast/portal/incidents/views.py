"""What happened, as each tells it; and telling it oneself."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from naast.access import choosing
from naast.access import incidents as reading
from naast.access.viewer import Viewer
from naast.actions import incidents as acts
from naast.portal.page import me_of, own_face, show
from naast.portal.read_back import read_back
from naast.portal.sign_in.require import resident_view
from naast.portal.story import circle
from naast.ui.circle import CHOSEN

from .forms import IncidentForm


@resident_view
def incidents(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """All that this reader may read; unasked only what everybody in the household may read."""
    page = reading.incidents(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/incidents/incidents.html", me, page=page)


@resident_view
def tell(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Tell it, read back who reads it, and confirm."""
    chooser = choosing.chooser(viewer, dossier)
    me = me_of(viewer, dossier, chooser.me)
    initial = {"mode": CHOSEN} if me.child else {}
    form = IncidentForm(request.POST or None, chooser=chooser, initial=initial)

    def keep() -> None:
        acts.tell(
            viewer=viewer,
            dossier=dossier,
            event=form.event(),
            passage=form.passage(circle.choice(form, me)),
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        )

    pages = {"first": "portal/incidents/tell.html", "check": "portal/incidents/check.html"}
    return read_back(request, form, me, keep, after="portal-incidents", **pages)
