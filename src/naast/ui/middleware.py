"""What holds for every answer: nothing is kept by a browser, and missing looks like forbidden."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation

from naast.access.viewer import Missing

from . import who
from .errors import missing

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def no_store(get_response: GetResponse) -> GetResponse:
    """No page is stored: after signing out or a quick exit the back button shows nothing."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = (
            "same-origin"  # nothing to another host; "no-referrer" would break forms
        )
        return response

    return middleware


def own_language(get_response: GetResponse) -> GetResponse:
    """Dutch, or the language that somebody chose for their account; never by what a borrowed device asks for."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        chosen = getattr(request.user, "language", "") or settings.LANGUAGE_CODE
        with translation.override(chosen):
            return get_response(request)

    return middleware


def missing_looks_forbidden(get_response: GetResponse) -> GetResponse:
    """`Missing` and everything that is refused become the one answer of ui/errors.py."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return missing(request, exception) if isinstance(exception, Missing) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware


# What a person may open on a worker's screen that was handed to them: their own pages, and giving it back.
HANDED_OVER_OPENS = ("/mijn", "/snel-weg", "/scherm-terug", "/static/")


def locked_while_handed_over(get_response: GetResponse) -> GetResponse:
    """On a handed-over screen every address of the team is missing, whatever its view would say."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        opens = request.path == "/" or request.path.startswith(HANDED_OVER_OPENS)
        if not opens and request.session.get(who.HANDED_OVER):
            return missing(request)
        return get_response(request)

    return middleware
