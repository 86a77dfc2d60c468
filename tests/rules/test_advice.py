"""Advice without names: each field, the length of who gave it, the four forms and the day."""

from datetime import date, timedelta

import pytest

from naast.rules.advice import ADVICE, EMPTY, FORMS, LONGEST_GIVER, PLAIN, WHY, problems

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)
TEXTS = {
    "giver": "gedragswetenschapper",
    "question": "Wat nu?",
    "words": "Wacht.",
    "followed": "Wij wachten.",
}


def fields(form: str = ADVICE, given_on: date | None = TODAY, **texts: str) -> list[str]:
    return [field for field, _, _ in problems(TEXTS | texts, form, given_on, TODAY)]


def test_what_is_whole_has_no_problem() -> None:
    assert fields() == []


@pytest.mark.parametrize("field", list(EMPTY))
@pytest.mark.parametrize("nothing", ["", "  \n "])
def test_each_text_is_needed(field: str, nothing: str) -> None:
    assert fields(**{field: nothing}) == [field]


def test_a_text_that_was_not_sent_is_missing_too() -> None:
    assert [field for field, _, _ in problems({}, "", None, TODAY)] == [*EMPTY, "form", "happened"]


@pytest.mark.parametrize(
    ("giver", "wrong"),
    [
        ("a" * LONGEST_GIVER, []),
        (f" {'a' * LONGEST_GIVER} ", []),
        ("a" * (LONGEST_GIVER + 1), ["giver"]),
    ],
)
def test_who_gave_it_fits_in_its_column(giver: str, wrong: list[str]) -> None:
    assert fields(giver=giver) == wrong


def test_there_are_four_forms_each_with_its_meaning_and_plain_words() -> None:
    assert len(FORMS) == 4
    assert set(WHY) == set(FORMS)
    assert set(PLAIN) == set(FORMS.values())


@pytest.mark.parametrize("form", list(FORMS))
def test_each_form_can_be_chosen(form: str) -> None:
    assert fields(form) == []


@pytest.mark.parametrize("form", ["", "research", "Advice"])
def test_no_other_form_can(form: str) -> None:
    assert fields(form) == ["form"]


@pytest.mark.parametrize(
    ("given_on", "wrong"), [(TODAY - DAY, []), (TODAY, []), (TODAY + DAY, ["happened"]), (None, ["happened"])]
)
def test_it_was_given_on_a_day_that_is_known_and_not_to_come(given_on: date | None, wrong: list[str]) -> None:
    assert fields(given_on=given_on) == wrong
