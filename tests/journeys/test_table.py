"""A plan at the kitchen table: one screen, each says what they see, and nothing of who is told more."""

import re

import pytest
from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import come_in_as_professional
from .test_every_page import AXE_SCRIPT, faults
from .working import Said, write_situation

SAID = "Een half uur eerder bellen vind ik beter."


def household(page: Page) -> str:
    """The address of the household of Samira, for who is signed in."""
    page.goto("/huishoudens")
    page.goto(page.locator("a", has_text="Samira").first.get_attribute("href") or "")
    return page.url.split("?")[0]


def sit_down(page: Page, demo: Demo, *names: str, signed_in: bool = False) -> Page:
    """Choose as Jerrel who sits at the table, and give the window that opens."""
    if not signed_in:
        come_in_as_professional(page, demo, "Jerrel")
    page.goto(f"{household(page)}/plan")
    page.get_by_role("link", name="Samen aan tafel").click()
    assert "Niemand hoeft iets te zeggen." in page.locator("main").inner_text()
    for name in names:
        page.get_by_label(name).check()
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Open het plan in een nieuw venster").click()
    return opened.value


@pytest.mark.parametrize(("script", "phone"), [(True, True), (False, True), (True, False)])
def test_somebody_at_the_table_says_what_they_see_differently(
    opened: Open, demo: Demo, script: bool, phone: bool
) -> None:
    screen = sit_down(opened(script=script, phone=phone), demo, "Samira", "Latifa")
    words = f"{SAID} {script} {phone}"
    screen.get_by_text("Latifa zegt iets").first.click()
    screen.get_by_label("Ik zie het anders").first.check()
    screen.get_by_label("In eigen woorden, als je wilt").first.fill(words)
    screen.get_by_role("button", name="Bewaar wat er gezegd is").click()
    screen.wait_for_url("**/samen?**")
    assert words in screen.locator("main").inner_text()
    assert "Jerrel" not in screen.locator("header").inner_text()
    screen.get_by_role("link", name="Klaar").click()
    assert "nog open" in screen.locator("main").inner_text()
    assert "Samira" not in screen.content()


def test_the_arrow_keys_lead_from_one_situation_to_the_next_but_not_out_of_a_text(
    opened: Open, demo: Demo
) -> None:
    page = opened()
    come_in_as_professional(page, demo, "Jerrel")
    write_situation(page, household(page), Said("Samira", "Als de bel gaat en ik ben alleen."))
    screen = sit_down(page, demo, "Samira", signed_in=True)
    first = screen.locator("h1").inner_text()
    screen.get_by_text("Samira zegt iets").first.click()
    box = screen.get_by_label("In eigen woorden, als je wilt").first
    box.press("ArrowRight")
    assert screen.locator("h1").inner_text() == first
    screen.locator("h1").click()
    screen.keyboard.press("ArrowRight")
    screen.wait_for_url(re.compile("stap=2"))
    screen.keyboard.press("ArrowLeft")
    screen.wait_for_url(re.compile("stap=1"))
    assert screen.locator("h1").inner_text() == first


def test_the_screen_is_empty_at_once_and_comes_back(opened: Open, demo: Demo) -> None:
    screen = sit_down(opened(), demo, "Samira")
    screen.get_by_role("button", name="Scherm leeg").click()
    assert "Samira" not in screen.locator("body").inner_text()
    screen.keyboard.press("Enter")
    assert "Samira" in screen.locator("body").inner_text()


def test_the_table_is_accessible_in_both_themes_and_sizes(opened: Open, demo: Demo) -> None:
    screen = sit_down(opened(), demo, "Samira", "Karim")
    for part in screen.get_by_text("zegt iets").all():
        part.click()
    screen.evaluate(AXE_SCRIPT)
    for theme in ("light", "dark"):
        screen.emulate_media(color_scheme=theme)
        for size in ((320, 700), (1280, 900)):
            screen.set_viewport_size({"width": size[0], "height": size[1]})
            assert faults(screen) == [], (theme, size)
