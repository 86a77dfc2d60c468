"""A worker's appointments in their own calendar: the address shown once, what is fetched there, and no trace of it."""

import io
import logging
import re
from datetime import time, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from tests.cast import Cast

from naast.actions import appointments
from naast.actions.appointments import Meeting
from naast.records.models import Account, CalendarFeed, TraceLine
from naast.staff.account import calendar_feed
from naast.ui.logs import WithoutSecrets, without_secrets

from .signed_in import client as signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "een lang wachtwoord"  # nosec: a test's


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """Told until an hour ago, with a password for the fixed face."""
    cast.clock.at -= timedelta(hours=1)
    account = Account.objects.get(pk=cast.accounts["jerrel"].pk)
    account.set_password(PASSWORD)
    account.save()
    cast.accounts["jerrel"] = account
    return cast


def made(client: Client) -> str:
    """A new address, as the page shows it."""
    page = client.post("/account/agenda", {"own_password": PASSWORD}).content.decode()
    found = re.search(r'value="(https?://[^"]+\.ics)"', page)
    assert found, page
    return urlsplit(found[1]).path


def meets(cast: Cast) -> None:
    ids = (cast.people["samira"], cast.people["jerrel"])
    day = timezone.localdate(cast.clock.at) + timedelta(days=3)
    meeting = Meeting("Over de vlucht", day, time(14), time(15), ids, "Lindehof 12", secret=True)
    appointments.make(viewer=cast.viewer("jerrel"), dossier=cast.dossier, meeting=meeting)


def test_it_is_shown_once_and_asks_for_the_password(cast: Cast, client: Client) -> None:
    wrong = client.post("/account/agenda", {"own_password": "iets anders"})
    assert wrong.status_code == 422
    assert not CalendarFeed.objects.exists()
    path = made(client)
    page = client.get("/account/agenda").content.decode()
    assert path not in page
    assert "Je hebt een adres sinds" in page
    assert "Niemand heeft het nog opgehaald." in page
    assert "/account/agenda" in client.get("/account").content.decode()


def test_without_signing_in_it_holds_when_and_nothing_of_whom(cast: Cast, client: Client) -> None:
    meets(cast)
    answer = Client().get(made(client))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer
    text = answer.content.decode()
    [event] = Calendar.from_ical(text).walk("VEVENT")
    assert event["SUMMARY"] == "Afspraak"
    assert event["URL"].endswith("/vandaag")
    secret = ["Samira", "Jerrel", "Lindehof", "vlucht", str(cast.dossier), cast.dossier.hex]  # type: ignore[union-attr]
    secret += [str(public_id) for public_id in cast.people.values()]
    assert [word for word in secret if word.lower() in text.lower()] == []
    assert "laatst opgehaald" in client.get("/account/agenda").content.decode()


def test_reading_it_is_a_page_view_of_that_worker_in_the_trace(cast: Cast, client: Client) -> None:
    meets(cast)
    path = made(client)
    before = TraceLine.objects.count()
    Client().get(path)
    [row] = TraceLine.objects.order_by("id")[before:]
    assert (row.act, row.outcome, row.account_id) == (
        "staff-calendar-feed",
        "shown",
        cast.accounts["jerrel"].pk,
    )
    assert len(bytes(row.shown)) == 16


def test_ended_unknown_and_wrong_give_one_answer(cast: Cast, client: Client) -> None:
    ended = made(client)
    client.post("/account/agenda/stoppen")
    wrong = made(client).rpartition("/")[0] + f"/{'x' * 43}.ics"
    unknown = f"/agenda/{uuid4()}/{'x' * 43}.ics"
    answers = [Client().get(path) for path in (ended, wrong, unknown, "/bestaat-niet")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in answers}) == 1


def test_ending_is_one_press_and_only_that(cast: Cast, client: Client) -> None:
    path = made(client)
    assert client.get("/account/agenda/stoppen").status_code == 303
    assert Client().get(path).status_code == 200
    client.post("/account/agenda/stoppen")
    assert Client().get(path).status_code == 404


def test_a_partner_and_a_resident_have_no_such_page(cast: Cast) -> None:
    assert signed_in(cast, "ellen").get("/account/agenda").status_code == 404
    assert signed_in(cast, "samira").get("/account/agenda").status_code == 404


def logged(act: object) -> str:
    """What the handler of the settings writes meanwhile."""
    [handler] = [
        one
        for one in logging.getLogger().handlers
        if any(isinstance(found, WithoutSecrets) for found in one.filters)
    ]
    kept, stream = handler.stream, io.StringIO()  # type: ignore[attr-defined]
    handler.stream = stream  # type: ignore[attr-defined]  # the one before may be closed by now, and is not flushed
    try:
        act()  # type: ignore[operator]
    finally:
        handler.stream = kept  # type: ignore[attr-defined]
    return stream.getvalue()


def test_its_secret_stands_in_no_line_of_the_log(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(client)
    secret = path.rpartition("/")[2].removesuffix(".ics")
    anybody = Client(raise_request_exception=False)

    def tries() -> None:
        anybody.get(path + "/meer")  # no such address: Django says so
        anybody.post(path)
        monkeypatch.setattr(calendar_feed.documents, "feed", lambda *_: 1 / 0)
        assert anybody.get(path).status_code == 500
        client.post("/account/agenda/stoppen")
        assert anybody.get(path).status_code == 404

    text = logged(tries)
    assert "Internal Server Error" in text
    assert "Not Found" in text
    assert secret not in text


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Not Found: /binnen/abcDEF-_1", "Not Found: /binnen/*"),
        ("Not Found: /uitnodiging/abc?x=1", "Not Found: /uitnodiging/*?x=1"),
        (
            "GET /agenda/5f1d1f6e-0000-4000-8000-000000000000/abc.ics HTTP/1.1",
            "GET /agenda/5f1d1f6e-0000-4000-8000-000000000000/* HTTP/1.1",
        ),
        ("Not Found: /huishoudens/abc", "Not Found: /huishoudens/abc"),
    ],
)
def test_secret_parts_of_addresses_become_a_star(line: str, plain: str) -> None:
    assert without_secrets(line) == plain
