"""The page that says what the rule says of stable safety: for the team alone, as sentences that lead to what they rest
on."""

import pytest
from tests.access.test_verdicts import happened
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/stabiele-veiligheid"


def test_the_page_says_what_stands_in_the_way_and_leads_to_it(cast: Cast) -> None:
    telling = happened(cast, "jerrel", 30)
    page = client(cast, "jerrel").get(address(cast)).content.decode()
    assert "Nog niet." in page
    assert f"/stukken/{telling}" in page
    assert "Hij schreeuwde" not in page  # a verdict has no words of anybody
    assert "Dit besluit nemen mensen." in page


def test_it_names_who_was_not_heard(cast: Cast) -> None:
    page = client(cast, "jerrel").get(address(cast)).content.decode()
    assert "Niemand heeft nog gesproken met Noa." in page


def test_for_everybody_else_there_is_no_such_page(cast: Cast) -> None:
    for name in ("ellen", "ayse", "samira", "karim"):
        assert client(cast, name).get(address(cast)).status_code == 404


def test_through_somebody_s_eyes_there_is_none_either(cast: Cast) -> None:
    asked = {"ogen": cast.people["samira"], "als": "resident"}
    assert client(cast, "jerrel").get(address(cast), asked).status_code == 404
