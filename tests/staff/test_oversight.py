"""The pages of the privacy officer: how things were done, the trace, what stands out; never content, never a name."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, officer, samira_and_karim, some_time_ago, staff
from tests.crawl.addresses import all_addresses
from tests.staff.signed_in import client

from naast.access.doors import upkeep
from naast.actions import emergency, openings, sharing
from naast.actions.same_person import Sought
from naast.records.models import Account, Entry, Team, TraceLine
from naast.rules.sharing import PLACE
from naast.staff.oversight.groups import without_group

pytestmark = pytest.mark.django_db
SECRET = "Hij slaat mij."
REASON = "Zij belt, hij staat voor de deur"


@pytest.fixture
def cast() -> Cast:
    cast = samira_and_karim(some_time_ago(hours=2))
    staff(cast, Team.objects.create(name="Piket", municipality="Voorbeeldstad"), "dunya", "Dunya Smit")
    Account.objects.filter(id=cast.accounts["dunya"].pk).update(duty_since=cast.clock.at)
    cast.accounts["dunya"].refresh_from_db()
    officer(cast, "ine", "Ine Verhagen")
    return cast


@pytest.fixture
def ine(cast: Cast) -> Client:
    return client(cast, "ine")


def text(response: Any) -> str:
    assert response.status_code in (200, 422), response.status_code
    return re.sub(r"\s+", " ", response.content.decode())


def read_in_emergency(cast: Cast) -> UUID:
    """The duty worker reads; gives the public id of the reading."""
    sought = Sought(family_name="Haddad", birth=date(1992, 4, 2))
    emergency.open_household(viewer=cast.viewer("dunya"), reason=REASON, sought=sought)
    with upkeep():
        return Entry.objects.get(kind="emergency").public_id


def shared(cast: Cast, **more: Any) -> UUID:
    """Something that Samira told, given to the teacher by weighing."""
    told = cast.tells("samira", SECRET)
    asked = sharing.Asked(
        (told,),
        PLACE,
        "conflict",
        receiver=cast.people["ellen"],
        purpose="Opvang na school, Kastanje.",
        ends=cast.today + timedelta(days=30),
        need="Zij ziet Noa, Kastanje.",
        lighter="Zonder naam kan niet, Kastanje.",
        words="Het kan niet wachten, Kastanje.",
        told=False,
        not_told="Hij leest mee, Kastanje.",
        look_on=cast.today + timedelta(days=2),
        **more,
    )
    return sharing.share(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=asked)[0]


def opened(cast: Cast) -> UUID:
    """Something that Samira told, opened to Karim for safety."""
    told = cast.tells("samira", SECRET)
    return openings.open_for_safety(
        viewer=cast.viewer("jerrel"),
        entry=told,
        readers=[cast.people["karim"]],
        reason="Kastanje is niet veilig.",
        told_first=False,
        why_not_told="Hij staat ernaast, Kastanje.",
    )


def all_three(cast: Cast) -> tuple[UUID, UUID, UUID]:
    return read_in_emergency(cast), shared(cast), opened(cast)


def said(ine: Client, entry: UUID, result: str = "asks", words: str = "Waarom zo lang?") -> Any:
    return ine.post(f"/toezicht/{entry}", {"result": result, "words": words, "once": uuid4()})


def test_an_emergency_reading_an_opening_and_a_share_wait_with_how_they_were_done(
    cast: Cast, ine: Client
) -> None:
    all_three(cast)
    page = text(ine.get("/toezicht"))
    for there in ("Dunya Smit", "Noodinzage", "Jerrel Pinas", "Ellen Bos", "Gedeeld zonder ja", "1 mens"):
        assert there in page, there
    assert "verteld of gezien: 1" in page
    assert str(cast.dossier) in page


def test_no_word_no_name_of_the_household_and_no_reason_stands_on_any_page(cast: Cast, ine: Client) -> None:
    things = all_three(cast)
    client(cast, "samira").get(f"/mijn/{cast.dossier}")
    pages = ["/toezicht", "/toezicht/logboek", "/toezicht/opvallend", *(f"/toezicht/{one}" for one in things)]
    for path in pages:
        page = text(ine.get(path))
        for hidden in (SECRET, "Kastanje", REASON, "Samira", "Haddad", "Karim", "Amrani", "Noa", "Yusuf"):
            assert not re.search(rf"\b{re.escape(hidden)}", page), (path, hidden)


def test_a_share_on_a_yes_is_not_asked_about(cast: Cast, ine: Client) -> None:
    entry = shared(cast)
    with upkeep():
        row = Entry.objects.get(public_id=entry).sharing
        row.ground = "wmo_yes"
        row.save()
    assert "Er wacht niets" in text(ine.get("/toezicht"))
    assert ine.get(f"/toezicht/{entry}").status_code == 404


def test_what_was_looked_at_no_longer_waits_and_stands_with_what_was_said(cast: Cast, ine: Client) -> None:
    entry = read_in_emergency(cast)
    assert said(ine, entry).status_code == 303
    assert "Er wacht niets" in text(ine.get("/toezicht"))
    page = text(ine.get("/toezicht/bekeken"))
    assert "Een vraag aan het team" in page
    assert "Waarom zo lang?" in page
    assert "Het team antwoordt uiterlijk" in page


def test_the_team_finds_the_question_on_its_day_and_the_officer_reads_the_answer(
    cast: Cast, ine: Client
) -> None:
    said(ine, read_in_emergency(cast))
    worker = client(cast, "jerrel")
    day = text(worker.get("/vandaag"))
    assert "De functionaris gegevensbescherming vraagt het team iets" in day
    with upkeep():
        asked = Entry.objects.get(kind="oversight").public_id
    page = text(worker.get(f"/stukken/{asked}"))
    assert "Wat de functionaris gegevensbescherming zegt" in page
    assert "Noodinzage" in page
    read_by = text(worker.get(f"/stukken/{asked}/antwoord")).split("Wie het stuk leest")[1]
    assert re.search(r"\bIne\b", read_by)
    answered = worker.post(f"/stukken/{asked}/antwoord", {"words": "Zij had hulp nodig.", "once": uuid4()})
    assert answered.status_code == 303
    assert "vraagt het team iets" not in text(worker.get("/vandaag"))
    page = text(ine.get("/toezicht/bekeken"))
    assert "Zij had hulp nodig." in page
    assert "Het team antwoordt uiterlijk" not in page


def test_a_question_without_words_says_so_at_its_field_and_keeps_what_was_chosen(
    cast: Cast, ine: Client
) -> None:
    entry = read_in_emergency(cast)
    page = text(said(ine, entry, words=" "))
    assert "Schrijf op wat je vraagt of vond." in page
    assert re.search(r'value="asks"[^>]*checked', page)
    assert "Kies wat je vond." in text(said(ine, entry, result=""))
    assert "Kies wat je vond." in text(said(ine, entry, result="goed"))


def test_the_same_finding_sent_twice_is_kept_once(cast: Cast, ine: Client) -> None:
    entry, once = read_in_emergency(cast), uuid4()
    for _ in range(2):
        ine.post(f"/toezicht/{entry}", {"result": "in_order", "words": "", "once": once})
    with upkeep():
        assert Entry.objects.filter(kind="oversight").count() == 1


def test_nobody_but_a_privacy_officer_finds_the_pages(cast: Cast) -> None:
    entry = read_in_emergency(cast)
    paths = [
        "/toezicht",
        "/toezicht/bekeken",
        "/toezicht/logboek",
        "/toezicht/opvallend",
        f"/toezicht/{entry}",
    ]
    for name in ("jerrel", "dunya", "ellen", "samira"):
        browser = client(cast, name)
        for path in paths:
            assert browser.get(path).status_code == 404, (name, path)
            assert browser.post(path, {"result": "in_order"}).status_code == 404, (name, path)


def test_the_privacy_officer_finds_no_page_of_the_team_or_of_a_resident(cast: Cast, ine: Client) -> None:
    entry = read_in_emergency(cast)
    said(ine, entry)
    with upkeep():
        told = [str(one) for one in Entry.objects.values_list("public_id", flat=True)]
    given = {"dossier": str(cast.dossier), "entry": told[0], "person": str(cast.people["samira"])}
    not_theirs = {"staff", "professional", "resident"}
    for address in all_addresses():
        if getattr(address.view, "needs_viewer", "none") not in not_theirs:
            continue
        path = address.path(**{name: given.get(name, uuid4()) for name in address.arguments})
        assert ine.get(path).status_code in (302, 404), address.name
        if ine.get(path).status_code == 302:
            assert ine.get(path)["Location"].startswith(("/mijn", "/aanmelden")), address.name
    for one in told:
        assert ine.get(f"/stukken/{one}").status_code == 404


def test_a_dossier_in_which_the_officer_stands_does_not_show(cast: Cast, ine: Client) -> None:
    entry = read_in_emergency(cast)
    with upkeep():
        Account.objects.filter(pk=cast.accounts["ine"].pk).update(human=cast.rows["karim"])
    cast.accounts["ine"].refresh_from_db()
    own = client(cast, "ine")
    assert "Er wacht niets" in text(own.get("/toezicht"))
    assert own.get(f"/toezicht/{entry}").status_code == 404
    assert said(own, entry).status_code == 404
    assert str(cast.dossier) not in text(own.get("/toezicht/logboek"))
    assert "Dunya Smit" not in text(own.get("/toezicht/opvallend")).split("<section")[1]


def test_every_address_and_act_stands_in_a_group_of_the_trace() -> None:
    assert without_group() == []


def test_the_trace_says_who_did_what_and_of_a_resident_only_that_it_was_one(cast: Cast, ine: Client) -> None:
    read_in_emergency(cast)
    client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}")
    client(cast, "samira").get(f"/mijn/{cast.dossier}")
    page = text(ine.get("/toezicht/logboek"))
    assert "Dunya Smit" in page
    assert "Jerrel Pinas" in page
    assert "een inwoner" in page
    jerrel = cast.accounts["jerrel"].public_id
    found = text(ine.get(f"/toezicht/logboek?wie={jerrel}&wat=household"))
    rows = found.split("<tbody>")[1]
    assert "Jerrel Pinas" in rows
    assert "Dunya Smit" not in rows
    assert "Huishouden en mensen" in rows


def test_a_refusal_stands_in_the_trace_with_the_dossier_that_was_asked_for(cast: Cast, ine: Client) -> None:
    staff(cast, Team.objects.get(name="Team Oost"), "mies", "Mies Bakker")
    assert client(cast, "mies").get(f"/huishoudens/{cast.dossier}").status_code == 404
    page = text(ine.get(f"/toezicht/logboek?uitkomst=refused&dossier={cast.dossier}"))
    assert "Mies Bakker" in page
    assert "geweigerd" in page


def test_a_try_at_an_emergency_reading_stands_among_those_and_not_as_a_page_read_by_one(
    cast: Cast, ine: Client
) -> None:
    tried = client(cast, "dunya").post(
        "/noodinzage", {"reason": REASON, "family_name": "Niemand", "birth": "1992-04-02", "once": uuid4()}
    )
    assert tried.status_code == 422
    page = text(ine.get("/toezicht/logboek?wat=emergency&uitkomst=refused")).split("<tbody>")[1]
    assert "Noodinzage" in page
    assert "met noodinzage" not in page


def test_a_wrong_period_or_number_is_said_at_its_field(ine: Client) -> None:
    today = timezone.localdate()
    long_ago = today - timedelta(days=90)
    for asked, message in (
        (f"van={today}&tot={long_ago}", "Het einde ligt voor het begin."),
        (f"van={long_ago}&tot={today}", "Kies hoogstens een maand tegelijk."),
        ("dossier=geen", "Dit is geen nummer van een dossier."),
    ):
        response = ine.get(f"/toezicht/logboek?{asked}")
        assert response.status_code == 422
        assert message in text(response)
    response = ine.get(f"/toezicht/opvallend?van={today - timedelta(days=7)}&tot={today}")
    assert response.status_code == 422
    assert "Kies hoogstens een week tegelijk." in text(response)


def test_a_worker_who_tries_the_household_of_their_own_family_stands_out_by_day(
    cast: Cast, ine: Client
) -> None:
    with upkeep():
        Account.objects.create(
            human_id=cast.rows["karim"],
            capacity="staff",
            email="karim@voorbeeld.example",
            display_name="Karim van Zorg",
            team=Team.objects.get(name="Team Oost"),
        )
    cast.accounts["karim"] = Account.objects.get(email="karim@voorbeeld.example")
    assert client(cast, "karim").get(f"/huishoudens/{cast.dossier}").status_code == 404
    page = text(ine.get("/toezicht/opvallend"))
    assert "Karim van Zorg" in page
    assert "woont in dit huishouden of hoort erbij" in page
    assert "1 keer geweigerd." in page


def at(cast: Cast, name: str, hour: int, dossier: int | None = None) -> None:
    moment = timezone.localtime().replace(hour=hour, minute=30) - timedelta(days=1)
    TraceLine.objects.create(
        at=moment,
        account_id=cast.accounts[name].pk,
        human_id=cast.rows[name],
        capacity="staff",
        act="staff-household",
        outcome="shown",
        dossier_id=dossier,
    )


@pytest.mark.parametrize(("hour", "night"), [(22, False), (23, True), (0, True), (5, True), (6, False)])
def test_a_line_at_night_stands_out(cast: Cast, ine: Client, hour: int, night: bool) -> None:
    at(cast, "ayse", hour)
    section = text(ine.get("/toezicht/opvallend")).split('id="nights"')[1].split("</section>")[0]
    assert ("Ayşe Demir" in section) is night


@pytest.mark.parametrize(("dossiers", "many"), [(25, False), (26, True)])
def test_more_dossiers_on_one_day_than_a_worker_has_stand_out(
    cast: Cast, ine: Client, dossiers: int, many: bool
) -> None:
    for dossier in range(dossiers):
        at(cast, "ayse", 12, 1000 + dossier)
        at(cast, "ayse", 13, 1000 + dossier)
    section = text(ine.get("/toezicht/opvallend")).split('id="many"')[1].split("</section>")[0]
    assert ("Ayşe Demir" in section) is many
    assert ("26 dossiers" in section) is many


def test_a_garbled_page_or_filter_is_no_error(ine: Client) -> None:
    for asked in ("bladzij=-1", "bladzij=zz", "bladzij=99999", "bladzij=٣"):
        assert ine.get(f"/toezicht?{asked}").status_code == 200
    for asked in ("wie=zz", "wat=zz", "bladzij=0", "van=zz", "uitkomst=%00"):
        assert ine.get(f"/toezicht/logboek?{asked}").status_code == 422
