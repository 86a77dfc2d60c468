"""The network circle on the team's face: drawn, said in words, and written down."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import choosing
from naast.access import network as reading
from naast.access.network import Around
from naast.access.viewer import Missing, Viewer
from naast.actions import network as acts
from naast.actions.act import Conflict, Invalid
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import see, staff_view
from naast.staff.story.reads import reads
from naast.ui.network import pictures

from .forms import AskedForm, SupporterForm


@staff_view
def network(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Everybody's network, each in a picture and in words; with `ogen` as that person would read it."""
    seen = looking(request, viewer, dossier)
    page = reading.network(seen.viewer, dossier)
    told = {
        one.line.public_id: reads(one.line, page.known, name_others=page.in_team)
        for found in page.networks
        for one in found.around
    }
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="genogram"),
        "page": page,
        "dossier": dossier,
        "networks": [
            (picture, [(one, told[one.line.public_id]) for one in picture.network.around])
            for picture in pictures(page)
        ],
    }
    return render(request, "staff/network/network.html", context)


@staff_view
def note(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Put somebody in the network of who names them."""
    chooser = choosing.chooser(viewer, dossier)
    if not chooser.in_team:
        raise Missing
    form = SupporterForm(request.POST or None, chooser=chooser, today=viewer.today)
    if request.method == "POST" and form.is_valid():
        teller = form.told_by
        try:
            acts.note(
                viewer=viewer,
                dossier=dossier,
                person=form.person_id,
                asked=form.asked(),
                choice=form.choice(),
                teller=teller.public_id if teller else None,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            return _back(request, dossier)
    context = {"form": form, "chooser": chooser, "dossier": dossier, "section": "households"}
    return render(request, "staff/network/note.html", context, status=422 if form.errors else 200)


@staff_view
def change(request: HttpRequest, viewer: Viewer, dossier: UUID, supporter: UUID) -> HttpResponse:
    """Write down what is so now: nearer, asked, yes or no."""
    found = _found(request, viewer, dossier, supporter)
    first = {"ring": str(found.ring), "answer": found.answer, "words": found.line.words}
    form = AskedForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            acts.change(
                viewer=viewer,
                supporter=supporter,
                asked=form.asked(),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        except Conflict:
            messages.info(request, gettext("Somebody else was first. This is how it stands now."))
            return see(redirect("staff-network", dossier=dossier))
        else:
            return _back(request, dossier)
    context = {"form": form, "one": found, "dossier": dossier, "section": "households"}
    return render(request, "staff/network/change.html", context, status=422 if form.errors else 200)


def _back(request: HttpRequest, dossier: UUID) -> HttpResponse:
    messages.success(request, gettext("It stands in the network."))
    return see(redirect("staff-network", dossier=dossier))


def _found(request: HttpRequest, viewer: Viewer, dossier: UUID, supporter: UUID) -> Around:
    """For the team, in its newest version, with their own eyes; Missing otherwise."""
    page = reading.network(viewer, dossier)
    found = page.find(supporter)
    if request.GET.get("ogen") or not page.in_team or found is None:
        raise Missing
    return found
