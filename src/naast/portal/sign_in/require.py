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
        if viewer is None:
            raise Missing
        return view(request, viewer, **kwargs)

    viewed.needs_viewer = "resident"  # type: ignore[attr-defined]
    return viewed
