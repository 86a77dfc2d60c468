"""Worries beside strengths, on the team's face; and writing one down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import choosing
from naast.access import factors as reading
from naast.access.factors import FactorsPage, Named
from naast.access.lines import Line
from naast.access.viewer import Missing, Viewer
from naast.actions import factors as acts
from naast.actions.act import Invalid
from naast.rules.factors import RISK, STRENGTH, WORRY
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import professional_view, see, staff_view
from naast.staff.story.reads import Reads, reads

from .forms import FactorForm


@professional_view
def factors(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Both sides beside each other; with `ogen` as that person would read them."""
    seen = looking(request, viewer, dossier)
    page = reading.factors(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="factors"),
        "page": page,
        "dossier": dossier,
        "worries": [_shown(one, page) for one in page.worries],
        "strengths": [_shown(one, page) for one in page.strengths],
        "may_see": page.answers,
        "may_choose": page.in_team and not seen.through and any(one.sort == RISK for one in page.worries),
    }
    return render(request, "staff/factors/factors.html", context)


def _shown(one: Named, page: FactorsPage) -> dict[str, Any]:
    def reading(line: Line) -> Reads:
        return reads(line, page.known, name_others=page.in_team)

    return {
        "named": one,
        "reads": reading(one.line),
        "voices": [(voice, reading(voice.now.line) if voice.now else None) for voice in one.voices],
    }


@staff_view
def note(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write one down: one's own, or somebody else's with how the circle was asked."""
    chooser = choosing.chooser(viewer, dossier)
    if not chooser.in_team:
        raise Missing
    first = STRENGTH if "helpt" in request.GET else WORRY
    form = FactorForm(request.POST or None, chooser=chooser, today=viewer.today, initial={"sort": first})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            acts.note(
                viewer=viewer,
                dossier=dossier,
                sort=given["sort"],
                passage=form.passage(),
                basis=form.basis(),
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("It stands beside the rest."))
            return see(redirect("staff-factors", dossier=dossier))
    context = {"form": form, "chooser": chooser, "dossier": dossier, "section": "households"}
    return render(request, "staff/factors/note.html", context, status=422 if form.errors else 200)
