"""Who was heard, and what voices say side by side."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.rules.verdict_making import TODAY, at, member, voice

from naast.rules.heard import LONG_WEEKS
from naast.rules.verdict_stable import HARM
from naast.rules.verdict_voices import (
    NO,
    OBSERVED,
    PARTLY,
    THROUGH,
    UNSURE,
    YES,
    Heard,
    Member,
    heard,
    still,
    stopped_after,
)
from naast.rules.verdicts import State, criterion

LONG = TODAY - timedelta(weeks=LONG_WEEKS)
LATELY = LONG + timedelta(days=1)


def state_of(*members: Member, weeks: int = LONG_WEEKS) -> State:
    return criterion("heard", heard(members, TODAY, weeks)).state


def says(*voices: object, asked: tuple[str, ...] = (), last: object = None) -> State:
    return criterion("harm", still(voices, asked, TODAY, HARM, topic="debts", last=last)).state  # type: ignore[arg-type]


def test_who_was_heard_lately_is_heard_to_the_day() -> None:
    assert state_of(member("child", LATELY)) == State.HOLDS
    assert state_of(member("child", LONG)) == State.UNTOLD
    assert state_of(member("child", TODAY)) == State.HOLDS


def test_within_how_many_weeks_can_be_chosen() -> None:
    assert state_of(member("child", LONG), weeks=LONG_WEEKS + 1) == State.HOLDS
    assert state_of(member("child", LATELY), weeks=1) == State.UNTOLD


def test_one_member_who_was_not_heard_is_missing() -> None:
    assert state_of(member("mother", TODAY), member("child")) == State.UNTOLD


def test_a_household_without_members_cannot_be_told() -> None:
    assert state_of() == State.UNTOLD
    assert state_of(member("unborn", unborn=True)) == State.UNTOLD


def test_the_unborn_are_not_asked() -> None:
    assert state_of(member("mother", TODAY), member("unborn", unborn=True)) == State.HOLDS


def test_a_talk_still_to_come_is_not_heard() -> None:
    assert state_of(member("child", TODAY + timedelta(days=1))) == State.UNTOLD


@pytest.mark.parametrize("how", [OBSERVED, THROUGH])
def test_only_of_who_is_too_young_to_tell_others_tell(how: str) -> None:
    baby = Member("baby", (Heard("e", TODAY, how),), speaks=False)
    assert state_of(baby) == State.HOLDS
    assert state_of(replace(baby, speaks=True)) == State.UNTOLD


def test_it_is_said_how_a_baby_was_heard() -> None:
    baby = Member("baby", (Heard("a", TODAY, OBSERVED), Heard("b", TODAY, THROUGH)), speaks=False)
    assert len({one.message for one in heard([baby], TODAY)}) == 2


def test_since_when_somebody_was_not_heard_is_a_reason_of_its_own() -> None:
    unheard, since = heard([member("child", LONG)], TODAY)
    assert (unheard.says, unheard.entries, unheard.people) == (State.UNTOLD, frozenset(), ("child",))
    assert (since.says, since.day, since.entries) == (None, LONG, {f"talk-child-{LONG}"})


def test_who_was_never_heard_is_said_as_not_yet() -> None:
    (unheard,) = heard([member("child")], TODAY)
    assert "yet" in unheard.message


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((NO,), State.HOLDS),
        ((YES,), State.HOLDS_NOT),
        ((PARTLY,), State.HOLDS_NOT),
        ((UNSURE,), State.UNTOLD),
        ((NO, NO), State.HOLDS),
        ((NO, YES), State.HOLDS_NOT),
        ((NO, PARTLY), State.HOLDS_NOT),
        ((NO, UNSURE), State.UNTOLD),
        ((UNSURE, YES), State.HOLDS_NOT),
        (("what nobody can answer",), State.UNTOLD),
    ],
)
def test_the_most_careful_voice_decides(answers: tuple[str, ...], state: State) -> None:
    assert says(*(voice(f"person-{n}", answer, TODAY) for n, answer in enumerate(answers))) == state


def test_mother_and_school_differ() -> None:
    voices = [voice("mother", YES, TODAY), voice("school", NO, TODAY)]
    found = criterion("harm", still(voices, (), TODAY, HARM, topic="debts"))
    assert found.conflicts[0].holds_not == ("mother",)
    assert found.conflicts[0].holds == ("school",)


def test_the_newest_answer_of_each_person_counts() -> None:
    before, after = voice("mother", YES, LONG), voice("mother", NO, TODAY)
    assert says(before, after) == says(after, before) == State.HOLDS
    assert says(voice("mother", YES, TODAY, hour=9), voice("mother", NO, TODAY, hour=10)) == State.HOLDS


def test_of_answers_of_one_moment_the_most_careful_one_counts() -> None:
    assert says(voice("mother", YES, TODAY, "a"), voice("mother", NO, TODAY, "b")) == State.HOLDS_NOT


def test_an_answer_written_later_of_an_earlier_day_is_not_the_newest() -> None:
    back_dated = replace(voice("mother", NO, LONG), written=at(TODAY, 23))
    assert says(voice("mother", YES, TODAY), back_dated) == State.HOLDS_NOT


def test_a_withdrawn_answer_leaves_the_one_before() -> None:
    before, later = voice("mother", YES, LONG), voice("mother", NO, TODAY)
    back = replace(later, entry="x", written=at(TODAY, 23), withdrawn=True)
    assert says(before, later, back) == State.HOLDS_NOT


def test_who_was_asked_and_did_not_answer_is_missing() -> None:
    assert says(voice("mother", NO, TODAY), asked=("mother", "child")) == State.UNTOLD
    assert says(voice("mother", NO, TODAY), asked=("mother",)) == State.HOLDS


def test_where_nobody_was_asked_it_cannot_be_told() -> None:
    assert says() == State.UNTOLD


def test_an_answer_still_to_come_is_none() -> None:
    assert says(voice("mother", NO, TODAY + timedelta(days=1))) == State.UNTOLD


def test_a_no_from_before_the_last_incident_says_nothing_of_what_came_after() -> None:
    no = voice("mother", NO, LATELY)
    assert says(no, last=LATELY) == State.UNTOLD
    assert says(no, last=LATELY - timedelta(days=1)) == State.HOLDS
    assert says(voice("mother", YES, LATELY), last=TODAY) == State.HOLDS_NOT


def test_that_it_stopped_is_said_after_an_incident_and_by_the_newest_answer() -> None:
    no = voice("mother", NO, LATELY)
    assert stopped_after([no], LONG, TODAY)
    assert not stopped_after([no], LATELY, TODAY)
    assert not stopped_after([no, voice("mother", YES, TODAY)], LONG, TODAY)
