"""Every page of the team's face asks here who looks; without a viewer there is no page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import urlencode

from naast.access.viewer import Missing
from naast.ui import who

View = Callable[..., HttpResponse]


def _viewed(view: View, *, team_only: bool) -> View:
    @wraps(view)
    def viewed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        viewer = who.professional(request, timezone.now())
        if viewer is None and not request.user.is_authenticated:
            return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
        if viewer is None or (team_only and not viewer.is_staff):
            raise Missing
        return view(request, viewer, **kwargs)

    viewed.needs_viewer = "staff" if team_only else "professional"  # type: ignore[attr-defined]
    return viewed


def staff_view(view: View) -> View:
    """A page for the team: `view(request, viewer, ...)`. Others find nothing; nobody signed in goes to signing in."""
    return _viewed(view, team_only=True)


def professional_view(view: View) -> View:
    """A page for the team and for partner professionals; what each reads is decided in `access`."""
    return _viewed(view, team_only=False)
