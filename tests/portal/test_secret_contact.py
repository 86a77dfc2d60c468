"""Contact data marked secret never reach another member: no page, paper, search or share (Verdrag van Istanbul)."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from tests.actions.test_guard import note
from tests.cast import Cast
from tests.crawl.addresses import all_addresses
from tests.crawl.reading import body
from tests.portal.conftest import Browser
from tests.staff.signed_in import client

from naast.access import search
from naast.access.viewer import Missing
from naast.actions import appointments, sharing
from naast.actions.act import Invalid
from naast.actions.appointments import Meeting

pytestmark = pytest.mark.django_db
STREET, PHONE = "Beukenhof", "0687654321"
OTHERS = ("karim", "yusuf")


@pytest.fixture
def secret(cast: Cast) -> list[UUID]:
    """Where Samira is and how to reach her, and an appointment of hers there."""
    facts = [
        note(cast, "samira", "address", f"{STREET} 7, 8011 AB Zwolle"),
        note(cast, "samira", "phone", PHONE),
    ]
    day: date = timezone.localdate(cast.clock.at) + timedelta(days=3)
    present = (cast.people["samira"], cast.people["jerrel"])
    meets = Meeting("Praten.", day, time(14), time(15), present, f"{STREET} 7")
    appointments.make(viewer=cast.viewer("jerrel"), dossier=cast.dossier, meeting=meets)
    return facts


def found_in(text: str) -> list[str]:
    return [one for one in (STREET, PHONE) if one.lower() in text.lower()]


def portal_pages(cast: Cast) -> list[str]:
    """Every page, paper and file of the portal that needs nothing but the dossier."""
    pages = [one for one in all_addresses() if one.name.startswith("portal-")]
    return ["/mijn"] + [one.path(dossier=cast.dossier) for one in pages if list(one.arguments) == ["dossier"]]


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("name", OTHERS)
def test_it_is_on_no_page_or_paper_of_another_member(
    cast: Cast, browser: Browser, secret: list[UUID], name: str, asked: bool
) -> None:
    opened = browser(name, asked=asked)
    answers = [(page, opened.get(page)) for page in portal_pages(cast)]
    assert [page for page, answer in answers if found_in(body(answer))] == []
    assert sum(answer.status_code == 200 for _, answer in answers) > 12


@pytest.mark.parametrize("name", OTHERS)
def test_the_entry_of_it_is_missing_for_another_member(
    cast: Cast, browser: Browser, secret: list[UUID], name: str
) -> None:
    opened = browser(name, asked=True)
    assert [opened.get(f"/mijn/stukken/{one}").status_code for one in secret] == [404, 404]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("page", ["", "/genogram", "/agenda", "/plan"])
def test_through_the_eyes_of_another_member_it_is_not_there(
    cast: Cast, secret: list[UUID], name: str, page: str
) -> None:
    where = f"/huishoudens/{cast.dossier}{page}?ogen={cast.people[name]}&als=resident"
    answer = client(cast, "jerrel").get(where)
    assert answer.status_code == 200
    assert found_in(body(answer)) == []


def test_the_genogram_holds_no_contact_data_at_all(cast: Cast, secret: list[UUID]) -> None:
    where = f"/huishoudens/{cast.dossier}/genogram"
    assert found_in(body(client(cast, "jerrel").get(where))) == []


@pytest.mark.parametrize(
    ("receiver", "name"), [("karim", "receiver"), ("yusuf", "receiver"), ("ellen", "entries")]
)
def test_nothing_is_shared_with_a_member_and_it_with_nobody(
    cast: Cast, secret: list[UUID], receiver: str, name: str
) -> None:
    asked = sharing.Asked(
        tuple(secret),
        "place",
        "conflict",
        "Om te bellen.",
        need="Hij wil bellen.",
        lighter="Anders kan niet.",
        words="Het is nodig.",
        receiver=cast.people[receiver],
        ends=timezone.localdate() + timedelta(days=9),
    )
    with pytest.raises(Invalid) as caught:
        sharing.share(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=asked)
    assert list(caught.value.errors) == [name]


@pytest.mark.parametrize("asked", [STREET, PHONE])
def test_search_does_not_find_it_for_who_is_not_of_the_team(
    cast: Cast, secret: list[UUID], asked: str
) -> None:
    for name in OTHERS:
        with pytest.raises(Missing):
            search.search(cast.viewer(name), asked)
    assert search.search(cast.viewer("ellen"), asked).hits == ()


def test_whose_it_is_and_the_team_do_read_it(cast: Cast, secret: list[UUID]) -> None:
    """Else all that is above would hold of a fact that nobody reads."""
    assert found_in(body(client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}"))) != []
