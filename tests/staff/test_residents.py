"""The page on which a worker, with the person beside them, gives a way in or hands over the screen."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast, samira_and_karim, some_time_ago

from naast.actions import accounts
from naast.records.models import Account, SignInLink

pytestmark = pytest.mark.django_db
PIN, WORKERS = "271904", "314592"
GIVEN = {"channel": "samira@post.example", "pin": PIN, "again": PIN, "messages": "never", "present": "on"}


@pytest.fixture(autouse=True)
def _quick_hashes(settings) -> None:
    """The real one is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast() -> Cast:
    made = samira_and_karim(some_time_ago(hours=1))
    Account.objects.filter(capacity="resident").delete()
    accounts.set_pin(viewer=made.viewer("jerrel"), pin=WORKERS)
    return made


def client(cast: Cast, name: str = "jerrel") -> Client:
    made = Client()
    account = Account.objects.get(pk=cast.accounts[name].pk)
    made.force_login(account, backend="naast.access.sessions.Carried")
    return made


def at(cast: Cast, person: str = "", what: str = "") -> str:
    end = f"/{cast.people[person]}/{what}" if person else ""
    return f"/huishoudens/{cast.dossier}/toegang{end}"


def test_the_page_says_for_everybody_how_they_come_in(cast: Cast) -> None:
    html = client(cast).get(at(cast)).content.decode()
    for name in ("Samira", "Yusuf", "Noa", "Karim"):
        assert name in html
    assert html.count("Jonger dan twaalf: op jouw scherm") == 2
    assert html.count("Nog geen eigen ingang") == 2


@pytest.mark.parametrize("who", ["ayse", "ellen"])
def test_who_is_not_of_the_team_here_finds_nothing(cast: Cast, who: str) -> None:
    browser = client(cast, who)
    nowhere = browser.get(f"/huishoudens/{uuid4()}/toegang")
    for path in (at(cast), at(cast, "samira", "eigen"), at(cast, "samira", "scherm")):
        found = browser.get(path)
        assert (found.status_code, found.content) == (404, nowhere.content)


def test_the_link_is_shown_once_and_kept_nowhere(cast: Cast) -> None:
    browser = client(cast)
    html = browser.post(at(cast, "samira", "eigen"), GIVEN).content.decode()
    token = re.search(r"/binnen/([\w-]+)", html).group(1)  # type: ignore[union-attr]
    assert PIN not in html
    assert token not in browser.get(at(cast)).content.decode()
    assert token not in str(SignInLink.objects.values()) + str(dict(browser.session))
    assert Client().post(f"/binnen/{token}", {"pin": PIN}).status_code == 303


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"present": ""}, "Dit kan alleen als deze persoon naast je zit."),
        ({"again": "111333"}, "De twee codes zijn niet gelijk."),
        ({"pin": "123456", "again": "123456"}, "makkelijk te raden"),
        ({"channel": "samira"}, "Vul een e-mailadres of een telefoonnummer in."),
        ({"channel": "0612345678", "messages": "asked", "start": "09:00", "end": "20:00"}, "nog geen sms"),
    ],
)
def test_what_is_wrong_is_said_and_the_channel_stays_but_the_code_does_not(
    cast: Cast, wrong: dict[str, str], said: str
) -> None:
    answer = client(cast).post(at(cast, "samira", "eigen"), GIVEN | wrong)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert said in html
    assert f'value="{(GIVEN | wrong)["channel"]}"' in html
    assert PIN not in html
    assert not Account.objects.filter(capacity="resident").exists()


def test_a_shared_channel_is_warned_about_and_kept_after_it_was_discussed(cast: Cast) -> None:
    browser = client(cast)
    browser.post(at(cast, "samira", "eigen"), GIVEN)
    warned = browser.post(at(cast, "karim", "eigen"), GIVEN)
    assert warned.status_code == 422
    assert "Samira Haddad gebruikt dit kanaal ook." in warned.content.decode()
    kept = browser.post(at(cast, "karim", "eigen"), GIVEN | {"sharing_seen": "on"})
    assert "/binnen/" in kept.content.decode()


def test_a_child_under_twelve_has_no_form_for_a_way_in(cast: Cast) -> None:
    browser = client(cast)
    assert browser.get(at(cast, "noa", "eigen")).status_code == 404
    assert browser.post(at(cast, "noa", "eigen"), GIVEN).status_code == 404
    assert browser.get(at(cast, "noa", "scherm")).status_code == 200


