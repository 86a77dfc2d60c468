"""The agenda of a household on the team's face: made with its readers said, changed, cancelled, and on the day."""

import re
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.cast import Cast

from naast.actions import appointments, involvements
from naast.actions.appointments import Meeting

from .signed_in import client as signed_in

pytestmark = pytest.mark.django_db
SOON = timedelta(days=3)


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """Told until an hour ago: what is made by an act stands there when a page is asked for."""
    cast.clock.at -= timedelta(hours=1)
    return cast


def address(cast: Cast, *more: object) -> str:
    return "/".join(["", "huishoudens", str(cast.dossier), "agenda", *map(str, more)])


def typed(cast: Cast, *present: str, **more: object) -> dict[str, object]:
    return {
        "words": "Hoe gaat het thuis?",
        "day": (timezone.localdate() + SOON).isoformat(),
        "starts": "14:00",
        "ends": "15:00",
        "present": [str(cast.people[name]) for name in (*present, "jerrel")],
        "place": "Bij het wijkteam",
        "mode": "proposed",
        "once": str(uuid4()),
    } | more


def kept(cast: Cast, client: Client, where: str, form: dict[str, object]) -> str:
    """Send, read back, confirm; gives the page on which it ends."""
    told = client.post(where, form)
    assert told.status_code == 200, told.content.decode()
    page = told.content.decode()
    mark = re.search(r'name="checked" value="([^"]*)"', page)
    assert mark
    answer = client.post(where, form | {"checked": mark[1]})
    assert answer.status_code == 303, answer.content.decode()
    return client.get(answer["Location"]).content.decode()


def made(cast: Cast, *present: str, **more: object) -> UUID:
    """Three days from now at two, of Jerrel with these."""
    ids = tuple(cast.people[name] for name in (*present, "jerrel"))
    meeting = Meeting(
        **{
            "words": "Hoe gaat het thuis?",
            "day": timezone.localdate(cast.clock.at) + SOON,
            "starts": time(14),
            "ends": time(15),
            "present": ids,
        }
        | more  # type: ignore[arg-type]
    )
    return appointments.make(viewer=cast.viewer("jerrel"), dossier=cast.dossier, meeting=meeting)


def test_the_household_page_leads_to_it(cast: Cast, client: Client) -> None:
    assert address(cast) in client.get(f"/huishoudens/{cast.dossier}").content.decode()


def test_who_reads_it_is_said_before_it_is_kept(cast: Cast, client: Client) -> None:
    told = client.post(address(cast, "nieuw"), typed(cast, "samira")).content.decode()
    assert "Samira en het team lezen het." in told
    assert "Karim" in told.split("Samira en het team lezen het.")[1]
    assert "Hier staat geen afspraak." in client.get(address(cast)).content.decode()
    page = kept(cast, client, address(cast, "nieuw"), typed(cast, "samira"))
    for words in ("Hoe gaat het thuis?", "14.00 tot 15.00", "Bij het wijkteam", "Samira en Jerrel"):
        assert words in page
    assert "Hier staat geen afspraak." not in page


