"""Search shows what its reader may read and nothing else, newest first, with the words marked."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.cast import Cast, samira_and_karim

from naast.staff.search.marking import marked

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    from django.utils import timezone

    found = samira_and_karim()
    found.clock.at = timezone.now() - timedelta(hours=1)
    return found


def look(cast: Cast, name: str, query: str) -> tuple[int, str]:
    client = Client()
    client.force_login(cast.accounts[name], backend="naast.access.sessions.Carried")
    answer = client.get(f"/zoeken?{query}")
    return answer.status_code, answer.content.decode()


def test_a_word_is_found_and_marked_without_accents_or_capitals(cast: Cast) -> None:
    cast.tells("samira", "De Zwaluw komt terug, één keer.")
    status, shown = look(cast, "jerrel", "q=zwaluw+een")
    assert status == 200
    assert "<mark>Zwaluw</mark>" in shown
    assert "<mark>één</mark>" in shown


def test_what_one_may_not_read_is_not_found_and_looks_like_nothing(cast: Cast) -> None:
    cast.tells("samira", "De zwaluw komt terug.")
    for name in ("ellen", "ayse"):
        hidden, nothing = look(cast, name, "q=zwaluw"), look(cast, name, "q=kwikwak")
        assert "Niets gevonden" in hidden[1]
        assert hidden[1].count("<li>") == nothing[1].count("<li>")


def test_a_partner_finds_what_is_theirs(cast: Cast) -> None:
    cast.tells("samira", "De zwaluw komt terug.", "ellen")
    assert "<mark>zwaluw</mark>" in look(cast, "ellen", "q=zwaluw")[1]


def test_one_household_or_none_and_never_anothers(cast: Cast) -> None:
    cast.tells("samira", "De zwaluw komt terug.")
    assert "<mark>" in look(cast, "jerrel", f"q=zwaluw&huishouden={cast.dossier}")[1]
    assert look(cast, "ayse", f"q=zwaluw&huishouden={cast.dossier}")[0] == 404
    assert look(cast, "jerrel", "q=zwaluw&huishouden=x")[0] == 404
    assert look(cast, "samira", "q=zwaluw")[0] == 404


def test_pages_go_on_and_the_newest_comes_first(cast: Cast) -> None:
    for number in range(25):
        cast.tells("samira", f"zwaluw nummer{number}")
    shown = look(cast, "jerrel", "q=zwaluw")[1]
    assert shown.count("<mark>") == 20
    assert "nummer24" in shown
    assert "na=" in shown


def test_nothing_asked_suggests_nothing(cast: Cast) -> None:
    cast.tells("samira", "De zwaluw komt terug.")
    for query in ("", "q=", "q=%20", "q=!!"):
        status, shown = look(cast, "jerrel", query)
        assert status == 200
        assert "zwaluw" not in shown


def test_what_is_typed_is_never_read_as_markup() -> None:
    assert marked("<b>zwaluw</b> & meer", ("zwaluw",)) == "&lt;b&gt;<mark>zwaluw</mark>&lt;/b&gt; &amp; meer"
    assert marked("woord " * 40_000, ("zwaluw",)).endswith(" …")
