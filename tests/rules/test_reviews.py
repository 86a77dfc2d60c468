"""What can be said of an agreement, and what needs a reason."""

import pytest

from naast.rules.reviews import DROPPED, HELPED, RESULTS, SOMETIMES, TRIED, problem


@pytest.mark.parametrize("result", [HELPED, SOMETIMES])
def test_what_helps_needs_no_reason(result: str) -> None:
    assert problem(result, "") is None


@pytest.mark.parametrize("result", [TRIED, DROPPED])
def test_what_did_not_help_or_stops_has_one(result: str) -> None:
    wrong = problem(result, "   ")
    assert wrong is not None
    assert wrong[0] == "words"
    assert problem(result, "Hij was er niet.") is None


@pytest.mark.parametrize("result", ["", "7", "80%"])
def test_a_number_is_no_result(result: str) -> None:
    assert result not in RESULTS
    wrong = problem(result, "Want.")
    assert wrong is not None
    assert wrong[0] == "result"
