"""From the register to a first safety plan on paper: everybody is heard, and a member answers in their own portal."""

import pytest

from tests import pdf

from .conftest import Demo, Open
from .doing import answer, come_in_as_professional, come_in_by_link, press, show_confidential
from .walking import written
from .working import Said, agree, make_way_in, open_from_register, write_situation, write_talk

FAMILY = "999970008"  # an official test person with a partner and three children
CHILDREN = ("Gloria", "Gijs", "Gerdien")
WISH = "Ik wil dat wij weer rustig eten met elkaar."
IN_CONFIDENCE = "Als hij drinkt, slaap ik bij de kinderen op de kamer."
OF_A_CHILD = "Ik lig soms wakker van de deur."
TALK = (
    Said("Govert", "Ik slaap slecht. Dan word ik kort tegen iedereen."),
    Said("Grada", WISH, "Wens", readers=("Govert",)),
    Said("Grada", IN_CONFIDENCE),
    Said("Gerdien", OF_A_CHILD),
    Said("Gijs", "De hond mag altijd bij mij liggen."),
    Said("Gloria", "Papa leest voor."),
)
SITUATION = Said("Govert", "Als ik moe thuiskom en het is druk.")
AGREED = "Govert loopt eerst een rondje met de hond. Dan pas gaat hij aan tafel."
SEEN = "Een rondje is goed. Maar niet als het donker is."
PIN = "517302"


@pytest.mark.parametrize(("script", "worker"), [(True, "Mirjam"), (False, "Ayşe")])
def test_a_household_is_opened_everybody_is_heard_and_a_member_answers_the_plan(
    opened: Open, demo: Demo, script: bool, worker: str
) -> None:
    desk = opened(script=script, phone=not script)  # each part of the job at both sizes
    come_in_as_professional(desk, demo, worker)
    household = open_from_register(desk, FAMILY)
    write_talk(desk, household, TALK)
    write_situation(desk, household, SITUATION)
    agree(desk, AGREED, does=["Govert"], watches=["Grada"], about=CHILDREN)
    link = make_way_in(desk, household, "Govert", f"govert@{worker}.example", PIN)

    his = opened(script=script, phone=script)
    come_in_by_link(his, link, PIN)
    home = his.url
    assert "Dag Govert" in his.locator("h1").inner_text()
    his.get_by_role("link", name="Mijn verhaal").click()
    assert WISH not in his.locator("main").inner_text()  # somebody may be looking along
    show_confidential(his, PIN)
    shown = his.locator("main").inner_text()
    assert WISH in shown
    assert TALK[0].words in shown
    everything = "\n".join(written(his, home).values())
    assert AGREED in everything
    assert IN_CONFIDENCE not in everything
    assert OF_A_CHILD not in everything

    his.goto(home)
    his.get_by_role("link", name="Ons plan").click()
    his.get_by_role("link", name="Zeg wat u ervan vindt").click()
    answer(his, "Wat vindt u?", "Ik zie dit anders")
    his.get_by_label("Hoe ziet u het?").fill(SEEN)
    press(his, "Bewaren")
    assert "U ziet dit anders." in his.locator("main").inner_text()

    desk.goto(f"{household}/plan")
    opinion = desk.locator(".positions li", has_text="Govert")
    assert "ziet het anders" in opinion.inner_text()
    assert SEEN in opinion.inner_text()
    assert "niet gedeeld" in desk.locator(".positions li", has_text="Grada").inner_text()

    paper = "".join("".join(pdf.pages(desk.request.get(f"{household}/plan/afspraken.pdf").body())).split())
    for told, stands in ((AGREED, True), (IN_CONFIDENCE, False), (OF_A_CHILD, False), (SEEN, False)):
        assert ("".join(told.split()) in paper) is stands, told
