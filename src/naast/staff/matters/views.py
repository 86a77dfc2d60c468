"""Questions that several people answer together: all of a household, and one with everything that may be read of it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from naast.access import matters as reading
from naast.access.matters_page import Matter, MattersPage, Part
from naast.access.viewer import Viewer
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import professional_view
from naast.staff.story.reads import reads


@professional_view
def matters(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """All of them; with `ogen` as that person would read them."""
    seen = looking(request, viewer, dossier)
    page = reading.matters(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="matters"),
        "page": page,
        "dossier": dossier,
    }
    return render(request, "staff/matters/matters.html", context)


@professional_view
def matter(request: HttpRequest, viewer: Viewer, dossier: UUID, matter: UUID) -> HttpResponse:
    """One of them; an older version leads to the newest."""
    seen = looking(request, viewer, dossier)
    page = reading.matters(seen.viewer, dossier)
    one = page.find(matter)
    if one.line.public_id != matter:
        return redirect("staff-matter", dossier=dossier, matter=one.line.public_id)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="matters"),
        "page": page,
        "dossier": dossier,
        "matter": one,
        "asked": reads(one.line, page.known, name_others=page.in_team),
        "outcomes": [_shown(part, page) for part in one.outcomes],
        "tried": [_shown(part, page) for part in one.tried],
        "voices": [(voice, [_shown(part, page) for part in voice.parts]) for voice in one.voices],
        "may_say": one.mine is not None and not seen.through,
        "lacking": _lacking(one) if page.in_team else [],
    }
    return render(request, "staff/matters/matter.html", context)


def _shown(part: Part, page: MattersPage) -> dict[str, Any]:
    return {"part": part, "reads": reads(part.line, page.known, name_others=page.in_team)}


def _lacking(matter: Matter) -> list[Any]:
    """(face, sorts) of whom something is to stand there before it is decided."""
    return [(voice.face, voice.lacks) for voice in matter.voices if voice.lacks]
