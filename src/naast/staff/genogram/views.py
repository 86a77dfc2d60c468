"""The genogram of one household: the drawing, what its signs mean, and the same in words."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access import genogram as reading
from naast.access.viewer import Viewer
from naast.staff.households import words
from naast.staff.households.looking import looking
from naast.staff.households.views import head
from naast.staff.sign_in.require import professional_view

from . import signs


@professional_view
def genogram(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Who belongs with whom, drawn; with `ogen` as that person would see it, today or on a coming day."""
    seen = looking(request, viewer, dossier)
    found = reading.genogram(seen.viewer, dossier)
    context = {
        **head(request, viewer, seen, found.page, tab="genogram"),
        "genogram": found,
        "figures": [signs.figure(one) for one in found.figures],
        "lines": [signs.line(stroke) for stroke in found.strokes],
        "rims": [signs.rim(corners) for corners in found.outlines],
        "legend": signs.legend(found),
        "ties": words.said(found.ties),
        "coming_ties": words.said(found.coming),
        "past_ties": words.said(found.ended),
        "left_out": words.said(found.left_out),
    }
    return render(request, "staff/genogram/genogram.html", context)
