"""When a safety condition holds, what it needs to be written down, and which of them no agreement meets."""

from datetime import date

import pytest

from naast.rules.conditions import holds, problem, unmet

DAY = date(2026, 11, 16)


def test_a_condition_holds_from_its_first_day_until_the_day_on_which_it_ends() -> None:
    assert not holds(date(2026, 11, 17), None, DAY)
    assert holds(DAY, None, DAY)
    assert holds(DAY, date(2026, 11, 17), DAY)
    assert not holds(date(2026, 11, 1), DAY, DAY)


@pytest.mark.parametrize(
    ("words", "set_by", "told_by", "field"),
    [
        (" ", "Veilig Thuis", "Mia", "words"),
        ("Geen ruzie.", "", "Mia", "set_by"),
        ("Geen ruzie.", "Veilig Thuis", " ", "told_by"),
    ],
)
def test_what_is_missing_is_said_at_its_field(words: str, set_by: str, told_by: str, field: str) -> None:
    wrong = problem(words, set_by, told_by, own=False)
    assert wrong is not None
    assert wrong[0] == field


def test_who_set_it_needs_nobody_to_tell_them() -> None:
    assert problem("Geen ruzie.", "Veilig Thuis", "", own=True) is None


def test_what_holds_and_is_not_met_is_left() -> None:
    assert unmet(["een", "twee"], {"twee", "drie"}) == {"een"}
