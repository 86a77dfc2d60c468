"""A worker's appointments as a file that calendars read (iCalendar, RFC 5545).

Times stand in UTC, so that no calendar has to know when the clock is moved here. What was cancelled stays in it, and
says so in its summary too, because some calendars do not look at the status: something that is only gone looks like a
fetch that failed, and somebody may go all the same.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext
from icalendar import Calendar
from icalendar import Event as Component

from naast.access.calendar_feeds import Event

MIME = "text/calendar; charset=utf-8"
FETCHED_EVERY = timedelta(hours=1)  # what calendars are asked to do; many come less often


def feed(events: Iterable[Event], link: str, at: datetime) -> bytes:
    """The file as it is at this moment; `link` leads to Naast, where one has to sign in."""
    made = Calendar()
    made.add("prodid", "-//Naast//NL")
    made.add("version", "2.0")
    made.add(
        "method", "PUBLISH"
    )  # so that the stamp is when it was fetched, not when an appointment was written
    made.add("x-wr-calname", "Naast")
    made.add("refresh-interval", FETCHED_EVERY, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", FETCHED_EVERY, parameters={"VALUE": "DURATION"})
    for event in events:
        made.add_component(_component(event, link, at))
    return bytes(made.to_ical())


def _component(event: Event, link: str, at: datetime) -> Component:
    found = Component()
    found.add("uid", event.uid)
    found.add("dtstamp", at.astimezone(UTC).replace(microsecond=0))
    found.add("dtstart", event.starts.astimezone(UTC))
    found.add("dtend", event.ends.astimezone(UTC))
    found.add("summary", gettext("Cancelled appointment") if event.cancelled else gettext("Appointment"))
    found.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    found.add("transp", "TRANSPARENT" if event.cancelled else "OPAQUE")
    found.add("class", "PRIVATE")
    found.add("url", link)
    return found
