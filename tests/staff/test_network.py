"""The network circle on the team's face: drawn, said in words beside it, and written down in a circle of readers."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/netwerk"


def typed(cast: Cast, who: str, teller: str = "", **more: object) -> dict[str, object]:
    return {
        "teller": str(cast.people[teller]) if teller else "",
        "person": str(cast.people[who]),
        "ring": "1",
        "answer": "asked",
        "mode": "proposed",
        "once": str(uuid4()),
    } | more


def test_the_genogram_leads_to_it_and_an_empty_one_says_what_to_ask(cast: Cast, client: Client) -> None:
    assert address(cast) in client.get(f"/huishoudens/{cast.dossier}/genogram").content.decode()
    assert "Hier staat nog niemand" in client.get(address(cast)).content.decode()


def test_who_is_put_in_it_is_drawn_and_said_in_words(cast: Cast, client: Client) -> None:
    answer = client.post(address(cast) + "/nieuw", typed(cast, "yusuf", "samira", words="Haalt Noa op."))
    assert answer.status_code == 303
    shown = client.get(answer["Location"]).content.decode()
    assert "Het netwerk van Samira" in shown
    assert shown.count("<circle") > 4
    assert "heel dichtbij" in shown
    assert "Gevraagd, nog geen antwoord" in shown
    assert "Haalt Noa op." in shown


def test_what_was_said_is_changed_where_it_stands(cast: Cast, client: Client) -> None:
    client.post(address(cast) + "/nieuw", typed(cast, "yusuf", "samira"))
    there = next(
        part for part in client.get(address(cast)).content.decode().split('"') if part.endswith("/wijzigen")
    )
    assert client.get(there).context["form"]["answer"].value() == "asked"
    done = client.post(there, {"ring": "2", "answer": "yes", "words": "", "once": str(uuid4())})
    assert done.status_code == 303
    shown = client.get(address(cast)).content.decode()
    assert "Zegt ja" in shown
    assert client.get(there).status_code == 404  # an older version: its page leads on


def test_without_a_person_the_form_says_so_and_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    wrong = client.post(address(cast) + "/nieuw", typed(cast, "yusuf", person="", words="Haalt Noa op."))
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {"person"}
    assert "Haalt Noa op." in wrong.content.decode()


def test_through_the_eyes_of_who_may_not_read_it_nobody_stands_there(cast: Cast, client: Client) -> None:
    client.post(address(cast) + "/nieuw", typed(cast, "noa", "samira", words="Alleen voor ons."))
    query = f"?ogen={cast.people['yusuf']}&als=resident"
    shown = client.get(address(cast) + query).content.decode()
    assert "Alleen voor ons." not in shown
    assert '<svg class="geno network' not in shown
