"""Who does not sit together, on the team's face: said with its readers read back, beside the faces, at the field."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.actions import apart, appointments
from naast.actions.apart import Pair

pytestmark = pytest.mark.django_db
WHY = "Zij is bang voor hem."


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def address(cast: Cast, *more: object) -> str:
    return "/".join(["", "huishoudens", str(cast.dossier), "niet-samen", *map(str, more)])


def typed(cast: Cast, **more: object) -> dict[str, object]:
    today = timezone.localdate()
    return {
        "one": str(cast.people["samira"]),
        "other": str(cast.people["karim"]),
        "reason": WHY,
        "starts": today.isoformat(),
        "look_on": (today + timedelta(days=30)).isoformat(),
        "ends": "",
        "mode": "proposed",
        "once": str(uuid4()),
    } | more


def keep(cast: Cast, *readers: str) -> UUID:
    today = timezone.localdate()
    pair = Pair(cast.people["samira"], cast.people["karim"], WHY, today, today + timedelta(days=30))
    choice = cast.choice(*readers) if readers else None
    return apart.keep(viewer=cast.viewer("jerrel"), dossier=cast.dossier, pair=pair, choice=choice)


def said(cast: Cast, browser: Client, **more: object) -> str:
    """Send and read back; the page that says who reads it."""
    answer = browser.post(address(cast, "nieuw"), typed(cast, **more))
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def meeting(cast: Cast, *present: str) -> dict[str, object]:
    return {
        "words": "Praten.",
        "day": (timezone.localdate() + timedelta(days=3)).isoformat(),
        "starts": "14:00",
        "ends": "15:00",
        "present": [str(cast.people[name]) for name in (*present, "jerrel")],
        "mode": "proposed",
        "once": str(uuid4()),
    }


def test_it_is_read_back_and_kept(cast: Cast) -> None:
    browser = client(cast, "jerrel")
    form = typed(cast)
    page = browser.post(address(cast, "nieuw"), form).content.decode()
    mark = re.search(r'name="checked" value="([^"]*)"', page)
    assert mark
    assert "Alleen het team leest het." in page
    answer = browser.post(address(cast, "nieuw"), form | {"checked": mark[1]})
    assert answer.status_code == 303
    shown = browser.get(answer["Location"]).content.decode()
    assert WHY in shown
    assert "Samira en Karim" in shown


def test_a_circle_with_one_of_the_two_is_warned_of(cast: Cast) -> None:
    page = said(cast, client(cast, "jerrel"), mode="chosen", readers=[str(cast.people["karim"])])
    assert "Karim kan dan lezen dat ze apart blijven. Is dat veilig?" in page


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"one": ""}, "one"),
        ({"other": ""}, "other"),
        ({"reason": ""}, "reason"),
        ({"starts": ""}, "starts"),
        ({"look_on": ""}, "look_on"),
        ({"look_on": "2020-01-01"}, "look_on"),
        ({"ends": "2020-01-01"}, "ends"),
    ],
)
def test_every_error_stands_at_its_field(cast: Cast, wrong: dict[str, object], name: str) -> None:
    answer = client(cast, "jerrel").post(address(cast, "nieuw"), typed(cast, **wrong))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [name]
    if name != "reason":
        assert WHY in answer.content.decode()


def test_two_of_the_same_are_not_two(cast: Cast) -> None:
    answer = client(cast, "jerrel").post(
        address(cast, "nieuw"), typed(cast, other=str(cast.people["samira"]))
    )
    assert list(answer.context["form"].errors) == ["other"]


def test_it_stands_beside_the_faces_before_anybody_chooses(cast: Cast) -> None:
    keep(cast)
    for where in ("agenda/nieuw", "plan/tafel"):
        page = client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/{where}").content.decode()
        assert "Samira en Karim zitten niet samen aan tafel." in page, where
        assert "niet samen met Karim" in page
        assert "niet samen met Samira" in page


def test_an_appointment_with_both_says_why_at_its_field(cast: Cast) -> None:
    keep(cast)
    browser, where = client(cast, "jerrel"), f"/huishoudens/{cast.dossier}/agenda/nieuw"
    form = meeting(cast, "samira", "karim")
    page = browser.post(where, form).content.decode()
    mark = re.search(r'name="checked" value="([^"]*)"', page)
    assert mark
    answer = browser.post(where, form | {"checked": mark[1]})
    assert answer.status_code == 422
    [error] = answer.context["form"].errors["present"]
    assert error.startswith(f"Samira en Karim zitten niet samen aan tafel: {WHY}")


def test_the_table_is_not_opened_for_both_and_the_screen_of_one_says_nothing(cast: Cast) -> None:
    keep(cast)
    browser, where = client(cast, "jerrel"), f"/huishoudens/{cast.dossier}/plan/tafel"
    both = [str(cast.people["samira"]), str(cast.people["karim"])]
    answer = browser.post(where, {"seated": both})
    assert answer.status_code == 422
    assert WHY in answer.context["form"].errors["seated"][0]
    asked = "&".join(f"aan={one}" for one in both)
    answer = browser.get(f"{where}/samen?{asked}")
    assert answer.status_code == 302
    assert WHY not in browser.get(answer["Location"]).content.decode()
    answer = browser.post(where, {"seated": both[:1]})
    assert answer.status_code == 303
    assert browser.get(answer["Location"]).status_code == 200


def test_nobody_at_the_table_is_said_at_the_field(cast: Cast) -> None:
    answer = client(cast, "jerrel").post(f"/huishoudens/{cast.dossier}/plan/tafel", {})
    assert answer.status_code == 422
    assert "seated" in answer.context["form"].errors


def test_a_talk_with_both_is_kept_and_said_so(cast: Cast) -> None:
    keep(cast)
    form = {
        "form": "home_visit",
        "happened": "vandaag",
        "present": [str(cast.people["samira"]), str(cast.people["karim"])],
        "goal": "Praten.",
        "passages": "1",
        "once": str(uuid4()),
        "do": "confirm",
    }
    browser, where = client(cast, "jerrel"), f"/huishoudens/{cast.dossier}/schrijven"
    answer = browser.post(where, form)
    page = answer.content.decode()
    assert answer.status_code == 200, page
    assert "Samira en Karim zitten niet samen aan tafel, en waren er allebei." in page
    hidden = dict(re.findall(r'type="hidden" name="(apart-seen)" value="(1)"', page))
    assert browser.post(where, form | hidden).status_code in (302, 303)


def test_what_was_planned_with_both_is_listed_with_a_way_to_change_it(cast: Cast) -> None:
    starts = timezone.localdate() + timedelta(days=3)
    ids = (cast.people["samira"], cast.people["karim"], cast.people["jerrel"])
    meets = appointments.Meeting(
        "Praten.", starts, *(timezone.datetime(2026, 1, 1, h).time() for h in (14, 15)), ids
    )
    made = appointments.make(viewer=cast.viewer("jerrel"), dossier=cast.dossier, meeting=meets)
    keep(cast)
    assert f"/agenda/{made}/wijzigen" in client(cast, "jerrel").get(address(cast)).content.decode()


def test_it_is_said_otherwise_and_ended(cast: Cast) -> None:
    told, browser = keep(cast), client(cast, "jerrel")
    form = typed(cast, reason="Anders gezegd.")
    answer = browser.post(address(cast, told, "wijzigen"), form)
    assert answer.status_code == 303
    page = browser.get(answer["Location"]).content.decode()
    assert "Anders gezegd." in page
    assert browser.get(address(cast, told, "wijzigen")).status_code == 404
    new = re.search(r"niet-samen/([0-9a-f-]{36})/stoppen", page)
    assert new
    wrong = browser.post(address(cast, new[1], "stoppen"), {"because": "", "once": str(uuid4())})
    assert list(wrong.context["form"].errors) == ["because"]
    answer = browser.post(
        address(cast, new[1], "stoppen"), {"because": "Het kan weer.", "once": str(uuid4())}
    )
    assert answer.status_code == 303
    assert "Het kan weer." in browser.get(answer["Location"]).content.decode()


def test_pages_are_the_teams_alone_and_not_through_eyes(cast: Cast) -> None:
    told = keep(cast)
    for where in (address(cast), address(cast, "nieuw"), address(cast, told, "stoppen")):
        assert client(cast, "jerrel").get(where).status_code == 200
        assert client(cast, "ellen").get(where).status_code == 404
        assert client(cast, "jerrel").get(f"{where}?ogen={cast.people['samira']}").status_code == 404


def test_the_people_page_leads_there(cast: Cast) -> None:
    page = client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/mensen").content.decode()
    assert address(cast) in page
