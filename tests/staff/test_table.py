"""The round table on the worker's screen: quiet, large, nothing lost, and nothing of the worker's own on it."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.utils import timezone
from tests.actions.test_guard import ADDRESS, HINT, note
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access import table as reading
from naast.access.plan_page import Opinion
from naast.actions import plan, positions
from naast.staff.table.forms import prefix

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")
WORDS = "Karim belt eerst voor hij komt."


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def address(cast: Cast, *names: str, place: int = 1) -> str:
    asked = "&".join([*(f"aan={cast.people[name]}" for name in names), f"stap={place}"])
    return f"/huishoudens/{cast.dossier}/plan/tafel/samen?{asked}"


def terms(cast: Cast, words: str, kids: str = "") -> plan.Terms:
    return plan.Terms(
        words,
        timezone.localdate(),
        "Dan gaat hij weer naar huis.",
        does=(cast.people["karim"],),
        watches=(cast.people["samira"],),
        childrens_words=kids,
    )


def agree(cast: Cast, words: str = WORDS, *readers: str, about: UUID | None = None, kids: str = "") -> UUID:
    return plan.add_agreement(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        terms=terms(cast, words, kids),
        situation=about,
        choice=cast.choice(*(readers or EVERYBODY)),
    )


def change(cast: Cast, agreed: UUID, words: str, *readers: str) -> UUID:
    return plan.change_agreement(
        viewer=cast.viewer("jerrel"),
        agreement=agreed,
        terms=terms(cast, words),
        choice=cast.choice(*readers),
        close_old=True,
    )


def said(cast: Cast, agreed: UUID, name: str, stance: str, words: str = "") -> dict[str, object]:
    field = prefix(agreed, cast.people[name])
    return {f"{field}-stance": stance, f"{field}-words": words}


def send(cast: Cast, where: str, *given: dict[str, object], once: UUID | None = None) -> HttpResponse:
    fields: dict[str, object] = {"once": once or uuid4()}
    for one in given:
        fields |= one
    return client(cast, "jerrel").post(where, fields)  # type: ignore[return-value]


def opinions(cast: Cast, *names: str) -> dict[str, Opinion]:
    seated = [cast.people[name] for name in names]
    viewer = replace(cast.viewer("jerrel"), at=timezone.now())
    page = reading.table(viewer, cast.dossier, seated, 1)
    return {one.face.label: one for one in page.steps[0].agreements[0].opinions}


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_the_plan_leads_to_the_choice_of_who_sits_there(cast: Cast) -> None:
    agree(cast)
    browser = client(cast, "jerrel")
    assert f"/huishoudens/{cast.dossier}/plan/tafel" in text(browser.get(f"/huishoudens/{cast.dossier}/plan"))
    shown = text(browser.get(f"/huishoudens/{cast.dossier}/plan/tafel"))
    household, around = shown.split("Eromheen")
    assert all(str(cast.people[name]) in household for name in ("samira", "yusuf", "noa"))
    assert str(cast.people["karim"]) in around
    assert str(cast.people["jerrel"]) not in shown


def test_the_worker_is_told_before_it_that_nobody_has_to_and_when_not_to_ask(cast: Cast) -> None:
    shown = text(client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/plan/tafel"))
    assert "Niemand hoeft iets te zeggen." in shown
    assert "spreek ieder apart" in shown


def test_it_opens_in_a_window_of_its_own_so_that_back_leads_to_nothing(cast: Cast) -> None:
    shown = text(client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/plan/tafel"))
    assert 'target="_blank"' in shown
    assert client(cast, "jerrel").get(address(cast, "noa"))["Cache-Control"] == "no-store"


def test_without_anybody_it_asks_who_sits_there(cast: Cast) -> None:
    answer = client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/plan/tafel/samen")
    assert answer["Location"] == f"/huishoudens/{cast.dossier}/plan/tafel"


def test_a_situation_stands_there_with_its_agreement_and_all_that_belongs_to_it(cast: Cast) -> None:
    about = plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Bij het ophalen",
        choice=cast.choice(*EVERYBODY),
        teller=cast.people["samira"],
    )
    agree(cast, about=about, kids="Papa belt eerst.")
    agree(cast, "Los daarvan.")
    shown = text(client(cast, "jerrel").get(address(cast, "samira", "noa")))
    for part in (
        "Bij het ophalen",
        "Samira",
        WORDS,
        "Dan gaat hij weer naar huis.",
        "Papa belt eerst.",
        "1 van 2",
    ):
        assert part in shown
    assert "Los daarvan." not in shown
    assert 'rel="next"' in shown
    assert 'rel="prev"' not in shown
    last = text(client(cast, "jerrel").get(address(cast, "samira", "noa", place=2)))
    assert "Los daarvan." in last
    assert 'rel="next"' not in last


def test_it_holds_nothing_of_the_workers_own(cast: Cast) -> None:
    """No menu, no name, no message that waited, and a title that is the same for every household."""
    agree(cast)
    browser = client(cast, "jerrel")
    browser.post(f"/huishoudens/{cast.dossier}/vraag", {})
    shown = text(browser.get(address(cast, "samira")))
    assert "Jerrel" not in shown
    assert "/vandaag" not in shown
    assert "<title>Samen aan tafel · Naast</title>" in shown.replace("\n", "")


def test_what_each_says_is_kept_and_stands_beside_their_name(cast: Cast) -> None:
    agreed = agree(cast)
    answer = send(
        cast,
        address(cast, "samira", "noa"),
        said(cast, agreed, "samira", "agrees"),
        said(cast, agreed, "noa", "differs", "Hij vergeet het."),
    )
    assert answer.status_code == 303
    found = opinions(cast, "samira", "noa")
    assert {name: (one.stance, one.words) for name, one in found.items()} == {
        "Samira": ("agrees", ""),
        "Noa": ("differs", "Hij vergeet het."),
    }
    assert "zelf gezegd aan tafel" in text(client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/plan"))


def test_who_says_nothing_reads_as_not_shared(cast: Cast) -> None:
    agreed = agree(cast)
    answer = send(cast, address(cast, "samira", "noa"), said(cast, agreed, "samira", ""))
    assert answer.status_code == 303
    assert not any(one.shared for one in opinions(cast, "samira", "noa").values())
    assert text(client(cast, "jerrel").get(address(cast, "samira", "noa"))).count("niet gedeeld") == 2


def test_words_without_a_choice_are_said_at_that_person_and_stay(cast: Cast) -> None:
    agreed = agree(cast)
    answer = send(
        cast,
        address(cast, "samira", "noa"),
        said(cast, agreed, "samira", "", "Soms wel."),
        said(cast, agreed, "noa", "agrees"),
    )
    assert answer.status_code == 422
    assert "Soms wel." in text(answer)
    assert "Kies wat er het dichtst bij komt." in text(answer)
    assert opinions(cast, "samira", "noa")["Noa"].stance == "agrees"


def test_an_agreement_that_was_changed_meanwhile_says_so_and_keeps_what_was_typed(cast: Cast) -> None:
    agreed, other = agree(cast), agree(cast, "Een andere.")
    where = address(cast, "samira", "noa")
    change(cast, agreed, "Karim appt eerst.", *EVERYBODY)
    answer = send(
        cast, where, said(cast, agreed, "samira", "differs", "Niet zo."), said(cast, other, "noa", "agrees")
    )
    assert answer.status_code == 422
    shown = text(answer)
    assert "Deze afspraak is intussen veranderd." in shown
    assert "Karim appt eerst." in shown
    assert "Niet zo." in shown
    assert shown.count("is intussen veranderd") == 1
    assert not opinions(cast, "samira")["Samira"].shared


def test_an_agreement_that_left_the_screen_meanwhile_keeps_what_was_typed(cast: Cast) -> None:
    """For one that never stood there the answer is the same."""
    agreed = agree(cast)
    change(cast, agreed, "Nu van Samira alleen.", "samira")
    hidden, nowhere = (
        send(cast, address(cast, "samira", "noa"), said(cast, one, "noa", "differs", "Jammer."))
        for one in (agreed, uuid4())
    )
    for answer in (hidden, nowhere):
        assert answer.status_code == 422
        assert "Deze afspraak staat niet meer op dit scherm." in text(answer)
        assert "Jammer." in text(answer)
        assert "Nu van Samira alleen." not in text(answer)


def test_the_same_form_sent_twice_counts_once_and_a_next_one_again(cast: Cast) -> None:
    agreed, once = agree(cast), uuid4()
    where = address(cast, "samira")
    for _ in range(2):
        send(cast, where, said(cast, agreed, "samira", "agrees"), once=once)
    first = opinions(cast, "samira")["Samira"].entry
    send(cast, where, said(cast, agreed, "samira", "agrees"), once=once)
    assert opinions(cast, "samira")["Samira"].entry == first
    send(cast, where, said(cast, agreed, "samira", "agrees"))
    assert opinions(cast, "samira")["Samira"].entry != first


def test_words_that_name_a_secret_address_look_like_all_others(cast: Cast) -> None:
    agreed = agree(cast)
    note(cast, "samira", "address", ADDRESS)
    answer = send(cast, address(cast, "samira", "karim"), said(cast, agreed, "karim", "differs", HINT))
    assert answer.status_code == 303
    assert HINT in text(client(cast, "jerrel").get(address(cast, "samira", "karim")))


def test_what_was_told_in_confidence_changes_no_byte(cast: Cast) -> None:
    agreed = agree(cast)
    browser, where = client(cast, "jerrel"), address(cast, "samira", "karim")

    def shown() -> str:
        return "".join(line for line in text(browser.get(where)).splitlines() if 'name="once"' not in line)

    before = shown()
    positions.take_position(
        viewer=cast.viewer("samira"), agreement=agreed, stance="differs", words="Ik durf niet."
    )
    assert shown() == before


@pytest.mark.parametrize("bad", ["aan=x", "aan=", "aan=5f1d1f6e-0000-4000-8000-000000000000"])
def test_an_address_that_was_made_up_finds_nothing(cast: Cast, bad: str) -> None:
    where = f"/huishoudens/{cast.dossier}/plan/tafel/samen?{bad}"
    assert client(cast, "jerrel").get(where).status_code == 404
    assert client(cast, "ayse").get(address(cast, "samira")).status_code == 404


def test_through_the_eyes_of_somebody_there_is_no_table(cast: Cast) -> None:
    eyes = f"&ogen={cast.people['samira']}&als=resident"
    assert client(cast, "jerrel").get(address(cast, "samira") + eyes).status_code == 404


@pytest.mark.parametrize("place", ["0", "99", "-1", "x", "²", ""])
def test_a_place_that_is_not_there_shows_the_nearest(cast: Cast, place: str) -> None:
    agree(cast)
    where = address(cast, "samira").replace("stap=1", f"stap={place}")
    assert WORDS in text(client(cast, "jerrel").get(where))


def test_done_leads_to_a_page_that_says_nothing_of_anybody(cast: Cast) -> None:
    agree(cast)
    browser = client(cast, "jerrel")
    assert "/tafel/klaar" in text(browser.get(address(cast, "samira")))
    shown = text(browser.get("/tafel/klaar"))
    assert "nog open" in shown
    for name in ("Samira", "Karim", "Jerrel", str(cast.dossier)):
        assert name not in shown
