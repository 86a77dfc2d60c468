"""Worries and strengths: two sides, and no number."""

import pytest

from naast.rules.factors import (
    OF,
    SORTS,
    STRENGTHS,
    SURROUNDINGS,
    WHY,
    WORRIES,
    marks,
    of_problem,
    problem,
)


def test_every_sort_stands_on_one_side_and_says_what_it_is() -> None:
    assert sorted((*WORRIES, *STRENGTHS)) == sorted(SORTS)
    assert WHY.keys() == SORTS.keys()


@pytest.mark.parametrize("sort", ["", "7", "danger"])
def test_what_is_none_of_them_is_refused(sort: str) -> None:
    assert problem(sort) is not None


@pytest.mark.parametrize("sort", SORTS)
def test_each_of_them_can_be_told(sort: str) -> None:
    assert problem(sort) is None


@pytest.mark.parametrize(
    ("of", "about", "field"),
    [
        ("", 0, None),
        ("household", 0, None),
        ("money", 0, None),
        ("person", 0, "about"),
        ("person", 1, None),
        ("relation", 1, "about"),
        ("relation", 2, None),
        ("street", 0, "of"),
    ],
)
def test_what_is_of_a_person_or_between_people_says_of_whom(of: str, about: int, field: str | None) -> None:
    wrong = of_problem(of, about)
    assert (wrong and wrong[0]) == field


def test_a_factor_says_of_what_it_is_where_that_was_said() -> None:
    assert marks("risk", "money") == (SORTS["risk"], OF["money"])
    assert marks("risk", "") == (SORTS["risk"],)
    assert set(SURROUNDINGS) < set(OF)
