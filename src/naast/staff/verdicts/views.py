"""Is there stable safety? What the rule says today, and on what it rests; people decide."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access import verdicts as reading
from naast.access.viewer import Viewer
from naast.staff.households.looking import looking
from naast.staff.sign_in.require import staff_view

from .words import Shown, shown


@staff_view
def stable(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The verdict on stable safety, for the team alone; through somebody's eyes there is none."""
    page = reading.stable(looking(request, viewer, dossier).viewer, dossier)
    criteria: list[Shown] = [shown(one) for one in page.criteria]
    context = {
        "page": page,
        "dossier": dossier,
        "criteria": criteria,
        "today": viewer.today,
        "section": "households",
    }
    return render(request, "staff/verdicts/stable.html", context)
