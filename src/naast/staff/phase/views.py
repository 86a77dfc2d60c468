"""In which phase a household is, as people decided: the road until now, and a next decision."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access import reopening
from naast.access.reopening import Happened
from naast.access.viewer import Missing, Viewer
from naast.actions import decisions
from naast.content.help_lines import help_lines
from naast.rules.phases import SOURCE
from naast.staff.plan.changes import to_plan, told_to, written
from naast.staff.plan.circle import Circle
from naast.staff.sign_in.require import staff_view

from .forms import BESIDE, PhaseForm


@staff_view
def phase(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What was decided about the phase, and a form for a next decision; who reads it is said before it is kept.

    With `ernaast` the form begins with opening direct safety beside the phase that runs.
    """
    if request.GET.get("ogen"):
        raise Missing
    page, happened = reopening.to_decide(viewer, dossier)
    first = {"since": viewer.today, "phase": BESIDE if request.GET.get("ernaast") else None}
    form = PhaseForm(request.POST or None, page=page, initial=first)
    if request.method != "POST" or not form.is_valid():
        return _show(request, form, happened)
    told, checked = told_to(form, page, form.cleaned_data["by"])
    given = form.cleaned_data
    if checked and written(
        form,
        lambda: decisions.decide_phase(
            viewer=viewer,
            dossier=dossier,
            phase=form.decided,
            since=given["since"],
            by=tuple(given["by"]),
            words=given["words"],
            voices=form.voices,
            criteria=form.answers,
            keeps=tuple(given["keeps"]),
            beside=form.beside,
            choice=told.choice,
            guard_seen=given["guard_seen"],
            once=given["once"],  # type: ignore[call-arg]
        ),
    ):
        return to_plan(dossier)
    return _show(request, form, happened, told)


def _show(
    request: HttpRequest, form: PhaseForm, happened: Happened | None, told: Circle | None = None
) -> HttpResponse:
    context = {
        "section": "households",
        "form": form,
        "page": form.page,
        "dossier": form.page.dossier,
        "told": told,
        "happened": happened,
        "help_lines": help_lines("adult") if happened else (),
        "source": SOURCE,
    }
    return render(request, "staff/phase/phase.html", context, status=422 if form.errors else 200)
