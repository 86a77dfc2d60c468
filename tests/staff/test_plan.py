"""The plan on the screens of the team: write, read back, change side by side, and put on paper."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import pdf
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access import plan as reading
from naast.access.plan_page import PlanPage
from naast.actions import plan, positions

pytestmark = pytest.mark.django_db
Fields = dict[str, object]
EVERYBODY = ("samira", "karim", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def address(cast: Cast, rest: str = "") -> str:
    return f"/huishoudens/{cast.dossier}/plan{rest}"


def page(cast: Cast) -> PlanPage:
    """The plan as the screens show it: read now, not an hour ago, which may have been another day."""
    assert cast.dossier is not None
    cast.clock.at = timezone.now()
    return reading.plan(cast.viewer("jerrel"), cast.dossier)


def fields(cast: Cast, **more: object) -> Fields:
    given: Fields = {
        "words": "Karim belt eerst voor hij komt.",
        "does": [cast.people["karim"]],
        "watches": [cast.people["samira"]],
        "starts": timezone.localdate().isoformat(),
        "fallback": "Dan gaat hij weer naar huis.",
        "mode": "named",
        "once": uuid4(),
    }
    return given | more


def agree(
    cast: Cast, words: str = "Karim belt eerst voor hij komt.", *readers: str, childrens_words: str = ""
) -> UUID:
    assert cast.dossier is not None
    terms = plan.Terms(
        words,
        timezone.localdate(),
        "Dan gaat hij weer naar huis.",
        does=(cast.people["karim"],),
        watches=(cast.people["samira"],),
        childrens_words=childrens_words,
    )
    choice = cast.choice(*readers) if readers else None
    return plan.add_agreement(viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms, choice=choice)


def confirm(cast: Cast, rest: str, given: Fields):  # type: ignore[no-untyped-def]
    """Send the form, and again with the mark of the readers that were read back."""
    browser = client(cast, "jerrel")
    first = browser.post(address(cast, rest), given)
    mark = first.context["told"].mark
    return first, browser.post(address(cast, rest), given | {"checked": mark})


def test_an_empty_plan_says_how_to_begin(cast: Cast) -> None:
    shown = client(cast, "jerrel").get(address(cast)).content.decode()
    assert "Er is nog geen plan" in shown
    assert "Er is nog geen dag om samen naar het plan te kijken." in shown


def test_an_agreement_is_read_back_with_who_can_not_read_it_before_it_is_kept(cast: Cast) -> None:
    first, second = confirm(cast, "/afspraak", fields(cast))
    assert first.status_code == 200
    assert "Yusuf" in first.content.decode().split("circle-say")[1].split("</p>")[0]
    assert second.status_code == 303
    assert [a.line.words for a in page(cast).agreements] == ["Karim belt eerst voor hij komt."]


def test_an_agreement_is_not_kept_for_other_readers_than_were_read_back(cast: Cast) -> None:
    browser, given = client(cast, "jerrel"), fields(cast)
    mark = browser.post(address(cast, "/afspraak"), given).context["told"].mark
    again = browser.post(address(cast, "/afspraak"), given | {"checked": mark, "mode": "everyone"})
    assert again.status_code == 200
    assert page(cast).empty


def test_the_same_confirmation_sent_twice_counts_once(cast: Cast) -> None:
    given = fields(cast)
    _, kept = confirm(cast, "/afspraak", given)
    _, again = confirm(cast, "/afspraak", given)
    assert (kept.status_code, again.status_code) == (303, 303)
    assert len(page(cast).agreements) == 1


@pytest.mark.parametrize("name", ["words", "does", "watches", "starts", "fallback"])
def test_what_is_missing_is_said_at_its_field_and_the_rest_stays(cast: Cast, name: str) -> None:
    given = fields(cast, childrens_words="Je hoeft niets te doen.")
    del given[name]
    answer = client(cast, "jerrel").post(address(cast, "/afspraak"), given)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {name}
    assert "Je hoeft niets te doen." in answer.content.decode()


def test_an_end_before_the_beginning_is_said_at_the_end(cast: Cast) -> None:
    early = (timezone.localdate() - timedelta(days=1)).isoformat()
    answer = client(cast, "jerrel").post(address(cast, "/afspraak"), fields(cast, ends=early))
    assert answer.context["form"].errors.keys() == {"ends"}


def test_a_situation_stands_in_the_words_of_who_told_it(cast: Cast) -> None:
    given = {"words": "Als het te lang duurt.", "teller": cast.people["samira"], "mode": "named"}
    _, kept = confirm(cast, "/situatie", given | {"once": uuid4()})
    assert kept.status_code == 303
    shown = client(cast, "jerrel").get(address(cast)).content.decode()
    assert "Als het te lang duurt." in shown
    assert "in de woorden van Samira" in shown
    assert "Hier is nog geen afspraak over." in shown


def test_the_second_of_two_changes_keeps_both_texts(cast: Cast) -> None:
    old = agree(cast)
    _, first = confirm(cast, f"/afspraak/{old}/wijzigen", fields(cast, words="Karim appt eerst."))
    assert first.status_code == 303
    mine = fields(cast, words="Karim belt de avond ervoor.")
    answer = client(cast, "jerrel").post(address(cast, f"/afspraak/{old}/wijzigen"), mine)
    shown = answer.content.decode()
    assert "Karim appt eerst." in shown
    assert "Karim belt de avond ervoor." in shown
    assert [a.line.words for a in page(cast).agreements] == ["Karim appt eerst."]


def test_an_ended_agreement_stands_apart_and_is_changed_no_more(cast: Cast) -> None:
    agreement = agree(cast)
    given = {"ends": timezone.localdate().isoformat(), "once": uuid4()}
    answer = client(cast, "jerrel").post(address(cast, f"/afspraak/{agreement}/stoppen"), given)
    assert answer.status_code == 303
    shown = client(cast, "jerrel").get(address(cast)).content.decode()
    assert "Karim belt eerst" in shown
    assert "/wijzigen" not in shown


def test_a_day_to_look_again_must_be_to_come(cast: Cast) -> None:
    browser = client(cast, "jerrel")
    past = (timezone.localdate() - timedelta(days=1)).isoformat()
    assert browser.post(address(cast, "/kijkdag"), {"on": past, "once": uuid4()}).status_code == 422
    later = (timezone.localdate() + timedelta(days=9)).isoformat()
    given = {"on": later, "present": [cast.people["samira"]], "once": uuid4()}
    assert browser.post(address(cast, "/kijkdag"), given).status_code == 303
    assert page(cast).next_look is not None


def test_what_somebody_thinks_is_noted_with_how_it_was_asked(cast: Cast) -> None:
    agreement = agree(cast)
    rest = f"/afspraak/{agreement}/mening/{cast.people['karim']}"
    given = {"stance": "partly", "words": "Bellen lukt niet altijd.", "share": "confidence", "once": uuid4()}
    browser = client(cast, "jerrel")
    unsaid = browser.post(address(cast, rest), given)
    assert unsaid.context["form"].errors.keys() == {"how"}
    assert "Bellen lukt niet altijd." in unsaid.content.decode()
    assert browser.post(address(cast, rest), given | {"how": "by_phone"}).status_code == 303
    assert "Bellen lukt niet altijd." in browser.get(address(cast)).content.decode()


def test_nobody_notes_the_opinion_of_who_does_not_stand_in_the_agreement(cast: Cast) -> None:
    rest = f"/afspraak/{agree(cast)}/mening/{cast.people['yusuf']}"
    assert client(cast, "jerrel").get(address(cast, rest)).status_code == 404


def test_not_asked_and_told_in_confidence_read_alike_through_somebodys_eyes(cast: Cast) -> None:
    agreement = agree(cast)
    eyes = f"?ogen={cast.people['samira']}&als=resident"

    def seen() -> str:
        shown = client(cast, "jerrel").get(address(cast) + eyes).content.decode()
        return shown.split("<article", 1)[1].split("</article>")[0]

    before = seen()
    assert before.count("niet gedeeld") == 2
    positions.take_position(viewer=cast.viewer("karim"), agreement=agreement, stance="differs", words="Nee.")
    assert seen() == before


def test_through_somebodys_eyes_nothing_can_be_written(cast: Cast) -> None:
    agree(cast)
    shown = client(cast, "jerrel").get(address(cast) + f"?ogen={cast.people['samira']}&als=resident")
    assert "seen-through" in shown.content.decode()
    assert "/wijzigen" not in shown.content.decode()


def test_paper_holds_nothing_of_a_smaller_circle(cast: Cast) -> None:
    agree(cast, "Iedereen belt eerst.", *EVERYBODY)
    small = agree(cast, "Samira belt Jerrel.", "samira")
    positions.take_position(viewer=cast.viewer("samira"), agreement=small, stance="agrees", words="Fijn zo.")
    shown = client(cast, "jerrel").get(address(cast, "/afdruk")).content.decode()
    assert "Iedereen belt eerst." in shown
    foot = shown.split('class="paper-foot')[1]  # on every page
    for said in ("112", "Voor Karim, Noa, Samira en Yusuf.", "Zoals afgesproken op", "Afgedrukt op"):
        assert said in foot
    for hidden in ("Samira belt Jerrel.", "Fijn zo."):
        assert hidden not in shown
        assert hidden in client(cast, "jerrel").get(address(cast)).content.decode()


FILES = ("afspraken.pdf", "afspraken-kinderen.pdf", "kaartje.pdf")


@pytest.mark.parametrize("eyes", [None, "samira"])
@pytest.mark.parametrize("name", FILES)
def test_no_file_holds_anything_of_a_smaller_circle_or_is_kept_by_the_browser(
    cast: Cast, name: str, eyes: str | None
) -> None:
    for words, readers in (("Iedereen belt eerst.", EVERYBODY), ("Samira belt Jerrel.", ("samira",))):
        agree(cast, words, *readers, childrens_words=words)
    through = f"?ogen={cast.people[eyes]}&als=resident" if eyes else ""
    answer = client(cast, "jerrel").get(address(cast, f"/{name}") + through)
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "no-store")
    shown = "".join(pdf.pages(answer.content))
    assert "Iedereen belt eerst." in shown
    assert "Samira belt Jerrel." not in shown


def test_everybody_of_the_household_has_a_card_and_no_professional(cast: Cast) -> None:
    agree(cast, "Iedereen belt eerst.", *EVERYBODY)
    shown = "".join(pdf.pages(client(cast, "jerrel").get(address(cast, "/kaartje.pdf")).content))
    people = ("Samira", "Karim", "Yusuf", "Noa", "Jerrel", "Ellen")
    assert [name for name in people if f"Kaartje voor {name}" in shown] == list(people[:4])


@pytest.mark.parametrize(
    "rest", ["", "/afdruk", *(f"/{name}" for name in FILES), "/situatie", "/afspraak", "/kijkdag"]
)
def test_a_colleague_outside_the_dossier_finds_no_plan(cast: Cast, rest: str) -> None:
    agree(cast)
    missing = client(cast, "ayse").get(f"/huishoudens/{uuid4()}/plan{rest}")
    answer = client(cast, "ayse").get(address(cast, rest))
    assert (answer.status_code, answer.content) == (404, missing.content)


def test_a_partner_writes_nothing_in_the_plan(cast: Cast) -> None:
    agreement = agree(cast, "Iedereen belt eerst.", *EVERYBODY)
    browser = client(cast, "ellen")
    assert "Iedereen belt eerst." not in browser.get(address(cast)).content.decode()
    for rest in ("/situatie", "/afspraak", "/kijkdag", f"/afspraak/{agreement}/wijzigen"):
        assert browser.get(address(cast, rest)).status_code == 404


def test_nobody_writes_in_the_plan_through_somebody_s_eyes(cast: Cast) -> None:
    agreed = agree(cast)
    browser = client(cast, "jerrel")
    eyes = f"?ogen={cast.people['karim']}&als=resident"
    for rest in (
        "/situatie",
        "/afspraak",
        "/kijkdag",
        f"/afspraak/{agreed}/wijzigen",
        f"/afspraak/{agreed}/stoppen",
    ):
        assert browser.get(address(cast, rest)).status_code == 200, rest
        assert browser.get(address(cast, rest) + eyes).status_code == 404, rest


def test_paper_through_somebody_s_eyes_holds_no_more_than_they_may_read(cast: Cast) -> None:
    agree(cast, "Voor allemaal.", *EVERYBODY)
    browser = client(cast, "jerrel")
    assert "Voor allemaal." in browser.get(address(cast, "/afdruk")).content.decode()
    eyes = f"?ogen={cast.people['ellen']}&als=partner"
    assert "Voor allemaal." not in browser.get(address(cast, "/afdruk") + eyes).content.decode()


def test_what_became_of_an_agreement_is_asked_and_stands_under_it(cast: Cast) -> None:
    agreement = agree(cast)
    browser = client(cast, "jerrel")
    there = address(cast, f"/afspraak/{agreement}/werkt-het")
    assert there in browser.get(address(cast)).content.decode()
    answer = browser.post(there, {"result": "sometimes", "words": "Op vrijdag niet.", "once": uuid4()})
    assert answer.status_code == 303
    shown = browser.get(address(cast)).content.decode()
    assert "Soms lukt het" in shown
    assert "Op vrijdag niet." in shown


def test_what_stops_needs_a_reason_and_is_off_the_plan_then(cast: Cast) -> None:
    agreement = agree(cast)
    browser = client(cast, "jerrel")
    there = address(cast, f"/afspraak/{agreement}/werkt-het")
    wrong = browser.post(there, {"result": "dropped", "words": "", "once": uuid4()})
    assert wrong.status_code == 422
    assert "Schrijf op waarom." in wrong.content.decode()
    browser.post(there, {"result": "dropped", "words": "Niet meer nodig.", "once": uuid4()})
    assert page(cast).agreements == ()
    assert "Niet meer nodig." in browser.get(address(cast)).content.decode()
