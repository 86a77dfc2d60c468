"""Lasting safety: everybody involved has a recovery plan and goals of their own; the safety plan still runs.

"Every person involved has an own herstelplan with self-chosen goals for a longer time" (domain facts 3.1, phase 3,
after S1 6.3 and footnote 25), children too; "the veiligheidsplan keeps running in phases 2 and 3" (3.1, fact 2). A
goal that somebody else chose is not their own, but for who is too young to choose: then the reason says that others
did.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .phases import CRITERIA, LASTING
from .texts import N_
from .verdicts import Reason, Ref, State, Verdict, criterion

OWN_PLANS = CRITERIA[LASTING]["own_plans"]
STILL_RUNS = CRITERIA[LASTING]["still_runs"]


@dataclass(frozen=True, slots=True)
class Runs:
    """Something with a first and a last day, both included; None where none is set."""

    entry: Ref
    starts: date | None = None
    ends: date | None = None

    def on(self, day: date) -> bool:
        """Does it run on this day?"""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal in a recovery plan; `own` says whether they chose it themselves, None where that is not known."""

    entry: Ref
    own: bool | None
    runs: bool = True


@dataclass(frozen=True, slots=True)
class Individual:
    """Somebody involved who lives, children too, with the recovery plan that is theirs alone and its goals.

    `chooses` is False of who is too young to choose a goal, and of those alone. The unborn have no plan yet.
    """

    person: Ref
    plan: Ref | None = None
    goals: tuple[Goal, ...] = ()
    chooses: bool = True
    unborn: bool = False


def lasting(individuals: Iterable[Individual], safety_plan: Iterable[Runs], today: date) -> Verdict:
    """The verdict on lasting safety. `safety_plan` are the agreements of the safety plan in their newest version."""
    return Verdict(
        LASTING,
        (
            criterion(OWN_PLANS, _plans(individuals)),
            criterion(STILL_RUNS, _runs(safety_plan, today)),
        ),
    )


def _plans(individuals: Iterable[Individual]) -> Iterator[Reason]:
    born = [one for one in individuals if not one.unborn]
    if not born:
        yield Reason(N_("Nobody is noted as involved."), State.UNTOLD)
    for one in born:
        yield from _plan_of(one)


def _plan_of(one: Individual) -> Iterator[Reason]:
    whose = (one.person,)
    if one.plan is None:
        yield Reason(N_("%(people)s: has no recovery plan yet."), State.HOLDS_NOT, people=whose)
        return
    plan = frozenset({one.plan})
    goals = [goal for goal in one.goals if goal.runs]
    own = [goal for goal in goals if goal.own or not one.chooses]
    unsure = [goal for goal in goals if goal.own is None and one.chooses]
    for goal in own:
        chosen = N_("%(people)s: has a recovery plan with a goal of their own.")
        for_them = N_("%(people)s: has a recovery plan with a goal that others chose, for who is too young.")
        yield Reason(chosen if goal.own else for_them, State.HOLDS, plan | {goal.entry}, whose)
    for goal in unsure if not own else ():
        message = N_("%(people)s: has a recovery plan. Whether they chose the goal themselves is not known.")
        yield Reason(message, State.UNTOLD, plan | {goal.entry}, whose)
    if not own and not unsure:
        message = N_("%(people)s: has a recovery plan without a goal of their own.")
        yield Reason(message, State.HOLDS_NOT, plan, whose)


def _runs(safety_plan: Iterable[Runs], today: date) -> Iterator[Reason]:
    running = [one for one in safety_plan if one.on(today)]
    for one in running:
        yield Reason(N_("An agreement of the safety plan runs."), State.HOLDS, frozenset({one.entry}))
    if not running:
        yield Reason(N_("No agreement of the safety plan runs today."), State.HOLDS_NOT)
