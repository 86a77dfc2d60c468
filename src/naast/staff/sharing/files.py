"""The file for a receiver who has no place in Naast, closed with a code that is shown once and kept nowhere."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access.viewer import Missing, Viewer
from naast.documents import sharing as documents
from naast.documents.closed import closed, is_code, new_code
from naast.rules.sharing import SHAREABLE
from naast.staff.sign_in.require import staff_view
from naast.ui import files

from .views import found, own
from .words import kind


@staff_view
def file(request: HttpRequest, viewer: Viewer, dossier: UUID, sharing: UUID) -> HttpResponse:
    """A GET shows a new code; the POST that carries it back gives the file, closed with it.

    Of words that were corrected since there is no file: nobody looked them through for this receiver.
    """
    one = found(own(request, viewer), dossier, sharing)
    if not (one.on_paper and one.runs):
        raise Missing
    code = request.POST.get("code", "")
    if request.method == "POST" and is_code(code) and not one.corrected:
        kinds = {name: kind(name) for name in SHAREABLE}
        return files.paper(closed(documents.shared(one, kinds, viewer.at), code))
    context = {"one": one, "dossier": dossier, "section": "households", "code": new_code()}
    return render(request, "staff/sharing/file.html", context)
