"""Questions that we answer together: what this reader was told, how they see it, and what came out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.access import matters as reading
from naast.access.matters_page import Matter
from naast.access.viewer import Missing, Viewer
from naast.actions import matters_views
from naast.actions.act import Conflict, Invalid
from naast.actions.choice import Choice
from naast.portal.page import Me, go, me_of, own_face, show, still_found
from naast.portal.sign_in.require import resident_view

from .forms import READERS, ViewForm


@resident_view
def matters(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """All that this reader may read; unasked only what everybody in the household may read."""
    page = reading.matters(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/matters/matters.html", me, page=page)


@resident_view
def say(request: HttpRequest, viewer: Viewer, dossier: UUID, matter: UUID) -> HttpResponse:
    """Say how this reader sees a question to which they belong."""
    me, one, shown = still_found(request, viewer, lambda seen: _mine(seen, dossier, matter))
    form = ViewForm(request.POST or None, initial=_before(one))
    form.speak(me)
    changed = one.line.public_id != matter
    if request.method == "POST" and not changed and form.is_valid():
        try:
            if _said(form, me, viewer, one):
                messages.success(request, gettext("Kept. It can be changed later."))
                return go("portal-matters", dossier=dossier)
        except Conflict:
            (_, one), changed = _mine(shown, dossier, matter), True
    status = 422 if form.errors else 200
    more = {"form": form, "matter": one, "changed": changed, "hidden": shown is not viewer}
    return show(request, "portal/matters/say.html", me, status, **more)


def _mine(viewer: Viewer, dossier: UUID, matter: UUID) -> tuple[Me, Matter]:
    """The reader, and a question to which they belong; Missing otherwise."""
    page = reading.matters(viewer, dossier)
    one = page.find(matter)
    if one.mine is None:
        raise Missing
    return me_of(viewer, dossier, own_face(page.known)), one


def _before(matter: Matter) -> dict[str, str]:
    """What they said before, as far as this page may show it. Shared with some is not offered to be shared with all."""
    view = matter.mine.view if matter.mine else None
    if view is None:
        return {}
    reading = {reader.face.row for reader in view.line.readers}
    with_all = matter.sharing and all(face.row in reading for face in matter.sharing)
    return {"words": view.line.words} | ({"share": READERS} if with_all else {})


def _said(form: ViewForm, me: Me, viewer: Viewer, matter: Matter) -> bool:
    given = form.cleaned_data
    readers = tuple(face.public_id for face in matter.sharing)
    try:
        matters_views.say(
            viewer=viewer,
            matter=matter.line.public_id,
            words=given["words"],
            shared_with=Choice(readers) if given["share"] == READERS else None,
            guard_seen=form.seen,
            once=given["once"],  # type: ignore[call-arg]
        )
    except Invalid as invalid:
        form.say(invalid, me)
        return False
    return True
