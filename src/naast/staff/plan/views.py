"""The plan of one household: on the screen, through somebody's eyes, and on paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access import plan as reading
from naast.access.plan_page import Agreed, PlanPage
from naast.access.viewer import Missing, Viewer
from naast.content.help_lines import help_lines
from naast.documents import plan as documents
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import staff_view
from naast.ui import files


@staff_view
def plan(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The plan, with what this worker may do to it; with `ogen` as that person would read it."""
    seen = looking(request, viewer, dossier)
    page = reading.plan(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="plan"),
        "page": page,
        "dossier": dossier,
    }
    return render(request, "staff/plan/plan.html", context)


@staff_view
def paper(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The plan to print: what everyone in the plan may read."""
    page = _for_everyone(request, viewer, dossier)
    gives = page.in_team and not request.GET.get("ogen")
    context = {"page": page, "dossier": dossier, "help_lines": help_lines("adult"), "gives": gives}
    return render(request, "staff/plan/paper.html", context)


@staff_view
def pdf(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The same paper as a file."""
    return files.paper(documents.plan(_for_everyone(request, viewer, dossier)))


@staff_view
def children(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The agreements in words for children, as a file."""
    return files.paper(documents.for_children(_for_everyone(request, viewer, dossier)))


@staff_view
def cards(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """A card for each of the people of whom the plan is, as a file."""
    page = _for_everyone(request, viewer, dossier)
    return files.paper(documents.cards(page, (one for one in page.everyone if not one.professional)))


def _for_everyone(request: HttpRequest, viewer: Viewer, dossier: UUID) -> PlanPage:
    return reading.plan_for_everyone(looking(request, viewer, dossier).viewer, dossier)


def own_page(request: HttpRequest, viewer: Viewer, dossier: UUID) -> PlanPage:
    """The plan of a dossier in whose team this worker is, to write in; Missing otherwise, also through eyes."""
    if request.GET.get("ogen"):
        raise Missing
    page = reading.plan(viewer, dossier)
    if not page.in_team:
        raise Missing
    return page


def own_page_and_paper(request: HttpRequest, viewer: Viewer, dossier: UUID) -> tuple[PlanPage, PlanPage]:
    """The same with what of it stands on paper for everyone."""
    if request.GET.get("ogen"):
        raise Missing
    page, printed = reading.plan_and_paper(viewer, dossier)
    if not page.in_team:
        raise Missing
    return page, printed


def agreed_on(page: PlanPage, agreement: UUID) -> Agreed:
    """The newest version of this agreement on the page, also where `agreement` is an older one; Missing without."""
    for agreed in page.agreements:
        if agreement in agreed.versions:
            return agreed
    raise Missing
