"""When people meet: a day and two times, as a clock in the Netherlands shows them.

On the last Sunday of March the hour from two to three does not exist, and on the last Sunday of October it comes twice
(summer time by EU directive 2000/84/EC). An appointment in the hour that is not there is refused; of the hour that
comes twice the first one is meant.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from .texts import N_

ZONE = ZoneInfo("Europe/Amsterdam")

COMING_DAYS = 7
"""How many days after today the day of a worker looks ahead: "today and the coming week"."""

FEED_DAYS = (7, 366)
"""From how many days before today until how many after it the calendar feed of a worker goes."""


def moments(day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    """The moments, in UTC, at which the clock shows these times on that day."""
    return _moment(day, starts), _moment(day, ends)


def problem(day: date, starts: time, ends: time, now: datetime) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None: it ends after it starts, and is not over yet."""
    today = now.astimezone(ZONE).date()
    if day < today:
        return "day", N_("Choose today or a day that is still to come.")
    if ends <= starts:
        return "ends", N_("It ends before it begins. Choose a later time.")
    for name, at in (("starts", starts), ("ends", ends)):
        if not exists(day, at):
            return name, N_("In this night the clock goes from two to three: this time does not exist.")
    if moments(day, starts, ends)[1] <= now:
        return "ends", N_("This time is over. Choose a later one.")
    return None


def exists(day: date, at: time) -> bool:
    """Does the clock show this time on that day?"""
    return _moment(day, at).astimezone(ZONE).replace(tzinfo=None, fold=0) == datetime.combine(day, at)


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at.replace(fold=0), tzinfo=ZONE).astimezone(UTC)
