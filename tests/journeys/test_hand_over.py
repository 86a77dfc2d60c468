"""A child of nine on the worker's screen: her own pages, nothing of the team, and back with the worker's PIN."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Page

from .conftest import Demo, Open
from .doing import come_in_as_professional, come_in_by_link, household_of
from .working import make_way_in

PIN = "730514"


def hand_to_noa(page: Page, demo: Demo) -> str:
    """Sign in as Jerrel and hand the screen over; gives the address of the page on which that is done."""
    come_in_as_professional(page, demo, "Jerrel")
    page.goto(household_of(page, "Samira") + "/toegang")
    ways_in = page.url
    page.locator(".entrance", has_text="Noa").locator("a", has_text="Scherm geven").click()
    page.locator("[name=present]").check()
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/mijn/**")
    return ways_in


@pytest.mark.parametrize("script", [True, False])
def test_a_child_has_her_own_pages_until_the_workers_pin(opened: Open, demo: Demo, script: bool) -> None:
    page = opened(script=script, phone=True)
    ways_in = hand_to_noa(page, demo)
    assert "Hoi Noa" in page.locator("h1").inner_text()
    own = page.url
    for path in (ways_in, "/huishoudens", "/zoeken", "/account", "/aanmelden"):
        assert page.request.get(path).status == 404, path
    pin = re.search(r"PIN (\d+)", demo.of("Noa"))
    assert pin is not None
    page.goto("/scherm-terug")
    page.locator("[name=pin]").fill("902481")
    page.locator("main button[type=submit]").click()
    assert "Deze code klopt niet" in page.locator("main").inner_text()
    page.locator("[name=pin]").fill(pin.group(1))
    page.locator("main button[type=submit]").click()
    page.wait_for_url(ways_in)
    for _ in range(3):
        with suppress(Error):  # the browser refuses to send a form again, and shows nothing
            page.go_back()
        assert "Hoi Noa" not in page.locator("body").inner_text()
    page.goto(own)
    assert "Niets gevonden" in page.locator("h1").inner_text()


def test_escape_three_times_ends_the_session_and_leaves_for_another_site(
    browser: Browser, opened: Open, demo: Demo
) -> None:
    """By a way in of her own: it ends the session, which other journeys may still need of the others."""
    desk = opened(script=True)
    come_in_as_professional(desk, demo, "Jerrel")
    link = make_way_in(desk, household_of(desk, "Samira"), "Latifa", "latifa@voorbeeld.example", PIN)
    context = browser.new_context(base_url=demo.address)
    context.route(re.compile("^https://"), lambda route: route.abort())  # the other site need not be there
    page = context.new_page()
    come_in_by_link(page, link, PIN)
    own = page.url
    with page.expect_response("**/snel-weg") as left:
        for _ in range(3):
            page.keyboard.press("Escape")
    assert left.value.headers["location"].startswith("https://")
    page = context.new_page()
    page.goto(own)
    assert page.url.endswith("/binnen")
    context.close()
