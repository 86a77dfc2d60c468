"""What a decision about the phase needs, and what it does not look at."""

from datetime import date, timedelta

import pytest

from naast.rules.phases import DIRECT, LASTING, PHASES, STABLE, problem

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize("phase", [DIRECT, STABLE, LASTING])
def test_every_phase_can_be_decided_at_any_time(phase: str) -> None:
    """It does not ask which one was before: going back is normal."""
    assert problem(phase, TODAY, TODAY, "Want het is rustig.") is None


def test_there_are_three_phases_each_with_its_result() -> None:
    assert list(PHASES) == [DIRECT, STABLE, LASTING]
    assert all(phase.name and phase.result for phase in PHASES.values())


@pytest.mark.parametrize(
    ("phase", "since", "words", "field"),
    [
        ("done", TODAY, "Want.", "phase"),
        (STABLE, TODAY + timedelta(days=1), "Want.", "since"),
        (STABLE, None, "Want.", "since"),
        (STABLE, TODAY, "  ", "words"),
    ],
)
def test_a_decision_has_a_phase_a_day_that_has_come_and_a_reason(
    phase: str, since: date | None, words: str, field: str
) -> None:
    wrong = problem(phase, since, TODAY, words)
    assert wrong is not None
    assert wrong[0] == field
