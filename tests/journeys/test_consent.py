"""A separated couple with one who harms: each is asked, a person can set one aside, and neither reads the other."""

from .conftest import Demo, Open
from .doing import (
    answer,
    come_in_as_professional,
    come_in_as_resident,
    household_of,
    press,
    show_confidential,
    who_must,
)

HELP = "Yusuf praat met iemand die niet kiest."
WORDS = "Hij mag zeggen wat hij wil."


def test_of_parents_apart_each_is_asked_and_the_one_who_harms_learns_nothing_of_the_others_yes(
    opened: Open, demo: Demo
) -> None:
    jerrel = opened()
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = household_of(jerrel, "Samira")
    jerrel.goto(f"{household}/toestemming")
    must = who_must(jerrel, "Yusuf", "Karim")
    assert "Samira moet ja zeggen" in must
    assert "kan opzij gezet worden" in must
    assert "/vragen" in jerrel.url
    assert "Karim" not in jerrel.url
    answer(jerrel, "Wie antwoordt?", "Samira")
    jerrel.locator("[name=answer][value=yes]").check()
    jerrel.get_by_label("In eigen woorden").fill(WORDS)
    jerrel.get_by_label("Waar is het voor?").fill(HELP)
    press(jerrel, "Schrijf het antwoord op")
    jerrel.wait_for_url("**/toestemming")
    assert HELP in jerrel.locator("main").inner_text()

    karim = opened(phone=True)
    come_in_as_resident(karim, demo, "Karim")
    karim.get_by_role("link", name="Waar ik ja op zei").click()
    show_confidential(karim, demo.pin_of("Karim"))
    for word in (HELP, WORDS):
        assert word not in karim.locator("main").inner_text()

    samira = opened(phone=True)
    come_in_as_resident(samira, demo, "Samira")
    samira.get_by_role("link", name="Waar ik ja op zei").click()
    show_confidential(samira, demo.pin_of("Samira"))
    mine = samira.locator("main li, main article", has_text=HELP).last
    assert WORDS in mine.inner_text()
    mine.get_by_role("link", name="Ik wil dit niet meer").click()
    press(samira, "Mijn ja intrekken")
    jerrel.reload()
    assert "is ingetrokken" in jerrel.locator("main").inner_text()
