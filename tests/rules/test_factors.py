"""Worries and strengths: two sides, and no number."""

import pytest

from naast.rules.factors import SORTS, STRENGTHS, WHY, WORRIES, problem


def test_every_sort_stands_on_one_side_and_says_what_it_is() -> None:
    assert sorted((*WORRIES, *STRENGTHS)) == sorted(SORTS)
    assert WHY.keys() == SORTS.keys()


@pytest.mark.parametrize("sort", ["", "7", "danger"])
def test_what_is_none_of_them_is_refused(sort: str) -> None:
    assert problem(sort) is not None


@pytest.mark.parametrize("sort", SORTS)
def test_each_of_them_can_be_told(sort: str) -> None:
    assert problem(sort) is None
