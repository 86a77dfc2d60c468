"""The seven parts on the page of the plan: how it stands, with its source, read back before it is kept."""

from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def address(cast: Cast, rest: str = "") -> str:
    return f"/huishoudens/{cast.dossier}/plan{rest}"


def typed(**more: object) -> dict[str, object]:
    return {
        "part": "goals",
        "needed": "yes",
        "words": "Noa slaapt weer door.",
        "mode": "named",
        "once": str(uuid4()),
    } | more


def keep(client: Client, cast: Cast, **more: object) -> None:
    given = typed(**more)
    mark = client.post(address(cast, "/onderdeel"), given).context["told"].mark
    assert client.post(address(cast, "/onderdeel"), given | {"checked": mark}).status_code == 303


def test_an_empty_plan_shows_the_seven_parts_with_their_source(cast: Cast, client: Client) -> None:
    shown = client.get(address(cast)).content.decode()
    assert shown.count("hier staat niets") == 7
    assert "Richtlijn Kindermishandeling" in shown
    assert "%" not in shown.split('id="h-seven"')[1].split("</section>")[0]


def test_what_is_written_is_read_back_and_then_fills_its_part(cast: Cast, client: Client) -> None:
    keep(client, cast)
    keep(client, cast, part="treatment", needed="no", words="Samira heeft al een therapeut.")
    shown = client.get(address(cast)).content.decode()
    assert shown.count("hier staat niets") == 5
    assert "ingevuld" in shown
    assert "Niet nodig, want:" in shown


def test_the_link_of_a_part_begins_with_that_part(cast: Cast, client: Client) -> None:
    form = client.get(address(cast, "/onderdeel?deel=monitoring")).context["form"]
    assert form["part"].value() == "monitoring"


def test_what_stands_there_is_changed_in_its_place(cast: Cast, client: Client) -> None:
    keep(client, cast)
    there = next(
        part for part in client.get(address(cast)).content.decode().split('"') if "/onderdeel/" in part
    )
    assert client.get(there).context["form"]["words"].value() == "Noa slaapt weer door."
    given = {"needed": "yes", "words": "Iedereen slaapt door.", "once": str(uuid4())}
    assert client.post(there, given).status_code == 303
    shown = client.get(address(cast)).content.decode()
    assert "Iedereen slaapt door." in shown
    assert "Noa slaapt weer door." not in shown


def test_without_words_the_form_says_so(cast: Cast, client: Client) -> None:
    wrong = client.post(address(cast, "/onderdeel"), typed(words=""))
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {"words"}
