"""What somebody answers to whether a factor still harms or protects, and which risk factors are the main ones."""

from datetime import date, timedelta

import pytest

from naast.rules.factor_views import ANSWERS, ASKS, MAIN, MOST_MAIN, marks, problem, too_many
from naast.rules.factors import PROTECTION, RISK, STRENGTH, WORRY
from naast.rules.verdict_voices import ANSWERS as CODES

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("answer", "words", "day", "field"),
    [
        ("yes", "Er is weer ruzie.", TODAY, None),
        ("unknown", "", TODAY, None),
        ("no", " ", TODAY, "words"),
        ("main", "Dit.", TODAY, "answer"),
        ("", "Dit.", TODAY, "answer"),
        ("yes", "Dit.", None, "happened"),
        ("yes", "Dit.", TODAY + timedelta(days=1), "happened"),
    ],
)
def test_an_answer_has_a_day_that_came_and_a_reason_unless_somebody_does_not_know(
    answer: str, words: str, day: date | None, field: str | None
) -> None:
    wrong = problem(answer, words, day, TODAY)
    assert (wrong and wrong[0]) == field


def test_only_of_risk_and_protective_factors_it_is_asked() -> None:
    assert set(ASKS) == {RISK, PROTECTION}
    assert not {WORRY, STRENGTH} & set(ASKS)


def test_the_answers_are_those_that_the_verdict_knows() -> None:
    assert tuple(ANSWERS) == CODES


def test_choosing_more_than_three_is_not_choosing() -> None:
    assert too_many(MOST_MAIN) is None
    assert too_many(MOST_MAIN + 1)


def test_a_mark_says_nothing_of_the_factor() -> None:
    assert all(len(marks(answer)) == 1 for answer in (*ANSWERS, MAIN))
