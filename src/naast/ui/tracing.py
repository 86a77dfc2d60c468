"""One trace row for every request that showed or refused household data, before the answer leaves."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from naast.access import trace

GetResponse = Callable[[HttpRequest], HttpResponse]


def traced(get_response: GetResponse) -> GetResponse:
    """Middleware: collect what the request shows, then write it down under the address's name."""

    def middleware(request: HttpRequest) -> HttpResponse:
        trace.begin()
        response = get_response(request)
        match = request.resolver_match
        trace.finish(match.view_name if match else "", response.status_code >= 400)
        return response

    return middleware
