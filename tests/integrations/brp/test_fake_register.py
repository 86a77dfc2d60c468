from datetime import date

import httpx
import pytest

from naast.integrations.brp.fake import FakeRegister, Fault
from naast.integrations.brp.fake.fields import LIMITED_FIELDS, PERSON_FIELDS
from naast.integrations.brp.fake.persons import DATA_FROM, Persons, official_test_persons

BY_BSN = "RaadpleegMetBurgerservicenummer"
BY_NAME = "ZoekMetGeslachtsnaamEnGeboortedatum"
BY_ADDRESS = "ZoekMetPostcodeEnHuisnummer"

PUBLISHED_TEXT = tuple(
    f"{name}: pattern" for name in ("voornamen", "geslachtsnaam", "volledigeNaam", "omschrijving")
)
"""The published data holds signs on purpose ('@tenborough') that the OpenAPI's own patterns do not allow."""


@pytest.fixture
def ask(register):
    def post(**question):
        return httpx.post(register.base_url + "/personen", json=question)

    return post


@pytest.fixture
def person(ask):
    def one(bsn, *fields):
        return ask(type=BY_BSN, burgerservicenummer=[bsn], fields=fields).json()["personen"][0]

    return one


def test_every_full_answer_obeys_the_openapi(obeys):
    broken = [problem for one in Persons.official() for problem in obeys(one.full(), "Persoon")]
    assert [problem for problem in broken if not problem.endswith(PUBLISHED_TEXT)] == []


def test_the_check_itself_sees_a_wrong_answer(obeys):
    assert obeys({"geboorte": {"datum": {"type": "Datum", "langFormaat": "x"}}}, "Persoon")
    assert obeys({"naamm": {}}, "Persoon")
    assert obeys({"gezag": [{"type": "Voogdij"}]}, "Persoon")
    assert obeys({"gezag": [{"type": "Voogdij", "minderjarige": {"burgerservicenummer": "1"}}]}, "Persoon")


@pytest.mark.parametrize("name", ["Zonder", "Jansen"])
def test_an_answer_to_a_search_obeys_the_openapi(ask, obeys, name):
    answer = ask(type=BY_NAME, geslachtsnaam=name, geboortedatum="1980-01-01", fields=list(LIMITED_FIELDS))
    assert answer.status_code == 200
    assert obeys(answer.json(), "PersonenQueryResponse") == []


def test_an_answer_by_bsn_over_http_obeys_the_openapi(ask, obeys):
    answer = ask(type=BY_BSN, burgerservicenummer=["999993653", "999970008"], fields=list(PERSON_FIELDS))
    assert obeys(answer.json(), "PersonenQueryResponse") == []
    assert [one["burgerservicenummer"] for one in answer.json()["personen"]] == ["999993653", "999970008"]


def paths(tree, before=""):
    for name, branch in tree.items():
        yield before + name
        yield from paths(branch, f"{before}{name}.")


def exists(schemas, shape, path):
    """Whether a dotted path can be walked in a schema, through references, parts and typed forms."""
    todo, seen = [shape], []
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.append(one)
        refs = [one.get("$ref"), *one.get("discriminator", {}).get("mapping", {}).values()]
        todo += [schemas[ref.rsplit("/", 1)[1]] for ref in refs if ref] + one.get("allOf", [])
        below = one.get("properties", {}).get(path[0])
        if below is not None and (len(path) == 1 or exists(schemas, below.get("items", below), path[1:])):
            return True
    return False


@pytest.mark.parametrize(("schema", "tree"), [("Persoon", PERSON_FIELDS), ("PersoonBeperkt", LIMITED_FIELDS)])
def test_every_field_that_may_be_asked_is_in_the_openapi(openapi, schema, tree):
    schemas = openapi["components"]["schemas"]
    assert [path for path in paths(tree) if not exists(schemas, schemas[schema], path.split("."))] == []


def test_only_asked_fields_come(person):
    assert person("999970008", "naam.geslachtsnaam") == {"naam": {"geslachtsnaam": "Geus"}}


