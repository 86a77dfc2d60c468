"""A worker asks advice without names, and the answer comes back to the team: a colleague finds it, nobody else does."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import (
    come_in_as_professional,
    come_in_as_resident,
    household_of,
    press,
    show_confidential,
)

ASKED = "Samira en Karim hebben ruzie om het halen. De buurvrouw Roelie zag het op 3 mei."
GIVER = "gedragswetenschapper, regionaal veiligheidsteam"


def look_for(page: Page, word: str) -> str:
    """What search answers."""
    page.goto(f"/zoeken?q={word}")
    return page.locator("main").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_advice_without_names_comes_back_to_the_team_and_to_nobody_else(
    opened: Open, demo: Demo, script: bool
) -> None:
    word = "rotondegesprek" if script else "kruispuntgesprek"
    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    jerrel.goto(f"{household}/zonder-namen")
    jerrel.get_by_label("Wat wil je vragen, en wat is er gebeurd?").fill(ASKED)
    press(jerrel, "Haal de namen eruit")
    sheet = jerrel.locator("section", has=jerrel.locator("#made"))
    for name in ("Samira", "Karim", "3 mei"):
        assert name not in sheet.inner_text()
    assert "Roelie" in sheet.inner_text()
    press(jerrel, "Roelie")
    assert "Roelie" not in sheet.inner_text()

    jerrel.get_by_role("link", name="Het antwoord opschrijven").click()
    assert "Van het blad is niets bewaard." in jerrel.locator("main").inner_text()
    press(jerrel, "Bewaren")
    assert "Schrijf het advies op." in jerrel.locator("main").inner_text()
    jerrel.get_by_label("Wie gaf het advies?").fill(GIVER)
    jerrel.locator("[name=form][value=consultation]").check()
    jerrel.get_by_label("Wat vroeg je?").fill("Hoe praten zij weer over het halen?")
    jerrel.get_by_label("Wat was het advies?").fill(f"Begin met een {word}.")
    jerrel.get_by_label("Wat doe je ermee?").fill("Dat bespreek ik maandag.")
    press(jerrel, "Bewaren")
    jerrel.wait_for_url("**/stukken/*")
    page = jerrel.locator("main").inner_text()
    for words in ("Advies zonder namen", GIVER, "Consultatie", word, "Dat bespreek ik maandag."):
        assert words in page
    entry = urlsplit(jerrel.url).path

    colleague = opened(script=script)
    come_in_as_professional(colleague, demo, "Ayşe")
    assert word in look_for(colleague, word)
    colleague.goto(entry)
    assert GIVER in colleague.locator("main").inner_text()

    teacher = opened(script=script)
    come_in_as_professional(teacher, demo, "Ellen")
    assert "Niets gevonden" in look_for(teacher, word)
    missing = teacher.goto(entry)
    assert missing is not None
    assert missing.status == 404

    samira = opened(script=script, phone=True)
    come_in_as_resident(samira, demo, "Samira")
    home = urlsplit(samira.url).path
    samira.goto(f"{home}/verhaal")
    show_confidential(samira, demo.pin_of("Samira"))
    assert word not in samira.locator("main").inner_text()
    missing = samira.goto(entry.replace("/stukken/", "/mijn/stukken/"))
    assert missing is not None
    assert missing.status == 404
