"""What is hard and what helps, told by somebody of the household: read back, in a circle of their own."""

from uuid import uuid4

from tests.cast import Cast
from tests.portal.conftest import Browser


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
