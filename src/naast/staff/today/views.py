"""The day of a worker: whom they meet, what waits for them, and their households, led by who has not been heard."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access import today as reading
from naast.access.viewer import Viewer
from naast.staff.sign_in.require import staff_view
from naast.staff.story.reads import of


@staff_view
def today(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Everything at which a worker looks first."""
    page = reading.today(viewer)
    context = {
        "page": page,
        "section": "today",
        "drafts": [(one, page.home(one.dossier)) for one in page.drafts],
        "questions": [(one, page.home(one.dossier)) for one in page.questions],
        "asked": [(one, page.home(one.dossier)) for one in page.asked],
        "shared": [(one, page.home(one.dossier)) for one in page.shared],
        "meets_today": [(one, of(one.line.readers, (), name_others=False)) for one in page.meets_today],
        "meets_later": [(one, of(one.line.readers, (), name_others=False)) for one in page.meets_later],
    }
    return render(request, "staff/today/today.html", context)
