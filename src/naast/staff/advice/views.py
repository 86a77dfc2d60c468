"""Writing down what was advised without names."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import choosing
from naast.access.viewer import Missing, Viewer
from naast.actions import advice as acts
from naast.actions.act import Invalid
from naast.staff.sign_in.require import see, staff_view

from .forms import AdviceForm


@staff_view
def write(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The form; afterwards the page of the entry. For the team of this household, with their own eyes."""
    chooser = choosing.chooser(viewer, dossier)
    if not chooser.in_team or request.GET.get("ogen"):
        raise Missing
    form = AdviceForm(request.POST or None, chooser=chooser, today=viewer.today)
    if request.method == "POST" and form.is_valid():
        try:
            entry = acts.write(
                viewer=viewer,
                dossier=dossier,
                given=form.given(),
                choice=form.choice(),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("The advice stands in the dossier."))
            return see(redirect("staff-entry", entry=entry))
    context = {"form": form, "dossier": dossier, "section": "households"}
    return render(request, "staff/advice/write.html", context, status=422 if form.errors else 200)
