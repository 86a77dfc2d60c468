"""Through the eyes of: who looks, by what an address asks (`ogen`, `als`, `dag`), and what stands above such a page."""

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any, Protocol
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from naast.access import dossiers
from naast.access.dossiers import Look, Looking
from naast.access.people import Face
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


class Page(Protocol):
    """What a page of one household says of its viewer: whom they know of here, and whether they are in its team."""

    @property
    def known(self) -> tuple[Face, ...]: ...

    @property
    def in_team(self) -> bool: ...


def frame(
    request: HttpRequest, viewer: Viewer, seen: Looking, page: Page, partners: Collection[int], *, tab: str
) -> dict[str, Any]:
    """What the tabs and the choice of eyes above a page of one household need; `partners` are row ids."""
    day = request.GET.get("dag", "") if seen.through else ""
    looks = seen.looks or (dossiers.possible(viewer, page.known, set(partners)) if page.in_team else ())
    return {
        "section": "households",
        "tab": tab,
        "through": seen.through,
        "through_day": seen.viewer.eyes_of.at if seen.viewer.eyes_of and day else None,
        "day": day,
        "tomorrow": viewer.today.isoformat(),
        "looks": [(look, query(look, day)) for look in looks],
        "query": f"?{query(seen.through, day)}" if seen.through else "",
        "writes": page.in_team and not seen.through,
        "viewer_is_staff": viewer.is_staff,
        "reads_part": viewer.is_staff and not page.in_team and not seen.through,
    }
