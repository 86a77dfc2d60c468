"""What has to be written down before something goes outside its circle: every ground, every end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from naast.rules.sharing import (
    LEAST_LINES,
    PAPER,
    PLACE,
    SHAREABLE,
    STEPS,
    Needs,
    Noted,
    ends_on,
    problem,
    review_on,
    without_yes,
)

TODAY = date(2026, 11, 16)
TOMORROW = TODAY + timedelta(days=1)
WHOLE = Noted(
    needs=Needs.WEIGHING,
    way=PLACE,
    receivers=1,
    purpose="Rust op school.",
    need="School ziet haar elke dag.",
    lighter="Zonder namen weet school niet om wie het gaat.",
    words="Het gaat slechter.\nWachten kan niet.",
    told=True,
    not_told="",
    look_on=None,
    ends=TOMORROW,
)


def field(needs: Needs = Needs.WEIGHING, **changed: object) -> str | None:
    found = problem(replace(WHOLE, needs=needs, **changed), TODAY)  # type: ignore[arg-type]
    return found[0] if found else None


@pytest.mark.parametrize("needs", list(Needs))
def test_a_whole_one_has_nothing_wrong(needs: Needs) -> None:
    assert field(needs) is None


# which field is asked for when it is empty, by hand from domain-facts 5.4 and issue: rows are fields, columns grounds
ASKED = """
            consent  duty  weighing  danger
need        -        asked asked     -
lighter     -        -     asked     -
words       -        asked asked     asked
purpose     asked    asked asked     asked
"""


@pytest.mark.parametrize(
    ("name", "needs", "asked"),
    [
        (line.split()[0], Needs(needs), cell == "asked")
        for line in ASKED.strip().splitlines()[1:]
        for needs, cell in zip(ASKED.split("\n")[1].split(), line.split()[1:], strict=True)
    ],
)
def test_each_ground_asks_for_its_own_reasons(name: str, needs: Needs, asked: bool) -> None:
    assert field(needs, **{name: " "}) == (name if asked else None)


def test_in_danger_one_line_does_not_do() -> None:
    assert field(Needs.DANGER, words="\n\nHij staat voor de deur.\n \n") == "words"
    assert field(Needs.DANGER, words="\n".join(["Nu."] * LEAST_LINES)) is None


@pytest.mark.parametrize(("receivers", "wrong"), [(0, "receiver"), (1, None), (2, "receiver")])
def test_each_receiver_is_a_share_of_its_own(receivers: int, wrong: str | None) -> None:
    assert field(receivers=receivers) == wrong


def test_it_is_read_in_naast_or_given_as_a_file() -> None:
    assert field(way="") == "way"
    assert field(way="mail") == "way"


@pytest.mark.parametrize(
    ("needs", "told", "not_told", "look_on", "wrong"),
    [
        (Needs.CONSENT, False, "Zij leest mee.", TOMORROW, "told"),
        (Needs.WEIGHING, False, "", TOMORROW, "not_told"),
        (Needs.WEIGHING, False, "Hij leest mee.", None, "look_on"),
        (Needs.WEIGHING, False, "Hij leest mee.", TODAY, "look_on"),
        (Needs.DUTY, False, "Hij leest mee.", TOMORROW, None),
        (Needs.DANGER, False, "Hij leest mee.", TOMORROW, None),
        (Needs.DANGER, True, "", None, None),
    ],
)
def test_who_told_it_hears_of_it_unless_it_says_why_not_yet(
    needs: Needs, told: bool, not_told: str, look_on: date | None, wrong: str | None
) -> None:
    assert field(needs, told=told, not_told=not_told, look_on=look_on) == wrong


@pytest.mark.parametrize(
    ("way", "ends", "wrong"),
    [
        (PLACE, None, "ends"),
        (PLACE, TODAY - timedelta(days=1), "ends"),
        (PLACE, TODAY, "ends"),
        (PLACE, TOMORROW, None),
        (PAPER, None, None),
        (PAPER, TODAY, "ends"),
    ],
)
def test_a_place_in_naast_has_an_end_that_is_still_to_come(
    way: str, ends: date | None, wrong: str | None
) -> None:
    assert field(way=way, ends=ends) == wrong


@pytest.mark.parametrize(
    ("chosen", "closing", "ends"),
    [
        (None, [], None),
        (TOMORROW, [], TOMORROW),
        (TOMORROW, [None, TODAY], TODAY),
        (TODAY, [TOMORROW], TODAY),
        (None, [TOMORROW, TODAY], TODAY),
    ],
)
def test_it_ends_on_the_first_day_on_which_anything_that_it_rests_on_ends(
    chosen: date | None, closing: list[date | None], ends: date | None
) -> None:
    assert ends_on(chosen, closing) == ends


def test_a_yes_of_one_is_no_yes_of_another() -> None:
    assert without_yes(["samira", "noa", "samira"], ["samira"]) == ("noa",)
    assert without_yes(["samira"], ["samira", "karim"]) == ()
    assert without_yes([], []) == ()


def test_only_what_is_shared_in_danger_is_looked_at_the_next_day() -> None:
    assert review_on(Needs.DANGER, TODAY) == TOMORROW
    assert {review_on(needs, TODAY) for needs in Needs if needs is not Needs.DANGER} == {None}


@pytest.mark.parametrize(
    "kind", ["score", "contact_data", "consent", "emergency", "notice", "withholding", "sharing"]
)
def test_numbers_addresses_and_what_is_said_of_reading_never_travel(kind: str) -> None:
    assert kind not in SHAREABLE


def test_the_weighing_has_the_six_steps_of_its_source() -> None:
    assert [step.split(":")[0] for step in STEPS] == [
        "Goal",
        "Need",
        "Lightest way",
        "Inform",
        "Reason",
        "Record",
    ]
