"""What a part of the plan of a situation needs, and how many situations are the most unsafe."""

import pytest

from naast.rules.situations import ABOUT_SOMEBODY, MOST_UNSAFE, SORTS, UNSAFE, problem, too_many


@pytest.mark.parametrize("sort", list(SORTS))
def test_a_part_says_what_it_is_in_words(sort: str) -> None:
    assert problem(sort, "Oma.", somebody=True) is None
    wrong = problem(sort, " ", somebody=True)
    assert wrong is not None
    assert wrong[0] == "words"


@pytest.mark.parametrize("sort", ABOUT_SOMEBODY)
def test_what_is_about_somebody_says_about_whom(sort: str) -> None:
    wrong = problem(sort, "Oma.", somebody=False)
    assert wrong is not None
    assert wrong[0] == "person"


@pytest.mark.parametrize("sort", ["", UNSAFE, "danger"])
def test_a_part_is_one_of_the_sorts(sort: str) -> None:
    wrong = problem(sort, "Oma.", somebody=True)
    assert wrong is not None
    assert wrong[0] == "sort"


def test_three_situations_at_most_are_the_most_unsafe() -> None:
    assert MOST_UNSAFE == 3
    assert too_many(MOST_UNSAFE) is None
    assert too_many(MOST_UNSAFE + 1)
