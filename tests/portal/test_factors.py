"""What is hard and what helps, told by somebody of the household: read back, in a circle of their own."""

import re
from uuid import UUID, uuid4

from tests.cast import Cast
from tests.portal.conftest import Browser

from naast.actions import corrections, factors
from naast.actions.entries import Passage


def address(cast: Cast) -> str:
    return f"/mijn/{cast.dossier}/krachten"


def typed(step: str, **more: object) -> dict[str, object]:
    return {
        "sort": "worry",
        "words": "Ik slaap slecht.",
        "mode": "proposed",
        "once": str(uuid4()),
        "step": step,
    } | more


def told(cast: Cast, browser: Browser, name: str, **more: object) -> str:
    client = browser(name)
    read_back = client.post(address(cast) + "/nieuw", typed("check", **more)).content.decode()
    mark = read_back.split('name="checked" value="')[1].split('"')[0]
    assert client.post(address(cast) + "/nieuw", typed("confirm", checked=mark, **more)).status_code == 303
    return read_back


def test_home_leads_to_it(cast: Cast, browser: Browser) -> None:
    assert address(cast) in browser("samira").get(f"/mijn/{cast.dossier}").content.decode()


def test_it_is_read_back_with_who_reads_it_before_it_is_kept(cast: Cast, browser: Browser) -> None:
    read_back = told(cast, browser, "samira")
    assert "Ik slaap slecht." in read_back
    assert "Alleen u en het wijkteam lezen dit." in read_back


def test_told_in_confidence_it_shows_to_nobody_over_the_shoulder_and_not_to_another(
    cast: Cast, browser: Browser
) -> None:
    told(cast, browser, "samira")
    for name in ("samira", "karim"):
        assert "Ik slaap slecht." not in browser(name).get(address(cast)).content.decode(), name


def test_told_to_everybody_it_stands_with_what_helps_before_what_is_hard(
    cast: Cast, browser: Browser
) -> None:
    told(cast, browser, "samira", mode="everyone")
    told(cast, browser, "samira", mode="everyone", sort="strength", words="Oma helpt.")
    shown = browser("yusuf").get(address(cast)).content.decode()
    assert shown.index("Oma helpt.") < shown.index("Ik slaap slecht.")


def test_a_resident_is_not_asked_for_the_factors_of_the_trade(cast: Cast, browser: Browser) -> None:
    wrong = browser("samira").post(address(cast) + "/nieuw", typed("check", sort="risk"))
    assert wrong.status_code == 422


def factor(cast: Cast, *readers: str, sort: str = "risk", words: str = "De huur is te laat.") -> str:
    passage = Passage(words, "", cast.choice(*readers))
    noted = factors.note(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sort=sort, passage=passage)
    return f"{address(cast)}/{noted}"


EVERYBODY = ("samira", "karim", "yusuf", "noa")


def seen(**more: object) -> dict[str, object]:
    given = {"answer": "yes", "words": "Elke week ruzie.", "share": "alone", "once": str(uuid4())}
    return {**given, **more}


def test_somebody_says_how_they_see_it_and_it_is_theirs_unless_they_share_it(
    cast: Cast, browser: Browser
) -> None:
    page = factor(cast, *EVERYBODY)
    assert page in browser("samira").get(address(cast)).content.decode()
    assert browser("samira").post(page, seen()).status_code == 303
    for name in ("samira", "yusuf"):
        shown = browser(name).get(address(cast)).content.decode()
        assert "Elke week ruzie." not in shown, name
        assert "niet gedeeld" in shown, name
    assert browser("yusuf").post(page, seen(words="Ik zie het ook.", share="readers")).status_code == 303
    assert "Ik zie het ook." in browser("samira").get(address(cast)).content.decode()


def test_an_answer_in_confidence_and_none_look_the_same(cast: Cast, browser: Browser) -> None:
    page = factor(cast, *EVERYBODY)
    client = browser("yusuf")

    def shown() -> str:
        return re.sub(r'(nonce|value)="[^"]*"', "", client.get(address(cast)).content.decode())

    before = shown()
    browser("samira").post(page, seen())
    assert shown() == before


def test_without_an_answer_or_a_reason_it_is_said_and_kept(cast: Cast, browser: Browser) -> None:
    page = factor(cast, *EVERYBODY)
    wrong = browser("samira").post(page, seen(answer=""))
    assert wrong.status_code == 422
    assert "Elke week ruzie." in wrong.content.decode()
    assert browser("samira").post(page, seen(words="")).status_code == 422
    assert browser("samira").post(page, seen(answer="unknown", words="")).status_code == 303


def test_what_is_not_theirs_to_read_is_not_there(cast: Cast, browser: Browser) -> None:
    page = factor(cast, "samira")
    assert browser("yusuf").get(page).status_code == 404
    assert browser("yusuf").post(page, seen()).status_code == 404
    worry = factor(cast, *EVERYBODY, sort="worry")
    assert browser("samira").get(worry).status_code == 404


def test_what_was_changed_meanwhile_is_said_and_what_was_typed_stays(cast: Cast, browser: Browser) -> None:
    page = factor(cast, *EVERYBODY)
    noted = UUID(page.rsplit("/", 1)[1])
    corrections.correct(viewer=cast.viewer("jerrel"), entry=noted, words="De huur is betaald.")
    answer = browser("samira").post(page, seen()).content.decode()
    assert "Dit is veranderd." in answer
    assert "Elke week ruzie." in answer
