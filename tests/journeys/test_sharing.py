"""Something goes outside its circle: a teacher reads exactly that, until it ends; and its teller reads that it went."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import come_in_as_professional, come_in_as_resident, household_of, press, show_confidential

WORDS = "Van de nieuwe pillen slaap ik"
PURPOSE = "De juf weet dan waarom Noa zelf de deur uit gaat."


def begin(page: Page, household: str, purpose: str, ground: str) -> None:
    """What every share asks: which words, to whom, what for, until when and on which ground."""
    page.goto(f"{household}/delen/nieuw")
    words = page.locator("label.opt", has_text=WORDS).first
    if not words.is_visible():  # other journeys told more meanwhile
        page.get_by_text("Wat ouder is", exact=True).click()
    words.locator("input").check()
    page.get_by_role("group", name="Wie krijgt het?").get_by_label("Ellen").check()
    page.get_by_label("Waar is het voor?").fill(purpose)
    page.locator("[name=ends]").fill((localdate() + timedelta(days=30)).isoformat())
    page.locator(f"[name=ground][value={ground}]").check()


def fill_in(page: Page, household: str) -> None:
    """Everything that sharing without a yes asks; stops before it is read back."""
    begin(page, household, PURPOSE, "conflict")
    page.locator("[name=need]").fill("Noa gaat met haar sleutel weg als Samira niet wakker wordt.")
    page.locator("[name=lighter]").fill("Zonder te zeggen over wie, kan de juf niets doen.")
    page.locator("[name=words]").fill("Morgen is er weer school.")
    page.locator("[name=told]").check()


@pytest.mark.parametrize("script", [True, False])
def test_a_teacher_reads_what_was_shared_until_it_ends_and_who_told_it_reads_that_it_was(
    opened: Open, demo: Demo, script: bool
) -> None:
    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    fill_in(jerrel, household)
    press(jerrel, "Lees terug")
    assert "Ellen" in jerrel.locator("main").inner_text()
    press(jerrel, "Ja, deel het")
    jerrel.wait_for_url("**/delen")
    assert PURPOSE in jerrel.locator("main").inner_text()

    ellen = opened(script=script)
    if script:
        ellen.clock.install()
    come_in_as_professional(ellen, demo, "Ellen")
    ellen.locator(".home a").first.click()
    ellen.wait_for_url("**/huishoudens/*")
    assert WORDS in ellen.locator("main").inner_text()
    assert "1 stuk, tot" in ellen.locator("main").inner_text()

    samira = opened(phone=True, script=script)
    come_in_as_resident(samira, demo, "Samira")
    samira.get_by_role("link", name="Wat is er van mij gedeeld?").click()
    assert PURPOSE not in samira.locator("main").inner_text()
    show_confidential(samira, demo.pin_of("Samira"))
    assert PURPOSE in samira.locator("main").inner_text()
    assert "kan dit nu lezen" in samira.locator("main").inner_text()

    open_now = jerrel.locator("article", has_text=PURPOSE).filter(has=jerrel.locator("form"))
    open_now.first.get_by_role("button", name="Stoppen met delen").click()
    jerrel.wait_for_url("**/delen")
    if script:
        with ellen.expect_navigation():
            ellen.clock.run_for(60_000)
    else:
        ellen.reload()
    ellen.locator("main").wait_for()
    assert WORDS not in ellen.locator("main").inner_text()
    samira.reload()
    assert "kan dit niet meer lezen" in samira.locator("main").inner_text()


def test_what_is_shared_in_danger_a_colleague_looks_at_and_who_shared_it_does_not(
    opened: Open, demo: Demo
) -> None:
    purpose = "De juf houdt Noa vandaag binnen."
    jerrel = opened()
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    begin(jerrel, household, purpose, "danger")
    jerrel.locator("[name=words]").fill("Hij staat bij de school.")
    jerrel.locator("[name=told]").check()
    press(jerrel, "Lees terug")
    assert "Schrijf twee regels" in jerrel.locator("main").inner_text()
    jerrel.locator("[name=words]").fill("Hij staat bij de school.\nHij heeft gezegd dat hij haar meeneemt.")
    press(jerrel, "Lees terug")
    press(jerrel, "Ja, deel het")
    jerrel.wait_for_url("**/delen")
    shared = jerrel.locator("article", has_text=purpose)
    shared.get_by_role("link", name="Opnieuw kijken").click()
    assert "Daarom kijkt nu een collega mee." in jerrel.locator("main").inner_text()

    ayse = opened(phone=True)
    come_in_as_professional(ayse, demo, "Ay")
    ayse.goto(f"{household}/delen")
    ayse.locator("article", has_text=purpose).get_by_role("link", name="Opnieuw kijken").click()
    ayse.get_by_label("Wat vind je er nu van?").fill("Dit kon niet wachten. Samira weet het.")
    press(ayse, "Bewaren")
    ayse.wait_for_url("**/delen")
    done = ayse.locator("article", has_text=purpose)
    assert "Dit kon niet wachten." in done.inner_text()
    assert done.get_by_role("link", name="Opnieuw kijken").count() == 0
    done.get_by_role("button", name="Stoppen met delen").click()
