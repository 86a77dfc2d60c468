"""What a decision about the phase needs, and what it does not look at."""

from datetime import date, timedelta

import pytest

from naast.rules import verdict_direct, verdict_lasting, verdict_stable
from naast.rules.phases import (
    CRITERIA,
    DIRECT,
    LASTING,
    NAMES,
    NO,
    ON,
    PARTLY,
    PHASES,
    PLAIN,
    STABLE,
    YES,
    Answer,
    Step,
    closes,
    of_beside,
    open_beside,
    problem,
    runs,
    unanswered,
)

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


def road(*phases: str) -> list[Step]:
    """The decisions until now, the oldest first; `+` is direct safety opened beside."""
    return [Step(DIRECT, beside=True) if one == "+" else Step(one) for one in reversed(phases)]


@pytest.mark.parametrize(
    ("decided", "phase", "closed"),
    [
        ((), LASTING, ()),
        ((DIRECT,), DIRECT, ()),
        ((DIRECT,), STABLE, (DIRECT,)),
        ((DIRECT,), LASTING, (DIRECT, STABLE)),
        ((STABLE,), STABLE, ()),
        ((STABLE,), LASTING, (STABLE,)),
        ((STABLE,), DIRECT, ()),
        ((LASTING,), STABLE, ()),
        ((LASTING,), DIRECT, ()),
        ((LASTING, DIRECT), STABLE, (DIRECT,)),
        ((STABLE, "+"), DIRECT, ()),
        ((STABLE, "+"), STABLE, (DIRECT,)),
        ((STABLE, "+"), LASTING, (DIRECT, STABLE)),
        ((LASTING, "+"), STABLE, (DIRECT,)),
        ((LASTING, "+"), LASTING, (DIRECT, STABLE)),
        ((STABLE, "+", STABLE), STABLE, ()),
        (("+",), STABLE, (DIRECT,)),
        ((STABLE,), "done", ()),
    ],
)
def test_what_people_leave_for_a_later_phase_closes_and_going_back_closes_nothing(
    decided: tuple[str, ...], phase: str, closed: tuple[str, ...]
) -> None:
    assert closes(road(*decided), phase) == closed


@pytest.mark.parametrize(
    ("decided", "phase", "beside"),
    [
        ((), None, False),
        ((STABLE,), STABLE, False),
        ((STABLE, "+"), STABLE, True),
        ((STABLE, "+", "+"), STABLE, True),
        ((STABLE, "+", STABLE), STABLE, False),
        ((STABLE, "+", DIRECT), DIRECT, False),
        (("+",), None, True),
    ],
)
def test_what_is_opened_beside_stays_open_until_people_decide_where_the_household_is(
    decided: tuple[str, ...], phase: str | None, beside: bool
) -> None:
    assert runs(road(*decided)) == phase
    assert open_beside(road(*decided)) is beside


@pytest.mark.parametrize(
    ("phase", "decided", "may"),
    [
        (DIRECT, (STABLE,), True),
        (DIRECT, (LASTING,), True),
        (DIRECT, (LASTING, "+"), True),
        (DIRECT, (DIRECT,), False),
        (DIRECT, (), False),
        (DIRECT, ("+",), False),
        (STABLE, (LASTING,), False),
    ],
)
def test_direct_safety_alone_opens_beside_and_only_beside_what_comes_after_it(
    phase: str, decided: tuple[str, ...], may: bool
) -> None:
    assert (of_beside(phase, road(*decided)) is None) is may


@pytest.mark.parametrize("answer", [YES, PARTLY, NO])
def test_people_may_close_a_phase_whatever_they_answer_with_a_reason_at_each_criterion(answer: str) -> None:
    said = [Answer(code, answer, "Zo zien wij het.") for code in CRITERIA[DIRECT]]
    assert unanswered((DIRECT,), said) == ()


def test_each_criterion_of_all_that_closes_asks_for_an_answer_and_a_reason() -> None:
    said = [
        Answer("stopped", YES, "Want het is stil."),
        Answer("kept", "perhaps", "Dat zoeken wij uit."),
        Answer("watched", NO, "  "),
        Answer("no_incidents", YES, "Want dat is zo."),
        Answer("own_plans", YES, ""),
    ]
    missing = [(code, field) for code, field, _ in unanswered((DIRECT, STABLE), said)]
    assert missing == [("kept", "answer"), ("watched", "why"), ("no_harm", "answer"), ("no_harm", "why")]


def test_where_nothing_closes_nothing_is_asked() -> None:
    assert unanswered((), [Answer("stopped", "", "")]) == ()


def test_the_criteria_are_those_of_the_verdicts() -> None:
    assert list(CRITERIA[DIRECT].values()) == [
        verdict_direct.STOPPED,
        verdict_direct.KEPT,
        verdict_direct.WATCHED,
    ]
    assert list(CRITERIA[STABLE].values()) == [verdict_stable.NO_INCIDENTS, verdict_stable.NO_HARM]
    assert list(CRITERIA[LASTING].values()) == [verdict_lasting.OWN_PLANS, verdict_lasting.STILL_RUNS]
    assert list(CRITERIA) == list(ON) == list(PHASES)
    assert list(NAMES) == list(PLAIN)
    assert len(NAMES) == sum(len(criteria) for criteria in CRITERIA.values())
