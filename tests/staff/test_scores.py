"""How safe it is now on the team's face: side by side, asked with its circle, and nothing decided."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast

from naast.actions import scores
from naast.actions.scores import Answer

pytestmark = pytest.mark.django_db


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/veiligheid"


def typed(cast: Cast, who: str = "", **more: object) -> dict[str, object]:
    teller = str(cast.people[who]) if who else ""
    return {"teller": teller, "answer": "n6", "mode": "proposed", "once": str(uuid4())} | more


def test_the_household_page_leads_to_it(cast: Cast, client: Client) -> None:
    assert address(cast) in client.get(f"/huishoudens/{cast.dossier}").content.decode()


def test_danger_is_asked_first_and_what_to_do_stands_behind_it(cast: Cast, client: Client) -> None:
    shown = client.get(address(cast)).content.decode()
    assert shown.index("Is er nu iemand in gevaar?") < shown.index("nog geen antwoord")
    assert "tel:112" in shown
    assert "tel:08002000" in shown


def test_an_answer_is_noted_and_stands_beside_the_others(cast: Cast, client: Client) -> None:
    client.post(address(cast) + "/antwoord", typed(cast, words="Ik let op."))
    answer = client.post(
        address(cast) + "/antwoord", typed(cast, "samira", answer="n4", words="Hij belt steeds.")
    )
    assert answer.status_code == 303
    shown = client.get(answer["Location"]).content.decode()
    assert "Hij belt steeds." in shown
    assert "Samira: 4" in shown
    assert "Jerrel: 6" in shown
    assert "5" not in shown.split("<table")[1].split("</table>")[0].replace("2026", "").replace("25", "")


def test_a_child_s_answer_in_a_picture_is_no_number(cast: Cast, client: Client) -> None:
    client.post(address(cast) + "/antwoord", typed(cast, "noa", answer="p1", ground="Zij wil dat."))
    shown = client.get(address(cast)).content.decode()
    assert "Noa: regen" in shown


def test_who_was_not_asked_shows_so_with_why(cast: Cast, client: Client) -> None:
    wrong = client.post(
        address(cast) + "/antwoord", typed(cast, "noa", answer="not_asked", ground="De moeder niet.")
    )
    assert wrong.status_code == 422
    assert "Schrijf op waarom, en wanneer je het vraagt." in wrong.content.decode()
    client.post(
        address(cast) + "/antwoord",
        typed(cast, "noa", answer="not_asked", words="Dinsdag op school.", ground="De moeder niet."),
    )
    shown = client.get(address(cast)).content.decode()
    assert "Noa: nog niet gevraagd" in shown
    assert "Dinsdag op school." in shown


def test_without_an_answer_the_form_says_so_and_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    wrong = client.post(address(cast) + "/antwoord", typed(cast, "samira", answer="", words="Zomaar."))
    assert wrong.status_code == 422
    assert "Kies een antwoord." in wrong.content.decode()
    assert "Zomaar." in wrong.content.decode()


def test_one_who_answered_more_than_once_gets_a_picture_with_a_table_beside_it(
    cast: Cast, client: Client
) -> None:
    for day, value in (("3 november 2026", "n3"), ("10 november 2026", "n7")):
        client.post(address(cast) + "/antwoord", typed(cast, "samira", answer=value, happened=day))
    shown = client.get(address(cast)).content.decode()
    assert 'aria-label="Samira. 3-11: 3, 10-11: 7"' in shown
    assert "10 november 2026" in shown.split("<table")[1]


def test_through_the_eyes_of_who_may_not_read_it_there_is_nothing_shared(cast: Cast, client: Client) -> None:
    client.post(address(cast) + "/antwoord", typed(cast, "samira", answer="n4", words="Alleen voor ons."))
    query = f"?ogen={cast.people['yusuf']}&als=resident"
    shown = client.get(address(cast) + query).content.decode()
    assert "Alleen voor ons." not in shown
    assert "niet gedeeld" in shown


def test_an_answer_stands_in_the_story_with_what_was_answered(cast: Cast, client: Client) -> None:
    entry = scores.give(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        answer=Answer("number", 4, "Zo is het.", "Rust bij het ophalen."),
        choice=cast.choice(),
        person=cast.people["samira"],
    )
    story = client.get(f"/huishoudens/{cast.dossier}").content.decode()
    assert "veiligheid nu: 4" in story
    page = client.get(f"/verhaal/{entry}")
    if page.status_code == 404:
        page = client.get(next(p for p in story.split('"') if str(entry) in p))
    assert "Rust bij het ophalen." in page.content.decode()
