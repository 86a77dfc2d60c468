"""What holds for every answer: nothing is kept by a browser, and missing looks like forbidden."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from naast.access.viewer import Missing

from .errors import missing

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def no_store(get_response: GetResponse) -> GetResponse:
    """No page is stored: after signing out or a quick exit the back button shows nothing."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer" if request.path.startswith("/mijn") else "same-origin"
        return response

    return middleware


def missing_looks_forbidden(get_response: GetResponse) -> GetResponse:
    """`Missing` and everything that is refused become the one answer of ui/errors.py."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return missing(request, exception) if isinstance(exception, Missing) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware
