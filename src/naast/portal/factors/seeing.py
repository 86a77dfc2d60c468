"""How this reader sees a factor that they may read."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.access import factors as reading
from naast.access.factors import Named
from naast.access.viewer import Viewer
from naast.actions import factor_views as acts
from naast.actions.act import Conflict, Invalid
from naast.actions.choice import Choice
from naast.actions.factor_views import Seen
from naast.portal.page import Me, go, me_of, own_face, show, still_found
from naast.portal.sign_in.require import resident_view

from .forms import READERS, SeeForm


@resident_view
def say(request: HttpRequest, viewer: Viewer, dossier: UUID, factor: UUID) -> HttpResponse:
    """Say whether it still harms or protects."""
    me, one, shown = still_found(request, viewer, lambda seen: _found(seen, dossier, factor))
    form = SeeForm(request.POST or None)
    form.ask(one.asks)
    form.speak(me)
    changed = one.line.public_id != factor
    if request.method == "POST" and not changed and form.is_valid():
        try:
            if _said(form, me, viewer, one):
                messages.success(request, gettext("Kept. It can be changed later."))
                return go("portal-factors", dossier=dossier)
        except Conflict:
            (_, one), changed = _found(shown, dossier, factor), True
    status = 422 if form.errors else 200
    more = {"form": form, "one": one, "changed": changed, "hidden": shown is not viewer}
    return show(request, "portal/factors/see.html", me, status, **more)


def _found(viewer: Viewer, dossier: UUID, factor: UUID) -> tuple[Me, Named]:
    """The reader, and a factor of which something is asked; Missing otherwise."""
    page = reading.factors(viewer, dossier)
    return me_of(viewer, dossier, own_face(page.known)), page.find(factor)


def _said(form: SeeForm, me: Me, viewer: Viewer, one: Named) -> bool:
    given = form.cleaned_data
    readers = tuple(face.public_id for face in one.sharing)
    try:
        acts.say(
            viewer=viewer,
            factor=one.line.public_id,
            seen=Seen(given["answer"], given["words"], None, form.seen),
            shared_with=Choice(readers) if given["share"] == READERS else None,
            once=given["once"],  # type: ignore[call-arg]
        )
    except Invalid as invalid:
        form.say(invalid, me)
        return False
    return True
