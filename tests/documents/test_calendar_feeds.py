"""The file that a worker's calendar reads, as the library reads it back: when, and nothing about whom."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from naast.access.calendar_feeds import Event
from naast.documents.calendar_feeds import feed
from naast.rules.appointments import moments

HERE = ZoneInfo("Europe/Amsterdam")
LINK = "https://naast.example/vandaag"
FETCHED = datetime(2026, 11, 16, 9, 0, 0, 123456, tzinfo=UTC)


def event(day: date, starts: time, ends: time, *, cancelled: bool = False) -> Event:
    return Event("ab12", *moments(day, starts, ends), cancelled)


def read(*events: Event) -> list[object]:
    """What the library finds in the file."""
    return list(Calendar.from_ical(feed(events, LINK, FETCHED)).walk("VEVENT"))


@pytest.mark.parametrize("day", [date(2026, 12, 1), date(2027, 3, 27), date(2027, 3, 29), date(2026, 10, 26)])
def test_two_by_the_clock_is_two_by_the_clock_in_it_on_both_sides_of_the_moving(day: date) -> None:
    [found] = read(event(day, time(14), time(15, 30)))
    starts, ends = found.decoded("dtstart"), found.decoded("dtend")  # type: ignore[attr-defined]
    assert starts.tzinfo is not None
    assert starts.astimezone(HERE).replace(tzinfo=None) == datetime.combine(day, time(14))
    assert ends.astimezone(HERE).replace(tzinfo=None) == datetime.combine(day, time(15, 30))


@pytest.mark.parametrize(("day", "minutes"), [(date(2027, 3, 28), 45), (date(2026, 10, 25), 165)])
def test_over_the_hour_of_the_moving_it_is_as_long_as_it_is(day: date, minutes: int) -> None:
    [found] = read(event(day, time(1, 30), time(3, 15)))
    lasts = found.decoded("dtend") - found.decoded("dtstart")  # type: ignore[attr-defined]
    assert lasts.total_seconds() == minutes * 60


def test_of_each_it_holds_these_lines_and_no_other() -> None:
    """Seen red with a place in it."""
    [found] = read(event(date(2026, 12, 1), time(14), time(15)))
    assert {name: str(found.decoded(name)) for name in found} == {  # type: ignore[attr-defined]
        "UID": "ab12",
        "DTSTAMP": "2026-11-16 09:00:00+00:00",
        "DTSTART": "2026-12-01 13:00:00+00:00",
        "DTEND": "2026-12-01 14:00:00+00:00",
        "SUMMARY": "Afspraak",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
        "CLASS": "PRIVATE",
        "URL": LINK,
    }


def test_what_was_cancelled_says_so_for_every_calendar() -> None:
    [found] = read(event(date(2026, 12, 1), time(14), time(15), cancelled=True))
    assert found["STATUS"] == "CANCELLED"  # type: ignore[index]
    assert found["SUMMARY"] == "Afgezegde afspraak"  # type: ignore[index]
    assert found["TRANSP"] == "TRANSPARENT"  # type: ignore[index]


def test_the_same_appointments_give_the_same_bytes() -> None:
    events = [event(date(2026, 12, 1), time(14), time(15))]
    assert feed(events, LINK, FETCHED) == feed(events, LINK, FETCHED)


def test_without_appointments_it_is_a_calendar_all_the_same() -> None:
    made = Calendar.from_ical(feed([], LINK, FETCHED))
    assert made["VERSION"] == "2.0"
    assert made["PRODID"]
    assert made.walk("VEVENT") == []
