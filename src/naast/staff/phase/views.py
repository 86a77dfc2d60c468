"""In which phase a household is, as people decided: the road until now, and a next decision."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access.viewer import Viewer
from naast.actions import decisions
from naast.rules.phases import PHASES, SOURCE
from naast.staff.plan.changes import to_plan, told_to, written
from naast.staff.plan.circle import Circle
from naast.staff.plan.views import own_page
from naast.staff.sign_in.require import staff_view

from .forms import PhaseForm


@staff_view
def phase(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What was decided about the phase, and a form for a next decision; who reads it is said before it is kept."""
    page = own_page(request, viewer, dossier)
    form = PhaseForm(request.POST or None, page=page, initial={"since": viewer.today})
    if request.method != "POST" or not form.is_valid():
        return _show(request, form)
    told, checked = told_to(form, page, form.cleaned_data["by"])
    given = form.cleaned_data
    if checked and written(
        form,
        lambda: decisions.decide_phase(
            viewer=viewer,
            dossier=dossier,
            phase=given["phase"],
            since=given["since"],
            by=tuple(given["by"]),
            words=given["words"],
            voices=form.voices,
            choice=told.choice,
            guard_seen=given["guard_seen"],
            once=given["once"],  # type: ignore[call-arg]
        ),
    ):
        return to_plan(dossier)
    return _show(request, form, told)


def _show(request: HttpRequest, form: PhaseForm, told: Circle | None = None) -> HttpResponse:
    context = {
        "section": "households",
        "form": form,
        "page": form.page,
        "dossier": form.page.dossier,
        "told": told,
        "phases": list(PHASES),
        "source": SOURCE,
    }
    return render(request, "staff/phase/phase.html", context, status=422 if form.errors else 200)
