"""A question to the fixed face: who answers and by when, read by the asker and the team only."""

from uuid import uuid4

from django.utils import timezone
from tests.cast import Cast
from tests.portal.conftest import Browser, masked

from naast.access import questions
from naast.access.doors import upkeep
from naast.access.viewer import Viewer
from naast.actions import entries
from naast.documents.saying import weekday_and_day
from naast.records.models import Involvement, Team
from naast.rules.working_days import working_days_after

WORDS = "Kan het gesprek een dag later?"


def address(cast: Cast) -> str:
    return f"/mijn/{cast.dossier}/vraag"


def ask(cast: Cast, browser: Browser, name: str, **how: bool) -> str:
    answer = browser(name, **how).post(address(cast), {"words": WORDS, "once": uuid4()}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def worker(cast: Cast) -> Viewer:
    return Viewer(cast.accounts["jerrel"].pk, cast.rows["jerrel"], "staff", timezone.now())


def test_the_answer_is_promised_by_a_working_day(cast: Cast, browser: Browser) -> None:
    by = weekday_and_day(working_days_after(timezone.localdate(), 2))
    assert f"Jerrel geeft uiterlijk {by} antwoord." in ask(cast, browser, "samira")


def test_the_team_says_in_how_many_days_it_answers(cast: Cast, browser: Browser) -> None:
    Team.objects.update(answer_working_days=5)
    by = weekday_and_day(working_days_after(timezone.localdate(), 5))
    assert by in browser("samira").get(address(cast)).content.decode()


def test_without_a_running_fixed_face_the_team_answers_and_that_is_said(cast: Cast, browser: Browser) -> None:
    with upkeep():
        Involvement.objects.filter(role="fixed_face").update(ends=cast.clock.at)
    page = browser("samira").get(address(cast)).content.decode()
    assert "Iemand van het wijkteam geeft uiterlijk" in page
    assert "Jerrel" not in page


def test_a_father_who_was_not_told_who_works_there_is_not_told_now(cast: Cast, browser: Browser) -> None:
    page = ask(cast, browser, "karim")
    assert "Iemand van het wijkteam" in page
    assert "Jerrel" not in page


def test_the_question_shows_unasked_to_nobody_and_to_no_other_resident_at_all(
    cast: Cast, browser: Browser
) -> None:
    assert WORDS not in ask(cast, browser, "samira")
    assert WORDS in browser("samira", asked=True).get(address(cast)).content.decode()
    for name in ("karim", "yusuf"):
        for page in (address(cast), f"/mijn/{cast.dossier}/verhaal"):
            assert WORDS not in browser(name, asked=True).get(page).content.decode()


def test_the_team_finds_it_open_until_somebody_answers(cast: Cast, browser: Browser) -> None:
    assert questions.open_in(worker(cast), cast.dossier) == ()
    ask(cast, browser, "samira")
    asked = questions.open_in(worker(cast), cast.dossier)
    assert [one.line.words for one in asked] == [WORDS]
    entries.answer(viewer=worker(cast), entry=asked[0].line.public_id, words="Ja, dinsdag.")
    assert questions.open_in(worker(cast), cast.dossier) == ()
    assert "Ja, dinsdag." in browser("samira", asked=True).get(address(cast)).content.decode()


def test_what_the_asker_adds_is_no_answer(cast: Cast, browser: Browser) -> None:
    ask(cast, browser, "samira")
    entry = questions.open_in(worker(cast), cast.dossier)[0].line.public_id
    samira = Viewer(None, cast.rows["samira"], "resident", timezone.now())
    entries.answer(viewer=samira, entry=entry, words="Of twee dagen later.")
    assert len(questions.open_in(worker(cast), cast.dossier)) == 1


def test_an_empty_question_is_said_at_the_field(cast: Cast, browser: Browser) -> None:
    answer = browser("samira").post(address(cast), {"words": "  ", "once": uuid4()})
    assert answer.status_code == 422
    assert "Hier staat nog niets." in answer.content.decode()


def test_the_same_question_sent_twice_counts_once(cast: Cast, browser: Browser) -> None:
    once = uuid4()
    for _ in range(2):
        assert browser("samira").post(address(cast), {"words": WORDS, "once": once}).status_code == 303
    assert len(questions.open_in(worker(cast), cast.dossier)) == 1


def test_who_looked_can_be_asked_about_on_the_day_itself(cast: Cast, browser: Browser) -> None:
    passage = entries.Passage("Voor iedereen.", "telling", cast.choice("samira", "yusuf", "noa"))
    entry = entries.tell(viewer=cast.viewer("samira"), dossier=cast.dossier, passage=passage)
    browser("jerrel").get(f"/stukken/{entry}")
    looked = browser("samira").get(f"/mijn/{cast.dossier}/wie-keek").content.decode()
    link = f"/mijn/{cast.dossier}/vraag?day={timezone.localdate()}&amp;who={cast.people['jerrel']}"
    assert link in looked
    assert "Vraag waarom" in looked
    page = browser("samira").get(link.replace("&amp;", "&")).content.decode()
    assert "keek Jerrel in mijn dossier. Waarom was dat?" in page
    assert "Jerrel leest deze vraag ook." in page
    given = {
        "words": WORDS,
        "once": uuid4(),
        "day": timezone.localdate(),
        "who": cast.people["jerrel"],
    }
    assert browser("samira").post(address(cast), given).status_code == 303
    asked = questions.of_dossier(worker(cast), cast.dossier)[0]
    assert [face.label for face in asked.line.about] == ["Jerrel"]


def test_who_does_not_stand_in_the_list_is_on_no_page_and_in_no_question(
    cast: Cast, browser: Browser
) -> None:
    """Also who stood there while the PIN was asked for: what was typed is kept, as a question."""
    entry = cast.tells("samira", "Alleen voor het team.")
    browser("jerrel").get(f"/stukken/{entry}")
    plain = masked(browser("karim").get(address(cast)).content.decode())
    garbled = {"day": "gisteren", "who": "geen"}
    assert masked(browser("karim").get(address(cast), garbled).content.decode()) == plain
    for who in (cast.people["jerrel"], cast.people["ayse"], uuid4()):
        about = {"day": timezone.localdate(), "who": who}
        page = browser("karim").get(address(cast), about).content.decode()
        assert masked(page) == plain
        given = {"words": WORDS, "once": uuid4(), **about}
        assert browser("karim").post(address(cast), given).status_code == 303
        plain = masked(browser("karim").get(address(cast)).content.decode())
    asked = questions.of_dossier(worker(cast), cast.dossier)
    assert {(one.line.words, one.line.about) for one in asked} == {(WORDS, ())}
