"""A mother tells in confidence: she chooses who reads, nobody sees it over her shoulder, her ex-partner never."""

import pytest
from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import answer, come_in_as_professional, come_in_as_resident, press, show_confidential
from .walking import written

HIDDEN = "Op deze pagina staat alleen wat iedereen in het plan mag lezen."


def tell(page: Page, words: str, *readers: str) -> None:
    """Tell something from the first page of the portal, and read it back; it is not kept yet."""
    page.get_by_role("link", name="Iets vertellen").click()
    page.get_by_label("Wat wilt u vertellen?").fill(words)
    if readers:
        answer(page, "Wie mag dit lezen?", "Mensen die ik kies")
        answer(page, "Wie mag dit nog meer lezen?", *readers)
    press(page, "Verder: lees het terug")


def look_behind_the_pin(page: Page, demo: Demo, name: str) -> str:
    """What is written on every page of somebody who asks for what was told in confidence; it is hidden again."""
    page.get_by_role("link", name="Mijn verhaal").click()
    show_confidential(page, demo.pin_of(name))
    found = "\n".join(written(page, page.url).values())
    press(page, "Weer verbergen")
    return found


@pytest.mark.parametrize("script", [True, False])
def test_what_a_mother_tells_in_confidence_shows_where_she_asks_and_never_to_her_ex_partner(
    opened: Open, demo: Demo, script: bool
) -> None:
    words = f"Ik heb een tas klaarstaan, {'bij de deur' if script else 'bij mijn zus'}."
    samira = opened(script=script, phone=True)
    come_in_as_resident(samira, demo, "Samira")
    tell(samira, words)
    assert "Alleen u en het wijkteam lezen dit." in samira.locator("main").inner_text()
    press(samira, "Ja, bewaren")

    story = samira.url
    assert words not in samira.content()
    assert HIDDEN in samira.locator("main").inner_text()
    show_confidential(samira, demo.pin_of("Samira"))
    assert samira.url == story
    assert words in samira.locator("main").inner_text()
    told = samira.locator("li", has_text=words).get_by_role("link", name="Bekijken of veranderen").first
    entry = told.get_attribute("href") or ""
    press(samira, "Weer verbergen")
    assert samira.url == story
    assert words not in samira.content()

    karim = opened(script=script, phone=True)
    come_in_as_resident(karim, demo, "Karim")
    assert words not in look_behind_the_pin(karim, demo, "Karim")
    assert karim.request.get(entry).status == 404

    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    jerrel.goto(entry.replace("/mijn", ""))
    assert words in jerrel.locator("main").inner_text()
    readers = jerrel.locator("aside .reads").first.inner_text()
    assert "Samira" in readers
    assert "Karim" not in readers


@pytest.mark.parametrize("script", [True, False])
def test_a_mother_chooses_one_reader_and_is_told_who_can_not_read_it(
    opened: Open, demo: Demo, script: bool
) -> None:
    words = f"Ik ben trots op Yusuf, {'om zijn rapport' if script else 'om zijn geduld'}."
    samira = opened(script=script, phone=True)
    come_in_as_resident(samira, demo, "Samira")
    tell(samira, words, "Yusuf")
    back = samira.locator("main").inner_text()
    assert "U, het wijkteam en Yusuf lezen dit." in back
    assert "Noa" in samira.locator(".circle-say").inner_text()
    press(samira, "Ja, bewaren")
    assert words not in samira.content()

    yusuf = opened(script=script, phone=True)
    come_in_as_resident(yusuf, demo, "Yusuf")
    assert words in look_behind_the_pin(yusuf, demo, "Yusuf")
