"""docs/tutorial.md, walked as it stands: a new worker's first hour, and what each person then sees."""

import re

from playwright.sync_api import Page

from naast.cli.places import CHECKOUT

from .conftest import Demo, Open
from .doing import answer, come_in_as_professional, come_in_by_link, press, show_confidential
from .working import make_way_in

TUTORIAL = " ".join((CHECKOUT / "docs/tutorial.md").read_text(encoding="utf-8").split())


def typed(start: str) -> str:
    """What the tutorial tells to type, by how it begins."""
    found = re.search(rf'"({re.escape(start)}[^"]*)"', TUTORIAL)
    assert found, start
    return found[1]


def shown(page: Page) -> str:
    return page.locator("main").inner_text()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()


def household(page: Page) -> str:
    """Chapter 3: from the register to an open household."""
    follow(page, "Huishouden openen")
    page.get_by_label("Waarom open je een huishouden?").fill(typed("Chantal belde zelf"))
    page.get_by_label("Waarvoor heb je de BRP nodig?").select_option(
        "Iemand uit het huishouden vraagt om hulp"
    )
    page.get_by_label("BSN").fill(typed("99999"))
    press(page.locator("main"), "Zoeken")
    press(page, "Verder met deze persoon")
    assert "Ex-partner" in shown(page)
    page.locator("section.panel").get_by_role("button", name="Huishouden openen").click()
    assert "Chantal, Walter, Sebastiaan en William" in page.locator("h1").inner_text()
    return page.url.split("?")[0]


def hear_everybody(page: Page, home: str) -> None:
    """Chapters 4 and 5: who told what, and who may read it."""
    told = (
        ("Verteld", "Chantal", "Mark staat soms"),
        ("Wens", "Chantal", "Ik wil dat Mark"),
        ("Verteld", "Sebastiaan", "ik slaap bij"),
        ("Feit", "jezelf", "Walter deed"),
    )
    begin_talk(page, home, "Huisbezoek")
    for place, (nature, teller, start) in enumerate(told, 1):
        if place > 1:
            page.get_by_role("button", name="Nog een stuk").click()
        write(page, place, nature, teller, typed(start))
    second, third = page.locator("#stuk-2"), page.locator("#stuk-3")
    answer(second, "Wie mag dit lezen?", "Zelf kiezen")
    answer(second, "Wie mag dit nog meer lezen?", "Mark")
    third.get_by_label("Hoe is de kring gevraagd?").select_option("Het kind koos wie dit mag lezen.")
    third.get_by_label("Waarom leest een ouder met gezag dit niet?").fill(typed("Sebastiaan vertelt"))
    press(page, "Lees terug en bevestig")
    assert "Chantal en Mark en het team kunnen dit lezen." in shown(page)
    press(page, "Bevestigen")
    begin_talk(page, home, "Gesprek op kantoor")
    write(page, 1, "Verteld", "Mark", typed("Ik wil weten"))
    press(page, "Lees terug en bevestig")
    press(page, "Bevestigen")
    follow(page, "Mark")
    as_mark = shown(page)
    assert typed("Ik wil dat Mark") in as_mark
    assert typed("Ik wil weten") in as_mark
    assert not [start for *_, start in told if start != "Ik wil dat Mark" and typed(start) in as_mark]


def begin_talk(page: Page, home: str, how: str) -> None:
    page.goto(home)
    follow(page, "Opschrijven")
    page.get_by_label("Hoe sprak je?").select_option(how)


def write(page: Page, place: int, nature: str, teller: str, words: str) -> None:
    passage = page.locator(f"#stuk-{place}")
    answer(passage, "Wat is het?", nature)
    answer(passage, "Wie vertelde het?", teller)
    passage.get_by_role("textbox", name="In eigen woorden").fill(words)


def how_safe(page: Page, home: str) -> None:
    """Chapter 6: a number with its reason."""
    page.goto(home)
    follow(page, "Veiligheid nu")
    assert "Is er nu iemand in gevaar?" in shown(page)
    follow(page, "Antwoord noteren")
    answer(page, "Van wie is het antwoord?", "Chantal")
    page.get_by_label("5", exact=True).check()
    page.get_by_label("Waarom dit antwoord?").fill(typed("Overdag gaat het."))
    press(page, "Antwoord bewaren")
    assert typed("Overdag gaat het.") in shown(page)


