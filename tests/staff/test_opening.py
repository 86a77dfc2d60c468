"""Opening a household: look first, a proposal, more per person after asking, and always a way on by hand."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access.doors import upkeep
from naast.integrations.brp.fake import FakeRegister
from naast.records.models import (
    Authority,
    ContactData,
    Dossier,
    Draft,
    Membership,
    Person,
    Relation,
    TraceLine,
)

pytestmark = pytest.mark.django_db
FAMILY = "999970008"  # a couple with three children, one of whom is not asked about yet
HAND = {"hand-0-place": "in", "hand-1-place": "in"}


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(days=1))


@pytest.fixture
def worker(cast: Cast) -> Client:
    return client(cast, "jerrel")


def look(worker: Client, **typed: str) -> object:
    first = {"why": "Govert vroeg om hulp", "purpose": "help"}
    return worker.post("/huishoudens/nieuw", first | typed)


def open_with(worker: Client, **more: str) -> str:
    """Confirm the proposal as it stands, with these changes; the new household's address."""
    page = worker.get("/huishoudens/nieuw/voorstel").content.decode()
    sent = dict(re.findall(r'name="(place-[^"]+)" value="([^"]+)" checked', page))
    once = re.search(r'name="once" value="([^"]+)"', page)
    assert once
    answer = worker.post(
        "/huishoudens/nieuw/voorstel",
        sent | HAND | {"why": "Govert vroeg om hulp", "once": once[1]} | more,
    )
    assert answer.status_code == 303, answer.content.decode()
    return str(answer["Location"])


def test_by_number_the_register_proposes_the_household_and_it_opens(
    worker: Client, register: FakeRegister
) -> None:
    assert look(worker, bsn=FAMILY).status_code == 303
    found = worker.get("/huishoudens/nieuw/gevonden").content.decode()
    assert "Govert de Geus" in found
    assert worker.post("/huishoudens/nieuw/gevonden", {"person": "0"}).status_code == 303
    page = worker.get("/huishoudens/nieuw/voorstel").content.decode()
    assert page.count('value="in" checked') == 5
    address = open_with(worker)
    with upkeep():
        dossier = Dossier.objects.latest("id")
        assert str(dossier.public_id) in address
        assert Membership.objects.filter(entry__dossier=dossier).count() == 5
        assert Relation.objects.filter(entry__dossier=dossier, type="parent").exists()
        states = set(Authority.objects.filter(entry__dossier=dossier).values_list("state", flat=True))
        assert "unknown" in states
        assert not ContactData.objects.filter(entry__dossier=dossier).exists()
        assert not Draft.objects.filter(form="open household").exists()
    assert worker.get(address).status_code == 200


def test_no_number_stands_in_an_address_or_on_a_page_after_it_was_typed(
    worker: Client, register: FakeRegister
) -> None:
    answer = look(worker, bsn=FAMILY)
    assert FAMILY not in answer["Location"]
    worker.post("/huishoudens/nieuw/gevonden", {"person": "0"})
    for path in ("gevonden", "voorstel"):
        assert FAMILY not in worker.get(f"/huishoudens/nieuw/{path}").content.decode()


def test_a_name_that_was_heard_finds_who_is_spelt_otherwise(worker: Client, register: FakeRegister) -> None:
    look(worker, family_name="de Geuz", birth="1984-10-02")
    assert "Govert de Geus" in worker.get("/huishoudens/nieuw/gevonden").content.decode()


