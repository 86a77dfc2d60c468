import logging
import traceback
from datetime import date

import httpx
import pytest

from naast.integrations.brp.client import BrpClient
from naast.integrations.brp.errors import (
    NoSuchPerson,
    RegisterError,
    RegisterRefused,
    RegisterUnreachable,
    TooManyFound,
)
from naast.integrations.brp.fake import FakeRegister, Fault
from naast.rules.authority import Adult, AuthorityState, Because, Child, authority_of
from naast.rules.bsn import Bsn, NotABsn
from naast.rules.partial_date import PartialDate, Precision
from naast.rules.register import AuthorityKind, RelationKind

WHY = "Eerste gesprek"
GOVERT = "999970008"


def born_in(year):
    return PartialDate(year, 1, 1)


def answering(body, status=200):
    return BrpClient(
        "http://register.invalid",
        transport=httpx.MockTransport(lambda request: httpx.Response(status, json=body)),
    )


def one_person(**fields):
    return answering({"type": "RaadpleegMetBurgerservicenummer", "personen": [fields]}).by_bsn(
        Bsn(GOVERT), WHY
    )


def test_a_person_comes_with_relatives_by_name_and_birth_date(client):
    person = client.by_bsn(GOVERT, WHY)
    assert (person.name.given, person.name.prefix, person.name.family) == ("Govert", "de", "Geus")
    assert person.birth.exact == date(1984, 10, 2)
    assert person.partner.kind is RelationKind.PARTNER
    assert [child.name.given for child in person.children] == ["Gloria", "Gijs", "Gerdien"]
    assert all(child.birth.exact and child.bsn for child in person.children)
    assert len(person.parents) == 2
    assert person.address is None
    assert person.not_understood == ()


def test_an_address_comes_only_when_asked(client):
    person = client.by_bsn(GOVERT, WHY, with_address=True)
    assert person.address.as_text() == "Turfmarkt 55, 2511CA 's-Gravenhage"
    assert person.address.under_investigation


def test_somebody_is_found_by_family_name_and_birth_date(client):
    (found,) = client.by_name("Geus", date(1984, 10, 2), prefix="de", given="Govert")
    assert found.bsn == Bsn(GOVERT)
    assert client.by_name("Bestaatniet", date(1984, 10, 2)) == []


def test_people_at_an_address_come_without_those_with_the_secrecy_mark(register, client, homes):
    for person in register.persons:
        place = person.raw["verblijfplaats"]
        home = (place.get("postcode"), int(place.get("huisnummer") or 0))
        if person.full().get("geheimhoudingPersoonsgegevens") and not person.dead and 1 < homes[home] <= 30:
            break
    found = client.at_address(*home, WHY)
    assert found
    assert Bsn(person.raw["burgerservicenummer"]) not in {one.bsn for one in found}


def test_too_many_people_is_said(client, crowded_home):
    with pytest.raises(TooManyFound):
        client.at_address(*crowded_home, WHY)


def test_nobody_with_this_number_is_said(client):
    with pytest.raises(NoSuchPerson):
        client.by_bsn("123456782", WHY)


@pytest.mark.parametrize("typed", ["123", "123456789", "abc"])
def test_a_wrong_number_is_not_asked(register, client, typed):
    before = len(register.asked)
    with pytest.raises(NotABsn):
        client.by_bsn(typed, WHY)
    assert len(register.asked) == before


def test_without_a_purpose_nothing_is_asked(register, client):
    before = len(register.asked)
    with pytest.raises(ValueError, match="why"):
        client.by_bsn(GOVERT, "  ")
    with pytest.raises(ValueError, match="why"):
        client.at_address("2511CA", 55, "")
    assert len(register.asked) == before


def test_the_number_travels_in_the_body_and_only_needed_fields_are_asked(register, client):
    client.by_bsn(GOVERT, WHY)
    asked = register.asked[-1]
    assert asked.path == "/haalcentraal/api/brp/personen"
    assert asked.body["burgerservicenummer"] == [GOVERT]
    assert WHY not in str(asked.body)
    assert not [
        name for name in asked.body["fields"] if name.split(".")[0] in ("nationaliteiten", "verblijfplaats")
    ]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.SILENT, RegisterUnreachable),
        (Fault.HANG_UP, RegisterUnreachable),
        (Fault.ERROR, RegisterRefused),
        (Fault.MALFORMED, RegisterRefused),
        (Fault.WRONG_SHAPE, RegisterRefused),
    ],
)
def test_every_fault_has_a_plain_reason_and_hides_the_number(fault, error, caplog):
    caplog.set_level(logging.DEBUG)
    with (
        FakeRegister(fault=fault) as broken,
        BrpClient(broken.base_url, timeout=0.2) as client,
        pytest.raises(error) as caught,
    ):
        client.by_bsn(GOVERT, WHY)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + caught.value.reason
    assert "by hand" in caught.value.reason
    assert GOVERT not in told
    assert GOVERT not in caplog.text
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_an_address_where_nothing_answers_is_unreachable():
    with FakeRegister() as gone:
        base_url = gone.base_url
    with pytest.raises(RegisterUnreachable):
        BrpClient(base_url).by_bsn(GOVERT, WHY)


@pytest.mark.parametrize(
    ("status", "error"),
    [(401, RegisterRefused), (403, RegisterRefused), (429, RegisterRefused), (500, RegisterRefused),
     (502, RegisterUnreachable), (503, RegisterUnreachable), (504, RegisterUnreachable)],
)  # fmt: skip
def test_a_status_becomes_an_error_of_its_own(status, error):
    with pytest.raises(error):
        answering({"code": "x", "status": status}, status).by_bsn(Bsn(GOVERT), WHY)


