"""Who does not sit together: the list, saying so, saying it otherwise, and that it ends."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import apart_page as reading
from naast.access.apart import Pair
from naast.access.apart_page import ApartPage
from naast.access.viewer import Missing, Viewer
from naast.actions import apart as acts
from naast.actions.act import Conflict, Invalid
from naast.staff.sign_in.require import see, staff_view
from naast.staff.story.reads import reads

from .forms import ApartForm, EndForm, WhyForm, first, of


@staff_view
def page(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Who is kept apart, and which appointments to come have both."""
    found = _own(request, viewer, dossier)
    context = {
        "page": found,
        "dossier": dossier,
        "section": "households",
        "current": [(one, reads(one.line, found.known, name_others=True)) for one in found.current],
        "ended": [(one, reads(one.line, found.known, name_others=True)) for one in found.ended],
    }
    return render(request, "staff/apart/apart.html", context)


@staff_view
def make(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Say that two persons do not sit together; who reads it is said before it is confirmed."""
    found = _own(request, viewer, dossier)
    form = ApartForm(request.POST or None, chooser=found.chooser, initial=first(viewer.today))
    if request.method == "POST" and form.is_valid() and form.read_back:
        try:
            acts.keep(
                viewer=viewer,
                dossier=dossier,
                pair=form.said(),
                choice=form.choice(),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            return _kept(request, dossier, gettext("It is kept that they do not sit together."))
    said = form.told_to if form.is_bound and not form.errors else None
    return _show(request, "make", form, dossier, said=said)


@staff_view
def change(request: HttpRequest, viewer: Viewer, dossier: UUID, apart: UUID) -> HttpResponse:
    """Another reason, or other days, of the same two."""
    pair = _one(request, viewer, dossier, apart)
    form = WhyForm(request.POST or None, initial=of(pair))
    if request.method == "POST" and form.is_valid():
        try:
            acts.change(
                viewer=viewer,
                apart=apart,
                pair=form.pair(pair.one.public_id, pair.other.public_id),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        except Conflict:
            return _first(request, dossier)
        else:
            return _kept(request, dossier, gettext("It is kept."))
    return _show(request, "change", form, dossier, pair=pair)


@staff_view
def end(request: HttpRequest, viewer: Viewer, dossier: UUID, apart: UUID) -> HttpResponse:
    """They may sit together again, with why."""
    pair = _one(request, viewer, dossier, apart)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            acts.end(
                viewer=viewer,
                apart=apart,
                because=form.cleaned_data["because"],
                guard_seen=form.seen,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        except Conflict:
            return _first(request, dossier)
        else:
            return _kept(request, dossier, gettext("They may sit together again."))
    return _show(request, "end", form, dossier, pair=pair)


def _own(request: HttpRequest, viewer: Viewer, dossier: UUID) -> ApartPage:
    if request.GET.get("ogen"):
        raise Missing
    return reading.page(viewer, dossier)


def _one(request: HttpRequest, viewer: Viewer, dossier: UUID, apart: UUID) -> Pair:
    """In its newest version, while it runs or is to come; Missing otherwise."""
    pair = _own(request, viewer, dossier).find(apart)
    if pair is None:
        raise Missing
    return pair


def _kept(request: HttpRequest, dossier: UUID, message: str) -> HttpResponse:
    messages.success(request, message)
    return see(redirect("staff-apart", dossier=dossier))


def _first(request: HttpRequest, dossier: UUID) -> HttpResponse:
    messages.info(request, gettext("Somebody else was first. This is how it stands now."))
    return see(redirect("staff-apart", dossier=dossier))


def _show(request: HttpRequest, name: str, form: Any, dossier: UUID, **more: Any) -> HttpResponse:
    context = {"form": form, "dossier": dossier, "section": "households", **more}
    return render(request, f"staff/apart/{name}.html", context, status=422 if form.errors else 200)