def test_somebody_of_an_own_household_is_named_with_the_way_there(
    worker: Client, cast: Cast, register: FakeRegister
) -> None:
    look(worker, family_name="Hadad", birth="1992-04-02")
    html = worker.get("/huishoudens/nieuw/gevonden").content.decode()
    assert "Samira Haddad" in html
    assert str(cast.dossier) in html
    assert (
        "Samira"
        not in (look(client(cast, "ayse"), family_name="Haddad", birth="1992-04-02")).content.decode()
    )
    assert "Samira" not in client(cast, "ayse").get("/huishoudens/nieuw/gevonden").content.decode()


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"bsn": "123456789"}, "id_bsn_error", "Dit is geen BSN"),
        ({"bsn": "12"}, "id_bsn_error", "negen cijfers"),
        ({"family_name": "Geus"}, "id_birth_error", "geboortedatum"),
        ({"birth": "1984-10-02"}, "id_family_name_error", "Vul een BSN in"),
        ({"family_name": "Geus", "birth": "2090-01-01"}, "id_birth_error", "komt nog"),
        ({"bsn": FAMILY, "why": ""}, "id_why_error", ""),
        ({"bsn": FAMILY, "purpose": ""}, "id_purpose_error", ""),
    ],
)
def test_what_can_not_be_right_is_said_at_its_field_and_kept(
    worker: Client, register: FakeRegister, typed: dict[str, str], field: str, words: str
) -> None:
    answer = look(worker, **typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert words in html.split(f'id="{field}"')[1].split("</span>\n")[0]
    for value in typed.values():
        assert value in html


def test_a_number_nobody_has_and_a_register_that_is_away_leave_a_way_on(
    worker: Client, register: FakeRegister, settings: object
) -> None:
    look(worker, bsn="111222333")
    html = worker.get("/huishoudens/nieuw/gevonden").content.decode()
    assert 'role="alert"' in html
    settings.BRP_URL = "http://127.0.0.1:9"  # type: ignore[attr-defined]
    look(worker, family_name="Jansen", birth="1990-01-01")
    html = worker.get("/huishoudens/nieuw/gevonden").content.decode()
    assert 'role="alert"' in html
    assert "Verder met de hand" in html
    assert worker.post("/huishoudens/nieuw/met-de-hand").status_code == 303
    open_with(worker, **{"hand-0-call_name": "Wim", "hand-0-youngest": "60", "hand-0-oldest": "70"})
    with upkeep():
        person = Person.objects.get(call_name="Wim")
        assert person.bsn == ""
        assert person.birth_from.year + 60 < person.birth_to.year + 71
        assert person.birth_from < person.birth_to


def test_an_unborn_child_and_somebody_with_a_name_only_go_in_by_hand(
    worker: Client, register: FakeRegister
) -> None:
    look(worker, family_name="Nergens", birth="1990-01-01")
    worker.post("/huishoudens/nieuw/met-de-hand")
    open_with(
        worker,
        **{
            "hand-0-call_name": "Chantal",
            "hand-1-unborn": "on",
            "hand-1-call_name": "de baby",
            "hand-0-tie": "parent",
            "hand-0-other": "hand-1",
        },
    )
    with upkeep():
        child = Person.objects.get(call_name="de baby")
        assert child.unborn
        assert Relation.objects.get(other=child).one.call_name == "Chantal"


def test_more_is_asked_about_one_person_only_and_an_address_stays_theirs(
    worker: Client, register: FakeRegister
) -> None:
    look(worker, bsn=FAMILY)
    worker.post("/huishoudens/nieuw/gevonden", {"person": "0"})
    before = worker.get("/huishoudens/nieuw/voorstel").content.decode()
    assert "i-map-pin" not in before
    asked = worker.post("/huishoudens/nieuw/voorstel", {"more": "focus", "why": "x"} | HAND)
    assert asked.status_code == 200
    assert asked.content.decode().count('#i-map-pin"') == 1
    open_with(worker)
    with upkeep():
        assert [
            c.person.family_name
            for c in ContactData.objects.filter(entry__dossier=Dossier.objects.latest("id"))
        ] == ["Geus"]


def test_every_question_to_the_register_leaves_its_purpose_in_the_trace(
    worker: Client, register: FakeRegister
) -> None:
    look(worker, bsn=FAMILY, purpose="safety")
    worker.post("/huishoudens/nieuw/gevonden", {"person": "0"})
    worker.post("/huishoudens/nieuw/voorstel", {"more": "partner-1", "why": "x"} | HAND)
    worker.post("/huishoudens/nieuw/voorstel", {"more": "focus", "why": "x"} | HAND)
    worker.post("/huishoudens/nieuw/voorstel", {"home": "focus", "why": "x"} | HAND)
    acts = list(
        TraceLine.objects.filter(act__startswith="register by").order_by("id").values_list("act", flat=True)
    )
    assert acts == [
        "register by number for safety",
        "register by more for safety",
        "register by more for safety",
        "register by address for safety",
    ]


def test_the_worker_decides_who_belongs_and_what_is_told_of_authority(
    worker: Client, register: FakeRegister
) -> None:
    look(worker, bsn=FAMILY)
    worker.post("/huishoudens/nieuw/gevonden", {"person": "0"})
    open_with(worker, **{"place-partner-1": "around", "place-child-3": "out", "authority-0": "yes"})
    with upkeep():
        dossier = Dossier.objects.latest("id")
        assert Membership.objects.filter(entry__dossier=dossier).count() == 3
        told = Authority.objects.filter(entry__dossier=dossier, source="told")
        assert [row.state for row in told] == ["yes"]
        assert Relation.objects.filter(entry__dossier=dossier, type="partner").count() == 1


def test_nobody_in_the_household_opens_nothing(worker: Client, register: FakeRegister) -> None:
    look(worker, family_name="Nergens", birth="1990-01-01")
    worker.post("/huishoudens/nieuw/met-de-hand")
    before = worker.get("/huishoudens/nieuw/voorstel")
    assert "Nergens" in before.content.decode()
    answer = worker.post("/huishoudens/nieuw/voorstel", {"why": "x", "once": str(uuid4())} | HAND)
    assert answer.status_code == 422


def test_pressing_twice_opens_one_household(worker: Client, register: FakeRegister) -> None:
    look(worker, family_name="Nergens", birth="1990-01-01")
    worker.post("/huishoudens/nieuw/met-de-hand")
    once = str(uuid4())
    first = open_with(worker, **{"hand-0-call_name": "Wim", "once": once})
    look(worker, family_name="Nergens", birth="1990-01-01")
    worker.post("/huishoudens/nieuw/met-de-hand")
    assert open_with(worker, **{"hand-0-call_name": "Wim", "once": once}) == first


def test_a_partner_professional_opens_nothing(cast: Cast, register: FakeRegister) -> None:
    for path in ("", "/gevonden", "/voorstel"):
        assert client(cast, "ellen").get(f"/huishoudens/nieuw{path}").status_code == 404
