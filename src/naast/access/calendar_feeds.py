"""What a worker's own calendar may hold: from when until when they meet somebody, and nothing else.

The calendar is kept by somebody else than Naast, on a phone that others look at: no names, no place, no words, and no
id by which two appointments, two workers or two readings could be told to belong to one household.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from naast.records.fields import look_up_hash
from naast.records.models import CalendarFeed
from naast.rules.appointments import FEED_DAYS

from . import appointments, trace
from .doors import viewer_door
from .viewer import Viewer, midnight


@dataclass(frozen=True, slots=True)
class Event:
    """One appointment: an id that stays the same when it moves and is found nowhere else, and when it is.

    `cancelled`: it does not go on. Not when it was written down: what was written in one quarter of an hour is of one
    household.
    """

    uid: str
    starts: datetime
    ends: datetime
    cancelled: bool


def events(viewer: Viewer) -> tuple[Event, ...]:
    """The viewer's own appointments, in their newest version that they may read now, the first one first."""
    before, after = FEED_DAYS
    since = midnight(viewer.today - timedelta(days=before))
    until = midnight(viewer.today + timedelta(days=after))
    with viewer_door(viewer) as reach:
        # columns only: words and places are not even fetched
        rows = list(
            appointments.own(reach, since, until).values_list(
                "public_id",
                "root",
                "appointment__starts",
                "appointment__ends",
                "appointment__cancelled",
            )
        )
    trace.saw(viewer, None, (row[0] for row in rows))
    return tuple(
        Event(_uid(viewer, root), starts, ends, cancelled) for _, root, starts, ends, cancelled in rows
    )


def _uid(viewer: Viewer, root: UUID) -> str:
    """The same for every version, whatever address it is fetched at; another one for each worker."""
    return look_up_hash(f"{viewer.account} {root}", "calendar event")


@dataclass(frozen=True, slots=True)
class Feed:
    """Since when the address of the viewer's calendar is there, and when it was last fetched."""

    made_at: datetime
    read_at: datetime | None


def own(viewer: Viewer) -> Feed | None:
    """The viewer's own address, without its secret; None where there is none."""
    row = CalendarFeed.objects.filter(account_id=viewer.account or 0, ended_at=None).first()
    trace.saw(viewer)
    return Feed(row.made_at, row.read_at) if row is not None else None
