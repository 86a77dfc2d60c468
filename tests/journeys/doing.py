"""What every journey does: coming in as somebody."""

import re

from playwright.sync_api import Page

from .conftest import Demo


def come_in_as_professional(page: Page, demo: Demo, name: str) -> None:
    """Sign in with the e-mail, the password and the code that the demo printed."""
    email, password, code = re.split(r"\s+", demo.of(name))[:3]
    page.goto("/aanmelden")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(password)
    page.locator("main button[type=submit]").click()
    page.locator("[name=code]").fill(code)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url("**/huishoudens")


def come_in_as_resident(page: Page, demo: Demo, name: str) -> None:
    """Open the printed one-time link and give the PIN."""
    link, pin = re.search(r"(http\S+)\s+PIN (\d+)", demo.of(name)).groups()  # type: ignore[union-attr]
    page.goto(link)
    page.locator("[name=pin]").fill(pin)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url("**/mijn**")
