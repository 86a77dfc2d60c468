"""Consent on the team's face: who must be asked and why, help and sharing apart, taking back, and on paper."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast

from naast.access.viewer import Viewer

pytestmark = pytest.mark.django_db


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/toestemming"


def look(
    cast: Cast, client: Client, person: str = "yusuf", subject: str = "help_youth", **more: object
) -> Any:
    """Ask who must say yes; with what somebody answered (`typed`) it is noted."""
    asked = {"person": str(cast.people[person]), "subject": subject, "weighs": "not_judged"} | more
    return client.post(f"{address(cast)}/vragen", asked)


def typed(cast: Cast, giver: str = "samira", **more: object) -> dict[str, object]:
    today: Viewer = cast.viewer("jerrel")
    return {
        "giver": str(cast.people[giver]),
        "answer": "yes",
        "words": "Dat mag.",
        "how": "spoken",
        "purpose": "Hulp bij het slapen.",
        "starts": today.today.isoformat(),
        "once": str(uuid4()),
        "answered": "1",
    } | more


def shared(cast: Cast, **more: object) -> dict[str, object]:
    ends = cast.viewer("jerrel").today + timedelta(days=200)
    return typed(cast, receiver=str(cast.people["ellen"]), ends=ends.isoformat(), **more)


def link(page: str, end: str) -> str:
    return next(part for part in page.split('"') if part.endswith(end))


def test_the_household_leads_to_it_and_it_says_why_data_are_kept_without_asking(
    cast: Cast, client: Client
) -> None:
    assert address(cast) in client.get(f"/huishoudens/{cast.dossier}").content.decode()
    shown = client.get(address(cast)).content.decode()
    assert "Hier staat geen antwoord." in shown
    assert "vragen wij geen toestemming" in shown


def test_who_must_say_yes_is_said_with_why_and_the_edition_it_was_read_in(cast: Cast, client: Client) -> None:
    shown = look(cast, client).content.decode()
    assert "Onder de twaalf zeggen de ouders met gezag of de voogd ja." in shown
    assert (
        "Jeugdwet 7.3.15 (tekst van 6 november 2021, nog niet vergeleken met de tekst van vandaag)" in shown
    )
    assert "Beide ouders moeten het eens zijn" in shown
    harmed = look(cast, client, harming=[str(cast.people["karim"])]).content.decode()
    assert "kan opzij gezet worden" in harmed


def test_before_somebody_is_chosen_only_the_question_stands_there(cast: Cast, client: Client) -> None:
    page = client.get(f"{address(cast)}/vragen")
    assert page.status_code == 200
    assert "Wat is het antwoord?" not in page.content.decode()
    assert look(cast, client, subject="avg").status_code == 422
    assert (
        client.post(f"{address(cast)}/vragen", {"person": uuid4(), "subject": "help_youth"}).status_code
        == 422
    )


def test_an_answer_is_noted_and_stands_with_who_said_it(cast: Cast, client: Client) -> None:
    done = look(cast, client, **typed(cast))
    assert done.status_code == 303
    shown = client.get(done["Location"]).content.decode()
    for text in ("zegt ja", "Dat mag.", "Hulp bij het slapen.", "gesproken", "opgeschreven door Jerrel"):
        assert text in shown
    assert "Telt niet meer" in shown


def test_sharing_asks_for_a_receiver_and_an_end_and_help_has_neither(cast: Cast, client: Client) -> None:
    assert "receiver" not in look(cast, client).context["form"].fields
    wrong = look(cast, client, subject="secr_youth", **typed(cast))
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {"receiver"}
    assert "Dat mag." in wrong.content.decode()
    assert look(cast, client, subject="secr_youth", **shared(cast)).status_code == 303
    assert "Ellen Bos" in client.get(address(cast)).content.decode()


def test_taking_it_back_shows_before_and_after_what_changes(cast: Cast, client: Client) -> None:
    look(cast, client, subject="secr_youth", **shared(cast))
    there = link(client.get(address(cast)).content.decode(), "/intrekken")
    before = client.get(there).content.decode()
    assert "Er wordt op dit ja niets meer gedeeld met Ellen Bos." in before
    done = client.post(there, {"how": "spoken", "words": "", "once": str(uuid4())}, follow=True)
    shown = done.content.decode()
    assert "Vanaf nu wordt er niets meer op gedeeld" in shown
    assert "is ingetrokken" in shown
    assert "/intrekken" not in shown
    assert client.get(there).status_code == 404


def test_sent_twice_it_is_noted_once(cast: Cast, client: Client) -> None:
    twice = typed(cast)
    assert [look(cast, client, **twice).status_code for _ in range(2)] == [303, 303]
    assert client.get(address(cast)).content.decode().count("Dat mag.") == 1


def test_it_is_put_in_writing_on_request(cast: Cast, client: Client) -> None:
    look(cast, client, **typed(cast))
    there = link(client.get(address(cast)).content.decode(), "/papier")
    shown = client.get(there).content.decode()
    assert "Jeugdwet 7.3.6" in shown
    assert "Samira Haddad" in shown
    assert "namens Yusuf Amrani" in shown


def test_through_the_eyes_of_the_other_parent_it_is_not_there(cast: Cast, client: Client) -> None:
    look(cast, client, **typed(cast, words="Alleen van mij."))
    query = f"?ogen={cast.people['karim']}&als=resident"
    shown = client.get(address(cast) + query).content.decode()
    assert "Alleen van mij." not in shown
    assert "/intrekken" not in shown
    assert client.get(f"{address(cast)}/vragen{query}").status_code == 404


def test_the_entry_itself_says_what_it_is(cast: Cast, client: Client) -> None:
    look(cast, client, **typed(cast))
    page = client.get(address(cast))
    entry = page.context["page"].given[0].line.public_id
    shown = client.get(f"/stukken/{entry}").content.decode()
    assert "hulp aan wie opgroeit (Jeugdwet)" in shown
    assert "zegt ja" in shown


def test_what_is_coming_is_said_above_it_to_the_team_alone(cast: Cast, client: Client) -> None:
    soon = (cast.viewer("jerrel").today + timedelta(days=20)).isoformat()
    look(cast, client, **typed(cast, ends=soon))
    shown = client.get(address(cast)).content.decode()
    assert "Praat hier vooraf over" in shown
    assert "Het ja van Samira loopt op" in shown
    query = f"?ogen={cast.people['samira']}&als=resident"
    assert "Praat hier vooraf over" not in client.get(address(cast) + query).content.decode()


def test_who_harms_whom_never_stands_in_an_address(cast: Cast, client: Client) -> None:
    karim = str(cast.people["karim"])
    page = look(cast, client, harming=[karim])
    assert f'name="harming" value="{karim}"' in page.content.decode()
    assert 'method="get"' not in page.content.decode()
    kept = look(cast, client, harming=[karim], **typed(cast))
    assert karim not in kept["Location"]
    ignored = client.get(
        f"{address(cast)}/vragen?person={cast.people['yusuf']}&subject=help_youth&weighs=doubt"
    )
    assert "Wat is het antwoord?" not in ignored.content.decode()
