"""The behaviour has stopped, and that is secured."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.verdict_making import TODAY, at, decided, member, rank, telling, tellings, voice, voices

from naast.rules.reviews import DROPPED, HELPED, SOMETIMES, TRIED
from naast.rules.verdict_direct import Best, Review, Watcher, direct
from naast.rules.verdict_incidents import Telling
from naast.rules.verdict_voices import NO, PARTLY, UNSURE, YES, Voice
from naast.rules.verdicts import State, Verdict

BEFORE = TODAY - timedelta(days=9)
MEMBERS = (member("mother", TODAY), member("child", TODAY))
STOPPED = (voice("mother", NO, TODAY), voice("child", NO, TODAY))


def review(result: str, day: date = TODAY, name: str = "r1") -> Review:
    return Review(f"root-{name}", name, at(day), result, day)


BEST = Best("agreement", "named", True, (review(HELPED),), (Watcher("aunt", True),))


def on(
    *told: Telling, said: tuple[Voice, ...] = STOPPED, best: tuple[Best, ...] = (BEST,), **more: object
) -> Verdict:
    return direct(told, more.pop("decisions", ()), said, more.pop("members", MEMBERS), best, TODAY)  # type: ignore[arg-type]


def test_stopped_and_secured_it_holds() -> None:
    assert on().state == State.HOLDS
    assert on(telling(BEFORE)).state == State.HOLDS


def test_an_incident_after_which_nobody_said_that_it_stopped_blocks() -> None:
    assert on(telling(TODAY)).state == State.HOLDS_NOT
    assert on(telling(BEFORE), said=()).state == State.HOLDS_NOT


def test_who_said_it_before_the_last_incident_is_asked_again() -> None:
    said = (voice("mother", NO, TODAY), voice("child", NO, BEFORE))
    assert on(telling(BEFORE), said=said).state == State.UNTOLD


def test_a_crisis_that_is_not_over_blocks_whatever_is_said() -> None:
    assert on(telling(BEFORE, goes_on=True)).state == State.HOLDS_NOT


def test_a_telling_that_people_decided_does_not_count_blocks_nothing() -> None:
    told = telling(TODAY)
    assert on(told, decisions=(decided(told, TODAY, counts=False),)).state == State.HOLDS


@pytest.mark.parametrize(
    ("answer", "state"), [(YES, State.HOLDS_NOT), (PARTLY, State.HOLDS_NOT), (UNSURE, State.UNTOLD)]
)
def test_one_voice_that_does_not_say_it_stopped_is_enough(answer: str, state: State) -> None:
    assert on(said=(STOPPED[0], voice("child", answer, TODAY))).state == state


def test_a_child_who_says_nothing_of_it_is_missing() -> None:
    assert on(said=STOPPED[:1]).state == State.UNTOLD


def test_who_is_too_young_to_tell_is_not_asked_whether_it_stopped() -> None:
    baby = member("baby", TODAY, speaks=False)
    assert on(members=(MEMBERS[0], baby), said=STOPPED[:1]).state == State.HOLDS


def test_a_member_who_was_not_heard_is_missing() -> None:
    assert on(members=(MEMBERS[0], member("child"))).state == State.UNTOLD


@pytest.mark.parametrize(
    ("best", "state"),
    [
        (BEST, State.HOLDS),
        (replace(BEST, runs=False), State.HOLDS_NOT),
        (replace(BEST, reviews=()), State.UNTOLD),
        (replace(BEST, reviews=(review(SOMETIMES),)), State.HOLDS_NOT),
        (replace(BEST, reviews=(review(TRIED),)), State.HOLDS_NOT),
        (replace(BEST, reviews=(review(DROPPED),)), State.HOLDS_NOT),
        (replace(BEST, reviews=(review(HELPED, TODAY + timedelta(days=1)),)), State.UNTOLD),
        (replace(BEST, reviews=(review(TRIED, BEFORE, "r0"), review(HELPED))), State.HOLDS),
        (replace(BEST, reviews=(review(HELPED, BEFORE, "r0"), review(TRIED))), State.HOLDS_NOT),
        (replace(BEST, reviews=(review(HELPED), review(TRIED, name="r2"))), State.HOLDS_NOT),
    ],
)
def test_the_agreements_that_work_best_are_kept(best: Best, state: State) -> None:
    assert on(best=(best,)).criteria[1].state == state


@pytest.mark.parametrize(
    ("watchers", "state"),
    [
        ((Watcher("aunt", True),), State.HOLDS),
        ((Watcher("father", False), Watcher("aunt", True)), State.HOLDS),
        ((Watcher("father", False),), State.HOLDS_NOT),
        ((), State.HOLDS_NOT),
        ((Watcher("somebody", None),), State.UNTOLD),
        ((Watcher("somebody", None), Watcher("aunt", True)), State.HOLDS),
    ],
)
def test_somebody_outside_watches_over_each(watchers: tuple[Watcher, ...], state: State) -> None:
    assert on(best=(replace(BEST, watchers=watchers),)).criteria[2].state == state
    assert on(best=(BEST, replace(BEST, watchers=()))).state == State.HOLDS_NOT


def test_where_no_agreement_is_named_it_cannot_be_told() -> None:
    assert on(best=()).state == State.UNTOLD


@given(st.lists(tellings(), max_size=4), st.lists(voices(), max_size=4), tellings())
def test_an_incident_more_never_makes_a_household_safer(
    told: list[Telling], said: list[Voice], more: Telling
) -> None:
    before = on(*told, said=(*STOPPED, *said))
    after = on(*told, replace(more, root="root-new", withdrawn=False), said=(*STOPPED, *said))
    assert all(rank(a) <= rank(b) for a, b in zip(after.criteria, before.criteria, strict=True))


@given(st.lists(tellings(), max_size=4), st.lists(voices(), max_size=4), st.randoms())
def test_the_order_in_which_it_is_given_never_matters(
    told: list[Telling], said: list[Voice], shuffled: object
) -> None:
    whole = on(*told, said=tuple(said))
    for each in (told, said):
        shuffled.shuffle(each)  # type: ignore[attr-defined]
    assert on(*told, said=tuple(said), members=MEMBERS[::-1]) == whole
