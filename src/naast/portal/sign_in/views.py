"""Coming in and going away."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect


def leave(request: HttpRequest) -> HttpResponse:
    """Quick exit: end the session and go to a neutral site. Works as a link, without script."""
    logout(request)
    response = HttpResponseRedirect(settings.NEUTRAL_SITE)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


leave.needs_viewer = "none"  # type: ignore[attr-defined]
