"""A question that a mother, a father and their son answer together: a confidential view stays one until the end."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from .conftest import Demo, Open
from .doing import (
    answer,
    come_in_as_professional,
    come_in_as_resident,
    hide_confidential,
    household_of,
    press,
    show_confidential,
)

HERS, HIS = "Alleen als ik erbij ben.", "Dat mag van mij."


def keep(page: Page) -> None:
    """Read back for whom it is, and keep it."""
    press(page, "Lees terug")
    press(page, "Ja, bewaren")


def note(page: Page, at: str, who: str, button: str, question: str, words: str, *also: str) -> None:
    """One part of the question, about one of those who belong to it, or about others as well."""
    page.goto(at)
    person = page.get_by_role("article").filter(has=page.get_by_role("heading", name=who))
    person.get_by_role("link", name=button).click()
    page.get_by_label(question).fill(words)
    if also:
        answer(page, "Aan wie nog meer?", *also)
    keep(page)
    page.wait_for_url(at)


def main(page: Page) -> str:
    return page.locator("main").inner_text()


def as_resident(opened: Open, demo: Demo, script: bool, name: str) -> tuple[Page, Callable[[], str]]:
    """Somebody's page of questions behind the PIN, and what stands there each time."""
    page = opened(script=script, phone=True)
    come_in_as_resident(page, demo, name)
    home = "/".join(urlsplit(page.url).path.split("/")[:3])

    def shown() -> str:
        hide_confidential(page)
        page.goto(f"{home}/samen")
        show_confidential(page, demo.pin_of(name))
        return main(page)

    return page, shown


@pytest.mark.parametrize("script", [True, False])
def test_a_question_is_answered_together_and_what_one_said_alone_stays_alone(
    opened: Open, demo: Demo, script: bool
) -> None:
    asked = f"Mag de juf bij het {'eerste' if script else 'tweede'} gesprek zitten?"
    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    jerrel.goto(f"{household}/samen/nieuw")
    jerrel.get_by_label("Wat is de vraag?").fill(asked)
    answer(jerrel, "Wie horen bij deze vraag?", "Samira", "Karim", "Yusuf")
    press(jerrel, "Lees terug")
    assert "en het team lezen het." in main(jerrel)
    press(jerrel, "Ja, bewaren")
    at = jerrel.url
    assert "Eerst is iedereen geïnformeerd en gehoord." in main(jerrel)
    told = "Wat heb je verteld, of wat kreeg diegene te lezen?"
    note(jerrel, at, "Samira", "Wat er is verteld", told, "Het gaat om een half uur.", "Karim", "Yusuf")

    samira, hers = as_resident(opened, demo, script, "Samira")
    assert "Het gaat om een half uur." in hers()
    card = samira.get_by_role("article").filter(has_text=asked)
    card.get_by_role("link", name="Zeg hoe u het ziet").click()
    samira.get_by_label("Hoe ziet u het?").fill(HERS)
    press(samira, "Bewaren")
    samira.wait_for_url("**/samen")
    karim, his = as_resident(opened, demo, script, "Karim")
    assert HERS not in his()
    karim.get_by_role("article").filter(has_text=asked).get_by_role("link", name="Zeg hoe u het ziet").click()
    karim.get_by_label("Hoe ziet u het?").fill(HIS)
    karim.locator("[name=share][value=readers]").check()
    press(karim, "Bewaren")
    karim.wait_for_url("**/samen")
    assert HIS in hers()
    note(
        jerrel,
        at,
        "Yusuf",
        "Waarom geen kijk",
        "Waarom staat hun kijk hier niet?",
        "Wil er niets van vinden.",
    )

    jerrel.goto(at)
    assert "Eerst is iedereen" not in main(jerrel)
    jerrel.get_by_role("link", name="Schrijf op wat eruit kwam").click()
    answer(jerrel, "Wat kwam eruit?", "We blijven van mening verschillen")
    jerrel.get_by_label("In eigen woorden: wat gaan jullie doen, of wat blijft zoals het is?").fill(
        "De juf komt het laatste kwartier."
    )
    answer(jerrel, "Wie namen dit besluit?", "Samira", "Jerrel")
    jerrel.get_by_label("Waarover blijven jullie van mening verschillen?").fill("Over het begin.")
    for who, words in (("Samira", "Daarom niet vanaf het begin."), ("Karim", "Gehoord.")):
        view = jerrel.get_by_role("group", name=who, exact=True)
        view.get_by_label("Hoe telde dit mee?").fill(words)
        if who == "Karim":
            view.get_by_label("Karim ziet het anders dan wat eruit kwam").check()
    press(jerrel, "Lees terug")
    assert "kunnen niet lezen hoe Samira het ziet." in main(jerrel)
    press(jerrel, "Ja, bewaren")
    assert "Nog niet teruggekoppeld aan" in main(jerrel)
    back = {"Samira": "De juf komt pas na een kwartier.", "Karim": "Je vertelt eerst zelf hoe het ging."}
    for who, words in back.items():
        note(jerrel, at, who, "Teruggekoppeld", "Wat heb je teruggekoppeld?", words)

    for shown, own, other in ((hers, "Samira", "Karim"), (his, "Karim", "Samira")):
        page = shown()
        assert back[own] in page
        assert back[other] not in page
        assert "De juf komt het laatste kwartier." in page
    assert "Daarom niet vanaf het begin." in hers()
    page = his()
    assert "Het is anders dan wat eruit kwam." in page
    for words in (HERS, "Daarom niet vanaf het begin.", "Wil er niets van vinden."):
        assert words not in page
