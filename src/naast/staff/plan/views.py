"""The plan of one household: on the screen, through somebody's eyes, and on paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access import dossiers
from naast.access import plan as reading
from naast.access.plan_page import Agreed, PlanPage
from naast.access.viewer import Missing, Viewer
from naast.staff.sign_in.require import staff_view


@staff_view
def plan(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The plan, with what this worker may do to it; with `ogen` as that person would read it."""
    page = reading.plan(through(request, viewer, dossier), dossier)
    return render(request, "staff/plan/plan.html", {"page": page, "dossier": dossier})


@staff_view
def paper(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The plan to print: what everyone in the plan may read."""
    page = reading.plan_for_everyone(viewer, dossier)
    return render(request, "staff/plan/paper.html", {"page": page, "dossier": dossier})


def through(request: HttpRequest, viewer: Viewer, dossier: UUID) -> Viewer:
    """The viewer, or the viewer looking through the eyes that the address asks for."""
    if not request.GET.get("ogen"):
        return viewer
    try:
        person = UUID(request.GET["ogen"])
    except ValueError:
        raise Missing from None
    capacity = request.GET.get("als", "resident")
    return dossiers.eyes(viewer, dossier, person, capacity, viewer.at)


def own_page(viewer: Viewer, dossier: UUID) -> PlanPage:
    """The plan of a dossier in whose team this worker is; Missing otherwise."""
    page = reading.plan(viewer, dossier)
    if not page.in_team:
        raise Missing
    return page


def agreed_on(page: PlanPage, agreement: UUID) -> Agreed:
    """One agreement of the page; Missing where it is not there."""
    for agreed in page.agreements:
        if agreed.line.public_id == agreement:
            return agreed
    raise Missing
