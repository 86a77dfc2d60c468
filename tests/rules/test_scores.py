"""The scale from 0 to 10, at its boundaries."""

import pytest

from naast.rules.scores import NO_NUMBER, NOT_ASKED, NUMBER, PICTURE, PICTURES, place, problem


@pytest.mark.parametrize("value", [0, 5, 10])
def test_every_number_between_the_ends_is_an_answer(value: int) -> None:
    assert problem(NUMBER, value, own=True) is None


@pytest.mark.parametrize("value", [-1, 11, None])
def test_a_number_beyond_the_ends_is_none(value: int | None) -> None:
    assert problem(NUMBER, value, own=True) == "Choose a number from 0 to 10."


@pytest.mark.parametrize("value", [-1, len(PICTURES), None])
def test_a_picture_that_is_not_there_is_no_answer(value: int | None) -> None:
    assert problem(PICTURE, value, own=True) == "Choose a picture."


def test_rather_no_number_is_a_full_answer() -> None:
    assert problem(NO_NUMBER, None, own=True) is None
    assert problem(NO_NUMBER, 0, own=True) is not None


def test_that_somebody_was_not_asked_is_not_what_they_answer_themselves() -> None:
    assert problem(NOT_ASKED, None, own=False) is None
    assert problem(NOT_ASKED, None, own=True) is not None


def test_what_is_no_answer_at_all_is_refused() -> None:
    assert problem("", None, own=True) is not None
    assert problem("average", 5, own=True) is not None


def test_numbers_and_pictures_lie_between_the_same_two_ends() -> None:
    assert (place(NUMBER, 0), place(NUMBER, 10)) == (0, 20)
    assert (place(PICTURE, 0), place(PICTURE, len(PICTURES) - 1)) == (0, 20)
    assert place(NO_NUMBER, None) is None
