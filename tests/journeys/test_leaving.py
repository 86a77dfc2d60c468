"""A professional comes with an invitation, becomes a fixed face, and leaves; the household goes on with another."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page

from naast.rules import totp

from .conftest import Demo, Open
from .doing import come_in_as_professional, press
from .working import open_from_register

PASSWORD = "een lange wandeling"
ALONE = "999991723"  # an official test person


def invited(lead: Page, name: str, mail: str) -> str:
    """The lead makes an account; gives the address of the invitation."""
    lead.goto("/team/nieuw")
    lead.get_by_label("Voornaam").fill(name.partition(" ")[0])
    lead.get_by_label("Achternaam").fill(name.partition(" ")[2])
    lead.get_by_label("E-mailadres").fill(mail)
    lead.get_by_label("Functie of organisatie").fill("wijkteam")
    press(lead, "Account maken")
    return lead.locator("code.secret").inner_text()


def come_in(page: Page, address: str) -> None:
    """Choose a password and a second step, and come in."""
    page.goto(address)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=again]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    secret = re.sub(r"\s", "", page.locator("code.secret").first.inner_text())
    page.locator("[name=code]").fill(totp.code(secret, totp.step(datetime.now().astimezone())))
    page.locator("main button[type=submit]").first.click()
    page.goto("/huishoudens")


@pytest.mark.parametrize("script", [True, False])
def test_a_household_keeps_a_fixed_face_when_a_professional_leaves(
    opened: Open, demo: Demo, script: bool
) -> None:
    name = "Noor Smit" if script else "Bas Kok"
    lead = opened(script=script)
    come_in_as_professional(lead, demo, "Jerrel")
    newcomer = opened(script=script)
    come_in(newcomer, invited(lead, name, f"{name.split()[0].lower()}@naast.example"))
    household = open_from_register(newcomer, ALONE)
    assert f"{name}\nvast gezicht" in newcomer.locator(".house-head").inner_text()

    lead.goto("/team")
    lead.get_by_role("link", name=f"Sluiten {name}").click()
    asked = lead.locator("main").inner_text()
    assert "1 huishouden heeft dan een nieuw vast gezicht nodig." in asked
    press(lead, "Dit account sluiten")
    assert "Kies wie het vaste gezicht wordt." in lead.locator("main").inner_text()
    lead.get_by_label("Wie wordt het vaste gezicht?").select_option("Ayşe Demir")
    press(lead, "Dit account sluiten")
    assert "Het account is gesloten." in lead.locator("main").inner_text()
    lead.goto(household)
    assert "Niets gevonden" in lead.locator("main").inner_text()

    newcomer.goto(household)
    assert "/aanmelden" in newcomer.url
    follows = opened(script=script)
    come_in_as_professional(follows, demo, "Ayşe")
    follows.goto(household)
    assert "Ayşe Demir\nvast gezicht" in follows.locator(".house-head").inner_text()
    assert "Niemand is nu het vaste gezicht" not in follows.locator("main").inner_text()
