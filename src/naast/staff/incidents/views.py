"""All that was told of what happened and was not safe, in one household, with what people decided about each."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access import incidents as reading
from naast.access.incidents_page import IncidentsPage, Told
from naast.access.viewer import Viewer
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import professional_view
from naast.staff.story.reads import reads


@professional_view
def incidents(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The newest event first; with `ogen` as that person would read them. Whether one counts is said to the team."""
    seen = looking(request, viewer, dossier)
    page = reading.incidents(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="incidents"),
        "page": page,
        "dossier": dossier,
        "judges": page.in_team and not seen.through,
        "told": [_shown(one, page) for one in page.told],
    }
    return render(request, "staff/incidents/incidents.html", context)


def _shown(one: Told, page: IncidentsPage) -> dict[str, Any]:
    return {"one": one, "reads": reads(one.line, page.known, name_others=page.in_team)}
