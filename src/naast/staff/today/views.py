"""The day of a worker: what waits for them, and their households, led by who has not been heard."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access import today as reading
from naast.access.viewer import Viewer
from naast.staff.sign_in.require import staff_view


@staff_view
def today(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Everything at which a worker looks first."""
    page = reading.today(viewer)
    context = {
        "page": page,
        "section": "today",
        "drafts": [(one, page.home(one.dossier)) for one in page.drafts],
        "questions": [(one, page.home(one.dossier)) for one in page.questions],
    }
    return render(request, "staff/today/today.html", context)
