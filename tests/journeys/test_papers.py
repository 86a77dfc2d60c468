"""Paper that was given out: who has it and how new it is, that the plan changed since, and that it got lost."""

from urllib.parse import urlsplit

import pytest

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
from .working import Said, write_situation


@pytest.mark.parametrize("script", [True, False])
def test_paper_is_given_grows_old_and_gets_lost(opened: Open, demo: Demo, script: bool) -> None:
    where = f"In haar {'rode' if script else 'blauwe'} tas."
    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    papers = f"{household}/plan/papier"
    jerrel.goto(papers)
    jerrel.get_by_role("link", name="Ik geef papier mee").click()
    answer(jerrel, "Wie krijgt het?", "Samira")
    jerrel.get_by_label("Wat is goed om te weten?").fill(where)
    press(jerrel, "Lees terug")
    press(jerrel, "Ja, bewaren")
    jerrel.wait_for_url(papers)
    given = jerrel.get_by_role("listitem").filter(has_text=where)
    assert "Het plan is daarna veranderd." not in given.inner_text()
    write_situation(jerrel, household, Said("Samira", f"Als de tas weg is. {where}"))
    jerrel.goto(papers)
    assert "Het plan is daarna veranderd." in given.inner_text()

    karim = opened(script=script, phone=True)
    come_in_as_resident(karim, demo, "Karim")
    home = "/".join(urlsplit(karim.url).path.split("/")[:3])
    karim.goto(f"{home}/plan/papier")
    show_confidential(karim, demo.pin_of("Karim"))
    assert where not in karim.locator("main").inner_text()
    hide_confidential(karim)

    samira = opened(script=script, phone=True)
    come_in_as_resident(samira, demo, "Samira")
    samira.goto(f"{home}/plan/papier")
    assert where not in samira.locator("main").inner_text()
    show_confidential(samira, demo.pin_of("Samira"))
    card = samira.get_by_role("article").filter(has_text=where)
    assert "Het plan is daarna veranderd." in card.inner_text()
    card.get_by_role("link", name="Ik heb het niet meer").click()
    samira.get_by_label("Ik ben het kwijt").check()
    press(samira, "Bewaren")
    samira.wait_for_url("**/plan/papier")
    assert "kwijt" in samira.get_by_role("article").filter(has_text=where).inner_text().lower()
    hide_confidential(samira)

    jerrel.goto(papers)
    assert "kwijt, " in given.inner_text()
