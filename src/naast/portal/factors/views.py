"""What worries us and what helps, beside each other; and telling one of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from naast.access import choosing
from naast.access import factors as reading
from naast.access.viewer import Viewer
from naast.actions import factors as acts
from naast.portal.page import me_of, own_face, show
from naast.portal.read_back import read_back
from naast.portal.sign_in.require import resident_view
from naast.portal.story import circle
from naast.rules.factors import STRENGTH, WORRY
from naast.ui.circle import CHOSEN

from .forms import FactorForm


@resident_view
def factors(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Both sides; unasked only what everybody in the household may read."""
    page = reading.factors(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/factors/factors.html", me, page=page)


@resident_view
def note(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Tell it, read back who reads it, and confirm."""
    chooser = choosing.chooser(viewer, dossier)
    me = me_of(viewer, dossier, chooser.me)
    initial = {"sort": WORRY if "zorg" in request.GET else STRENGTH} | ({"mode": CHOSEN} if me.child else {})
    form = FactorForm(request.POST or None, chooser=chooser, initial=initial)

    def keep() -> None:
        acts.note(
            viewer=viewer,
            dossier=dossier,
            sort=form.cleaned_data["sort"],
            passage=form.passage(circle.choice(form, me)),
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        )

    pages = {"first": "portal/factors/note.html", "check": "portal/factors/check.html"}
    return read_back(request, form, me, keep, after="portal-factors", **pages)
