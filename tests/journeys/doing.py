"""What every journey does: coming in as somebody, and answering the questions of a form."""

import re

from playwright.sync_api import Locator, Page

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
    page.wait_for_url(re.compile("/(vandaag|huishoudens|toezicht)$"))


def household_of(page: Page, name: str) -> str:
    """Go to the household of somebody, by the list of a worker's households; gives its address."""
    page.goto("/huishoudens")
    page.locator("main a", has_text=name).first.click()
    page.wait_for_url("**/huishoudens/*")
    return page.url


def come_in_as_resident(page: Page, demo: Demo, name: str) -> None:
    """Open the printed one-time link and give the PIN; a later journey goes on in the session of the first."""
    if name in demo.kept:
        page.context.add_cookies(demo.kept[name])
        hide_confidential(page)
        return
    come_in_by_link(page, demo.link_of(name), demo.pin_of(name))
    demo.kept[name] = page.context.cookies()


def come_in_by_link(page: Page, link: str, pin: str) -> None:
    """Open a one-time link and give the PIN."""
    page.goto(link)
    page.locator("[name=pin]").fill(pin)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url("**/mijn/**")


def show_confidential(page: Page, pin: str) -> None:
    """Ask on this page for what was told in confidence, with the PIN; ends on the same page."""
    page.get_by_role("link", name="Ook laten zien wat in vertrouwen is verteld").click()
    page.locator("[name=pin]").fill(pin)
    press(page, "Laat zien")


def hide_confidential(page: Page) -> None:
    """Hide at once what was told in confidence, where it still shows; ends on the person's own first page."""
    page.goto("/mijn/vertrouwelijk")
    hide = page.get_by_role("button", name="Weer verbergen")
    if hide.count():
        hide.click()
    else:
        page.get_by_role("link", name="Terug naar de pagina").click()
    page.wait_for_url("**/mijn/**")


def press(page: Page | Locator, name: str) -> None:
    """Press the button that says so."""
    page.get_by_role("button", name=name, exact=True).click()


def answer(form: Page | Locator, question: str, *chosen: str) -> None:
    """Choose these under one question with faces or sentences to choose from."""
    group = form.get_by_role("group", name=question, exact=True)
    for label in chosen:
        group.get_by_label(label).check()


def who_must(page: Page, person: str, *harming: str) -> str:
    """From the page of consent: who must say yes to youth help for somebody; `harming` are told to harm them."""
    page.get_by_role("link", name="Antwoord opschrijven").click()
    answer(page, "Over wie gaat het?", person)
    page.locator("[name=subject][value=help_youth]").check()
    for name in harming:
        answer(page, "Wiens gedrag doet deze persoon schade?", name)
    press(page, "Kijk wie ja moet zeggen")
    return page.locator("#must").locator("xpath=..").inner_text()
