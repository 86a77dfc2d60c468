"""A behavioural scientist joins on a mother's yes, reads only what was shared with her, and is gone with that yes."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import (
    answer,
    come_in_as_professional,
    come_in_as_resident,
    household_of,
    press,
    show_confidential,
)

PURPOSE = "Meedenken over de nachten van Samira."
SHARED, NOT_SHARED = "Ik hoor elke auto in de straat.", "Ik doe het licht niet meer uit."


def note_a_yes(page: Page, household: str, office: str) -> None:
    """Samira says yes to sharing with an office, for herself."""
    page.goto(f"{household}/toestemming/vragen")
    answer(page, "Over wie gaat het?", "Samira")
    page.locator("[name=subject][value=secr_wmo]").check()
    press(page, "Kijk wie ja moet zeggen")
    answer(page, "Wie antwoordt?", "Samira")
    page.locator("[name=answer][value=yes]").check()
    page.get_by_label("Waar is het voor?").fill(PURPOSE)
    page.locator("[name=organisation]").fill(office)
    page.locator("[name=ends]").fill("2099-01-01")
    press(page, "Schrijf het antwoord op")
    page.wait_for_url("**/toestemming")


def add(page: Page, household: str, office: str) -> None:
    """The expert, on that yes; first it says about whom nothing may be told."""
    page.goto(f"{household}/mensen")
    page.get_by_role("link", name="Deskundige", exact=True).click()
    page.locator("[name=expert][value=behavioural_scientist]").check()
    choice = page.locator("[name=account]")
    choice.select_option(label=next(o for o in choice.locator("option").all_inner_texts() if "Farida" in o))
    page.locator("[name=organisation]").first.fill(office)
    press(page, "Kijk op welk ja")
    shown = page.locator("main").inner_text()
    assert "Over Samira" in shown
    assert "over hen mag niets verteld worden" in shown
    assert "Yusuf" in shown.split("loopt geen ja")[0].rsplit("Voor", 1)[1]
    press(page, "Laat diegene meedenken")
    assert "Kies ten minste één ja." in page.locator("main").inner_text()
    page.locator("[name=consents]").check()
    page.locator("[name=form][value=guidance]").check()
    page.locator("[name=purpose]").fill("Hoe slaapt Samira weer?")
    page.locator("[name=ends]").fill("2098-12-01")
    press(page, "Laat diegene meedenken")
    page.wait_for_url("**/mensen")


def tell(page: Page, household: str, words: str) -> str:
    """What Samira tells Jerrel alone; its address."""
    page.goto(f"{household}/schrijven")
    page.locator("[name=form]").select_option("phone")
    page.locator("[name=passage-0-nature][value=telling]").check()
    page.get_by_role("group", name="Wie vertelde het?").get_by_label("Samira").check()
    page.locator("[name=passage-0-words]").fill(words)
    press(page, "Lees terug en bevestig")
    page.locator("[name=do][value=confirm]").click()
    page.wait_for_url("**/huishoudens/*")
    page.locator(".entry", has_text=words).get_by_role("link", name="Wie en waarom").click()
    return urlsplit(page.url).path


@pytest.mark.parametrize("script", [True, False])
def test_an_expert_reads_what_was_shared_with_her_until_the_mother_takes_her_yes_back(
    opened: Open, demo: Demo, script: bool
) -> None:
    office = f"Regionaal veiligheidsteam {'Oost' if script else 'West'}"
    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    note_a_yes(jerrel, household, office)
    add(jerrel, household, office)
    line = jerrel.locator("#betrokken li", has_text="Farida Haddou")
    for words in ("gedragswetenschapper", "Op het ja van Samira, over Samira", "Hoe slaapt Samira weer?"):
        assert words in line.inner_text()
    seen, kept = (f"{words[:-1]}, in {office}." for words in (SHARED, NOT_SHARED))
    shared, hidden = (tell(jerrel, household, words) for words in (seen, kept))
    jerrel.goto(f"{shared}/meer-lezers")
    jerrel.get_by_label("Farida").check()
    jerrel.locator("[name=how]").select_option(index=1)
    press(jerrel, "Laat hen dit lezen")

    farida = opened(script=script)
    come_in_as_professional(farida, demo, "Farida")
    farida.locator("main a[href*='/huishoudens/']").first.click()
    home = urlsplit(farida.url).path
    shown = farida.locator("main").inner_text()
    for words in ("Hoe slaapt Samira weer?", "begeleiding naast het team", seen):
        assert words in shown
    assert kept not in shown
    for path, status in ((shared, 200), (hidden, 404)):
        found = farida.goto(path)
        assert found is not None
        assert found.status == status

    samira = opened(script=script, phone=True)
    come_in_as_resident(samira, demo, "Samira")
    mine = urlsplit(samira.url).path
    samira.goto(f"{mine}/netwerk")
    show_confidential(samira, demo.pin_of("Samira"))
    assert "Farida (gedragswetenschapper) denkt mee met het team." in samira.locator("main").inner_text()
    samira.goto(f"{mine}/ja")
    one = samira.locator("main li, main article", has_text=office).last
    one.get_by_role("link", name="Ik wil dit niet meer").click()
    assert "Farida Haddou denkt niet meer mee met het team." in samira.locator("main").inner_text()
    press(samira, "Mijn ja intrekken")
    assert "Farida Haddou denkt niet meer mee." in samira.locator("body").inner_text()

    for path in (home, shared):
        found = farida.goto(path)
        assert found is not None
        assert found.status == 404
    jerrel.goto(f"{household}/mensen")
    assert "Farida" not in jerrel.locator("#betrokken").inner_text()