def test_a_refusal_that_is_not_json_is_a_refusal():
    page = httpx.MockTransport(lambda request: httpx.Response(500, text="<html>"))
    with pytest.raises(RegisterRefused) as caught:
        BrpClient("http://register.invalid", transport=page).by_bsn(Bsn(GOVERT), WHY)
    assert caught.value.status == 500


def test_all_errors_of_the_register_are_one_family():
    for error in (RegisterUnreachable, RegisterRefused, NoSuchPerson, TooManyFound):
        assert issubclass(error, RegisterError)
        assert error().reason == str(error())


def test_a_client_shows_no_key():
    assert repr(BrpClient("http://register.invalid", headers={"X-API-KEY": "geheim"})) == "BrpClient()"


def test_a_key_travels_in_a_header():
    seen = []

    def keep(request):
        seen.append(request.headers.get("x-api-key"))
        return httpx.Response(200, json={"personen": [{}]})

    client = BrpClient(
        "http://register.invalid", transport=httpx.MockTransport(keep), headers={"X-API-KEY": "k"}
    )
    client.by_bsn(GOVERT, WHY)
    assert seen == ["k"]


def test_an_answer_of_almost_nothing_is_a_person():
    person = one_person(burgerservicenummer=GOVERT)
    assert person.bsn == Bsn(GOVERT)
    assert person.birth.precision is Precision.UNKNOWN
    assert person.children == person.parents == person.partners == person.authority == ()


@pytest.mark.parametrize(
    "date_of_birth",
    [{"type": "Datum"}, {"type": "Datum", "datum": "20-1-2020"}, {"type": "Eeuw"}, {}, "2020-01-01", 3,
     {"type": "JaarMaandDatum", "jaar": 2020, "maand": 13}],
)  # fmt: skip
def test_a_date_that_cannot_be_read_is_unknown_and_noted(date_of_birth):
    person = one_person(geboorte={"datum": date_of_birth})
    assert person.birth.precision is Precision.UNKNOWN
    assert person.not_understood == ("geboorte.datum",)


def test_a_form_of_authority_that_is_not_known_is_kept_as_not_understood():
    person = one_person(gezag=[{"type": "NieuwGezag", "minderjarige": {"burgerservicenummer": GOVERT}}])
    assert person.authority[0].kind is AuthorityKind.NOT_UNDERSTOOD
    assert person.not_understood == ("gezag.type",)


def test_a_line_without_a_child_is_noted():
    assert one_person(gezag=[{"type": "GezagNietTeBepalen"}]).not_understood == ("gezag.minderjarige",)


def test_an_unknown_third_party_leaves_everyone_else_unknown():
    person = one_person(
        gezag=[
            {
                "type": "GezamenlijkGezag",
                "minderjarige": {"burgerservicenummer": "999970422"},
                "ouder": {"burgerservicenummer": GOVERT, "naam": {"volledigeNaam": "A"}},
                "derde": {"type": "OnbekendeDerde"},
            }
        ]
    )
    (line,) = person.authority
    assert line.unknown_holder
    assert len(line.holders) == 1
    child = Child(Bsn("999970422"), born_in(2021))
    own = authority_of(Adult(Bsn(GOVERT), born_in(1984)), child, person.authority, date(2024, 6, 11))
    other = authority_of(Adult(Bsn("999970148"), born_in(1989)), child, person.authority, date(2024, 6, 11))
    assert own.state is AuthorityState.HAS
    assert other.because is Because.UNKNOWN_HOLDER


def test_the_older_name_for_joint_authority_is_read_as_the_newer():
    line = {
        "type": "TweehoofdigOuderlijkGezag",
        "minderjarige": {"burgerservicenummer": GOVERT},
        "inOnderzoek": True,
    }
    (read,) = one_person(gezag=[line]).authority
    assert (read.kind, read.register_kind) == (AuthorityKind.JOINT_PARENTS, "GezamenlijkOuderlijkGezag")
    assert read.under_investigation


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ({"type": "VerblijfplaatsOnbekend"}, None),
        ({"type": "Ruimteschip"}, None),
        (
            {"type": "Locatie", "verblijfadres": {"locatiebeschrijving": "Woonboot bij de brug"}},
            "Woonboot bij de brug",
        ),
        (
            {
                "type": "VerblijfplaatsBuitenland",
                "verblijfadres": {"regel1": "Rue 1", "land": {"omschrijving": "Frankrijk"}},
            },
            "Rue 1, Frankrijk",
        ),
    ],
)
def test_every_form_of_a_place_is_read(place, text):
    address = one_person(verblijfplaats=place).address
    assert (address and address.as_text()) == text


def test_a_postal_address_is_not_a_home():
    place = {"type": "Adres", "functieAdres": {"code": "B"}, "verblijfadres": {"korteStraatnaam": "Plein"}}
    assert one_person(verblijfplaats=place).address.home is False


@pytest.mark.parametrize("answer", [{"personen": None}, {"personen": ["x"]}, [], "x"])
def test_an_answer_of_another_shape_is_refused(answer):
    with pytest.raises(RegisterRefused):
        answering(answer).by_bsn(Bsn(GOVERT), WHY)


def test_an_ended_marriage_makes_a_former_partner():
    partner = {
        "naam": {"geslachtsnaam": "Wit"},
        "ontbindingHuwelijkPartnerschap": {"datum": {"type": "DatumOnbekend"}},
    }
    person = one_person(partners=[partner])
    assert person.partner is None
    assert person.partners[0].kind is RelationKind.EX_PARTNER
