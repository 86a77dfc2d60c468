"""Whether a page that stands open may go on standing there (design 4.3: time may close)."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

from naast.access import received
from naast.access.viewer import Viewer
from naast.staff.sign_in.require import professional_view

STILL, ENDED = 204, 409


@professional_view
def still(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Nothing where all that was shared with them runs on since `sinds` (seconds); else that the page must go."""
    try:
        since = datetime.fromtimestamp(int(request.GET.get("sinds", "")), UTC)
    except (ValueError, OverflowError, OSError):
        return HttpResponse(status=ENDED)
    return HttpResponse(status=ENDED if received.ended_since(viewer, since) else STILL)
