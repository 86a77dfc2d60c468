"""The start, signing in and signing out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from naast.access.viewer import RESIDENT
from naast.ui import who


def home(request: HttpRequest) -> HttpResponse:
    """The first page of whoever looks: the team's households, the portal, or signing in."""
    if who.handed_over(request) or getattr(request.user, "capacity", "") == RESIDENT:
        return redirect("portal-home")
    return redirect("staff-households" if request.user.is_authenticated else "staff-sign-in")


home.needs_viewer = "none"  # type: ignore[attr-defined]
