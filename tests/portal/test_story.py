"""My story: over the shoulder by default, whole behind the PIN, and what may be done with one entry."""

import re
from uuid import UUID, uuid4

from tests.cast import Cast
from tests.portal.conftest import Browser, masked

from naast.actions import corrections

ALL = ("samira", "yusuf", "noa")
SAME = "Er kunnen meer mensen zijn die wij hier niet noemen"


def story(cast: Cast, browser: Browser, name: str, **how: bool) -> str:
    answer = browser(name, **how).get(f"/mijn/{cast.dossier}/verhaal")
    assert answer.status_code == 200
    return answer.content.decode()


def one(browser: Browser, name: str, entry: UUID, **how: bool) -> str:
    answer = browser(name, **how).get(f"/mijn/stukken/{entry}")
    return answer.content.decode() if answer.status_code == 200 else ""


def test_what_was_told_in_confidence_shows_only_behind_the_pin(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Ik slaap niet meer.")
    cast.tells("samira", "We eten samen op vrijdag.", *ALL)
    assert "We eten samen op vrijdag." in story(cast, browser, "samira")
    assert "Ik slaap niet meer." not in story(cast, browser, "samira")
    assert "Ik slaap niet meer." in story(cast, browser, "samira", asked=True)
    assert one(browser, "samira", entry) == ""
    assert "Ik slaap niet meer." in one(browser, "samira", entry, asked=True)


def test_a_page_that_shows_what_was_told_in_confidence_hides_it_at_one_press(
    cast: Cast, browser: Browser
) -> None:
    cast.tells("samira", "Ik slaap niet meer.")
    samira = browser("samira", asked=True)
    address = f"/mijn/{cast.dossier}/verhaal"
    form = re.search(r'action="(/mijn/vertrouwelijk)".*?name="(hide)"', samira.get(address).content.decode())
    assert form
    hidden = samira.post(form[1], {form[2]: "1", "naar": address}, follow=True)
    assert hidden.redirect_chain == [(address, 303)]
    assert "Ik slaap niet meer." not in hidden.content.decode()


def test_the_page_is_the_same_with_and_without_something_in_confidence(cast: Cast, browser: Browser) -> None:
    before = masked(story(cast, browser, "samira"))
    cast.tells("samira", "Ik slaap niet meer.")
    assert masked(story(cast, browser, "samira")) == before


def test_the_other_parent_and_the_children_never_read_what_the_mother_told_alone(
    cast: Cast, browser: Browser
) -> None:
    entry = cast.tells("samira", "Ik ben bang voor Karim.")
    for name in ("karim", "yusuf"):
        assert "Ik ben bang" not in story(cast, browser, name, asked=True)
        assert one(browser, name, entry, asked=True) == ""


def test_a_reader_list_names_nobody_whom_the_page_may_not_name(cast: Cast, browser: Browser) -> None:
    cast.tells("samira", "Het ophalen gaat beter.", *ALL, "karim", "ellen")
    unasked = story(cast, browser, "samira")
    assert "Het ophalen gaat beter." in unasked
    assert "Karim" not in unasked
    assert "Ellen" not in unasked
    asked = story(cast, browser, "samira", asked=True)
    assert "Karim" in asked
    assert "Ellen" in asked


def test_the_same_sentence_stands_under_every_list_cut_or_not(cast: Cast, browser: Browser) -> None:
    assert SAME in story(cast, browser, "samira")
    entry = cast.tells("samira", "Voor mij en het team.")
    assert SAME in one(browser, "samira", entry, asked=True)


def test_a_long_story_comes_a_page_at_a_time(cast: Cast, browser: Browser) -> None:
    for number in range(32):
        cast.tells("samira", f"Dag nummer {number:02d}.", *ALL)
    page = browser("samira").get(f"/mijn/{cast.dossier}/verhaal").content.decode()
    assert page.count("Dag nummer") == 30
    after = page.split("?na=")[1].split('"')[0]
    older = browser("samira").get(f"/mijn/{cast.dossier}/verhaal?na={after}").content.decode()
    assert older.count("Dag nummer") == 2


def test_somebody_answers_beside_what_they_read(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Het ophalen was gespannen.", "karim")
    page = browser("karim", asked=True)
    address = f"/mijn/stukken/{entry}/antwoord"
    fields = {"words": "Ik zag dat anders.", "mode": "everyone", "once": uuid4()}
    first = page.post(address, fields)
    assert first.status_code == 200  # who reads it is said before it is kept
    assert "Ik zag dat anders." in first.content.decode()
    mark = first.content.decode().split('name="checked" value="')[1].split('"')[0]
    assert page.post(address, fields | {"checked": mark}).status_code == 303
    assert "Ik zag dat anders." in one(browser, "samira", entry, asked=True)


def test_an_answer_reaches_the_team_only_unless_more_is_chosen(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Het ophalen was gespannen.", "karim")
    page = browser("karim", asked=True)
    fields = {"words": "Alleen voor Jerrel.", "mode": "proposed", "once": uuid4(), "checked": "team"}
    assert page.post(f"/mijn/stukken/{entry}/antwoord", fields).status_code == 303
    assert "Alleen voor Jerrel." not in one(browser, "samira", entry, asked=True)
    assert "Alleen voor Jerrel." in one(browser, "karim", entry, asked=True)


def test_only_the_teller_corrects_widens_and_narrows(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Het was dinsdag.", "karim")
    for act in ("verbeteren", "meer-lezers", "minder-lezers"):
        assert browser("karim", asked=True).get(f"/mijn/stukken/{entry}/{act}").status_code == 404
        assert browser("samira", asked=True).get(f"/mijn/stukken/{entry}/{act}").status_code == 200


def test_a_correction_keeps_the_old_words_beside_it(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Het was dinsdag.")
    page = browser("samira", asked=True)
    unchanged = page.post(f"/mijn/stukken/{entry}/verbeteren", {"words": "Het was dinsdag.", "once": uuid4()})
    assert unchanged.status_code == 422
    done = page.post(f"/mijn/stukken/{entry}/verbeteren", {"words": "Het was woensdag.", "once": uuid4()})
    assert done.status_code == 303
    shown = page.get(done["Location"]).content.decode()
    assert "Het was woensdag." in shown
    assert "Het was dinsdag." in shown


def test_a_correction_in_confidence_leaves_no_gap_on_the_page(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Het ophalen ging goed.", *ALL)
    before = masked(story(cast, browser, "samira"))
    corrections.correct(
        viewer=cast.viewer("samira"), entry=entry, words="Het ophalen ging slecht.", choice=cast.choice()
    )
    assert masked(story(cast, browser, "samira")) == before
    assert "Het ophalen ging slecht." in story(cast, browser, "samira", asked=True)
    assert "Het ophalen ging goed." in one(browser, "samira", entry)
    assert "Het ophalen ging slecht." not in one(browser, "samira", entry)


def test_who_corrects_what_was_corrected_meanwhile_loses_nothing(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Het was dinsdag.")
    corrections.correct(viewer=cast.viewer("jerrel"), entry=entry, words="Het was donderdag.")
    late = browser("samira", asked=True).post(
        f"/mijn/stukken/{entry}/verbeteren", {"words": "Het was woensdag.", "once": uuid4()}
    )
    assert "Het was woensdag." in late.content.decode()
    assert "nieuwere versie" in late.content.decode()


def test_letting_more_people_read_opens_it_and_fewer_closes_it(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Ik wil rust.")
    page = browser("samira", asked=True)
    karim = str(cast.people["karim"])
    more = page.post(f"/mijn/stukken/{entry}/meer-lezers", {"readers": karim, "once": uuid4()})
    assert more.status_code == 303
    assert "Ik wil rust." in one(browser, "karim", entry, asked=True)
    warned = page.get(f"/mijn/stukken/{entry}/minder-lezers").content.decode()
    assert "Karim heeft het tot nu toe op een pagina gezien" in warned
    assert (
        page.post(f"/mijn/stukken/{entry}/minder-lezers", {"readers": "", "once": uuid4()}).status_code == 422
    )
    assert page.post(f"/mijn/stukken/{entry}/minder-lezers", {"once": uuid4()}).status_code == 303
    assert one(browser, "karim", entry, asked=True) == ""


def test_choosing_nobody_more_is_said_at_the_faces(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Ik wil rust.")
    answer = browser("samira", asked=True).post(f"/mijn/stukken/{entry}/meer-lezers", {"once": uuid4()})
    assert answer.status_code == 422


def test_an_own_statement_is_kept_word_for_word(cast: Cast, browser: Browser) -> None:
    page = browser("karim")
    fields = {"words": "Ik ben het er niet mee eens.", "mode": "proposed", "once": uuid4(), "checked": "team"}
    assert page.post(f"/mijn/{cast.dossier}/verklaring", fields).status_code == 303
    assert "Ik ben het er niet mee eens." in story(cast, browser, "karim", asked=True)
    assert "Ik ben het er niet mee eens." not in story(cast, browser, "samira", asked=True)


def test_a_handed_over_screen_opens_no_entry_of_another_dossier(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("noa", "ik telde autos")
    assert one(browser, "noa", entry, handed=True, asked=True)
    client = browser("noa", handed=True, asked=True)
    session = client.session
    session["handed_over"] = session["handed_over"] | {"dossier": str(uuid4())}
    session.save()
    assert client.get(f"/mijn/stukken/{entry}").status_code == 404
