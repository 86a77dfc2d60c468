"""What worries us and what helps, beside each other; and telling one of them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.access import choosing
from naast.access import factors as reading
from naast.access.viewer import Viewer
from naast.actions import factors as acts
from naast.actions.act import Invalid
from naast.portal.page import go, me_of, own_face, show
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
    form.speak(me)
    step = request.POST.get("step", "")
    quiet = step == "change"
    if request.method == "POST" and not quiet and form.is_valid():
        if step == "confirm" and form.cleaned_data["checked"] == form.now().mark:
            try:
                acts.note(
                    viewer=viewer,
                    dossier=dossier,
                    sort=form.cleaned_data["sort"],
                    passage=form.passage(circle.choice(form, me)),
                    once=form.cleaned_data["once"],  # type: ignore[call-arg]
                )
            except Invalid as invalid:
                form.say(invalid, me)
            else:
                messages.success(request, gettext("Kept.") + " " + circle.reads(form.now(), me))
                return go("portal-factors", dossier=dossier)
        if not form.errors:
            return show(request, "portal/factors/check.html", me, **circle.beside(form, me))
    status = 422 if form.is_bound and not quiet else 200
    return show(request, "portal/factors/note.html", me, status, **circle.beside(form, me))
