"""Who knows what about me: from the read expression, never more people than the page may name."""

import re

from tests.cast import Cast
from tests.portal.conftest import Browser, masked

from naast.actions import dossiers, withholding

ALL = ("samira", "yusuf", "noa")


def knows(cast: Cast, browser: Browser, name: str, **how: bool) -> str:
    answer = browser(name, **how).get(f"/mijn/{cast.dossier}/wie-weet-wat")
    assert answer.status_code == 200
    return answer.content.decode()


def part_of(page: str, name: str) -> str:
    """What the page says of one person."""
    for section in re.findall(r"<section.*?</section>", page, re.DOTALL):
        if f"<span>{name}</span>" in section:
            return section
    return ""


def test_each_person_stands_with_what_they_may_read_and_why(cast: Cast, browser: Browser) -> None:
    cast.tells("samira", "Voor Karim ook.", "karim")
    cast.tells("samira", "Alleen voor het team.")
    page = knows(cast, browser, "samira", asked=True)
    assert "Voor Karim ook." in part_of(page, "Karim")
    assert "Alleen voor het team." not in part_of(page, "Karim")
    assert "Alleen voor het team." in part_of(page, "Jerrel")
    assert "vast gezicht" in part_of(page, "Jerrel")


def test_unasked_nothing_in_confidence_and_nobody_whom_others_do_not_know(
    cast: Cast, browser: Browser
) -> None:
    cast.tells("samira", "Voor Karim ook.", "karim")
    cast.tells("samira", "Dit mag iedereen weten.", *ALL, "karim", "ellen")
    page = knows(cast, browser, "samira")
    assert "Dit mag iedereen weten." in part_of(page, "Yusuf")
    for hidden in ("Karim", "Ellen", "Voor Karim ook."):
        assert hidden not in page


def test_what_was_withheld_from_somebody_is_not_said_to_be_read_by_them(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Voor Karim ook.", "karim")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        entry=entry,
        reason="veiligheid",
    )
    assert "Voor Karim ook." not in part_of(knows(cast, browser, "samira", asked=True), "Karim")


def test_what_others_told_about_me_but_not_to_me_is_not_there(cast: Cast, browser: Browser) -> None:
    cast.tells("samira", "Karim was boos.")
    assert "Karim was boos." not in knows(cast, browser, "karim", asked=True)


def test_no_number_of_people_or_things_stands_on_the_page(cast: Cast, browser: Browser) -> None:
    before = masked(knows(cast, browser, "karim"))
    cast.tells("samira", "Karim was boos.")
    dossiers.add_person(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=dossiers.NewPerson("x", "Wilhelmina"),
        relation=("friend", cast.people["samira"]),
    )
    assert masked(knows(cast, browser, "karim")) == before


def test_the_same_sentence_stands_under_the_list(cast: Cast, browser: Browser) -> None:
    assert "Er kunnen meer mensen zijn die wij hier niet noemen" in knows(cast, browser, "karim")


def test_another_household_is_not_found(cast: Cast, browser: Browser) -> None:
    nowhere = "/mijn/00000000-0000-4000-8000-000000000000/wie-weet-wat"
    assert browser("samira").get(nowhere).status_code == 404
