"""Asking for a role and answering: on the people page, on Today, and on the page of the question itself."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access import households, people_page
from naast.access.household_lines import HouseholdPage
from naast.actions import involvements

pytestmark = pytest.mark.django_db
PEOPLE = ("samira", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim(some_time_ago(hours=2))
    involvements.add_colleague(
        viewer=found.viewer("jerrel"),
        dossier=found.dossier,
        account=found.accounts["ayse"].public_id,
        role="team",
        starts=found.clock.at,
    )
    return found


@pytest.fixture
def worker(cast: Cast) -> Client:
    return client(cast, "jerrel")


@pytest.fixture
def ayse(cast: Cast) -> Client:
    return client(cast, "ayse")


def text(response: Any, expected: int = 200) -> str:
    assert response.status_code == expected, response.content.decode()
    return re.sub(r"\s+", " ", response.content.decode())


def at(cast: Cast, what: str = "", of: UUID | None = None) -> str:
    return "/".join(str(p) for p in (f"/huishoudens/{cast.dossier}/mensen", what, of) if p)


def filled(cast: Cast, **more: object) -> dict[str, object]:
    """What is filled in: a reason, and what each member says of it."""
    said = {f"said-{cast.people[name].hex}": "Goed." for name in PEOPLE}
    ayse = str(cast.accounts["ayse"].public_id)
    return {"account": ayse, "words": "Zij kent Samira al.", "once": str(uuid4()), **said, **more}


def ask(cast: Cast, worker: Client, what: str = "vast-gezicht", **more: object) -> UUID:
    text(worker.post(at(cast, what), filled(cast, **{"stays": "on", **more})), 303)
    return people_page.people(cast.viewer("jerrel"), cast.dossier).asked[0].entry


def house(cast: Cast, name: str = "jerrel") -> HouseholdPage:
    cast.clock.at = timezone.now()
    return households.household(cast.viewer(name), cast.dossier)


def test_the_people_page_says_that_the_fixed_face_stays_and_nothing_says_transfer(
    cast: Cast, worker: Client
) -> None:
    html = text(worker.get(at(cast)))
    assert "Het vaste gezicht blijft." in html
    assert "verdragen" not in html + text(worker.get(at(cast, "vast-gezicht")))


@pytest.mark.parametrize("what", ["vast-gezicht", "coordinatie", "leiding-plan"])
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    cast: Cast, worker: Client, what: str
) -> None:
    said = f"said-{cast.people['yusuf'].hex}"
    sent = filled(cast, words="", account="", **{said: ""})
    html = text(worker.post(at(cast, what), sent), 422)
    for name in ("account", "words", said):
        assert f'id="id_{name}_error"' in html, name
    assert html.count("Goed.") == 2
    assert f'id="id_said-{cast.people["samira"].hex}_error"' not in html


def test_who_was_not_asked_has_a_reason_instead(cast: Cast, worker: Client) -> None:
    noa = cast.people["noa"].hex
    asked = ask(cast, worker, **{f"said-{noa}": "", f"not-{noa}": "Is nog klein."})
    assert "niet gevraagd: Is nog klein." in text(worker.get(f"/gevraagd/{asked}"))


def test_nobody_of_the_household_or_from_outside_can_be_chosen_as_fixed_face(
    cast: Cast, worker: Client
) -> None:
    html = text(worker.get(at(cast, "vast-gezicht")))
    chosen = html.split('name="account"')[1].split("</select>")[0]
    assert str(cast.accounts["ayse"].public_id) in chosen
    assert str(cast.accounts["ellen"].public_id) not in chosen
    assert str(cast.accounts["jerrel"].public_id) not in chosen
    leads = text(worker.get(at(cast, "leiding-plan"))).split('name="account"')[1].split("</select>")[0]
    assert all(str(cast.accounts[name].public_id) in leads for name in ("ayse", "jerrel", "ellen"))


def test_who_is_asked_reads_it_on_today_and_becomes_it_with_a_yes(
    cast: Cast, worker: Client, ayse: Client
) -> None:
    asked = ask(cast, worker)
    question = "Jerrel vraagt je om het vaste gezicht te zijn"
    assert question in text(ayse.get("/vandaag"))
    assert question not in text(worker.get("/vandaag"))
    assert house(cast).fixed_face.face.label == "Jerrel"  # type: ignore[union-attr]
    text(ayse.post(f"/gevraagd/{asked}", {"answer": "yes", "once": str(uuid4())}), 303)
    assert house(cast).fixed_face.face.label == "Ayşe"  # type: ignore[union-attr]
    assert house(cast).in_team
    assert question not in text(ayse.get("/vandaag"))


def test_the_same_yes_sent_twice_is_one_yes(cast: Cast, worker: Client, ayse: Client) -> None:
    asked, once = ask(cast, worker, "leiding-plan"), str(uuid4())
    for _ in range(2):
        text(ayse.post(f"/gevraagd/{asked}", {"answer": "yes", "once": once}), 303)
    assert [i.face.label for i in house(cast).involved if i.role == "plan_lead"] == ["Ayşe"]


def test_a_no_says_why_at_its_field_and_the_team_reads_it(cast: Cast, worker: Client, ayse: Client) -> None:
    asked = ask(cast, worker)
    html = text(ayse.post(f"/gevraagd/{asked}", {"answer": "no", "once": str(uuid4())}), 422)
    assert 'id="id_words_error"' in html
    html = text(ayse.post(f"/gevraagd/{asked}", {"once": str(uuid4()), "words": "Ik ga weg."}), 422)
    assert 'id="id_answer_error"' in html
    assert "Ik ga weg." in html
    text(ayse.post(f"/gevraagd/{asked}", {"answer": "no", "words": "Ik ga weg.", "once": str(uuid4())}), 303)
    html = text(worker.get(at(cast)))
    assert "Zei nee." in html
    answer = re.search(r'href="(/[^"]+)">Waarom niet', text(worker.get(f"/gevraagd/{asked}")))
    assert answer is not None
    assert "Ik ga weg." in text(worker.get(answer[1]))


def test_who_asked_reads_how_long_it_waits_and_takes_it_back(
    cast: Cast, worker: Client, ayse: Client
) -> None:
    asked = ask(cast, worker)
    assert "Het wacht sinds vandaag." in text(worker.get(at(cast)))
    assert text(ayse.get(at(cast, "vraag-terug", asked)), 404)
    text(worker.post(at(cast, "vraag-terug", asked), {"once": str(uuid4())}), 303)
    assert "vraagt je" not in text(ayse.get("/vandaag"))
    html = text(ayse.post(f"/gevraagd/{asked}", {"answer": "yes", "once": str(uuid4())}), 422)
    assert "Deze vraag staat niet meer open." in html


def test_only_who_is_asked_has_an_answer_to_give(cast: Cast, worker: Client) -> None:
    asked = ask(cast, worker)
    assert 'name="answer"' not in text(worker.get(f"/gevraagd/{asked}"))
    assert worker.post(f"/gevraagd/{asked}", {"answer": "yes", "once": str(uuid4())}).status_code == 404


def test_a_partner_is_asked_on_their_first_page_and_answers_there(cast: Cast, worker: Client) -> None:
    asked = ask(cast, worker, "coordinatie", account=str(cast.accounts["ellen"].public_id))
    ellen = client(cast, "ellen")
    assert "om te regelen wie wat doet" in text(ellen.get("/huishoudens"))
    text(ellen.post(f"/gevraagd/{asked}", {"answer": "yes", "once": str(uuid4())}), 303)
    assert "regelt wie wat doet" in text(worker.get(at(cast)))


def test_a_question_of_somebody_else_is_as_good_as_missing(cast: Cast, worker: Client) -> None:
    asked = ask(cast, worker)
    ellen = client(cast, "ellen")
    hidden, none = ellen.get(f"/gevraagd/{asked}"), ellen.get(f"/gevraagd/{uuid4()}")
    assert hidden.status_code == none.status_code == 404
    nonce = re.compile(rb'nonce-?="?[^"]+"|value="[^"]{64}"')
    assert nonce.sub(b"", hidden.content) == nonce.sub(b"", none.content)


def test_a_role_that_ends_says_that_reading_stays(cast: Cast, worker: Client, ayse: Client) -> None:
    asked = ask(cast, worker, "leiding-plan")
    text(ayse.post(f"/gevraagd/{asked}", {"answer": "yes", "once": str(uuid4())}), 303)
    held = next(i for i in house(cast).involved if i.role == "plan_lead")
    assert "heeft deze rol niet meer" in text(worker.get(at(cast, "betrokken-einde", held.entry)))
    text(worker.post(at(cast, "betrokken-einde", held.entry), {"once": str(uuid4())}), 303)
    assert house(cast, "ayse").in_team
