"""When something happened, as people say it."""

from datetime import date

import pytest

from naast.rules.when import NotADay, When, read

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vandaag", date(2026, 11, 24)),
        ("Gisteren", date(2026, 11, 23)),
        ("31 oktober", date(2026, 10, 31)),
        ("za 31 okt", date(2026, 10, 31)),
        ("zaterdag 31 oktober 2026", date(2026, 10, 31)),
        ("31-10-2026", date(2026, 10, 31)),
        ("31/10/26", date(2026, 10, 31)),
        ("2026-10-31", date(2026, 10, 31)),
        ("31 december", date(2025, 12, 31)),
        ("zaterdag", date(2026, 11, 21)),
        ("dinsdag", date(2026, 11, 17)),
        ("3 dagen geleden", date(2026, 11, 21)),
        ("29 februari 2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert read(text, TODAY) == When(day, day, "exact")


def test_about_a_day_stays_about() -> None:
    assert read("ongeveer 1 november", TODAY) == When(date(2026, 11, 1), date(2026, 11, 1), "about")
    assert read("twee weken geleden", TODAY).precision == "about"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("begin november", date(2026, 11, 1), date(2026, 11, 10)),
        ("ongeveer begin november", date(2026, 11, 1), date(2026, 11, 10)),
        ("eind februari 2024", date(2024, 2, 21), date(2024, 2, 29)),
        ("half december", date(2025, 12, 11), date(2025, 12, 20)),
        ("in mei", date(2026, 5, 1), date(2026, 5, 31)),
        ("november", date(2026, 11, 1), date(2026, 11, 24)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_keeps_the_words_it_was_told_in(text: str, start: date, end: date) -> None:
    found = read(text, TODAY)
    assert (found.start, found.end, found.precision, found.words) == (start, end, "period", text)


def test_words_that_move_with_the_day_are_not_kept() -> None:
    assert read("vorige week", TODAY) == When(date(2026, 11, 16), date(2026, 11, 22), "period")
    assert read("van 1 tot 5 november", TODAY) == When(date(2026, 11, 1), date(2026, 11, 5), "period")
    assert read("tussen 28 oktober en 2 november", TODAY).start == date(2026, 10, 28)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("31 november", 30), ("30 februari", 28), ("29 februari 2025", 28), ("31-11-2026", 30), ("0 mei", 1)],
)
def test_a_day_no_calendar_has_is_asked_back(text: str, meant: int) -> None:
    with pytest.raises(NotADay) as refused:
        read(text, TODAY)
    assert refused.value.params["meant"] == meant


@pytest.mark.parametrize(
    "text", ["morgen", "1 december 2026", "25-11-2026", "van 5 november tot 1 november", "3-13-2026"]
)
def test_what_is_to_come_or_turned_around_is_refused(text: str) -> None:
    with pytest.raises(NotADay):
        read(text, TODAY)


@pytest.mark.parametrize("text", ["toen ik klein was", "na het voetbal", "1 en 2", "x" * 500, "مساء"])
def test_what_is_not_understood_is_kept_as_words(text: str) -> None:
    found = read(text, TODAY)
    assert found.start is None
    assert found.words == text[:120]


def test_nothing_is_nothing() -> None:
    assert read("  ", TODAY) == When()
