"""What the privacy officer can say, and what must be said in words."""

import pytest

from naast.rules.oversight import ASKS, IN_ORDER, NOT_IN_ORDER, RESULTS, problem


def test_what_is_as_it_should_be_needs_no_words() -> None:
    assert problem(IN_ORDER, "") is None
    assert problem(IN_ORDER, "Dank.") is None


@pytest.mark.parametrize("result", [ASKS, NOT_IN_ORDER])
def test_a_question_and_a_fault_are_said_in_words(result: str) -> None:
    assert problem(result, "  \n") == (
        "words",
        "Write down what you ask or found. Name nobody of the household.",
    )
    assert problem(result, "Waarom?") is None


@pytest.mark.parametrize("result", ["", "good", "7"])
def test_anything_else_is_no_finding(result: str) -> None:
    assert result not in RESULTS
    assert problem(result, "Waarom?") == ("result", "Choose what you found.")
