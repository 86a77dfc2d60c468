"""Worries and strengths on the team's face: beside each other, noted in a circle, and in the story."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from tests.cast import Cast

from naast.actions import corrections, factors
from naast.actions.entries import Passage

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


def risk(cast: Cast, *readers: str, words: str = "Schulden.", **more: object) -> str:
    passage = Passage(words, "", cast.choice(*readers))
    given = {"dossier": cast.dossier, "sort": "risk", "passage": passage, **more}
    return str(factors.note(viewer=cast.viewer("jerrel"), **given))  # type: ignore[arg-type]


def answered(cast: Cast, who: str = "", **more: object) -> dict[str, object]:
    person = str(cast.people[who]) if who else ""
    given = {"person": person, "how": "asked_alone" if who else "", "answer": "partly", "words": "Nog soms."}
    return {**given, "happened": "vandaag", "share": "alone", "once": str(uuid4()), **more}


def test_of_what_it_is_and_what_it_rests_on_stand_beside_it_and_on_its_own_page(
    cast: Cast, client: Client
) -> None:
    answer = client.post(
        address(cast) + "/nieuw", typed(cast, sort="risk", of="money", evidence="Drie brieven.")
    )
    shown = client.get(answer["Location"])
    text = shown.content.decode()
    assert "geld en schulden" in text
    assert "Drie brieven." in text
    page = client.get(f"/stukken/{shown.context['worries'][0]['named'].line.public_id}").content.decode()
    assert "Drie brieven." in page
    assert "geld en schulden" in page


def test_about_whom_it_is_has_to_be_said_of_a_person(cast: Cast, client: Client) -> None:
    wrong = client.post(address(cast) + "/nieuw", typed(cast, sort="risk", of="person", evidence="Gezien."))
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {"about"}
    assert "Gezien." in wrong.content.decode()


def test_each_answer_stands_beside_the_others_and_over_time(cast: Cast, client: Client) -> None:
    factor = risk(cast, "samira", "karim")
    for who, more in (
        ("samira", {"happened": "gisteren", "answer": "yes", "words": "Elke week."}),
        ("samira", {}),
        ("", {"answer": "no", "words": "Ik zie het niet."}),
    ):
        assert client.post(f"{address(cast)}/{factor}", answered(cast, who, **more)).status_code == 303
    shown = client.get(address(cast)).content.decode()
    assert "Schaadt het de veiligheid nog?" in shown
    assert "voor een deel" in shown
    assert "Hoe het ging" in shown
    assert "Elke week." in shown
    assert "er staat niets" in shown  # of the others
    assert "niet gedeeld" not in shown


def test_for_who_may_not_read_an_answer_there_is_none(cast: Cast, client: Client) -> None:
    factor = risk(cast, "samira", "karim")
    client.post(f"{address(cast)}/{factor}", answered(cast, "samira"))
    query = f"?ogen={cast.people['karim']}&als=resident"
    shown = client.get(address(cast) + query).content.decode()
    assert "Nog soms." not in shown
    assert "niet gedeeld" in shown
    assert f"{address(cast)}/{factor}" not in shown


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"words": ""}, "words"),
        ({"happened": ""}, "happened"),
        ({"happened": "vorige week"}, "happened"),
        ({"how": ""}, "how"),
    ],
)
def test_what_is_missing_in_an_answer_is_said_and_what_was_typed_stays(
    cast: Cast, client: Client, more: dict[str, str], field: str
) -> None:
    factor = risk(cast)
    wrong = client.post(f"{address(cast)}/{factor}", answered(cast, "samira", **more))
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {field}
    assert field == "words" or "Nog soms." in wrong.content.decode()


def test_an_answer_to_what_was_changed_meanwhile_is_kept_on_the_form(cast: Cast, client: Client) -> None:
    factor = risk(cast)
    corrections.correct(viewer=cast.viewer("jerrel"), entry=UUID(factor), words="Schulden en huur.")
    answer = client.post(f"{address(cast)}/{factor}", answered(cast, "samira"))
    assert "Dit is intussen veranderd." in answer.content.decode()
    assert "Nog soms." in answer.content.decode()


def test_the_main_risk_factors_are_chosen_and_at_most_three(cast: Cast, client: Client) -> None:
    many = [risk(cast, words=f"Factor {n}.") for n in range(4)]
    page = f"{address(cast)}/belangrijkste"
    assert page in client.get(address(cast)).content.decode()
    wrong = client.post(page, {"factors": many, "once": str(uuid4())})
    assert wrong.status_code == 422
    assert "hooguit 3" in wrong.content.decode()
    assert client.post(page, {"factors": many[:1], "once": str(uuid4())}).status_code == 303
    assert client.get(address(cast)).content.decode().count("een van de belangrijkste") == 1
    assert client.get(page).content.decode().count(" checked") == 1


def test_of_a_worry_nothing_is_asked(cast: Cast, client: Client) -> None:
    client.post(address(cast) + "/nieuw", typed(cast, "samira"))
    shown = client.get(address(cast))
    worry = shown.context["worries"][0]["named"].line.public_id
    assert client.get(f"{address(cast)}/{worry}").status_code == 404
