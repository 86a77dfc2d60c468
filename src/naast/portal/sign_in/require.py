"""Every page of the portal asks here who looks: a resident, or somebody on a worker's handed-over screen."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from naast.access.viewer import Missing
from naast.ui import who

View = Callable[..., HttpResponse]


def resident_view(view: View) -> View:
    """A page for one resident: `view(request, viewer, ...)`. Anybody else finds nothing."""

    @wraps(view)
    def viewed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        viewer = who.resident(request, timezone.now())
        handed = who.handed_over(request)
        if viewer is None or (handed and kwargs.get("dossier") not in (None, handed.dossier)):
            raise Missing  # a handed-over screen opens one dossier only
        return view(request, viewer, **kwargs)

    viewed.needs_viewer = "resident"  # type: ignore[attr-defined]
    return viewed
