"""A question that several people answer together, on the team's face: from asking it to telling back what came out."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from tests.actions.test_apart import keep as keep_apart
from tests.actions.test_matters import WORDS, ask, decide, heard, note, say
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client as signed_in

from naast.actions import matters
from naast.actions.matters import Asked
from naast.rules import matters as rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def at(cast: Cast, matter: UUID | None = None, rest: str = "") -> str:
    return f"/huishoudens/{cast.dossier}/samen" + (f"/{matter}" if matter else "") + rest


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def send(client: Client, address: str, **typed: Any) -> Any:
    """Fill in, and confirm once who reads it was read back."""
    given = {"mode": "proposed", "once": str(uuid4())} | typed
    answer = client.post(address, given)
    said = answer.context and answer.context.get("said")
    return client.post(address, given | {"checked": said.mark}) if said else answer


def test_an_empty_page_leads_to_the_first_question(cast: Cast, client: Client) -> None:
    page = text(client, at(cast))
    assert "Er staat hier geen vraag." in page
    assert f'href="{at(cast)}/nieuw"' in page
    assert f'href="{at(cast)}"' in text(client, f"/huishoudens/{cast.dossier}/plan")


def test_who_reads_a_question_is_said_before_it_is_kept(cast: Cast, client: Client) -> None:
    typed = {
        "words": WORDS,
        "belongs": [str(cast.people["samira"])],
        "mode": "proposed",
        "once": str(uuid4()),
    }
    page = client.post(at(cast, rest="/nieuw"), typed).content.decode()
    assert "Samira en het team lezen het." in page
    assert WORDS not in text(client, at(cast))
    answer = send(client, at(cast, rest="/nieuw"), **typed)
    assert answer.status_code == 303
    assert WORDS in text(client, answer["Location"])


def test_who_does_not_sit_together_is_heard_apart(cast: Cast, client: Client) -> None:
    assert "Hoor ieder apart" not in text(client, at(cast, rest="/nieuw"))
    keep_apart(cast)
    page = text(client, at(cast, rest="/nieuw"))
    assert "zitten niet samen aan tafel." in page
    assert "Hoor ieder apart" in page


@pytest.mark.parametrize(
    ("typed", "message"),
    [({"words": " "}, "Schrijf de vraag op."), ({"belongs": []}, "Kies wie bij deze vraag horen.")],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(
    cast: Cast, client: Client, typed: dict[str, Any], message: str
) -> None:
    filled = {"words": WORDS, "belongs": [str(cast.people["samira"])], "mode": "proposed"} | typed
    answer = client.post(at(cast, rest="/nieuw"), filled | {"once": str(uuid4())})
    assert answer.status_code == 422, "before it is read back"
    assert message in answer.content.decode()
    assert filled["words"].strip() in answer.content.decode()


def test_a_question_goes_from_asked_to_told_back(cast: Cast, client: Client) -> None:
    matter = ask(cast)
    samira, karim = (f"?wie={cast.people[name]}" for name in ("samira", "karim"))
    page = text(client, at(cast, matter))
    assert "Eerst is iedereen geïnformeerd en gehoord." in page
    assert "Schrijf op wat eruit kwam" not in page
    for who in (samira, karim):
        told = send(client, at(cast, matter, f"/deel/informed{who}"), words="Zo is het.", happened="vandaag")
        assert told.status_code == 303, told.content.decode()
    viewed = send(
        client, at(cast, matter, f"/kijk{samira}"), words="Bij mij.", how="asked_alone", share="alone"
    )
    assert viewed.status_code == 303
    silent = send(client, at(cast, matter, f"/deel/silent{karim}"), words="Nam niet op.")
    assert silent.status_code == 303
    tried = send(client, at(cast, matter, "/deel/tried"), words="Samen gewandeld.")
    assert tried.status_code == 303
    page = client.get(at(cast, matter)).context["matter"]
    view = page.views[0].line.public_id.hex
    out = send(
        client,
        at(cast, matter, "/uitkomst"),
        result="differ",
        words="Zij slaapt bij Samira.",
        differ="Over de zondag.",
        by=[str(cast.people["samira"])],
        **{f"counted-{view}": "Het gaf de doorslag."},
    )
    assert out.status_code == 303, out.content.decode()
    shown = text(client, at(cast, matter))
    said = (
        "We blijven van mening verschillen",
        "Zij slaapt bij Samira.",
        "Over de zondag.",
        "Het gaf de doorslag.",
        "Nam niet op.",
        "Samen gewandeld.",
        "Nog niet teruggekoppeld aan",
    )
    assert [words for words in said if words not in shown] == []
    for who in (samira, karim):
        back = send(client, at(cast, matter, f"/deel/told_back{who}"), words="Dag!", happened="vandaag")
        assert back.status_code == 303
    assert "Nog niet teruggekoppeld" not in text(client, at(cast, matter))


def test_it_is_not_decided_before_all_are_heard_and_every_view_says_how_it_counted(
    cast: Cast, client: Client
) -> None:
    matter = ask(cast)
    early = client.get(at(cast, matter, "/uitkomst"))
    assert early.status_code == 303
    heard(cast, matter)
    typed = {"result": "agreed", "words": "Samen.", "by": [str(cast.people["samira"])]}
    answer = send(client, at(cast, matter, "/uitkomst"), **typed)
    assert answer.status_code == 422
    assert answer.content.decode().count("Schrijf op hoe deze kijk meetelde.") >= 2
    assert "Samen." in answer.content.decode()


def test_before_it_is_told_the_worker_reads_who_can_not_read_what_it_rests_on(
    cast: Cast, client: Client
) -> None:
    matter = ask(cast)
    views = heard(cast, matter)
    typed: dict[str, Any] = {
        "result": "undecided",
        "words": "Wij wachten.",
        "by": [str(cast.people["samira"])],
        "mode": "proposed",
        "once": str(uuid4()),
        **{f"counted-{view.hex}": "Gehoord." for view in views},
    }
    page = client.post(at(cast, matter, "/uitkomst"), typed).content.decode()
    for words in ("Karim kan niet lezen hoe Samira", "Samira kan niet lezen hoe Karim"):
        assert words in page
    assert "Schrijf daar dus niets over" in page
    alone = client.post(at(cast, matter, "/uitkomst"), typed | {"mode": "chosen"}).content.decode()
    assert "kan niet lezen hoe" not in alone


def test_the_question_that_was_changed_meanwhile_says_so_and_keeps_what_was_typed(
    cast: Cast, client: Client
) -> None:
    matter = ask(cast)
    asked = Asked("Waar slaapt Noa nu?", (cast.people["samira"],))
    newest = matters.change(viewer=cast.viewer("jerrel"), matter=matter, asked=asked)
    answer = send(client, at(cast, matter, "/deel/tried"), words="Samen gewandeld.")
    assert "De vraag is intussen veranderd." in answer.content.decode()
    assert "Samen gewandeld." in answer.content.decode()
    moved = client.get(at(cast, matter))
    assert moved["Location"] == at(cast, newest)


def test_a_partner_reads_what_is_told_to_them_and_says_how_they_see_it(cast: Cast) -> None:
    matter = ask(cast, "samira", "ellen")
    say(cast, matter, "samira", "Dit weet alleen jij.")
    note(cast, matter, rule.INFORMED, "samira", "Dit hoorde alleen zij.")
    ellen = signed_in(cast, "ellen")
    page = text(ellen, at(cast, matter))
    assert WORDS in page
    assert "alleen" not in page.split("<main")[1].split("Wie erbij horen")[1]
    assert "Eerst is iedereen" not in page
    typed = {"words": "Zij is moe op maandag.", "share": "alone", "once": str(uuid4())}
    assert ellen.post(at(cast, matter, "/kijk"), typed).status_code == 303
    assert "Zij is moe op maandag." in text(ellen, at(cast, matter))


def test_what_the_team_alone_does_looks_missing_to_a_partner_and_to_who_does_not_work_here(
    cast: Cast,
) -> None:
    matter = ask(cast, "samira", "ellen")
    hidden = ask(cast, "samira")
    for name in ("ellen", "ayse"):
        browser = signed_in(cast, name)
        missing = browser.get(at(cast, uuid4()))
        rests = ("/anders", "/uitkomst", "/deel/tried", f"/kijk?wie={cast.people['samira']}")
        addresses = [at(cast, hidden), at(cast, rest="/nieuw"), *(at(cast, hidden, rest) for rest in rests)]
        if name == "ellen":
            addresses += [at(cast, matter, rest) for rest in rests[:3]]
        for address in addresses:
            answer = browser.get(address)
            assert (answer.status_code, answer.content) == (404, missing.content), (name, address)


def test_through_somebodys_eyes_it_is_what_they_read_and_nothing_can_be_written(
    cast: Cast, client: Client
) -> None:
    matter = ask(cast)
    one, _ = heard(cast, matter)
    assert one
    eyes = f"?ogen={cast.people['karim']}&als=resident"
    page = text(client, at(cast, matter, eyes))
    assert "Bij mijn moeder." in page
    assert "Bij mij.<" not in page
    assert "Schrijf op wat eruit kwam" not in page
    for rest in ("/anders", "/uitkomst", "/deel/tried", "/kijk"):
        assert client.get(at(cast, matter, rest + eyes)).status_code == 404


def test_a_part_has_a_page_of_its_own_that_says_what_it_is_and_who_reads_it(
    cast: Cast, client: Client
) -> None:
    matter = ask(cast)
    views = heard(cast, matter)
    out = decide(cast, matter, views)
    for entry, said in ((out, "We blijven van mening verschillen"), (views[0], "Hoe iemand het ziet")):
        assert said in text(client, f"/stukken/{entry}")
    assert "Een vraag samen" in text(client, f"/stukken/{matter}")


@pytest.mark.parametrize(
    ("sort", "typed", "message"),
    [
        ("informed", {"words": " ", "happened": "vandaag"}, "Schrijf op wat deze persoon te horen kreeg."),
        ("informed", {"words": "Dit.", "happened": ""}, "Schrijf op welke dag dit is verteld."),
        ("silent", {"words": ""}, "Schrijf op waarom de kijk van deze persoon er niet staat."),
        ("tried", {"words": ""}, "Schrijf op wat er is geprobeerd."),
    ],
)
def test_a_part_that_is_not_right_is_said_at_the_field_before_it_is_read_back(
    cast: Cast, client: Client, sort: str, typed: dict[str, str], message: str
) -> None:
    matter = ask(cast)
    whose = "" if sort == "tried" else f"?wie={cast.people['samira']}"
    given = {"mode": "proposed", "once": str(uuid4())} | typed
    answer = client.post(at(cast, matter, f"/deel/{sort}{whose}"), given)
    assert answer.status_code == 422
    assert message in answer.content.decode()
