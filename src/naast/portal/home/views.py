"""This screen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access.viewer import Viewer
from naast.portal.sign_in.require import resident_view


@resident_view
def page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """To be made."""
    return render(request, "naast/portal.html", {})
