"""The fixed face is asked on, not handed on: nothing changes until the colleague says yes; and back in the same way."""

import re

from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import come_in_as_professional, household_of, press


def ask(page: Page, household: str, whom: str) -> None:
    """Ask a colleague to be the fixed face, with what each member says of it."""
    page.goto(f"{household}/mensen")
    page.get_by_role("link", name="Een ander vast gezicht", exact=True).click()
    choice = page.locator("[name=account]")
    choice.select_option(label=next(o for o in choice.locator("option").all_inner_texts() if whom in o))
    page.locator("[name=words]").fill("Zij kennen elkaar al.")
    for said in page.locator("textarea[name^=said-]").all():
        said.fill("Dat is goed.")
    page.locator("[name=stays]").check()
    press(page, "Vraag het")
    page.wait_for_url("**/mensen")


def face(page: Page, household: str) -> str:
    """Who is the fixed face, as the head of the household says."""
    page.goto(household)
    found = re.search(r"([^\n]+)\n\s*vast gezicht", page.locator("main").inner_text())
    assert found is not None
    return found[1].strip()


def say_yes(page: Page) -> None:
    page.goto("/vandaag")
    page.locator("li", has_text="om het vaste gezicht te zijn").get_by_role("link").click()
    page.locator("[name=answer][value=yes]").check()
    press(page, "Antwoord")
    page.wait_for_url("**/vandaag")


def test_a_fixed_face_is_asked_says_yes_and_asks_back(opened: Open, demo: Demo) -> None:
    jerrel, ayse = opened(), opened(script=False)
    come_in_as_professional(jerrel, demo, "Jerrel")
    come_in_as_professional(ayse, demo, "Ayşe")
    household = household_of(jerrel, "Samira")
    ask(jerrel, household, "Ayşe")
    assert face(jerrel, household) == "Jerrel Pinas"
    say_yes(ayse)
    assert face(jerrel, household) == "Ayşe Demir"
    ask(ayse, household, "Jerrel")
    assert face(ayse, household) == "Ayşe Demir"
    say_yes(jerrel)
    assert face(ayse, household) == "Jerrel Pinas"
