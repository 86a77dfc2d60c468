"""The screens of emergency reading: reason first, one answer where nothing opens, what both sides see of it."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.actions.test_plan import agree
from tests.cast import Cast, samira_and_karim, some_time_ago, staff
from tests.crawl.addresses import all_addresses
from tests.staff.signed_in import client

from naast.access.doors import upkeep
from naast.actions import dossiers, withholding
from naast.records.models import Account, Emergency, Entry, Share, Team, TraceLine

pytestmark = pytest.mark.django_db
WHY = "Zij belt, hij staat voor de deur"
SAMIRA = {"reason": WHY, "family_name": "Haddad", "birth": "1992-04-02"}


@pytest.fixture
def cast() -> Cast:
    cast = samira_and_karim(some_time_ago(hours=2))
    staff(cast, Team.objects.create(name="Piket", municipality="Voorbeeldstad"), "dunya", "Dunya Smit")
    Account.objects.filter(id=cast.accounts["dunya"].pk).update(duty_since=cast.clock.at)
    cast.accounts["dunya"].refresh_from_db()
    return cast


@pytest.fixture
def duty(cast: Cast) -> Client:
    return client(cast, "dunya")


def asks(browser: Client, **given: str) -> Any:
    return browser.post("/noodinzage", {**SAMIRA, "once": uuid4(), **given})


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def running(browser: Client, cast: Cast) -> str:
    asks(browser)
    with upkeep():
        entry = Emergency.objects.get(first=None).entry.public_id
    return f"/huishoudens/{cast.dossier}/noodinzage/{entry}"


def test_the_household_opens_with_a_banner_and_no_button_of_an_act(cast: Cast, duty: Client) -> None:
    agree(cast)
    told = cast.tells("samira", "Hij slaat mij.")
    response = asks(duty)
    assert (response.status_code, response["Location"]) == (303, f"/huishoudens/{cast.dossier}")
    page = text(duty.get(response["Location"]))
    assert "Je leest dit huishouden met noodinzage, tot" in page
    assert "Samira" in page
    assert "Hij slaat mij." not in page
    for button in (
        "Opschrijven",
        "Eigen verklaring",
        "Bestand toevoegen",
        "Toevoegen of wijzigen",
        "Toegang",
    ):
        assert f">{button}<" not in page, button
    assert "Het verhaal staat niet voor je open" in page
    assert "Er is nog niets opgeschreven" not in page
    assert duty.get(f"/stukken/{told}").status_code == 404
    for part in ("plan", "veilig", "krachten", "agenda", "genogram"):
        response = duty.get(f"/huishoudens/{cast.dossier}/{part}")
        assert response.status_code in (200, 404), part
        assert not re.search(r'class="btn btn-main"', text(response)), part
        assert response.status_code == 404 or "voor jou leeg is" in text(response), part


def test_no_page_of_an_opened_household_holds_a_form_of_another_act(cast: Cast, duty: Client) -> None:
    """Seen red with an entry's page that offers its buttons to who reads by an emergency reading."""
    agreed, told = agree(cast), cast.tells("samira", "Hij slaat mij.")
    asks(duty)
    here = f"/huishoudens/{cast.dossier}/noodinzage"
    duty.post(f"{here}/rest", {"reason": WHY, "once": uuid4()})
    duty.post(f"{here}/gedaan", {"words": "Ik belde de politie.", "once": uuid4()})
    with upkeep():
        mine = list(Entry.objects.filter(writer_id=cast.rows["dunya"]).values_list("public_id", flat=True))
    opened = 0
    for address in all_addresses():
        if not address.name.startswith("staff-") or not set(address.arguments) <= {"dossier", "entry"}:
            continue
        for entry in [agreed, told, *mine] if "entry" in address.arguments else [None]:
            values = {name: cast.dossier if name == "dossier" else entry for name in address.arguments}
            if not values:
                continue
            path = address.path(**values)
            response = duty.get(path)
            opened += response.status_code == 200
            page = text(response) if response["Content-Type"].startswith("text/html") else ""
            offered = set(re.findall(r'<form[^>]*method="post"[^>]*>|href="/stukken/[^"]*/[^"]*"', page))
            other = {one for one in offered if not re.search(r"/noodinzage|/uitloggen|/afmelden", one)}
            assert not other or "/noodinzage/" in path, (path, other)
    assert opened > 10