def test_what_is_under_investigation_comes_unasked(person):
    assert person("999970008", "geboorte.datum")["geboorte"].keys() == {"datum", "inOnderzoek"}
    assert "inOnderzoek" not in person("999970008", "naam.voornamen")["naam"]


def test_a_part_of_a_date_gives_the_whole_date(person):
    whole = {"type": "Datum", "datum": "1984-10-02", "langFormaat": "2 oktober 1984"}
    assert person("999970008", "geboorte.datum.jaar")["geboorte"]["datum"] == whole


def test_the_secrecy_mark_and_a_suspended_list_come_unasked(person):
    secret = next(raw for raw in official_test_persons() if raw.get("geheimhoudingPersoonsgegevens"))
    dead = next(raw for raw in official_test_persons() if raw.get("overlijden"))
    assert person(secret["burgerservicenummer"], "leeftijd")["geheimhoudingPersoonsgegevens"] is True
    assert person(dead["burgerservicenummer"], "leeftijd")["opschortingBijhouding"]["reden"]["code"] == "O"


def test_every_published_secrecy_mark_is_passed_on():
    assert sum("geheimhoudingPersoonsgegevens" in one.full() for one in Persons.official()) == 55


def test_partial_dates_keep_their_form():
    forms = {}
    for one in Persons.official():
        date_of_birth = one.full().get("geboorte", {}).get("datum", {"type": "none"})
        forms[date_of_birth["type"]] = forms.get(date_of_birth["type"], 0) + 1
    assert forms == {"Datum": 1161, "JaarDatum": 7, "JaarMaandDatum": 5, "DatumOnbekend": 2, "none": 1}


def test_authority_is_told_in_the_newer_form():
    kinds = {line["type"] for one in Persons.official() for line in one.full().get("gezag", ())}
    assert kinds == {
        "GezamenlijkOuderlijkGezag",
        "EenhoofdigOuderlijkGezag",
        "GezamenlijkGezag",
        "Voogdij",
        "TijdelijkGeenGezag",
        "GezagNietTeBepalen",
    }


def test_authority_under_investigation_says_so():
    doubted = [
        line for one in Persons.official() for line in one.full().get("gezag", ()) if line.get("inOnderzoek")
    ]
    assert doubted


def test_ages_are_counted_on_the_day_of_the_data_or_a_chosen_one():
    born = "19841002"
    raw = next(one for one in official_test_persons() if one.get("geboorte", {}).get("datum") == born)
    assert Persons.official(DATA_FROM).by_bsn(raw["burgerservicenummer"]).full()["leeftijd"] == 39
    assert Persons.official(date(2026, 10, 2)).by_bsn(raw["burgerservicenummer"]).full()["leeftijd"] == 42


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({}, "paramsValidation"),
        ({"type": "ZoekMetIets", "fields": ["naam"]}, "paramsValidation"),
        ({"type": BY_BSN, "fields": ["naam"]}, "paramsCombination"),
        ({"type": BY_BSN, "burgerservicenummer": []}, "paramsCombination"),
        ({"type": BY_BSN, "burgerservicenummer": ["999993653"]}, "paramsValidation"),
        ({"type": BY_BSN, "burgerservicenummer": ["999993653"], "fields": []}, "paramsValidation"),
        ({"type": BY_BSN, "burgerservicenummer": ["999993653"], "fields": "naam"}, "paramsValidation"),
        (
            {"type": BY_BSN, "burgerservicenummer": ["999993653"], "fields": ["naam.bijnaam"]},
            "paramsValidation",
        ),
        (
            {"type": BY_BSN, "burgerservicenummer": ["999993653"], "fields": ["gezag.type"]},
            "paramsValidation",
        ),
        ({"type": BY_BSN, "burgerservicenummer": ["99999365"], "fields": ["naam"]}, "paramsValidation"),
        ({"type": BY_BSN, "burgerservicenummer": "999993653", "fields": ["naam"]}, "paramsValidation"),
        ({"type": BY_BSN, "burgerservicenummer": ["999993653"] * 21, "fields": ["naam"]}, "paramsValidation"),
        (
            {"type": BY_BSN, "burgerservicenummer": ["999993653"], "fields": ["naam"], "x y": 1},
            "paramsValidation",
        ),
        ({"type": BY_NAME, "geslachtsnaam": "Jansen", "fields": ["naam"]}, "paramsCombination"),
        (
            {"type": BY_NAME, "geslachtsnaam": "J*", "geboortedatum": "1980-01-01", "fields": ["naam"]},
            "paramsValidation",
        ),
        (
            {"type": BY_NAME, "geslachtsnaam": "Jans", "geboortedatum": "1-1-1980", "fields": ["naam"]},
            "paramsValidation",
        ),
        (
            {"type": BY_NAME, "geslachtsnaam": "J", "geboortedatum": "1980-01-01", "fields": ["gezag"]},
            "paramsValidation",
        ),
        ({"type": BY_ADDRESS, "postcode": "0123AB", "huisnummer": 1, "fields": ["naam"]}, "paramsValidation"),
        (
            {"type": BY_ADDRESS, "postcode": "1234AB", "huisnummer": "1", "fields": ["naam"]},
            "paramsValidation",
        ),
    ],
)
def test_a_wrong_question_gets_a_problem_that_obeys_the_openapi(ask, obeys, question, code):
    answer = ask(**question)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == code
    assert obeys(answer.json(), "BadRequestFoutbericht") == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"'])
