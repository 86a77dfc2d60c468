"""How safe somebody feels, answered by themselves: read back, in a circle of their own, shown when asked for."""

from uuid import uuid4

from tests.cast import Cast
from tests.portal.conftest import Browser


def address(cast: Cast) -> str:
    return f"/mijn/{cast.dossier}/veilig"


def typed(step: str, **more: object) -> dict[str, object]:
    return {
        "answer": "n3",
        "words": "Ik kijk steeds naar buiten.",
        "mode": "proposed",
        "once": str(uuid4()),
        "step": step,
    } | more


def answered(cast: Cast, browser: Browser, name: str, **more: object) -> str:
    client = browser(name)
    read_back = client.post(address(cast) + "/antwoord", typed("check", **more)).content.decode()
    mark = read_back.split('name="checked" value="')[1].split('"')[0]
    done = client.post(address(cast) + "/antwoord", typed("confirm", checked=mark, **more))
    assert done.status_code == 303
    return read_back


def test_home_leads_to_it(cast: Cast, browser: Browser) -> None:
    assert address(cast) in browser("samira").get(f"/mijn/{cast.dossier}").content.decode()


def test_an_answer_is_read_back_with_who_reads_it_before_it_is_kept(cast: Cast, browser: Browser) -> None:
    read_back = answered(cast, browser, "samira")
    assert "Uw antwoord: 3" in read_back
    assert "Alleen u en het wijkteam lezen dit." in read_back


def test_told_in_confidence_it_shows_only_behind_the_pin(cast: Cast, browser: Browser) -> None:
    answered(cast, browser, "samira")
    assert "Ik kijk steeds" not in browser("samira").get(address(cast)).content.decode()
    shown = browser("samira", asked=True).get(address(cast)).content.decode()
    assert "Ik kijk steeds naar buiten." in shown
    assert "Samira: 3" in shown


def test_another_reads_not_shared_whether_there_is_an_answer_or_not(cast: Cast, browser: Browser) -> None:
    before = browser("yusuf", handed=True).get(address(cast)).content.decode()
    answered(cast, browser, "samira")
    after = browser("yusuf", handed=True).get(address(cast)).content.decode()
    assert "Samira: niet gedeeld" in before
    assert "Samira: niet gedeeld" in after


def test_everybody_reads_what_is_told_to_everybody(cast: Cast, browser: Browser) -> None:
    answered(cast, browser, "samira", mode="everyone")
    assert "Samira: 3" in browser("samira").get(address(cast)).content.decode()


def test_a_child_on_the_worker_s_screen_answers_in_a_picture(cast: Cast, browser: Browser) -> None:
    client = browser("noa", handed=True)
    shown = client.get(address(cast) + "/antwoord").content.decode()
    assert "Hoe veilig voel jij je?" in shown
    assert "zon en wolken" in shown
    given = typed("check", answer="p3", mode="chosen", words="")
    read_back = client.post(address(cast) + "/antwoord", given).content.decode()
    assert "Jouw antwoord: zon en wolken" in read_back


def test_nobody_answers_that_they_were_not_asked(cast: Cast, browser: Browser) -> None:
    given = typed("confirm", answer="not_asked", checked="team")
    assert browser("samira").post(address(cast) + "/antwoord", given).status_code == 422


def test_without_an_answer_it_is_said_at_the_question(cast: Cast, browser: Browser) -> None:
    given = typed("check", answer="")
    wrong = browser("samira").post(address(cast) + "/antwoord", given)
    assert wrong.status_code == 422
    assert "Kies een antwoord." in wrong.content.decode()


def test_changing_something_goes_back_to_the_form_with_all_of_it(cast: Cast, browser: Browser) -> None:
    shown = browser("samira").post(address(cast) + "/antwoord", typed("change")).content.decode()
    assert "Ik kijk steeds naar buiten." in shown
    assert 'value="n3" checked' in shown


def test_who_lives_elsewhere_finds_their_own_place(cast: Cast, browser: Browser) -> None:
    assert "Karim: niet gedeeld" in browser("karim").get(address(cast)).content.decode()
