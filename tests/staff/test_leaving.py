"""Closing a colleague's account on the team's page: a number, a new fixed face, and nothing else of a household."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago, staff
from tests.crawl import fingerprint

from naast.access import households
from naast.actions import dossiers, withholding
from naast.actions import questions as asking
from naast.actions.dossiers import NewMember, NewPerson
from naast.records.models import Account, Team

pytestmark = pytest.mark.django_db
BACKEND = "naast.access.sessions.Carried"
NAMES = ("Samira", "Karim", "Noa", "Yusuf", "Haddad", "Bram")


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim(some_time_ago(hours=1))
    team = Team.objects.get()
    staff(found, team, "lena", "Lena Groot", manages_team=True)
    staff(found, team, "omar", "Omar Elders")
    ellen = found.accounts["ellen"]
    ellen.team = team
    ellen.save()
    return found


@pytest.fixture
def lead(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.accounts["lena"], backend=BACKEND)
    return client


def page(cast: Cast, who: str = "jerrel") -> str:
    return f"/team/{cast.accounts[who].public_id}/sluiten"


def faced_by(cast: Cast, name: str) -> str:
    cast.clock.at = timezone.now()
    found = households.household(cast.viewer(name), cast.dossier).fixed_face
    return found.face.label if found else ""


def is_open(cast: Cast, who: str) -> bool:
    return Account.objects.get(pk=cast.accounts[who].pk).is_active


def test_the_lead_reads_how_many_households_need_a_new_fixed_face_and_chooses_one(
    lead: Client, cast: Cast
) -> None:
    asked = lead.get(page(cast)).content.decode()
    assert "1 huishouden heeft dan een nieuw vast gezicht nodig" in asked
    offered = re.findall(r'<option value="([^"]+)"', asked)
    assert set(offered) == {str(cast.accounts[name].public_id) for name in ("ayse", "omar")}
    assert not any(name in asked for name in (*NAMES, str(cast.dossier)))
    done = lead.post(page(cast), {"account": cast.accounts["ayse"].public_id})
    assert done.status_code == 303
    assert faced_by(cast, "ayse") == "Ayşe"
    assert not is_open(cast, "jerrel")


def test_nothing_closes_until_somebody_is_chosen_and_the_page_says_so_at_the_field(
    lead: Client, cast: Cast
) -> None:
    for given in ("", "x", str(cast.accounts["lena"].public_id)):
        answer = lead.post(page(cast), {"account": given})
        assert answer.status_code == 422
        assert 'id="id_account_error"' in answer.content.decode()
    assert is_open(cast, "jerrel")
    assert faced_by(cast, "jerrel") == "Jerrel"


def test_where_the_chosen_one_must_stay_out_another_is_asked_for_and_nothing_more_is_said(
    lead: Client, cast: Cast
) -> None:
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["ayse"], reason="buurvrouw"
    )
    ayse, omar = (str(cast.accounts[name].public_id) for name in ("ayse", "omar"))
    again = lead.post(page(cast), {"account": ayse})
    text = again.content.decode()
    assert again.status_code == 422
    assert "Sommige huishoudens hebben nog niemand." in text
    assert "Ayşe Demir wordt het vaste gezicht waar dat kan." in text
    assert f'name="taken" value="{ayse}"' in text
    assert f'<option value="{ayse}"' not in text
    assert not any(word in text for word in (*NAMES, "buurvrouw", str(cast.dossier)))
    assert is_open(cast, "jerrel")
    assert lead.post(page(cast), {"taken": [ayse], "account": omar}).status_code == 303
    assert faced_by(cast, "omar") == "Omar"


def test_who_is_nobody_s_fixed_face_is_closed_with_one_button(lead: Client, cast: Cast) -> None:
    for who, said in (("omar", True), ("ellen", False)):
        asked = lead.get(page(cast, who)).content.decode()
        assert ("Geen huishouden heeft een nieuw vast gezicht nodig." in asked) is said
        assert "<select" not in asked
        assert lead.post(page(cast, who)).status_code == 303
        assert not is_open(cast, who)


def test_where_nobody_can_be_chosen_the_page_says_what_can_be_done(lead: Client, cast: Cast) -> None:
    for name in ("ayse", "omar"):
        lead.post(page(cast, name))
    asked = lead.get(page(cast)).content.decode()
    assert "Er is niemand anders om te kiezen" in asked
    assert "Dit account sluiten" not in asked
    assert 'href="/team/nieuw"' in asked
    assert lead.post(page(cast)).status_code == 422
    assert is_open(cast, "jerrel")


def test_opening_again_says_that_it_brings_back_no_household(lead: Client, cast: Cast) -> None:
    lead.post(page(cast), {"account": cast.accounts["ayse"].public_id})
    path = page(cast).replace("sluiten", "openen")
    assert "komt hiermee in geen huishouden terug" in lead.get(path).content.decode()


def seen(lead: Client, cast: Cast) -> list[dict[str, Any]]:
    """What the lead's pages answer, and what they ask the database."""
    paths = ["/team", *(page(cast, who) for who in ("jerrel", "ayse", "omar", "ellen"))]
    return [fingerprint.of(lead, path) for path in paths]


def test_the_lead_can_not_tell_what_is_in_the_dossiers(lead: Client, cast: Cast) -> None:
    """The same pages and queries before and after a telling, a question, somebody kept out, a household more."""
    seen(lead, cast)  # whatever is done once a process
    before = seen(lead, cast)
    cast.tells("samira", "Hij belde weer.", "karim", "ellen")
    asking.ask(viewer=cast.viewer("samira"), dossier=cast.dossier, words="Wanneer kom je?")
    for who in ("ayse", "omar"):
        withholding.withhold(
            viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people[who], reason="buren"
        )
    for one, other in zip(before, seen(lead, cast), strict=True):
        assert fingerprint.difference(one, other) == ""


def test_a_household_more_changes_nothing_but_the_number(lead: Client, cast: Cast) -> None:
    seen(lead, cast)
    before = seen(lead, cast)
    for _ in range(2):
        dossiers.open_household(
            viewer=cast.viewer("jerrel"),
            persons=[NewPerson("bram", "Bram")],
            members=[NewMember("bram")],
            purpose="vraag om hulp",
        )
    after = seen(lead, cast)
    assert "3 huishoudens hebben dan" in str(after[1]["body"])
    number = re.compile(r"\d huishoudens? (heeft|hebben) dan")
    for one, other in zip(before, after, strict=True):
        masked = [
            page
            | {
                "body": number.sub("", str(page["body"])),
                "headers": {**page["headers"], "Content-Length": ""},
            }
            for page in (one, other)
        ]
        assert fingerprint.difference(*masked) == ""
