"""The page on which an expert is added, and where they stand afterwards; nothing typed is lost."""

from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, partner

from naast.actions import consent
from naast.rules.consent_words import Subject

from .signed_in import client as signed_in

pytestmark = pytest.mark.django_db
OFFICE = "Regionaal veiligheidsteam"
DAY = timedelta(days=1)


@pytest.fixture
def cast(cast: Cast) -> Cast:
    cast.clock.at -= timedelta(minutes=1)  # the browser's clock is the real one
    partner(cast, "mia", "Mia Post")
    return cast


def yes(cast: Cast, about: str = "samira") -> UUID:
    viewer = cast.viewer("jerrel")
    asked = consent.Asked(
        cast.people[about],
        cast.people["samira"],
        Subject.SECRECY_YOUTH,
        "yes",
        "spoken",
        "Meedenken over de nachten.",
        viewer.today,
        viewer.today + 50 * DAY,
        organisation=OFFICE,
    )
    return consent.give(viewer=viewer, dossier=cast.dossier, asked=asked)


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/deskundige"


def who(cast: Cast, **more: object) -> dict[str, object]:
    account = str(cast.accounts["mia"].public_id)
    return {"expert": "behavioural_scientist", "account": account, "organisation": OFFICE} | more


def typed(cast: Cast, *consents: UUID, **more: object) -> dict[str, object]:
    today = timezone.localdate()
    return who(cast) | {
        "answered": "1",
        "consents": [str(one) for one in consents],
        "form": "analysis",
        "purpose": "Hoe slapen zij weer?",
        "starts": str(today),
        "ends": str(today + 30 * DAY),
        "once": str(uuid4()),
    } | more  # fmt: skip


def test_the_people_lead_to_it_where_the_region_offers_one(cast: Cast, client: Client, settings: Any) -> None:
    people = f"/huishoudens/{cast.dossier}/mensen"
    assert address(cast) in client.get(people).content.decode()
    assert "Regionaal veiligheidsteam" in unescape(client.get(address(cast)).content.decode())
    settings.EXPERTS = ("behavioural_scientist",)
    assert "Regionaal veiligheidsteam" not in unescape(client.get(address(cast)).content.decode())
    settings.EXPERTS = ()
    assert address(cast) not in client.get(people).content.decode()
    nothing = client.get(f"/huishoudens/{uuid4()}/deskundige")
    for answer in (client.get(address(cast)), client.post(address(cast), typed(cast, yes(cast)))):
        assert (answer.status_code, answer.content) == (404, nothing.content)


def test_who_is_not_of_the_team_finds_nothing(cast: Cast) -> None:
    for name in ("ayse", "ellen", "samira"):
        browser = signed_in(cast, name)
        hidden, nothing = browser.get(address(cast)), browser.get(f"/huishoudens/{uuid4()}/deskundige")
        assert (hidden.status_code, hidden.content) == (404, nothing.content)


def test_through_somebody_s_eyes_there_is_no_such_page(cast: Cast, client: Client) -> None:
    assert client.get(f"{address(cast)}?ogen={cast.people['samira']}&als=resident").status_code == 404


def test_first_who_and_then_it_says_about_whom_nothing_may_be_told(cast: Cast, client: Client) -> None:
    yes(cast), yes(cast, "noa")
    assert f"Er loopt een ja om te delen met: {OFFICE}" in unescape(
        " ".join(client.get(address(cast)).content.decode().split())
    )
    shown = unescape(client.post(address(cast), who(cast)).content.decode())
    assert "Over Noa Amrani: Samira" in shown
    assert "Voor Yusuf loopt geen ja: over hen mag niets verteld worden." in shown
    assert "Verklarende analyse" in shown
    other = unescape(client.post(address(cast), who(cast, organisation="Bureau Duin")).content.decode())
    assert "Er loopt geen ja voor diegene dat jij kunt lezen." in other
    assert "Voor Noa, Samira en Yusuf loopt geen ja: over hen mag niets verteld worden." in other
    assert "Laat diegene meedenken" not in other


def test_they_stand_among_who_works_with_them_and_can_be_ended(cast: Cast, client: Client) -> None:
    answer = client.post(address(cast), typed(cast, yes(cast)))
    assert answer.status_code == 303
    shown = " ".join(unescape(client.get(answer["Location"]).content.decode()).split())
    for words in (
        "Mia Post",
        f"gedragswetenschapper, {'Verklarende analyse'.lower()}, Hoe slapen zij weer?, tot ",
        "Op het ja van Samira, over Samira",
    ):
        assert words in shown
    household = unescape(client.get(f"/huishoudens/{cast.dossier}").content.decode())
    assert "gedragswetenschapper" in household
    mia = signed_in(cast, "mia")
    assert mia.get(f"/huishoudens/{cast.dossier}").status_code == 200
    end = shown.split("Mia Post")[1].split('href="')[1].split('"')[0]
    assert client.post(end, {"once": str(uuid4())}).status_code in (302, 303)
    assert mia.get(f"/huishoudens/{cast.dossier}").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"consents": []}, "Kies ten minste één ja."),
        ({"form": ""}, "Kies in welke vorm diegene meedenkt."),
        ({"purpose": "  "}, "Schrijf op wat je vraagt."),
        ({"ends": "2020-01-01"}, "Het einde ligt voor het begin."),
        ({"starts": "2020-01-01"}, "Kies vandaag of een dag die nog komt."),
        ({"expert": ""}, "Kies welke deskundige."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    cast: Cast, client: Client, wrong: dict[str, object], said: str
) -> None:
    answer = client.post(address(cast), typed(cast, yes(cast), **wrong))
    shown = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert said in shown
    assert OFFICE in shown


def test_without_a_fixed_face_it_says_what_to_do(cast: Cast, client: Client) -> None:
    from naast.access import policy
    from naast.access.doors import viewer_door
    from naast.actions import involvements

    given = yes(cast)
    at = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=at, dossier=cast.dossier, account=cast.accounts["ayse"].public_id, role="team", starts=at.at
    )
    with viewer_door(at) as reach:
        face = policy.entries(reach).get(kind="involvement", involvement__role="fixed_face")
    at = cast.viewer("jerrel")
    involvements.end(viewer=at, involvement=face.public_id, at=at.at, nobody=True)
    ayse = signed_in(cast, "ayse")
    said = "Niemand is nu het vaste gezicht van dit huishouden."
    assert said in unescape(ayse.get(address(cast)).content.decode())
    answer = ayse.post(address(cast), typed(cast, given))
    assert answer.status_code == 422
    assert unescape(answer.content.decode()).count(said) == 2


def test_the_page_of_taking_back_says_who_no_longer_thinks_along(cast: Cast, client: Client) -> None:
    given = yes(cast)
    client.post(address(cast), typed(cast, given))
    there = f"/huishoudens/{cast.dossier}/toestemming/{given}/intrekken"
    assert "Mia Post denkt niet meer mee, en leest niets meer van dit huishouden." in unescape(
        client.get(there).content.decode()
    )
    after = client.post(there, {"how": "spoken", "words": "", "once": str(uuid4())}, follow=True)
    assert "Mia Post denkt niet meer mee." in unescape(after.content.decode())
    assert signed_in(cast, "mia").get(f"/huishoudens/{cast.dossier}").status_code == 404
