"""Every page of the portal asks here who looks: a resident, or somebody on a worker's handed-over screen."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from naast.access.viewer import Missing
from naast.ui import waiting, who

View = Callable[..., HttpResponse]


def resident_view(view: View) -> View:
    """A page for one resident: `view(request, viewer, ...)`. Others find nothing; nobody signed in goes to the door.

    What was posted after the session ended waits for whose form it was. A handed-over screen shows one dossier;
    what lies in another is missing (access narrows every door to it).
    """

    @wraps(view)
    def viewed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        viewer = who.resident(request, now)
        if waiting.strayed(request, viewer):
            return _kept_or_lost(request, now)
        if viewer is None and not request.user.is_authenticated:
            return redirect("portal-ask")
        handed = who.handed_over(request)
        if viewer is None or (handed and kwargs.get("dossier") not in (None, handed.dossier)):
            raise Missing
        waiting.give_back(request, viewer)
        response = view(request, viewer, **kwargs)
        waiting.sent(request, viewer, response)
        return response

    viewed.needs_viewer = "resident"  # type: ignore[attr-defined]
    return viewed


def _kept_or_lost(request: HttpRequest, now: datetime) -> HttpResponse:
    """Kept until its writer comes in again, or the truth that it was not. Nobody else sees what was typed."""
    if waiting.keep_posted(request, now) is None:
        return render(request, "portal/sign_in/lost.html", status=403)
    response = redirect("home" if request.user.is_authenticated else "portal-kept")
    response.status_code = 303
    return response