def test_reason_comes_first_and_nothing_typed_is_lost(duty: Client) -> None:
    page = text(duty.get("/noodinzage"))
    assert page.index('name="reason"') < page.index('name="bsn"') < page.index('name="family_name"')
    response = asks(duty, reason="spoed", family_name="Haddad")
    assert response.status_code == 422
    assert "Zeg in een paar woorden wat er aan de hand is." in text(response)
    assert 'value="Haddad"' in text(response)
    assert asks(duty, family_name="", birth="").status_code == 422
    assert asks(duty, bsn="123").status_code == 422


def test_one_answer_where_nothing_opens_with_what_to_do_now(cast: Cast, duty: Client) -> None:
    unknown = _masked(text(asks(duty, family_name="Niemand")), "Niemand")
    Account.objects.filter(id=cast.accounts["dunya"].pk).update(team=cast.accounts["jerrel"].team)
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["dunya"], reason="buurvrouw"
    )
    assert _masked(text(asks(duty)), "Haddad") == unknown
    assert "Hiermee opent Naast niets." in unknown
    assert "0800-2000" in unknown
    assert "112" in unknown


def _masked(page: str, name: str) -> str:
    return re.sub(r'(nonce|value)="[^"]*"', "", page.replace(name, "NAAM"))


@pytest.mark.parametrize("who", ["jerrel", "ayse", "ellen"])
def test_without_the_mark_there_is_no_such_page(cast: Cast, who: str) -> None:
    browser = client(cast, who)
    nowhere = browser.get("/bestaat-niet")
    for response in (browser.get("/noodinzage"), asks(browser)):
        assert response.status_code == 404
        assert _masked(text(response), "") == _masked(text(nowhere), "")
    assert 'href="/noodinzage"' not in text(browser.get("/huishoudens"))


def test_the_page_stands_in_the_navigation_of_who_does_duty(duty: Client) -> None:
    assert 'href="/noodinzage"' in text(duty.get("/vandaag"))


def test_no_name_or_number_stands_in_an_address_or_the_trace(cast: Cast, duty: Client) -> None:
    response = asks(duty)
    duty.get(response["Location"])
    lines = {line.act: line for line in TraceLine.objects.filter(human_id=cast.rows["dunya"])}
    assert set(lines) == {"emergency reading", "emergency staff-household"}
    assert lines["emergency staff-household"].released_at is None


def test_the_second_reason_opens_the_story(cast: Cast, duty: Client) -> None:
    cast.tells("samira", "Hij slaat mij.")
    asks(duty)
    here = f"/huishoudens/{cast.dossier}"
    assert duty.get(f"{here}/noodinzage/rest").status_code == 200
    assert duty.post(f"{here}/noodinzage/rest", {"reason": "x", "once": uuid4()}).status_code == 422
    assert duty.post(f"{here}/noodinzage/rest", {"reason": WHY, "once": uuid4()}).status_code == 303
    assert "Hij slaat mij." in text(duty.get(here))


def test_sending_the_form_twice_opens_once(cast: Cast, duty: Client) -> None:
    once = uuid4()
    for _ in range(2):
        assert duty.post("/noodinzage", {**SAMIRA, "once": once}).status_code == 303
    with upkeep():
        assert Emergency.objects.count() == 1


def test_what_they_did_is_told_to_the_team(cast: Cast, duty: Client) -> None:
    asks(duty)
    where = f"/huishoudens/{cast.dossier}/noodinzage/gedaan"
    assert duty.post(where, {"words": "", "once": uuid4()}).status_code == 422
    assert duty.post(where, {"words": "Ik belde de politie.", "once": uuid4()}).status_code == 303
    for name in ("dunya", "jerrel"):
        assert "Ik belde de politie." in text(client(cast, name).get(f"/huishoudens/{cast.dossier}")), name


