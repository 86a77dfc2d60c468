"""The page of one entry, and what can be done there: answer, correct, and nothing lost when two do so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast, samira_and_karim

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    from django.utils import timezone

    found = samira_and_karim()
    found.clock.at = timezone.now() - timedelta(hours=1)
    return found


def client(cast: Cast, name: str) -> Client:
    made = Client()
    made.force_login(cast.accounts[name], backend="naast.access.sessions.Carried")
    return made


def test_the_page_says_who_reads_it_why_and_who_does_not(cast: Cast) -> None:
    told = cast.tells("samira", "Ik slaap weer door.")
    shown = client(cast, "jerrel").get(f"/stukken/{told}").content.decode()
    assert "vertelde het" in shown
    assert "Leest niet mee" in shown
    assert "Er kan meer zijn dat we niet noemen" in shown


def test_missing_and_forbidden_are_the_same(cast: Cast) -> None:
    told = cast.tells("samira", "Ik slaap weer door.")
    for name in ("ayse", "ellen"):
        for path in ("", "/antwoord", "/verbeteren", "/bestand"):
            hidden = client(cast, name).get(f"/stukken/{told}{path}")
            nothing = client(cast, name).get(f"/stukken/{uuid4()}{path}")
            assert hidden.status_code == nothing.status_code == 404


def test_a_correction_stands_beside_the_old_version(cast: Cast) -> None:
    told = cast.tells("samira", "Ik slaap weer door.")
    own = client(cast, "jerrel")
    data = {"words": "Ik slaap soms weer door.", "once": str(uuid4())}
    answer = own.post(f"/stukken/{told}/verbeteren", data)
    assert answer.status_code == 303
    shown = own.get(answer["Location"]).content.decode()
    assert "Ik slaap soms weer door." in shown
    assert "Ik slaap weer door." in shown


def test_a_correction_that_is_sent_twice_stands_once_and_says_so_both_times(cast: Cast) -> None:
    told = cast.tells("jerrel", "Ik zag licht.")
    own, data = client(cast, "jerrel"), {"words": "Ik zag geen licht.", "once": str(uuid4())}
    first, second = (own.post(f"/stukken/{told}/verbeteren", data) for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert first["Location"] == second["Location"]


def test_two_people_correcting_one_entry_lose_nothing(cast: Cast) -> None:
    told = cast.tells("samira", "Ik slaap weer door.")
    own = client(cast, "jerrel")
    own.post(f"/stukken/{told}/verbeteren", {"words": "De eerste.", "once": str(uuid4())})
    second = own.post(f"/stukken/{told}/verbeteren", {"words": "De tweede.", "once": str(uuid4())})
    assert second.status_code == 422
    shown = second.content.decode()
    assert "De eerste." in shown
    assert "De tweede." in shown


def test_nothing_written_or_nothing_changed_is_said_at_the_field(cast: Cast) -> None:
    told = cast.tells("samira", "Ik slaap weer door.")
    own = client(cast, "jerrel")
    for words in ("", "Ik slaap weer door."):
        answer = own.post(f"/stukken/{told}/verbeteren", {"words": words, "once": str(uuid4())})
        assert answer.status_code == 422
        assert "has-error" in answer.content.decode()


def test_a_partner_answers_what_is_theirs_once(cast: Cast) -> None:
    told = cast.tells("samira", "Noa mag bellen.", "ellen")
    data = {"words": "Dat kan bij mij in de klas.", "once": str(uuid4())}
    for _ in range(2):
        assert client(cast, "ellen").post(f"/stukken/{told}/antwoord", data).status_code == 303
    shown = client(cast, "jerrel").get(f"/stukken/{told}").content.decode()
    assert shown.count("Dat kan bij mij in de klas.") == 1


def test_a_partner_does_not_correct_anothers_words(cast: Cast) -> None:
    told = cast.tells("samira", "Noa mag bellen.", "ellen")
    assert client(cast, "ellen").get(f"/stukken/{told}/verbeteren").status_code == 404
