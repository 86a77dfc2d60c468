"""A sheet without names: what this worker knows is taken out, a miss is one click, and nothing of it is kept."""

import re
from uuid import UUID, uuid4

import pytest
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access.doors import upkeep
from naast.actions import dossiers, involvements, withholding
from naast.records.models import Draft, Entry

pytestmark = pytest.mark.django_db
TEXT = "Samira en Karim hebben ruzie. Noa zag het op 3 mei aan de Lindehof. Fatma van de bakker ook."


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=2))


def there(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/zonder-namen"


def made(cast: Cast, words: str = TEXT, name: str = "jerrel", **more: str) -> str:
    answer = client(cast, name).post(there(cast), {"words": words, **more})
    assert answer.status_code == 200
    return str(answer.context["made"].text)


def test_everybody_whom_the_worker_knows_here_is_taken_out(cast: Cast) -> None:
    text = made(cast)
    assert not {"Samira", "Karim", "Noa", "3 mei"} & set(text.replace(".", "").split())
    assert len(set(re.findall(r"\[persoon [A-Z]\]", text))) == 3
    assert "[datum]" in text


def _lives(cast: Cast) -> UUID:
    return dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="address",
        value="Lindehof 12, Zwolle",
        guarded=True,
    )


def test_where_they_live_is_taken_out_for_who_may_know_it(cast: Cast) -> None:
    assert "Lindehof" in made(cast)
    _lives(cast)
    assert "Lindehof" not in made(cast)


def test_a_word_that_is_kept_from_the_worker_stays_so_that_the_page_answers_no_guess(cast: Cast) -> None:
    jerrel = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=jerrel,
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=jerrel.at,
    )
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        entry=_lives(cast),
        reason="Haar broer is een buur.",
    )
    assert "Lindehof" in made(cast, name="ayse")


def test_a_miss_is_one_click_to_add_and_stays_added(cast: Cast) -> None:
    browser = client(cast, "jerrel")
    first = browser.post(there(cast), {"words": TEXT})
    assert "Fatma" in first.context["made"].maybe
    assert 'value="Fatma"' in first.content.decode()
    second = browser.post(there(cast), {"words": TEXT, "besides": "", "also": "Fatma"})
    assert "Fatma" not in second.context["made"].text
    assert second.context["form"]["besides"].value() == "Fatma"
    third = browser.post(there(cast), {"words": TEXT, "besides": "Fatma\nbakker"})
    assert not {"Fatma", "bakker"} & set(third.context["made"].text.split())


def test_it_shows_what_was_taken_out_and_what_it_became(cast: Cast) -> None:
    page = client(cast, "jerrel").post(there(cast), {"words": "Karim belde."}).content.decode()
    assert "1 keer is er iets weggehaald" in page
    assert "[persoon" in page


def test_it_begins_with_the_words_of_an_entry_of_theirs(cast: Cast) -> None:
    told = cast.tells("samira", "Karim was boos.")
    page = client(cast, "jerrel").get(f"{there(cast)}?stuk={told}").content.decode()
    assert "Karim was boos." in page
    for stranger in (uuid4(), "iets"):
        assert client(cast, "jerrel").get(f"{there(cast)}?stuk={stranger}").status_code == 404


def test_without_words_it_says_so_at_the_field(cast: Cast) -> None:
    answer = client(cast, "jerrel").post(there(cast), {"words": " ", "besides": "Fatma"})
    assert answer.status_code == 422
    assert "Schrijf op wat je wilt vragen." in answer.content.decode()
    assert "Fatma" in answer.content.decode()


def test_nothing_of_it_is_kept(cast: Cast) -> None:
    def kept() -> tuple[int, int]:
        with upkeep():
            return Entry.objects.count(), Draft.objects.count()

    before = kept()
    made(cast)
    assert kept() == before


@pytest.mark.parametrize("name", ["ellen", "ayse"])
def test_nobody_else_finds_it(cast: Cast, name: str) -> None:
    assert client(cast, name).get(there(cast)).status_code == 404
    assert client(cast, name).post(there(cast), {"words": TEXT}).status_code == 404


def test_through_somebody_s_eyes_there_is_no_such_page(cast: Cast) -> None:
    through = f"{there(cast)}?ogen={cast.people['samira']}"
    assert client(cast, "jerrel").get(through).status_code == 404
