"""Everybody has a recovery plan of their own, and the safety plan still runs."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.rules.verdict_making import TODAY

from naast.rules.verdict_lasting import Goal, Individual, Runs, lasting
from naast.rules.verdicts import State, Verdict, for_reader

OWN = Goal("goal", own=True)
MOTHER = Individual("mother", "plan-m", (OWN,))
CHILD = Individual("child", "plan-c", (replace(OWN, entry="goal-c"),))
PLAN = (Runs("agreement"),)


def on(*individuals: Individual, plan: tuple[Runs, ...] = PLAN) -> Verdict:
    return lasting(individuals, plan, TODAY)


def test_each_with_an_own_plan_and_an_own_goal_it_holds() -> None:
    assert on(MOTHER, CHILD).state == State.HOLDS


def test_a_child_without_a_plan_is_missing() -> None:
    assert on(MOTHER, Individual("child")).state == State.HOLDS_NOT


@pytest.mark.parametrize(
    ("goals", "state"),
    [
        ((), State.HOLDS_NOT),
        ((Goal("g", own=False),), State.HOLDS_NOT),
        ((Goal("g", own=None),), State.UNTOLD),
        ((Goal("g", own=True, runs=False),), State.HOLDS_NOT),
        ((Goal("g", own=False), OWN), State.HOLDS),
        ((Goal("g", own=None), OWN), State.HOLDS),
    ],
)
def test_a_goal_that_somebody_else_chose_is_not_their_own(goals: tuple[Goal, ...], state: State) -> None:
    assert on(MOTHER, replace(CHILD, goals=goals)).state == state


def test_for_who_is_too_young_to_choose_others_do_and_it_is_said() -> None:
    baby = replace(CHILD, goals=(Goal("g", own=False),), chooses=False)
    found = on(MOTHER, baby)
    assert found.state == State.HOLDS
    assert any("too young" in one.message for one in found.criteria[0].reasons)
    assert on(MOTHER, replace(baby, goals=())).state == State.HOLDS_NOT


def test_the_unborn_need_no_plan_yet_and_nobody_is_no_answer() -> None:
    unborn = Individual("unborn", unborn=True)
    assert on(MOTHER, unborn).state == State.HOLDS
    assert on(unborn).state == State.UNTOLD
    assert on().state == State.UNTOLD


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        ((), State.HOLDS_NOT),
        ((Runs("a", TODAY, TODAY),), State.HOLDS),
        ((Runs("a", ends=TODAY - timedelta(days=1)),), State.HOLDS_NOT),
        ((Runs("a", starts=TODAY + timedelta(days=1)),), State.HOLDS_NOT),
        ((Runs("a", ends=TODAY - timedelta(days=1)), Runs("b")), State.HOLDS),
    ],
)
def test_the_safety_plan_still_runs(plan: tuple[Runs, ...], state: State) -> None:
    assert on(MOTHER, plan=plan).criteria[1].state == state


def test_the_plan_of_somebody_else_is_cut_from_what_a_reader_reads() -> None:
    explained = for_reader(on(MOTHER, CHILD), {"plan-m", "goal", "agreement"}, {"mother", "child"})
    assert [one.people for one in explained.criteria[0].reasons] == [("mother",)]
    assert explained.more


def test_the_order_in_which_it_is_given_never_matters() -> None:
    assert on(MOTHER, CHILD, Individual("aunt")) == on(Individual("aunt"), CHILD, MOTHER)
