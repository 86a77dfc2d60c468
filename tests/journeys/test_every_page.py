"""Every page somebody can reach is accessible in both themes, on phone and desk, and never scrolls sideways."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import come_in_as_professional, come_in_as_resident, household_of
from .walking import pages

NARROW, WIDE = {"width": 320, "height": 700}, {"width": 1280, "height": 900}
FIND = "axe.run({resultTypes: ['violations']%s})"
# in dark the same page has other colours and nothing else
THEMES = {"light": FIND % "", "dark": FIND % ", runOnly: ['cat.color']"}


def faults(page: Page, find: str = THEMES["light"]) -> list[str]:
    """What axe finds on the open page, where its script is, and whether it scrolls sideways."""
    found = [
        f"{violation['id']}: {violation['help']} {[node['target'] for node in violation['nodes'][:3]]}"
        for violation in page.evaluate(find)["violations"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append("scrolls sideways")
    return found


def walk(page: Page, start: str) -> dict[str, list[str]]:
    """Faults by kind of page, size and theme."""
    wrong: dict[str, list[str]] = {}
    for kind in pages(page, start):
        page.evaluate(AXE_SCRIPT)
        for theme, find in THEMES.items():
            page.emulate_media(color_scheme=theme)
            # light at both sizes and dark at the one that is open: a colour is the same in both
            for size in (NARROW, WIDE) if theme == "light" else (WIDE,):
                page.set_viewport_size(size)
                if found := faults(page, find):
                    wrong[f"{kind} {theme} {size['width']}"] = found
    return wrong


def test_every_page_of_a_worker_is_accessible(opened: Open, demo: Demo) -> None:
    """From the household in which every kind of page stands; the page of the day is a link from there."""
    page = opened()
    come_in_as_professional(page, demo, "Jerrel")
    assert walk(page, household_of(page, "Samira")) == {}


def test_every_page_of_a_partner_professional_is_accessible(opened: Open, demo: Demo) -> None:
    page = opened()
    come_in_as_professional(page, demo, "Ellen")
    assert walk(page, page.url) == {}


def test_every_page_of_the_privacy_officer_is_accessible(opened: Open, demo: Demo) -> None:
    page = opened()
    come_in_as_professional(page, demo, "Ine")
    assert walk(page, page.url) == {}


@pytest.mark.parametrize("name", ["Samira", "Karim"])
def test_every_page_of_a_resident_is_accessible(opened: Open, demo: Demo, name: str) -> None:
    page = opened(phone=True)
    come_in_as_resident(page, demo, name)
    assert walk(page, page.url) == {}


def test_the_pages_before_signing_in_are_accessible(opened: Open, demo: Demo) -> None:
    page = opened()
    assert walk(page, f"{demo.address}/aanmelden") == {}
    assert walk(page, f"{demo.address}/nergens") == {}