def test_another_choice_than_was_read_back_is_read_back_again(cast: Cast, client: Client) -> None:
    form = typed(cast, "samira")
    told = client.post(address(cast, "nieuw"), form).content.decode()
    mark = re.search(r'name="checked" value="([^"]*)"', told)
    assert mark
    other = typed(cast, "samira", "karim") | {"checked": mark[1]}
    again = client.post(address(cast, "nieuw"), other)
    assert again.status_code == 200
    assert "Samira en Karim" in again.content.decode() or "Karim en Samira" in again.content.decode()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"words": " "}, "Schrijf op waar het over gaat."),
        ({"present": []}, "Kies wie elkaar spreken."),
        ({"ends": "13:00"}, "Het eindigt voordat het begint. Kies een latere tijd."),
        ({"starts": "half drie"}, "Vul een tijd in, zoals 14.30."),
        ({"day": "2020-01-01"}, "Kies vandaag of een dag die nog komt."),
        ({"day": "2027-03-28", "starts": "02:30", "ends": "04:00"}, "deze tijd bestaat niet"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field_and_what_was_typed_stays(
    cast: Cast, client: Client, wrong: dict[str, object], words: str
) -> None:
    with time_machine.travel(timezone.now().replace(year=2026, month=11, day=20), tick=False):
        cast.clock.at = timezone.now()
        form = typed(cast, "samira", place="Zaal drie", **wrong)
        answer = client.post(address(cast, "nieuw"), form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert "Zaal drie" in page


def test_a_time_with_a_dot_is_a_time_as_well(cast: Cast, client: Client) -> None:
    page = kept(cast, client, address(cast, "nieuw"), typed(cast, "samira", starts="14.30", ends="15.15"))
    assert "14.30 tot 15.15" in page


def test_a_change_shows_what_stands_and_takes_its_place(cast: Cast, client: Client) -> None:
    where = address(cast, made(cast, "samira", place="Thuis"), "wijzigen")
    form = client.get(where).content.decode()
    for value in ('value="14:00"', 'value="15:00"', 'value="Thuis"'):
        assert value in form
    page = kept(cast, client, where, typed(cast, "samira", starts="16:00", ends="17:00"))
    assert "16.00 tot 17.00" in page
    assert "14.00 tot 15.00" not in page


def test_who_drops_out_of_the_readers_is_named_before(cast: Cast, client: Client) -> None:
    where = address(cast, made(cast, "samira", "karim"), "wijzigen")
    told = client.post(where, typed(cast, "samira")).content.decode()
    assert "Voor Karim verdwijnt de afspraak" in told
    kept(cast, client, where, typed(cast, "samira"))
    looked = client.get(f"{address(cast)}?ogen={cast.people['karim']}&als=resident")
    assert "Hier staat geen afspraak." in looked.content.decode()


def test_cancelling_says_so_with_why_and_is_not_undone_by_a_second_press(cast: Cast, client: Client) -> None:
    one = made(cast, "samira")
    where = address(cast, one, "afzeggen")
    assert "Samira en het team." in client.get(where).content.decode()
    answer = client.post(where, {"reason": "Jerrel is ziek.", "once": str(uuid4())})
    page = client.get(answer["Location"]).content.decode()
    assert "gaat niet door" in page
    assert "Jerrel is ziek." in page
    assert where not in page
    again = client.post(where, {"reason": "", "once": str(uuid4())}, follow=True)
    assert "Deze afspraak was al afgezegd." in again.content.decode()


def test_who_was_second_sees_how_it_is_now(cast: Cast, client: Client) -> None:
    one = made(cast, "samira")
    where = address(cast, one, "wijzigen")
    kept(cast, client, where, typed(cast, "samira", starts="16:00", ends="17:00"))
    late = client.post(where, typed(cast, "samira", words="Anders", starts="10:00", ends="11:00"))
    assert "Iemand anders heeft deze afspraak intussen gewijzigd." in late.content.decode()
    assert "16.00 tot 17.00" in late.content.decode()
    assert "Anders" in late.content.decode()
    assert client.get(where).status_code == 302
    assert "intussen gewijzigd" in client.post(address(cast, one, "afzeggen"), {}).content.decode()


def test_what_was_stands_below_and_nothing_can_be_done_with_it(cast: Cast, client: Client) -> None:
    cast.clock.at -= timedelta(days=8)
    one = made(cast, "samira")
    page = client.get(address(cast)).content.decode()
    assert page.index("Komt nog") < page.index("Hoe gaat het thuis?")
    assert "wijzigen" not in page
    over = client.get(address(cast, one, "wijzigen"), follow=True)
    assert "Deze afspraak is voorbij." in over.content.decode()


def test_the_page_of_one_says_when_and_where_in_every_version(cast: Cast, client: Client) -> None:
    one = made(cast, "samira", place="Thuis")
    kept(cast, client, address(cast, one, "wijzigen"), typed(cast, "samira", starts="16:00", ends="17:00"))
    page = client.get(f"/stukken/{one}").content.decode()
    assert page.index("16.00 tot 17.00") < page.index("14.00 tot 15.00")


def test_a_partner_sees_only_theirs_and_makes_none(cast: Cast) -> None:
    made(cast, "samira")
    made(cast, "ellen", words="Over de klas")
    browser = signed_in(cast, "ellen")
    page = browser.get(address(cast)).content.decode()
    assert "Over de klas" in page
    assert "Hoe gaat het thuis?" not in page
    assert "Afspraak maken" not in page
    assert browser.get(address(cast, "nieuw")).status_code == 404


def test_a_worker_of_elsewhere_finds_nothing(cast: Cast) -> None:
    one = made(cast, "samira")
    browser = signed_in(cast, "ayse")
    for where in (address(cast), address(cast, "nieuw"), address(cast, one, "wijzigen")):
        assert browser.get(where).status_code == 404
    assert browser.post(address(cast, one, "afzeggen"), {"once": str(uuid4())}).status_code == 404


def test_through_eyes_nothing_is_written(cast: Cast, client: Client) -> None:
    one = made(cast, "samira")
    eyes = f"?ogen={cast.people['samira']}&als=resident"
    assert client.get(address(cast) + eyes).status_code == 200
    for where in ("nieuw", f"{one}/wijzigen", f"{one}/afzeggen"):
        assert client.get(address(cast, where) + eyes).status_code == 404


NOON = timezone.make_aware(timezone.datetime(2026, 11, 20, 12))


def on_the_day(cast: Cast, name: str) -> str:
    with time_machine.travel(NOON, tick=False):
        return signed_in(cast, name).get("/vandaag").content.decode()


def test_the_day_holds_my_own_appointments_of_today_and_the_coming_week(cast: Cast) -> None:
    cast.clock.at = NOON - timedelta(days=1)
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at,
    )
    for day, words in ((20, "Vandaag samen"), (27, "Over een week"), (28, "Nog later")):
        made(cast, "samira", day=date(2026, 11, day), words=words)
    page = on_the_day(cast, "jerrel")
    assert "Vandaag samen" in page
    assert "Over een week" in page
    assert "Nog later" not in page
    assert page.index("Vandaag samen") < page.index("In de komende week") < page.index("Over een week")
    assert "Samira en het team." in page
    assert "Vandaag samen" not in on_the_day(cast, "ayse")  # who reads it, and is not there


def test_the_day_holds_no_secret_place_and_says_that_one_does_not_go_on(cast: Cast) -> None:
    cast.clock.at = NOON - timedelta(days=1)
    made(cast, "samira", day=date(2026, 11, 20), place="Lindehof 12", secret=True)
    off = made(cast, "karim", day=date(2026, 11, 20), place="Zaal drie", words="Over school")
    appointments.cancel(viewer=cast.viewer("jerrel"), appointment=off, reason="Karim moet werken.")
    page = on_the_day(cast, "jerrel")
    assert "Lindehof" not in page
    assert "Een geheime plek: die staat in de agenda." in page
    assert "Zaal drie" in page
    assert "gaat niet door" in page
