"""How the people of one household come in: with their own link, or on this worker's screen."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from naast.access import residents as reading
from naast.access.residents import Entrance
from naast.access.viewer import Missing, Viewer
from naast.actions import hand_over as handing
from naast.actions import residents as acts
from naast.actions.act import Invalid
from naast.integrations.messages import reaches
from naast.rules.channels import MAIL
from naast.staff.sign_in.require import staff_view
from naast.ui import signing

from .forms import OwnForm, PresentForm


@staff_view
def page(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Everybody in and around the household, and the way in that each has."""
    return _render(request, "page", {"page": reading.entrances(viewer, dossier), "dossier": dossier})


@staff_view
def own(request: HttpRequest, viewer: Viewer, dossier: UUID, person: UUID) -> HttpResponse:
    """Give a person a way in of their own, or set it anew: channel, PIN and a link."""
    entrance = _entrance(viewer, dossier, person)
    if not entrance.old_enough:
        raise Missing
    form = OwnForm(request.POST or None, reaches=reaches(MAIL))
    if request.method == "POST" and form.is_valid():
        try:
            token = acts.give(
                viewer=viewer,
                dossier=dossier,
                person=person,
                own=form.own,
                present=form.cleaned_data["present"],
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            return _once(request, dossier, entrance, token)
    return _form(request, "own", form, dossier, entrance)


@staff_view
def link(request: HttpRequest, viewer: Viewer, dossier: UUID, person: UUID) -> HttpResponse:
    """A new link for somebody who knows their PIN."""
    entrance = _entrance(viewer, dossier, person)
    if not entrance.own:
        raise Missing
    form = PresentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            token = acts.new_link(
                viewer=viewer, dossier=dossier, person=person, present=form.cleaned_data["present"]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            return _once(request, dossier, entrance, token)
    return _form(request, "link", form, dossier, entrance)


@staff_view
def close(request: HttpRequest, viewer: Viewer, dossier: UUID, person: UUID) -> HttpResponse:
    """Close somebody's portal: asked once more, then at once."""
    entrance = _entrance(viewer, dossier, person)
    if not entrance.own:
        raise Missing
    if request.method != "POST":
        return _render(request, "close", {"entrance": entrance, "dossier": dossier})
    acts.close(viewer=viewer, dossier=dossier, person=person)
    messages.success(request, gettext("The portal is closed. Every session is over, every link is dead."))
    return _see_other("staff-residents", dossier)


@staff_view
def hand_over(request: HttpRequest, viewer: Viewer, dossier: UUID, person: UUID) -> HttpResponse:
    """Hand this screen to one person, until the worker's PIN."""
    page = reading.entrances(viewer, dossier)
    entrance = page.of(person)
    form = PresentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            handed = handing.hand_over(
                viewer=viewer, dossier=dossier, person=person, present=form.cleaned_data["present"]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            signing.hand_over(request, handed.human, dossier, handed.dossier, handed.worker)
            return _see_other("portal-home")
    return _form(request, "hand_over", form, dossier, entrance, page=page)


def _entrance(viewer: Viewer, dossier: UUID, person: UUID) -> Entrance:
    return reading.entrances(viewer, dossier).of(person)


def _once(request: HttpRequest, dossier: UUID, entrance: Entrance, token: str) -> HttpResponse:
    """The new link, on the answer itself: a redirect would have to keep it somewhere in between."""
    address = request.build_absolute_uri(reverse("portal-sign-in", kwargs={"token": token}))
    return _render(request, "once", {"address": address, "entrance": entrance, "dossier": dossier})


def _form(
    request: HttpRequest, name: str, form: PresentForm, dossier: UUID, entrance: Entrance, **more: object
) -> HttpResponse:
    context = {"form": form, "dossier": dossier, "entrance": entrance, **more}
    return _render(request, name, context, status=422 if form.errors else 200)


def _render(request: HttpRequest, name: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    context = {"section": "households", **context}
    return render(request, f"staff/residents/{name}.html", context, status=status)


def _see_other(name: str, dossier: UUID | None = None) -> HttpResponse:
    response = redirect(name, dossier=dossier) if dossier else redirect(name)
    response.status_code = 303
    return response
