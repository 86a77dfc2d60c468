"""Whether a page that stands open may go on standing there (design 4.3: time may close)."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from naast.access import received
from naast.access.viewer import Viewer
from naast.staff.sign_in.require import professional_view

STILL, ENDED = 204, 409


@professional_view
def still(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Nothing where all that was shared with them runs on; else that the page must go.

    `leeftijd` is for how many seconds it stands open: no page holds the moment at which it was made, for two that are
    alike have the same bytes (design 4.13).
    """
    try:
        age = int(request.GET.get("leeftijd", ""))
        since = viewer.at - timedelta(seconds=age)
    except (ValueError, OverflowError):
        return HttpResponse(status=ENDED)
    return HttpResponse(status=ENDED if age < 0 or received.ended_since(viewer, since) else STILL)
