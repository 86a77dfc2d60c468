"""What was advised without names, on the team's face: from the sheet and back, at the field, and found again."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client as signed_in

from naast.access.doors import upkeep
from naast.actions import dossiers, involvements
from naast.records.models import Entry

pytestmark = pytest.mark.django_db
WORDS = "Begin met de zwaluwmethode."
GIVER = "gedragswetenschapper, regionaal veiligheidsteam"


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/advies/nieuw"


def typed(**more: object) -> dict[str, object]:
    return {
        "giver": GIVER,
        "happened": "vandaag",
        "form": "guidance",
        "question": "Hoe vragen wij het?",
        "words": WORDS,
        "followed": "Wij beginnen maandag.",
        "mode": "proposed",
        "once": str(uuid4()),
    } | more


def written(client: Client, cast: Cast, **more: object) -> str:
    """The page of the entry after it was written down."""
    answer = client.post(address(cast), typed(**more))
    assert answer.status_code == 303, answer.content.decode()
    return client.get(answer["Location"]).content.decode()


def colleague(cast: Cast) -> Client:
    jerrel = cast.viewer("jerrel")
    account = cast.accounts["ayse"].public_id
    involvements.add_colleague(
        viewer=jerrel, dossier=cast.dossier, account=account, role="team", starts=jerrel.at
    )
    return signed_in(cast, "ayse")


def test_the_sheet_leads_to_it_before_and_after_and_it_leads_back(cast: Cast, client: Client) -> None:
    sheet = f"/huishoudens/{cast.dossier}/zonder-namen"
    for page in (client.get(sheet), client.post(sheet, {"words": "Karim belde."})):
        assert f'href="{address(cast)}">Het antwoord opschrijven</a>' in page.content.decode()
    form = client.get(address(cast)).content.decode()
    assert f'href="{sheet}"' in form
    assert "Van het blad is niets bewaard." in form


def test_its_page_has_its_own_heading_and_every_field(cast: Cast, client: Client) -> None:
    page = written(client, cast)
    assert re.search(r"<h1[^>]*>Advies zonder namen</h1>", page)
    said = ("Begeleiding naast het team", GIVER, "Hoe vragen wij het?", WORDS, "Wij beginnen maandag.")
    labels = ("Wie gaf advies", "Wat is gevraagd", "Wat het team ermee doet")
    assert [word for word in (*said, *labels) if word not in page] == []


def test_it_stands_in_the_story_and_is_found_by_its_kind_and_by_search(cast: Cast, client: Client) -> None:
    cast.tells("samira", "Iets anders.")
    written(client, cast)
    browser, here = colleague(cast), f"/huishoudens/{cast.dossier}"
    for page in (here, f"{here}?soort=advice", f"{here}?aard=opinion"):
        shown = browser.get(page).content.decode()
        assert WORDS in shown, page
        assert GIVER in shown, page
    assert "Iets anders." not in browser.get(f"{here}?soort=advice").content.decode()
    assert WORDS not in browser.get(f"{here}?soort=passage").content.decode()
    assert "<mark>zwaluwmethode</mark>" in browser.get("/zoeken?q=zwaluwmethode").content.decode()
    for word in ("gedragswetenschapper", "vragen", "maandag"):  # who gave it, to what, what is done with it
        assert WORDS.split()[0] in browser.get(f"/zoeken?q={word}").content.decode()


def test_who_does_not_read_it_finds_nothing_of_it(cast: Cast, client: Client) -> None:
    entry = _entry(client, cast)
    ellen = signed_in(cast, "ellen")
    for page in (f"/huishoudens/{cast.dossier}", "/zoeken?q=zwaluwmethode"):
        assert WORDS not in ellen.get(page).content.decode()
    missing = ellen.get(f"/stukken/{uuid4()}")
    hidden = ellen.get(f"/stukken/{entry}")
    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content)


def _entry(client: Client, cast: Cast, **more: object) -> str:
    answer = client.post(address(cast), typed(**more))
    return str(answer["Location"]).rsplit("/", 1)[1]


def test_a_partner_who_was_chosen_reads_it(cast: Cast, client: Client) -> None:
    entry = _entry(client, cast, mode="chosen", readers=[str(cast.people["ellen"])])
    assert GIVER in signed_in(cast, "ellen").get(f"/stukken/{entry}").content.decode()


@pytest.mark.parametrize("name", ["ellen", "ayse"])
def test_nobody_else_finds_the_form(cast: Cast, name: str) -> None:
    browser = signed_in(cast, name)
    assert browser.get(address(cast)).status_code == 404
    assert browser.post(address(cast), typed()).status_code == 404


def test_through_somebody_s_eyes_there_is_no_form(cast: Cast, client: Client) -> None:
    assert client.get(f"{address(cast)}?ogen={cast.people['samira']}").status_code == 404


def test_all_that_is_missing_is_said_at_once_at_its_field_and_what_was_typed_stays(
    cast: Cast, client: Client
) -> None:
    empty = dict.fromkeys(("giver", "happened", "form", "question", "words"), "")
    answer = client.post(address(cast), typed(**empty))
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == set(empty)
    page = answer.content.decode()
    for message in (
        "Schrijf op welke functie of organisatie het gaf.",
        "Schrijf op op welke dag het gegeven is.",
        "Kies in welke vorm het gegeven is.",
        "Schrijf op wat je vroeg.",
        "Schrijf het advies op.",
    ):
        assert message in page
    assert "Wij beginnen maandag." in page


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("followed", " ", "Schrijf op wat je ermee doet, of dat je het nog niet weet."),
        ("giver", "a" * 121, "hoogstens 120 tekens"),
        ("happened", "31 november", "november"),
        ("happened", "1-1-2999", "Deze dag komt nog."),
        ("happened", "toen het koud was", "Schrijf op op welke dag het gegeven is."),
        ("form", "research", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    cast: Cast, client: Client, field: str, value: str, message: str
) -> None:
    answer = client.post(address(cast), typed(**{field: value}))
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {field}
    assert message in " ".join(answer.context["form"].errors[field])


def test_sent_twice_it_stands_once(cast: Cast, client: Client) -> None:
    form = typed()
    first, second = (client.post(address(cast), form)["Location"] for _ in range(2))
    assert first == second
    with upkeep():
        assert Entry.objects.filter(kind="advice").count() == 1


def test_a_warning_is_said_at_its_field_and_can_be_passed(cast: Cast, client: Client) -> None:
    dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="street",
        value="Eikpad 3",
        guarded=True,
    )
    secret = {
        "question": "Zij woont aan het Eikpad 3.",
        "mode": "chosen",
        "readers": [str(cast.people["karim"])],
    }
    warned = client.post(address(cast), typed(**secret))
    assert warned.status_code == 422
    assert warned.context["form"].errors.keys() == {"question"}
    assert 'name="guard_seen"' in warned.content.decode()
    assert client.post(address(cast), typed(guard_seen="on", **secret)).status_code == 303


def test_its_writer_corrects_it(cast: Cast, client: Client) -> None:
    entry = UUID(_entry(client, cast))
    correcting = f"/stukken/{entry}/verbeteren"
    assert correcting in client.get(f"/stukken/{entry}").content.decode()
    answer = client.post(correcting, {"words": "Begin anders.", "once": str(uuid4())})
    assert "Begin anders." in client.get("/zoeken?q=gedragswetenschapper").content.decode()
    page = client.get(answer["Location"]).content.decode()
    for words in ("Begin anders.", WORDS, GIVER, "Wij beginnen maandag."):
        assert words in page


def test_what_was_typed_waits_for_who_signs_in_again(cast: Cast, client: Client) -> None:
    page = client.get(address(cast)).content.decode()
    who = re.search(r'name="who" value="([^"]+)"', page)
    assert who is not None
    client.logout()
    lost = client.post(address(cast), typed(who=who[1]))
    assert lost.status_code == 303
    assert lost["Location"].startswith("/aanmelden?next=")
    with upkeep():
        assert not Entry.objects.filter(kind="advice").exists()
    again = signed_in(cast, "jerrel").get(f"{address(cast)}?bewaard=1").content.decode()
    for words in (GIVER, WORDS, "Hoe vragen wij het?", "Wij beginnen maandag."):
        assert words in again
    assert 'value="guidance" checked' in again
