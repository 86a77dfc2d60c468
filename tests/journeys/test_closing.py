"""Closing a phase by hand: what is asked of each criterion shows where the choice closes something, or always."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from .conftest import Demo, Open
from .doing import come_in_as_professional, household_of, press
from .test_every_page import NARROW, THEMES, WIDE, faults


@pytest.mark.parametrize("script", [True, False])
def test_the_criteria_are_asked_where_the_choice_closes_a_phase(
    opened: Open, demo: Demo, script: bool
) -> None:
    """Nothing is kept: what is missing is said at its field, and what was typed stays."""
    page = opened(script=script)
    come_in_as_professional(page, demo, "Jerrel")
    page.goto(household_of(page, "Samira") + "/fase")
    asked = page.get_by_role("group", name="Een half jaar zonder incidenten")
    expect(asked).to_be_visible(visible=not script)
    page.get_by_role("radio", name="Directe veiligheid Bereikt").check()
    expect(asked).to_be_visible(visible=not script)
    page.get_by_role("radio", name="Duurzame veiligheid").check()
    expect(asked).to_be_visible()
    asked.get_by_role("radio", name="Deels bereikt").check()
    page.get_by_role("textbox", name="Waarom?", exact=True).fill("Het is rustig.")
    press(page, "Lees terug")
    expect(asked).to_be_visible()
    expect(asked).to_contain_text("Schrijf op waarom jullie het zo zien.")
    expect(asked.get_by_role("radio", name="Deels bereikt")).to_be_checked()
    if script:
        page.evaluate(AXE_SCRIPT)
        for size in (NARROW, WIDE):
            page.set_viewport_size(size)
            assert faults(page, THEMES["light"]) == []
