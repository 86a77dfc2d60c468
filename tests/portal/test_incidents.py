"""What happened, told by somebody of the household: read back, in a circle of their own, beside what others tell."""

import re
from uuid import uuid4

from tests.actions.test_incidents import decide, tell
from tests.cast import Cast
from tests.portal.conftest import Browser

WORDS = "Hij gooide de deur dicht."


def address(cast: Cast, rest: str = "") -> str:
    return f"/mijn/{cast.dossier}/gebeurd{rest}"


def typed(cast: Cast, step: str, **more: object) -> dict[str, object]:
    return {
        "words": WORDS,
        "when": "unknown",
        "source": "there",
        "kinds": ["threat"],
        "harmed": [str(cast.people["samira"]), str(cast.people["noa"])],
        "harms": [str(cast.people["karim"])],
        "done": "Ik liep weg.",
        f"effect-{cast.people['noa'].hex}": "Noa sliep niet.",
        "mode": "proposed",
        "once": str(uuid4()),
        "step": step,
    } | more


def told(cast: Cast, browser: Browser, name: str, **more: object) -> str:
    client = browser(name, asked=True)
    where = address(cast, "/vertellen")
    read_back = client.post(where, typed(cast, "check", **more)).content.decode()
    mark = read_back.split('name="checked" value="')[1].split('"')[0]
    assert client.post(where, typed(cast, "confirm", checked=mark, **more)).status_code == 303
    return read_back


def test_home_leads_to_it(cast: Cast, browser: Browser) -> None:
    assert address(cast) in browser("samira").get(f"/mijn/{cast.dossier}").content.decode()


def test_it_is_read_back_with_who_reads_it_and_all_that_was_typed(cast: Cast, browser: Browser) -> None:
    read_back = told(cast, browser, "samira")
    for words in (WORDS, "Alleen u en het wijkteam lezen dit.", "Karim", "Ik liep weg.", "Noa sliep niet."):
        assert words in read_back, words
    shown = browser("samira", asked=True).get(address(cast)).content.decode()
    for words in (WORDS, "Karim", "Ik liep weg.", "Noa sliep niet."):
        assert words in shown, words


def test_how_it_is_known_is_not_filled_in_for_who_leaves_it(cast: Cast, browser: Browser) -> None:
    empty = browser("samira", asked=True).get(address(cast, "/vertellen")).content.decode()
    assert not re.search(r'name="source"[^>]*checked', empty)
    told(cast, browser, "samira", source="")
    shown = browser("samira", asked=True).get(address(cast)).content.decode()
    assert "Niet gezegd" in shown
    assert "Was erbij" not in shown


def test_what_goes_along_while_it_is_read_back_is_all_that_was_typed(cast: Cast, browser: Browser) -> None:
    client = browser("samira", asked=True)
    read_back = client.post(address(cast, "/vertellen"), typed(cast, "check")).content.decode()
    for name, value in (
        ("kinds", "threat"),
        ("harmed", cast.people["noa"]),
        ("harms", cast.people["karim"]),
        ("done", "Ik liep weg."),
        (f"effect-{cast.people['noa'].hex}", "Noa sliep niet."),
    ):
        assert f'name="{name}" value="{value}"' in read_back, name
    again = client.post(address(cast, "/vertellen"), typed(cast, "change")).content.decode()
    assert "Ik liep weg." in again


def test_told_in_confidence_it_shows_to_nobody_over_the_shoulder_and_not_to_another(
    cast: Cast, browser: Browser
) -> None:
    told(cast, browser, "samira")
    for name in ("samira", "karim"):
        assert WORDS not in browser(name).get(address(cast)).content.decode(), name
    assert WORDS not in browser("karim", asked=True).get(address(cast)).content.decode()
    assert WORDS not in browser("samira").get(f"/mijn/{cast.dossier}/verhaal").content.decode()
    assert WORDS in browser("samira", asked=True).get(f"/mijn/{cast.dossier}/verhaal").content.decode()


def test_without_words_it_says_so_and_keeps_what_was_typed(cast: Cast, browser: Browser) -> None:
    wrong = browser("samira", asked=True).post(address(cast, "/vertellen"), typed(cast, "check", words=""))
    assert wrong.status_code == 422
    assert "Ik liep weg." in wrong.content.decode()


def test_a_day_that_is_still_to_come_is_said_at_its_field(cast: Cast, browser: Browser) -> None:
    more = {"when": "exact", "day": "2099-01-01"}
    wrong = browser("samira", asked=True).post(address(cast, "/vertellen"), typed(cast, "check", **more))
    assert wrong.status_code == 422
    assert list(wrong.context["form"].errors) == ["day"]


def test_kinds_are_read_in_plain_words(cast: Cast, browser: Browser) -> None:
    told(cast, browser, "samira", mode="everyone")
    shown = browser("yusuf").get(address(cast)).content.decode()
    assert "iemand zegt of laat zien dat die iets ergs gaat doen" in shown
    assert "Iemand wordt bedreigd" not in shown


def test_what_was_decided_is_read_and_no_verdict(cast: Cast, browser: Browser) -> None:
    entry = tell(cast, "samira", "karim", "yusuf", "noa")
    before = browser("yusuf").get(address(cast)).content.decode()
    assert "elt mee" not in before
    decide(cast, entry, "does_not_count", "samira", "karim", "yusuf", "noa")
    after = browser("yusuf").get(address(cast)).content.decode()
    assert "Telt niet mee" in after
    assert "Zo was het niet." in after


def test_its_own_page_has_who_was_in_it(cast: Cast, browser: Browser) -> None:
    entry = tell(cast, "samira", "karim", "yusuf", "noa")
    shown = browser("yusuf").get(f"/mijn/stukken/{entry}").content.decode()
    for words in ("Er is iets gebeurd", "Door wiens gedrag", "Ik liep naar buiten."):
        assert words in shown, words
