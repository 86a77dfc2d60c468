"""Something was shared without a yes: the privacy officer looks at how, asks the team, and reads what it answers."""

import re

import pytest

from .conftest import Demo, Open
from .doing import come_in_as_professional, household_of, press
from .test_sharing import PURPOSE, fill_in

QUESTION = "Waarom wist wie het vertelde dit niet eerst?"
ANSWER = "Zij weet het sinds vanochtend. Ik zat naast haar."


@pytest.mark.parametrize("script", [True, False])
def test_a_share_without_a_yes_is_looked_at_and_the_team_answers(
    opened: Open, demo: Demo, script: bool
) -> None:
    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    fill_in(jerrel, household)
    press(jerrel, "Lees terug")
    press(jerrel, "Ja, deel het")
    jerrel.wait_for_url("**/delen")

    ine = opened(script=script, phone=True)
    come_in_as_professional(ine, demo, "Ine")
    waits = ine.locator("main article", has_text="Ellen Bos")
    before = waits.count()
    assert "Conflict van plichten" in waits.last.inner_text()
    assert not re.search("Samira|Noa|Haddad", ine.locator("main").inner_text())
    waits.last.get_by_role("link", name="Bekijken").click()
    ine.get_by_label("Een vraag aan het team").check()
    press(ine, "Bewaren")
    assert "Schrijf op wat je vraagt of vond." in ine.locator("main").inner_text()
    ine.get_by_label("Wat vraag of vind je?").fill(QUESTION)
    press(ine, "Bewaren")
    ine.wait_for_url("**/toezicht")
    assert waits.count() == before - 1

    jerrel.goto("/vandaag")
    asked = jerrel.locator("li", has_text="De functionaris gegevensbescherming vraagt het team iets")
    asked.get_by_role("link", name="Bekijken").first.click()
    assert QUESTION in jerrel.locator("main").inner_text()
    jerrel.locator("main").get_by_role("link", name="Antwoorden", exact=True).click()
    jerrel.locator("[name=words]").fill(ANSWER)
    press(jerrel, "Bevestigen")
    assert ANSWER in jerrel.locator("main").inner_text()

    ine.goto("/toezicht/bekeken")
    assert ANSWER in ine.locator("main article", has_text=QUESTION).first.inner_text()
    jerrel.goto(f"{household}/delen")
    open_now = jerrel.locator("article", has_text=PURPOSE).filter(has=jerrel.locator("form"))
    open_now.first.get_by_role("button", name="Stoppen met delen").click()
    jerrel.wait_for_url("**/delen")


def test_the_trace_shows_a_try_and_never_a_name_of_the_household(opened: Open, demo: Demo) -> None:
    jerrel, dunya = opened(), opened()
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    come_in_as_professional(dunya, demo, "Dunya")
    response = dunya.goto(household)
    assert response is not None
    assert response.status == 404
    ine = opened()
    come_in_as_professional(ine, demo, "Ine")
    ine.get_by_role("link", name="Logboek").click()
    ine.get_by_label("Hoe het afliep").select_option("geweigerd")
    ine.get_by_label("Wie", exact=True).select_option("Dunya Smit")
    press(ine.locator("main"), "Zoeken")
    line = ine.locator("tbody tr").first.inner_text()
    assert "Dunya Smit" in line
    assert household.rpartition("/")[2][:8] in line
    assert not re.search("Samira|Noa|Haddad", ine.locator("main").inner_text())
    ine.get_by_role("link", name="Wat opvalt").click()
    assert "Het zegt niets uit zichzelf" in ine.locator("main").inner_text()
