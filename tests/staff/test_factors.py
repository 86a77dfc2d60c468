"""Worries and strengths on the team's face: beside each other, noted in a circle, and in the story."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/krachten"


def typed(cast: Cast, who: str = "", **more: object) -> dict[str, object]:
    teller = str(cast.people[who]) if who else ""
    return {
        "teller": teller,
        "sort": "worry",
        "words": "Het ophalen.",
        "mode": "proposed",
        "once": str(uuid4()),
    } | more


def test_the_household_page_leads_to_it_and_an_empty_side_says_what_to_ask(
    cast: Cast, client: Client
) -> None:
    assert address(cast) in client.get(f"/huishoudens/{cast.dossier}").content.decode()
    shown = client.get(address(cast)).content.decode()
    assert "Hier staat geen zorg." in shown
    assert "Vraag wat goed ging, ook vroeger." in shown


def test_what_is_noted_stands_beside_the_rest_and_in_the_story(cast: Cast, client: Client) -> None:
    client.post(address(cast) + "/nieuw", typed(cast, "samira"))
    answer = client.post(
        address(cast) + "/nieuw", typed(cast, sort="protection", words="Oma is er na school.")
    )
    assert answer.status_code == 303
    shown = client.get(answer["Location"]).content.decode()
    assert shown.index("Het ophalen.") < shown.index("Oma is er na school.")
    assert "Beschermende factor" in shown
    story = client.get(f"/huishoudens/{cast.dossier}").content.decode()
    assert "Het ophalen." in story
    assert "Zorg</span>" in story


def test_the_button_of_a_side_begins_with_what_stands_there(cast: Cast, client: Client) -> None:
    assert client.get(address(cast) + "/nieuw?helpt").context["form"]["sort"].value() == "strength"
    assert client.get(address(cast) + "/nieuw?moeilijk").context["form"]["sort"].value() == "worry"


def test_without_words_the_form_says_so_and_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    wrong = client.post(address(cast) + "/nieuw", typed(cast, words="", happened="vorige week"))
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {"words"}
    assert "vorige week" in wrong.content.decode()


def test_through_the_eyes_of_who_may_not_read_it_it_is_not_there(cast: Cast, client: Client) -> None:
    client.post(address(cast) + "/nieuw", typed(cast, "samira", words="Alleen voor ons."))
    query = f"?ogen={cast.people['yusuf']}&als=resident"
    assert "Alleen voor ons." in client.get(address(cast)).content.decode()
    assert "Alleen voor ons." not in client.get(address(cast) + query).content.decode()
