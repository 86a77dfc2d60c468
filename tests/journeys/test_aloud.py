"""Read aloud: by a voice of the device, never by one that another host speaks, and silent once the page is left."""

import pytest
from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import come_in_as_resident

START, NONE = "Lees voor", "Dit apparaat heeft geen eigen stem om voor te lezen."
# Stands in for the browser's voices: notes what is spoken, and when it is silenced.
VOICES = """
window.spoken = []; window.silenced = 0;
window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => %s,
  speak: (one) => window.spoken.push([one.text, one.voice.name]),
  cancel: () => { window.silenced += 1; },
} });
"""
LOCAL = "{ name: 'van hier', lang: 'nl-NL', localService: true }"
REMOTE = "{ name: 'van elders', lang: 'nl-NL', localService: false }"
FOREIGN = "{ name: 'andere taal', lang: 'de-DE', localService: true }"


def at_home(opened: Open, demo: Demo, voices: str) -> Page:
    page = opened()
    page.context.add_init_script(VOICES % voices)
    come_in_as_resident(page, demo, "Samira")
    page.reload()
    return page


def test_a_voice_of_the_device_reads_what_can_be_seen(opened: Open, demo: Demo) -> None:
    page = at_home(opened, demo, f"[{REMOTE}, {FOREIGN}, {LOCAL}]")
    page.get_by_role("button", name=START).click()
    spoken = page.evaluate("window.spoken")
    assert ["Dag Samira", "van hier"] in spoken
    assert {voice for _, voice in spoken} == {"van hier"}
    assert not any(START in text for text, _ in spoken)
    before = page.evaluate("window.silenced")
    page.get_by_role("button", name="Stop met voorlezen").click()
    assert page.evaluate("window.silenced") > before
    assert page.get_by_role("button", name=START).is_visible()


@pytest.mark.parametrize("voices", ["[]", f"[{REMOTE}, {FOREIGN}]"])
def test_without_a_voice_of_the_device_it_says_so_and_nothing_is_spoken(
    opened: Open, demo: Demo, voices: str
) -> None:
    page = at_home(opened, demo, voices)
    page.get_by_role("button", name=START).click()
    assert NONE in page.locator("[data-aloud]").inner_text()
    assert page.evaluate("window.spoken") == []


def test_a_page_that_is_left_is_silent(opened: Open, demo: Demo) -> None:
    page = at_home(opened, demo, f"[{LOCAL}]")
    page.get_by_role("button", name=START).click()
    before = page.evaluate("window.silenced")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("window.silenced") > before


def test_without_script_there_is_no_button(opened: Open, demo: Demo) -> None:
    page = opened(script=False)
    come_in_as_resident(page, demo, "Samira")
    assert not page.get_by_role("button", name=START).is_visible()
