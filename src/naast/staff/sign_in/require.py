"""Every page of the team's face asks here who looks; without a viewer there is no page."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naast.access.viewer import Missing, Viewer
from naast.actions import calendar_feeds
from naast.ui import waiting, who
from naast.ui.errors import missing

View = Callable[..., HttpResponse]


def to_sign_in(address: str) -> HttpResponse:
    """To signing in, and afterwards on to `address` of this host."""
    return see(redirect(f"{settings.LOGIN_URL}?{urlencode({'next': address})}"))


def kept_or_lost(request: HttpRequest, now: datetime) -> HttpResponse:
    """The answer to a form that can not be done now: kept for whose it was, or the truth that it was not.

    Who is nobody goes to signing in. Who is somebody else is told, and does not see what was typed.
    """
    address = waiting.keep_posted(request, now)
    if address is None:
        return render(request, "staff/sign_in/lost.html", status=403)
    if not request.user.is_authenticated:
        return to_sign_in(address)
    messages.info(request, gettext("That form was somebody else's. What was typed waits for them."))
    return see(redirect("home"))


def csrf_lost(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose proof of origin is too old (signed in anew elsewhere): kept as well, shown again to its writer."""
    now = timezone.now()
    viewer = who.professional(request, now) or who.resident(request, now)
    if waiting.strayed(request, viewer):
        return kept_or_lost(request, now)
    address = waiting.keep_posted(request, now)
    if address is None:
        return render(request, "staff/sign_in/lost.html", status=403)
    return see(redirect(address))


def see(response: HttpResponse) -> HttpResponse:
    """After a POST: look there (303)."""
    response.status_code = 303
    return response


Who = Callable[[HttpRequest, datetime], Viewer | None]


def _viewed(view: View, needs: str, found: Who) -> View:
    @wraps(view)
    def viewed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        viewer = found(request, now)
        if waiting.strayed(request, viewer):
            return kept_or_lost(request, now)
        if viewer is None and not request.user.is_authenticated:
            return to_sign_in(request.get_full_path())
        if viewer is None:
            raise Missing
        waiting.give_back(request, viewer)
        response = view(request, viewer, **kwargs)
        waiting.sent(request, viewer, response)
        return response

    viewed.needs_viewer = needs  # type: ignore[attr-defined]
    return viewed


def calendar_view(view: View) -> View:
    """What a worker's own calendar fetches: `view(request, viewer)`, for whoever has its secret address.

    No session is looked at: the address says who it is. Every refusal is the one answer for what is missing, and leaves
    no line in the log, where the secret part would stand.
    """

    @require_safe
    @wraps(view)
    def viewed(request: HttpRequest, feed: UUID, token: str) -> HttpResponse:
        viewer = calendar_feeds.opened_by(feed, token, timezone.now())
        if viewer is not None:
            return view(request, viewer)
        response = missing(request)
        response._has_been_logged = True  # type: ignore[attr-defined]
        return response

    viewed.needs_viewer = "calendar"  # type: ignore[attr-defined]
    return viewed


def staff_view(view: View) -> View:
    """A page for the team: `view(request, viewer, ...)`. Others find nothing; nobody signed in goes to signing in."""
    return _viewed(view, "staff", _colleague)


def professional_view(view: View) -> View:
    """A page for the team and for partner professionals; what each reads is decided in `access`."""
    return _viewed(view, "professional", who.professional)


def officer_view(view: View) -> View:
    """A page for the privacy officer alone: others find nothing, and they find nothing of the team's pages."""
    return _viewed(view, "officer", who.officer)


def account_view(view: View) -> View:
    """A page of the own account: for everybody who signs in with a password."""
    return _viewed(
        view, "account", lambda request, now: who.professional(request, now) or who.officer(request, now)
    )


def _colleague(request: HttpRequest, now: datetime) -> Viewer | None:
    viewer = who.professional(request, now)
    return viewer if viewer is not None and viewer.is_staff else None
