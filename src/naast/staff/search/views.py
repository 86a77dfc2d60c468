"""Search over what this viewer may read, in one dossier or in all of theirs; newest first, and no words suggested."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from naast.access.lines import Line
from naast.access.search import search
from naast.access.viewer import Missing, Viewer
from naast.staff.sign_in.require import professional_view
from naast.ui.templatetags.naast import words_of

from .marking import marked

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """One line found, with the words marked."""

    line: Line
    dossier: UUID
    text: SafeString


@professional_view
def page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The search page; the question stands in the address (`q`), the dossier too (`huishouden`)."""
    q = request.GET.get("q", "").strip()[:LONGEST]
    within = request.GET.get("huishouden", "")
    try:
        dossier = UUID(within) if within else None
    except ValueError:
        raise Missing from None
    found = search(viewer, q, request.GET.get("na", "")[:90], dossier)
    asked = {"q": q} | ({"huishouden": within} if within else {})
    context = {
        "q": q,
        "within": within,
        "everywhere": urlencode({"q": q}),
        "hits": tuple(Hit(h.line, h.dossier, marked(words_of(h.line), found.terms)) for h in found.hits),
        "older": urlencode({**asked, "na": found.after}) if found.after else "",
        "newest": urlencode(asked) if request.GET.get("na") else "",
        "asked": bool(found.terms),
    }
    return render(request, "staff/search/search.html", context)
