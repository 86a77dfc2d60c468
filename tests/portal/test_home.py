"""Home of a household member: who stands beside them, and nothing that somebody over the shoulder may not see."""

from datetime import timedelta

import pytest
from tests.cast import Cast
from tests.portal.conftest import Browser

from naast.actions import dossiers, evaluations, involvements, splitting
from naast.actions.dossiers import NewPerson


def home(cast: Cast, browser: Browser, name: str, **how: bool) -> str:
    answer = browser(name, **how).get(f"/mijn/{cast.dossier}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_first_page_goes_to_the_one_household_of_this_person(cast: Cast, browser: Browser) -> None:
    answer = browser("samira").get("/mijn")
    assert (answer.status_code, answer["Location"]) == (302, f"/mijn/{cast.dossier}")


def test_a_mother_sees_her_children_and_the_fixed_face_beside_her(cast: Cast, browser: Browser) -> None:
    page = home(cast, browser, "samira")
    assert "Dag Samira" in page
    assert 'aria-label="Naast u staan: Yusuf, Noa en Jerrel"' in page
    assert "Vraag iets aan Jerrel" in page
    assert "Ellen" not in page  # whom only Samira knows of


def test_the_former_partner_stands_on_no_page_of_the_mother_unasked(cast: Cast, browser: Browser) -> None:
    assert "Karim" not in home(cast, browser, "samira")
    assert "Karim" in home(cast, browser, "samira", asked=True)


def test_a_father_who_lives_elsewhere_sees_no_household(cast: Cast, browser: Browser) -> None:
    page = home(cast, browser, "karim")
    assert "Dag Karim" in page
    for name in ("Samira", "Yusuf", "Noa", "Jerrel"):
        assert name not in page
    assert "Vraag iets aan het wijkteam" in page


def test_a_child_of_nine_gets_a_page_for_children_on_the_handed_over_screen(
    cast: Cast, browser: Browser
) -> None:
    page = home(cast, browser, "noa", handed=True)
    assert "Hoi Noa" in page
    assert 'class="portal child"' in page
    assert "Kindertelefoon" in page
    assert "Kindertelefoon" not in home(cast, browser, "samira")


def test_a_handed_over_screen_starts_in_its_own_household(cast: Cast, browser: Browser) -> None:
    assert browser("noa", handed=True).get("/mijn")["Location"] == f"/mijn/{cast.dossier}"


def test_a_handed_over_screen_opens_no_other_household_of_the_same_child(
    cast: Cast, browser: Browser
) -> None:
    other = splitting.split(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        leaving=[cast.people["noa"]],
        on=cast.clock.at.date(),
        purpose="Noa woont bij oma",
    )
    assert browser("noa", handed=True).get(f"/mijn/{other}").status_code == 404


def test_who_has_two_households_tells_them_apart_by_worker_and_day_only(cast: Cast, browser: Browser) -> None:
    splitting.split(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        leaving=[cast.people["samira"]],
        on=cast.clock.at.date(),
        purpose="Samira woont apart",
    )
    page = browser("samira").get("/mijn").content.decode()
    assert page.count("Met Jerrel") == 2
    for name in ("Yusuf", "Noa", "Karim", "Samira"):
        assert name not in page


def test_a_person_known_to_the_team_only_is_nowhere(cast: Cast, browser: Browser) -> None:
    dossiers.add_person(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=NewPerson("x", "Wilhelmina")
    )
    assert "Wilhelmina" not in home(cast, browser, "samira", asked=True)


@pytest.mark.parametrize("told_to", [("samira", "yusuf", "noa"), ("samira",)])
def test_the_next_look_shows_where_everybody_may_know_of_it(
    cast: Cast, browser: Browser, told_to: tuple[str, ...]
) -> None:
    day = cast.clock.at.date() + timedelta(days=7)
    evaluations.plan_evaluation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        on=day,
        words="",
        present=(cast.people["jerrel"],),
        choice=cast.choice(*told_to),
    )
    assert ("over het plan" in home(cast, browser, "samira")) is (len(told_to) == 3)
    assert "over het plan" in home(cast, browser, "samira", asked=True)


def test_without_a_running_fixed_face_the_button_says_the_team(cast: Cast, browser: Browser) -> None:
    from naast.access import households as reading

    page = reading.household(cast.viewer("jerrel"), cast.dossier)
    fixed = next(i for i in page.involved if i.role == "fixed_face")
    involvements.end(viewer=cast.viewer("jerrel"), involvement=fixed.entry, at=cast.clock.tick(), nobody=True)
    assert "Vraag iets aan het wijkteam" in home(cast, browser, "samira")


def test_another_household_is_not_found(cast: Cast, browser: Browser) -> None:
    nowhere = browser("samira").get("/mijn/00000000-0000-4000-8000-000000000000")
    assert nowhere.status_code == 404


def test_a_signed_in_worker_finds_nothing_in_the_portal(cast: Cast, browser: Browser) -> None:
    assert browser("jerrel").get(f"/mijn/{cast.dossier}").status_code == 404
