"""A confidential "no" in the plan, and the plan in the words of a child: on the screen and on paper."""

from tests import pdf

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
from .test_hand_over import hand_to_noa
from .walking import written

AGREED = "Wordt Marco hard, dan loopt hij eerst een blok om."
NO = "Buiten lopen kan ik niet beloven als het zo laat is."
GROWN_UP = "Het ophalen duurt vijf minuten"
FOR_NOA = "Je hoeft niets te zeggen."


def bare(content: bytes) -> str:
    """The text of a paper without its ends of lines."""
    return "".join("".join(pdf.pages(content)).split())


def test_a_no_in_confidence_is_for_the_team_and_reads_as_not_shared_to_who_stands_in_it(
    opened: Open, demo: Demo
) -> None:
    his = opened(phone=True)
    come_in_as_resident(his, demo, "Marco")
    his.get_by_role("link", name="Ons plan").click()
    card = his.locator("article.card", has_text=AGREED)
    card.get_by_role("link", name="Zeg wat u ervan vindt").click()
    answer(his, "Wat vindt u?", "Ik zie dit anders")
    his.get_by_label("Hoe ziet u het?").fill(NO)
    press(his, "Bewaren")
    assert NO not in his.locator("main").inner_text()  # somebody may be looking along

    hers = opened()
    come_in_as_resident(hers, demo, "Denise")
    hers.get_by_role("link", name="Ons plan").click()
    show_confidential(hers, demo.pin_of("Denise"))  # where she reads what was shared with her
    assert NO not in "\n".join(written(hers, hers.url).values())
    him = hers.locator("article.card", has_text=AGREED).locator(".opinion", has_text="Marco")
    assert "niet gedeeld" in him.inner_text()
    hide_confidential(hers)

    desk = opened(phone=True)
    come_in_as_professional(desk, demo, "Jerrel")
    home = household_of(desk, "Denise")
    desk.goto(f"{home}/plan")
    assert NO in desk.locator(".positions li", has_text="Marco").filter(has_text=NO).inner_text()
    paper = bare(desk.request.get(f"{home}/plan/afspraken.pdf").body())
    assert "".join(AGREED.split()) in paper
    assert "".join(NO.split()) not in paper


def test_a_child_reads_the_agreements_in_words_for_children_and_so_does_her_paper(
    opened: Open, demo: Demo
) -> None:
    page = opened(phone=True)
    hand_to_noa(page, demo)
    page.get_by_role("link", name="Ons plan").click()
    shown = page.locator("main").inner_text()
    assert FOR_NOA in shown
    assert GROWN_UP not in shown
    paper = bare(page.request.get(f"{page.url}/afspraken-kinderen.pdf").body())
    assert "".join(FOR_NOA.split()) in paper
    assert "".join(GROWN_UP.split()) not in paper
