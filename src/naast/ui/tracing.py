"""One trace row for every request that showed or refused household data, before the answer leaves."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from naast.access import emergency, trace

GetResponse = Callable[[HttpRequest], HttpResponse]


def traced(get_response: GetResponse) -> GetResponse:
    """Middleware: collect what the request shows, then write it down under the address's name."""

    def middleware(request: HttpRequest) -> HttpResponse:
        trace.begin()
        response = get_response(request)
        match = request.resolver_match
        act, released = emergency.act_of(match.view_name if match else "")
        trace.finish(act, response.status_code >= 400, released)
        return response

    return middleware
