"""The seven parts of a safety plan: filled, empty or not needed, and no number of them."""

import pytest

from naast.rules.guideline import EMPTY, FILLED, NOT_NEEDED, PARTS, SOURCE, STATES, problem, state


def test_there_are_seven_and_their_source_is_named() -> None:
    assert len(PARTS) == 7
    assert "Richtlijn Kindermishandeling" in SOURCE


@pytest.mark.parametrize(
    ("told", "in_plan", "found"),
    [
        ([], False, EMPTY),
        ([False], False, NOT_NEEDED),
        ([False, True], False, FILLED),
        ([True], False, FILLED),
        ([], True, FILLED),
        ([False], True, FILLED),
    ],
)
def test_one_thing_that_is_needed_fills_a_part_and_a_reason_alone_does_not(
    told: list[bool], in_plan: bool, found: str
) -> None:
    assert state(told, in_plan=in_plan) == found
    assert found in STATES


def test_not_needed_has_a_reason_too() -> None:
    wrong = problem("treatment", "  ")
    assert wrong is not None
    assert wrong[0] == "words"
    assert problem("treatment", "Samira heeft al een therapeut.") is None


def test_a_part_that_does_not_exist_is_refused() -> None:
    wrong = problem("score", "7")
    assert wrong is not None
    assert wrong[0] == "part"