def test_the_fixed_face_sees_it_on_the_day_and_at_the_household_until_it_was_seen(
    cast: Cast, duty: Client
) -> None:
    where = running(duty, cast)
    face = client(cast, "jerrel")
    for page in ("/vandaag", f"/huishoudens/{cast.dossier}"):
        assert "Noodinzage door Dunya Smit" in text(face.get(page)), page
        assert WHY in text(face.get(page)), page
    form = text(face.get(f"{where}/gezien"))
    assert "Samira" in form
    told = {"readers": [str(cast.people["samira"])], "words": "", "once": uuid4()}
    assert face.post(f"{where}/gezien", told).status_code == 422
    assert face.post(f"{where}/gezien", {**told, "words": "Dunya keek vannacht mee."}).status_code == 303
    for page in ("/vandaag", f"/huishoudens/{cast.dossier}"):
        assert "Noodinzage door" not in text(face.get(page)), page
    assert face.get(f"{where}/gezien").status_code == 404
    assert "Je leest dit huishouden met noodinzage" in text(duty.get(f"/huishoudens/{cast.dossier}"))


def test_the_duty_worker_stops_and_finds_nothing_any_more(cast: Cast, duty: Client) -> None:
    where = running(duty, cast)
    assert duty.get(f"{where}/stoppen").status_code == 404
    response = duty.post(f"{where}/stoppen")
    assert (response.status_code, response["Location"]) == (303, "/noodinzage")
    for page in (
        f"/huishoudens/{cast.dossier}",
        f"{where}/gezien",
        f"/huishoudens/{cast.dossier}/noodinzage/rest",
    ):
        assert duty.get(page).status_code == 404, page
    assert "Samira" not in text(duty.get("/huishoudens"))
    assert "Samira" not in text(duty.get("/vandaag"))


def test_the_team_ends_it_and_stays_at_the_household(cast: Cast, duty: Client) -> None:
    where = running(duty, cast)
    response = client(cast, "jerrel").post(f"{where}/stoppen")
    assert response["Location"] == f"/huishoudens/{cast.dossier}"
    assert duty.get(f"/huishoudens/{cast.dossier}").status_code == 404


def test_once_it_is_over_the_answer_is_that_of_what_does_not_exist(cast: Cast, duty: Client) -> None:
    asks(duty)
    with upkeep():
        Share.objects.filter(human_id=cast.rows["dunya"]).update(ends=cast.clock.at)
    gone = duty.get(f"/huishoudens/{cast.dossier}")
    never = duty.get(f"/huishoudens/{uuid4()}")
    assert (gone.status_code, _masked(text(gone), "")) == (404, _masked(text(never), ""))


def test_nobody_else_gets_its_pages(cast: Cast, duty: Client) -> None:
    where = running(duty, cast)
    for name in ("ayse", "ellen", "samira"):
        browser = client(cast, name)
        for page in (f"{where}/gezien", f"/huishoudens/{cast.dossier}/noodinzage/rest"):
            assert browser.get(page).status_code in (302, 404), (name, page)
        assert browser.post(f"{where}/stoppen").status_code in (302, 404), name


def test_a_lead_lets_a_colleague_do_duty_and_no_longer(cast: Cast) -> None:
    lead, ayse = client(cast, "jerrel"), cast.accounts["ayse"].public_id
    assert "Doet Ayşe Demir piket?" in text(lead.get(f"/team/{ayse}/piket"))
    assert lead.post(f"/team/{ayse}/piket").status_code == 303
    assert "doet piket sinds" in text(lead.get("/team"))
    assert client(cast, "ayse").get("/noodinzage").status_code == 200
    lead.post(f"/team/{ayse}/piket")
    assert client(cast, "ayse").get("/noodinzage").status_code == 404
    assert lead.get(f"/team/{cast.accounts['jerrel'].public_id}/piket").status_code == 404


def test_a_secret_phone_is_marked_for_the_duty_worker_too(cast: Cast, duty: Client) -> None:
    dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="phone",
        value="06-47281936",
        guarded=True,
    )
    asks(duty)
    page = text(duty.get(f"/huishoudens/{cast.dossier}"))
    assert "06-47281936" in page
    assert "geheim" in page