def first_plan(page: Page) -> None:
    """Chapters 7 and 8: a situation, an agreement, and the paper on which the situation does not stand."""
    follow(page, "Plan")
    follow(page, "Eerste situatie")
    answer(page, "Wiens woorden zijn dit?", "Chantal")
    page.get_by_label("Wat is de situatie?").fill(typed("Als Mark"))
    answer(page, "Wie mag dit lezen?", "Iedereen in het plan")
    press(page, "Lees terug")
    assert "Mark kan dit niet lezen." in shown(page)
    press(page, "Ja, bewaren")
    follow(page, "Afspraak hierover")
    page.get_by_label("Wat spreken jullie af?").fill(typed("Mark stuurt"))
    answer(page, "Wie doet het?", "Mark")
    answer(page, "Wie let op?", "Chantal")
    answer(page, "Voor wie is het nog meer?", "Walter", "Sebastiaan", "William")
    page.get_by_label("Wat als het niet lukt?").fill(typed("Dan blijft"))
    page.get_by_label("Hoe vertellen jullie het de kinderen?").fill(typed("Gaat de bel"))
    press(page, "Lees terug")
    press(page, "Ja, bewaren")
    page.wait_for_url("**/plan")
    assert "niet gedeeld" in shown(page)
    assert page.get_by_role("link", name="Kies een dag").count()
    follow(page, "Op papier")
    paper = shown(page)
    assert typed("Mark stuurt") in paper
    assert typed("Als Mark") not in paper
    for name in ("Het plan als pdf", "Voor de kinderen, als pdf", "Kaartjes voor in de portemonnee, als pdf"):
        assert name in paper


def mother(page: Page, link: str, pin: str) -> None:
    """Chapter 9: her words stay hidden until she asks, and she says what she thinks."""
    come_in_by_link(page, link, pin)
    assert page.get_by_role("link", name="Snel weg").is_visible()
    follow(page, "Mijn verhaal")
    assert typed("Mark staat soms") not in shown(page)
    show_confidential(page, pin)
    assert typed("Mark staat soms") in shown(page)
    press(page, "Weer verbergen")
    say(page, "Ik ben het deels eens", typed("Ook als hij"))
    follow(page, "Mijn plek")
    follow(page, "Wie keek er mee?")
    assert "las het plan" in shown(page)


def say(page: Page, stance: str, words: str) -> None:
    follow(page, "Mijn plek")
    follow(page, "Ons plan")
    assert typed("Mark stuurt") in shown(page)
    follow(page, "Zeg wat u ervan vindt")
    answer(page, "Wat vindt u?", stance)
    page.get_by_label("Hoe ziet u het?").fill(words)
    press(page, "Bewaren")


def child(page: Page, home: str, pin: str) -> None:
    """Chapter 10: the screen is the child's until the worker's PIN."""
    page.goto(f"{home}/toegang")
    page.locator(".entrance", has_text="Sebastiaan").get_by_role("link", name="Scherm geven").click()
    page.get_by_label("Sebastiaan zit naast mij").check()
    press(page, "Geef het scherm")
    page.wait_for_url("**/mijn/**")
    follow(page, "Ons plan")
    assert typed("Gaat de bel") in shown(page)
    assert page.request.get(home).status == 404
    follow(page, "Klaar? Geef het scherm terug")
    page.locator("[name=pin]").fill(pin)
    press(page, "Terug naar de medewerker")


def him(page: Page, link: str, pin: str) -> None:
    """Chapter 11: he takes part in the plan, and finds nothing of the house."""
    come_in_by_link(page, link, pin)
    assert not [name for name in ("Chantal", "Walter", "Sebastiaan", "William") if name in shown(page)]
    follow(page, "Mijn verhaal")
    say(page, "Ik ben het eens", typed("Dat kan ik"))
    plan = shown(page)
    assert typed("Als Mark") not in plan
    assert typed("Ook als hij") not in plan


def test_the_first_hour_goes_as_the_tutorial_tells(opened: Open, demo: Demo) -> None:
    desk = opened()
    come_in_as_professional(desk, demo, "Mirjam")
    assert "Ligt bij jou" in shown(desk)
    home = household(desk)
    hear_everybody(desk, home)
    how_safe(desk, home)
    first_plan(desk)
    hers = make_way_in(desk, home, "Chantal", typed("chantal@"), typed("517"))
    mother(opened(phone=True), hers, typed("517"))
    child(desk, home, demo.pin_of("Mirjam"))
    his = make_way_in(desk, home, "Mark", "mark@voorbeeld.example", typed("640"))
    him(opened(phone=True), his, typed("640"))
    desk.goto(f"{home}/plan")
    both = shown(desk)
    assert typed("Ook als hij") in both
    assert typed("Dat kan ik") in both