def test_a_worker_closes_a_portal_and_makes_a_new_link(cast: Cast) -> None:
    browser = client(cast)
    browser.post(at(cast, "samira", "eigen"), GIVEN)
    assert "/binnen/" in browser.post(at(cast, "samira", "link"), {"present": "on"}).content.decode()
    assert browser.get(at(cast, "samira", "sluiten")).status_code == 200
    assert browser.post(at(cast, "samira", "sluiten")).status_code == 303
    assert browser.get(at(cast, "samira", "sluiten")).status_code == 404
    assert not Account.objects.filter(capacity="resident", is_active=True).exists()


# Handing over the screen


@pytest.fixture
def handed(cast: Cast) -> Client:
    """Jerrel's browser, handed to Noa."""
    browser = client(cast)
    assert browser.post(at(cast, "noa", "scherm"), {"present": "on"})["Location"] == "/mijn"
    return browser


def test_without_a_pin_no_screen_is_handed_over(cast: Cast) -> None:
    Account.objects.filter(pk=cast.accounts["jerrel"].pk).update(pin="")
    browser = client(cast)
    assert "Je hebt nog geen pincode" in browser.get(at(cast, "noa", "scherm")).content.decode()
    assert browser.post(at(cast, "noa", "scherm"), {"present": "on"}).status_code == 422


def test_a_handed_over_screen_shows_the_childs_pages_and_nothing_of_the_team(
    cast: Cast, handed: Client
) -> None:
    assert "Hoi Noa" in handed.get("/mijn", follow=True).content.decode()
    for path in (
        "/huishoudens",
        f"/huishoudens/{cast.dossier}",
        at(cast),
        at(cast, "noa", "scherm"),
        f"/huishoudens/{cast.dossier}/plan",
        "/zoeken",
        "/team",
        "/account",
        "/aanmelden",
        "/afmelden",
        "/binnen",
        "/nowhere",
    ):
        assert handed.get(path).status_code == 404, path


def test_the_workers_pin_brings_the_screen_back_and_closes_the_childs_pages(
    cast: Cast, handed: Client
) -> None:
    assert handed.post("/scherm-terug", {"pin": PIN}).status_code == 422
    back = handed.post("/scherm-terug", {"pin": WORKERS})
    assert (back.status_code, back["Location"]) == (303, at(cast))
    assert handed.get("/mijn").status_code == 404
    assert handed.get("/scherm-terug").status_code == 404
    assert handed.get(at(cast)).status_code == 200


def test_five_wrong_pins_end_the_session_altogether(cast: Cast, handed: Client) -> None:
    for _ in range(4):
        assert handed.post("/scherm-terug", {"pin": PIN}).status_code == 422
    assert handed.get("/mijn", follow=True).status_code == 200
    over = handed.post("/scherm-terug", {"pin": PIN})
    assert over.status_code == 303
    assert not handed.session.keys()
    assert handed.get("/mijn")["Location"] == "/binnen"


def test_quick_exit_ends_the_workers_session_as_well(cast: Cast, handed: Client) -> None:
    handed.get("/snel-weg")
    assert handed.get(at(cast))["Location"].startswith("/aanmelden")


def test_a_handed_over_screen_has_no_portal_to_close_and_signs_nobody_out(handed: Client) -> None:
    assert handed.get("/mijn/sluiten").status_code == 404
    assert handed.post("/mijn/afmelden")["Location"] == "/scherm-terug"


def test_confidence_opens_with_the_workers_pin_and_is_hidden_again(handed: Client) -> None:
    assert handed.post("/mijn/vertrouwelijk", {"pin": WORKERS}).status_code == 303
    assert "Weer verbergen" in handed.get("/mijn/vertrouwelijk").content.decode()
    handed.post("/mijn/vertrouwelijk", {"hide": "1"})
    assert "Laat zien" in handed.get("/mijn/vertrouwelijk").content.decode()


def test_confidence_goes_on_to_a_page_of_the_portal_only(handed: Client) -> None:
    for target in ("https://elsewhere.example/mijn", "//elsewhere.example", "/huishoudens"):
        answer = handed.post("/mijn/vertrouwelijk", {"pin": WORKERS, "naar": target})
        assert answer["Location"] == "/mijn", target
