"""Through the eyes of: who looks, by what an address asks (`ogen`, `als`, `dag`). Rendered on the server."""

from datetime import date, datetime, time
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from naast.access import dossiers
from naast.access.dossiers import Look, Looking
from naast.access.viewer import Missing, Viewer


def looking(request: HttpRequest, viewer: Viewer, dossier: UUID) -> Looking:
    """The viewer, or the viewer looking through the eyes that the address asks for, on its day. Missing if not."""
    if not request.GET.get("ogen"):
        return Looking(viewer)
    try:
        person = UUID(request.GET["ogen"])
        at = moment(request.GET.get("dag", ""), viewer.at)
    except ValueError:
        raise Missing from None
    return dossiers.looking(viewer, dossier, person, request.GET.get("als", "resident"), at)


def moment(day: str, now: datetime) -> datetime:
    """Noon of a coming day, else now. Raises ValueError for what is no day."""
    if not day:
        return now
    chosen = date.fromisoformat(day)
    if chosen <= timezone.localtime(now).date():
        return now
    return timezone.make_aware(datetime.combine(chosen, time(12)))


def query(look: Look, day: str = "") -> str:
    """What stands behind the question mark of an address to look through somebody's eyes."""
    asked = {"ogen": str(look.face.public_id), "als": look.capacity}
    return urlencode(asked | ({"dag": day} if day else {}))
