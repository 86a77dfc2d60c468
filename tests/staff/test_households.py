"""My households, and the page of one: loud without a fixed face, cut to the viewer, few queries."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access.doors import upkeep
from naast.actions import dossiers
from naast.actions.dossiers import NewMember, NewPerson, NewRelation
from naast.records.models import Involvement

# Twelve on PostgreSQL; SQLite works out with four queries what is one function there.
MOST_QUERIES = 12 if connection.vendor == "postgresql" else 15

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(days=3))


def page(cast: Cast, name: str, path: str = "") -> str:
    answer = client(cast, name).get(path or f"/huishoudens/{cast.dossier}")
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_the_list_names_the_people_of_my_households_and_their_fixed_face(cast: Cast) -> None:
    html = page(cast, "jerrel", "/huishoudens")
    assert "Samira, Yusuf en Noa" in html
    assert str(cast.dossier) in html


def test_a_colleague_without_a_part_in_it_has_an_empty_list_and_finds_nothing(cast: Cast) -> None:
    html = page(cast, "ayse", "/huishoudens")
    assert "Samira" not in html
    assert "Nog geen huishoudens" in html
    there = client(cast, "ayse").get(f"/huishoudens/{cast.dossier}")
    nowhere = client(cast, "ayse").get(f"/huishoudens/{uuid4()}")
    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content


def test_a_partner_sees_only_whom_they_may_know_of(cast: Cast) -> None:
    for path in ("/huishoudens", ""):
        html = page(cast, "ellen", path)
        assert "Samira" not in html
        assert "Karim" not in html
        assert "Jerrel" not in html or path == ""


def test_a_household_without_a_running_fixed_face_is_loud(cast: Cast) -> None:
    assert "geen vast gezicht" not in page(cast, "jerrel", "/huishoudens")
    from naast.actions import involvements

    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at,
    )
    with upkeep():
        Involvement.objects.filter(role="fixed_face").update(ends=timezone.now() - timedelta(hours=1))
    assert "geen vast gezicht" in page(cast, "ayse", "/huishoudens")
    assert 'role="alert"' in page(cast, "ayse")


def test_older_households_stand_on_the_next_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("naast.access.households.PAGE", 1)
    monkeypatch.setattr("naast.access.households.my_households.__defaults__", ("", 1))
    dossiers.open_household(
        viewer=cast.viewer("jerrel"),
        persons=[NewPerson("later", "Later")],
        members=[NewMember("later")],
        purpose="vraag",
    )
    first = page(cast, "jerrel", "/huishoudens")
    assert "Later" in first
    assert "Samira" not in first
    mark = first.split("?na=")[1].split('"')[0]
    second = page(cast, "jerrel", f"/huishoudens?na={mark}")
    assert "Samira" in second


def test_the_page_says_who_is_who_and_what_is_not_known_of_authority(cast: Cast) -> None:
    html = page(cast, "jerrel")
    assert "Karim is ex-partner van Samira" in html
    assert "gezag niet bekend over Noa" in html
    assert "Ellen Bos" in html
    assert "Basisschool" in html


def test_the_title_of_the_page_holds_no_name(cast: Cast) -> None:
    title = page(cast, "jerrel").split("<title>")[1].split("</title>")[0]
    assert title == "Huishouden · Naast"


def test_through_karims_eyes_the_page_holds_what_karim_may_know(cast: Cast) -> None:
    address = f"/huishoudens/{cast.dossier}?ogen={cast.people['karim']}&als=resident"
    html = page(cast, "jerrel", address)
    assert "Zo ziet Karim deze pagina" in html
    assert "seen-through" in html
    body = html.split("</nav></div>", 1)[1]
    assert "Ellen" not in body  # only the mother was told of the teacher
    assert "Gezag" in body


def test_through_the_eyes_of_somebody_who_reads_nothing_the_page_is_empty_not_missing(cast: Cast) -> None:
    new = dossiers.add_person(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=NewPerson("oma", "Latifa")
    )
    html = page(cast, "jerrel", f"/huishoudens/{cast.dossier}?ogen={new}&als=resident")
    assert "Zo ziet Latifa deze pagina" in html
    assert "Een huishouden" in html


def test_through_whose_eyes_nobody_else_may_look(cast: Cast) -> None:
    address = f"/huishoudens/{cast.dossier}?ogen={cast.people['karim']}&als=resident"
    assert client(cast, "ellen").get(address).status_code == 404
    for broken in ("?ogen=x", f"?ogen={uuid4()}", f"?ogen={cast.people['karim']}&als=staff"):
        assert client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}{broken}").status_code == 404
    bad_day = f"{address}&dag=morgen"
    assert client(cast, "jerrel").get(bad_day).status_code == 404


def test_on_a_coming_day_authority_that_ends_by_then_no_longer_opens(cast: Cast) -> None:
    day = "2031-02-03"
    html = page(
        cast, "jerrel", f"/huishoudens/{cast.dossier}?ogen={cast.people['ellen']}&als=partner&dag={day}"
    )
    assert "3 februari 2031" in html
    assert "Basisschool" not in html


def queries(cast: Cast, path: str) -> int:
    asking = client(cast, "jerrel")
    asking.get(path)
    with CaptureQueriesContext(connection) as found:
        asking.get(path)
    return len(
        [
            q
            for q in found
            if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "SET LOCAL", "RESET", "PRAGMA"))
        ]
    )


def test_a_page_asks_as_much_of_the_database_for_many_people_as_for_few(cast: Cast) -> None:
    path = f"/huishoudens/{cast.dossier}"
    cast.tells("samira", "Hij belde.", "noa")
    before = queries(cast, path), queries(cast, "/huishoudens")
    for number in range(6):
        cast.tells("samira", f"Hij belde weer, {number}.", "noa")
    for number in range(12):
        dossiers.add_person(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            person=NewPerson(f"p{number}", f"Persoon{number}"),
            relation=("friend", cast.people["samira"]),
            member=number % 2 == 0,
        )
    dossiers.open_household(
        viewer=cast.viewer("jerrel"),
        persons=[NewPerson("a", "A"), NewPerson("b", "B")],
        members=[NewMember("a"), NewMember("b")],
        relations=[NewRelation("a", "partner", "b")],
        purpose="vraag",
    )
    after = queries(cast, path), queries(cast, "/huishoudens")
    assert before == after
    assert max(after) <= MOST_QUERIES


def test_the_question_of_the_same_person_is_answered_on_the_page_by_the_fixed_face(cast: Cast) -> None:
    from naast.actions import same_person

    sought = same_person.Sought(family_name="Haddad", birth=date(1992, 4, 2))
    same_person.ask_elsewhere(viewer=cast.viewer("ayse"), sought=sought)
    html = page(cast, "jerrel")
    assert "Is dit dezelfde persoon?" in html
    address = html.split("/dezelfde/")[1].split('"')[0]
    sent = {"same": "yes", "once": str(uuid4())}
    answer = client(cast, "jerrel").post(f"/huishoudens/{cast.dossier}/dezelfde/{address}", sent)
    assert answer.status_code == 303
    assert "Is dit dezelfde persoon?" not in page(cast, "jerrel")
    own_page = client(cast, "jerrel").get(f"/stukken/{address}")
    assert own_page.status_code == 200
    assert "<b>Jerrel" in own_page.content.decode()


def test_an_open_question_stands_on_the_page_until_the_team_answers(cast: Cast) -> None:
    from naast.access import households
    from naast.actions import entries, questions

    asked = questions.ask(viewer=cast.viewer("samira"), dossier=cast.dossier, words="Wanneer kom je?")
    [one] = households.household(cast.viewer("jerrel"), cast.dossier).questions
    assert (one.entry, one.words) == (asked, "Wanneer kom je?")
    assert "Samira vraagt" in page(cast, "jerrel")
    assert households.household(cast.viewer("karim"), cast.dossier).questions == ()
    entries.answer(viewer=cast.viewer("jerrel"), entry=asked, words="Morgen.")
    assert households.household(cast.viewer("jerrel"), cast.dossier).questions == ()
