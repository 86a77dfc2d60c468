"""What a worker does in a household: opening it from the register, writing down a talk, the plan, a way in."""

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from .doing import answer, press


@dataclass(frozen=True, slots=True)
class Said:
    """One passage of a talk: whose words, of what kind, who reads them; without `readers` as Naast proposes."""

    teller: str
    words: str
    nature: str = "Verteld"
    readers: tuple[str, ...] = ()


def open_from_register(page: Page, bsn: str) -> str:
    """Look somebody up by number and open the household as it is proposed; gives its address."""
    page.get_by_role("link", name="Huishouden openen").click()
    page.get_by_label("Waarom open je een huishouden?").fill("Zij vroegen zelf om hulp.")
    page.get_by_label("Waarvoor heb je de BRP nodig?").select_option(
        "Iemand uit het huishouden vraagt om hulp"
    )
    page.get_by_label("BSN").fill(bsn)
    press(page.locator("main"), "Zoeken")
    press(page, "Verder met deze persoon")
    page.locator("section.panel").get_by_role("button", name="Huishouden openen").click()
    assert "Het huishouden is open." in page.locator("main").inner_text()
    return page.url


def write_talk(page: Page, household: str, told: Sequence[Said]) -> None:
    """Write one talk with its passages, read it back, and confirm it."""
    page.goto(f"{household}/schrijven")
    page.get_by_label("Hoe sprak je?").select_option("Huisbezoek")
    for place, said in enumerate(told, start=1):
        if place > 1:
            page.get_by_role("button", name="Nog een stuk").click()
        _passage(page, place, said)
    press(page, "Lees terug en bevestig")
    back = page.locator("main").inner_text()
    for said in told:
        assert said.words in back
    press(page, "Bevestigen")
    assert f"het gesprek en {len(told)} stukken" in page.locator("main").inner_text()


def _passage(page: Page, place: int, said: Said) -> None:
    passage = page.locator(f"#stuk-{place}")
    answer(passage, "Wat is het?", said.nature)
    answer(passage, "Wie vertelde het?", said.teller)
    passage.get_by_role("textbox", name="In eigen woorden").fill(said.words)
    if said.readers:
        answer(passage, "Wie mag dit lezen?", "Zelf kiezen")
        answer(passage, "Wie mag dit nog meer lezen?", *said.readers)


def write_situation(page: Page, household: str, said: Said) -> None:
    """Write an unsafe situation in somebody's words, for everybody in the plan."""
    page.goto(f"{household}/plan/situatie")
    answer(page, "Wiens woorden zijn dit?", said.teller)
    page.get_by_label("Wat is de situatie?").fill(said.words)
    answer(page, "Wie mag dit lezen?", "Iedereen in het plan")
    _read_back(page)


def agree(
    page: Page, words: str, *, does: Sequence[str], watches: Sequence[str], about: Sequence[str]
) -> None:
    """Write an agreement about the situation on this page of the plan, for who stands in it."""
    page.get_by_role("link", name="Afspraak hierover").click()
    page.get_by_label("Wat spreken jullie af?").fill(words)
    answer(page, "Wie doet het?", *does)
    answer(page, "Wie let op?", *watches)
    answer(page, "Voor wie is het nog meer?", *about)
    page.get_by_label("Wat als het niet lukt?").fill("Dan bellen zij het wijkteam.")
    _read_back(page)


def _read_back(page: Page) -> None:
    press(page, "Lees terug")
    press(page, "Ja, bewaren")
    page.wait_for_url("**/plan")


def make_way_in(page: Page, household: str, name: str, channel: str, pin: str) -> str:
    """Make a way in with the person present; gives the one-time link."""
    page.goto(f"{household}/toegang")
    page.locator(".entrance", has_text=name).get_by_role("link", name="Eigen link").click()
    page.get_by_label("Eigen e-mailadres of telefoonnummer").fill(channel)
    page.get_by_label("Een code van zes cijfers").fill(pin)
    page.get_by_label("Nog een keer dezelfde code").fill(pin)
    page.get_by_label("zit naast mij").check()
    press(page, "Maak de ingang en laat de link zien")
    return page.get_by_label("Deze link zie je één keer").input_value()
