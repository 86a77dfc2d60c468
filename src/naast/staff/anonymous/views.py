"""A sheet without names: written or taken over, looked through by rule, read by the worker, and kept nowhere."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from naast.access import anonymous as reading
from naast.access.viewer import Missing, Viewer
from naast.rules import anonymiser
from naast.rules.anonymiser import Known
from naast.staff.sign_in.require import staff_view

from .forms import SheetForm


@staff_view
def sheet(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The text, and under it the same without what says whose it is. `stuk` begins with the words of that entry."""
    if request.GET.get("ogen"):
        raise Missing
    found = reading.sheet(viewer, dossier, _begin(request))
    form = SheetForm(request.POST or None, initial={"words": found.words})
    context = {"form": form, "dossier": dossier, "section": "households"}
    if request.method == "POST" and form.is_valid():
        known = Known(found.known.people, found.known.facts, form.taken_out)
        context["made"] = anonymiser.anonymise(form.cleaned_data["words"], known, _labels())
        context["form"] = SheetForm(initial=form.cleaned_data)
    return render(request, "staff/anonymous/sheet.html", context, status=422 if form.errors else 200)


def _begin(request: HttpRequest) -> UUID | None:
    asked = request.GET.get("stuk")
    try:
        return UUID(asked) if asked else None
    except ValueError:
        raise Missing from None


def _labels() -> dict[str, str]:
    return {one: gettext(one) for one in anonymiser.LABELS}
