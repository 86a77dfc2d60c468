"""This screen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from naast.access.viewer import Viewer
from naast.staff.sign_in.require import staff_view


@staff_view
def page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """To be made."""
    return render(request, "naast/staff.html", {})