def test_a_body_that_is_no_question_is_refused(register, body):
    answer = httpx.post(register.base_url + "/personen", content=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "paramsRequired")


def test_other_addresses_and_methods_are_not_found(register):
    assert httpx.post(register.base_url + "/personen/999993653", json={}).status_code == 404
    assert httpx.get(register.base_url + "/personen").status_code == 404


def test_searching_finds_case_blind_with_prefix_given_name_and_wildcard(ask):
    def found(**more):
        question = {
            "geslachtsnaam": "geus",
            "geboortedatum": "1984-10-02",
            "fields": ["naam.voornamen"],
            **more,
        }
        return len(ask(type=BY_NAME, **question).json()["personen"])

    assert found() == found(voorvoegsel="DE") == found(voornamen="gov*") == found(geslachtsnaam="Geu*") == 1
    assert found(voorvoegsel="van") == found(voornamen="Gov") == found(geslacht="V") == 0


def test_the_dead_are_found_only_when_asked_for(ask):
    dead = next(
        raw for raw in official_test_persons() if raw.get("overlijden") and raw["naam"]["geslachtsnaam"]
    )
    born = dead["geboorte"]["datum"]
    question = {
        "geslachtsnaam": dead["naam"]["geslachtsnaam"],
        "geboortedatum": f"{born[:4]}-{born[4:6]}-{born[6:]}",
        "fields": ["burgerservicenummer"],
    }
    bsn = {"burgerservicenummer": dead["burgerservicenummer"]}

    def found(**more):
        people = ask(type=BY_NAME, **question, **more).json()["personen"]
        return any(one.items() >= bsn.items() for one in people)

    assert not found()
    assert found(inclusiefOverledenPersonen=True)


def test_above_thirty_at_an_address_is_too_many(ask, crowded_home):
    postcode, number = crowded_home
    answer = ask(type=BY_ADDRESS, postcode=postcode, huisnummer=number, fields=["naam"])
    assert (answer.status_code, answer.json()["code"]) == (400, "tooManyResults")


def test_a_fault_is_answered_as_asked():
    with FakeRegister(fault=Fault.ERROR) as broken:
        answer = httpx.post(broken.base_url + "/personen", json={})
        assert (answer.status_code, answer.json()["code"]) == (500, "serverError")
        broken.fault = None
        assert httpx.post(broken.base_url + "/personen", json={}).status_code == 400
