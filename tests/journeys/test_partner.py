"""A teacher beside a household: she reads what she told and what is shared with her, and finds nothing else."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from .by_hand import masked, sent, typed
from .conftest import Demo, Open
from .doing import come_in_as_professional, household_of, press
from .walking import forms, kind_of, written

TOLD = "Noa bleef drie middagen binnen in de pauze."
NOT_HERS = (
    "Samira",
    "Karim",
    "Yusuf",
    "Latifa",
    "Lindehof",
    "ik telde autos",
    "Noa mag oma bellen",
    "als Noa stiller wordt",
)


def look_for(page: Page, words: str) -> str:
    """What search answers."""
    page.goto("/zoeken")
    page.get_by_label("Wat zoek je?").fill(words)
    press(page.locator("main"), "Zoeken")
    return page.locator("main").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_a_teacher_reads_and_answers_what_she_told_and_finds_nothing_else(
    opened: Open, demo: Demo, script: bool
) -> None:
    words = f"Noa speelde vandaag weer buiten, {'met Fleur' if script else 'met Bas'}."
    ellen = opened(script=script)
    come_in_as_professional(ellen, demo, "Ellen")
    assert ellen.locator(".home a").count() == 1
    ellen.locator(".home a").click()
    assert TOLD in ellen.locator("main").inner_text()
    for name in ("Plan", "Toegang", "Opschrijven", "Toevoegen of wijzigen"):
        assert ellen.get_by_role("link", name=name, exact=True).count() == 0, name
    ellen.locator(".entry", has_text=TOLD).get_by_role("link", name="Wie en waarom").click()
    ellen.get_by_role("link", name="Antwoorden").click()
    assert "Er kan meer zijn dat we niet noemen" in ellen.locator("main").inner_text()
    ellen.get_by_label("In je eigen woorden").fill(words)
    press(ellen, "Bevestigen")
    assert words in ellen.locator("#antwoorden").inner_text()
    entry = urlsplit(ellen.url).path

    own = f"Noa tekende een huis met {'drie' if script else 'vier'} ramen."
    ellen.goto("/huishoudens")
    ellen.locator(".home a").click()
    ellen.get_by_role("link", name="Zelf opschrijven").click()
    ellen.get_by_label("Feit").check()
    ellen.get_by_label("In je eigen woorden").fill(own)
    assert ellen.get_by_label("Alleen jij en het team").is_checked()
    press(ellen, "Bevestigen")
    assert own in ellen.locator("main").inner_text()
    written_by_her = urlsplit(ellen.url).path

    assert TOLD in look_for(ellen, "pauze")
    for word in ("trap", "auto's tellen", "Karim", "Geertje"):
        assert "Niets gevonden" in look_for(ellen, word)

    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    jerrel.goto(entry)
    assert words in jerrel.locator("#antwoorden").inner_text()
    jerrel.goto(written_by_her)
    assert own in jerrel.locator("main").inner_text()


def test_every_address_of_the_team_answers_a_teacher_as_one_that_does_not_exist(
    opened: Open, demo: Demo
) -> None:
    jerrel = opened()
    come_in_as_professional(jerrel, demo, "Jerrel")
    seen = written(jerrel, household_of(jerrel, "Samira"), kind_of)
    ellen = opened()
    come_in_as_professional(ellen, demo, "Ellen")
    own = written(ellen, ellen.url)
    hers = "\n".join(own.values())
    assert [text for text in NOT_HERS if text in hers] == []

    mine = {
        urlsplit(found).path for address, html in own.items() for found in (address, *forms(html, address))
    }
    strange = {found for found in typed(seen) if urlsplit(found).path not in mine}
    assert len(strange) > 100
    nothing = masked(ellen.request.get("/bestaat-niet"))
    assert nothing[0] == 404
    assert [address for address in strange if masked(ellen.request.get(address)) != nothing] == []
    token = next(cookie["value"] for cookie in ellen.context.cookies() if cookie["name"] == "csrftoken")
    for address in sent(seen) & strange:
        posted = ellen.request.post(address, form={"csrfmiddlewaretoken": token})
        assert masked(posted) == nothing, address
