"""A telling of something that happened counts until people decide otherwise."""

import pytest

from naast.rules.incidents import COUNTS, NOT, OWN_SOURCES, SOURCES, UNSAID, counts, of_decision, problem


@pytest.mark.parametrize(
    ("decided", "counting"),
    [((), True), ((COUNTS,), True), ((NOT,), False), ((COUNTS, NOT), True), ((NOT, COUNTS), False)],
)
def test_it_counts_until_people_decide_otherwise_and_the_newest_decision_holds(
    decided: tuple[str, ...], counting: bool
) -> None:
    assert counts(decided) is counting


def test_it_says_how_it_is_known() -> None:
    assert all(problem(source) is None for source in SOURCES)
    assert problem("")
    assert [*OWN_SOURCES, UNSAID] == list(SOURCES)  # who leaves it says nothing, and nothing is filled in


@pytest.mark.parametrize(
    ("result", "words", "fields"),
    [
        (NOT, "Want het was een droom.", []),
        ("maybe", "Want.", ["result"]),
        (COUNTS, " ", ["words"]),
        ("", "", ["result", "words"]),
    ],
)
def test_a_decision_says_what_it_is_and_why(result: str, words: str, fields: list[str]) -> None:
    assert [field for field, _ in of_decision(result, words)] == fields
