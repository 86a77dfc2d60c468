"""Half a year without incidents, and no main risk factor that still harms."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.verdict_making import TODAY, at, decided, member, rank, telling, tellings, voice, voices

from naast.rules.verdict_incidents import Decided, Telling, half_year_after
from naast.rules.verdict_stable import Followed, MainRisk, stable
from naast.rules.verdict_voices import NO, YES, Member, Voice
from naast.rules.verdicts import State, Verdict, for_reader

LONG_AGO = date(2024, 1, 1)
OLD = date(2026, 5, 15)  # half a year and a day before
MEMBERS = (member("mother", TODAY), member("child", TODAY))
NO_HARM = MainRisk("debts", "choice", (voice("mother", NO, TODAY),), ("mother",))


def on(
    *told: Telling,
    decisions: tuple[Decided, ...] = (),
    risks: tuple[MainRisk, ...] = (NO_HARM,),
    members: tuple[Member, ...] = MEMBERS,
    since: date | None = LONG_AGO,
    today: date = TODAY,
) -> Verdict:
    return stable(told, decisions, risks, members, Followed(since), today)


def messages(verdict: Verdict) -> str:
    return " ".join(one.message for each in verdict.criteria for one in each.reasons)


def test_half_a_year_and_a_day_after_the_last_incident_it_holds() -> None:
    assert on(telling(OLD)).state == State.HOLDS
    assert on(telling(OLD + timedelta(days=1))).state == State.HOLDS_NOT


@pytest.mark.parametrize(
    "day", [date(2026, 8, 31), date(2027, 8, 31), date(2028, 2, 29), date(2026, 1, 1), date(2026, 3, 31)]
)
def test_on_the_day_itself_it_is_not_reached_and_on_the_next_it_is(day: date) -> None:
    last = half_year_after(day)
    for today, state in ((last, State.HOLDS_NOT), (last + timedelta(days=1), State.HOLDS)):
        said = MainRisk("debts", "choice", (voice("mother", NO, today),), ("mother",))
        found = on(telling(day), members=(member("mother", today),), risks=(said,), today=today)
        assert found.state == state


def test_without_any_incident_it_holds_and_says_so() -> None:
    found = on()
    assert found.state == State.HOLDS
    assert "Nobody tells of an incident" in messages(found)


def test_every_incident_of_the_half_year_is_named_and_no_older_one() -> None:
    found = on(telling(TODAY, "a"), telling(TODAY - timedelta(days=9), "b"), telling(LONG_AGO, "c"))
    named = {entry for one in found.criteria[0].reasons for entry in one.entries}
    assert {"a", "b"} <= named
    assert "c" not in named


def test_the_last_incident_before_the_half_year_is_named() -> None:
    found = on(telling(OLD, "a"), telling(LONG_AGO, "b"))
    named = {entry for one in found.criteria[0].reasons for entry in one.entries}
    assert "a" in named
    assert "b" not in named


def test_an_incident_told_by_one_of_two_counts() -> None:
    told = telling(TODAY)
    assert on(told).state == State.HOLDS_NOT
    decision = decided(told, TODAY, counts=False, differs=("mother",))
    found = on(told, decisions=(decision,))
    assert found.state == State.HOLDS
    assert "does not count" in messages(found)
    assert "differently" in messages(found)


def test_one_event_told_twice_blocks_while_one_telling_counts() -> None:
    one, other = telling(TODAY, "t1"), telling(TODAY, "t2")
    assert on(one, other, decisions=(decided(one, TODAY, counts=False),)).state == State.HOLDS_NOT


def test_a_back_dated_telling_counts_at_its_day() -> None:
    assert on(telling(OLD, told=TODAY)).state == State.HOLDS
    assert on(telling(OLD + timedelta(days=1), told=TODAY)).state == State.HOLDS_NOT


def test_an_unknown_day_blocks_half_a_year_from_the_telling() -> None:
    assert on(telling(None, told=OLD + timedelta(days=1))).state == State.HOLDS_NOT
    assert on(telling(None, told=OLD)).state == State.HOLDS


def test_withdrawn_it_no_longer_blocks() -> None:
    told = telling(TODAY)
    assert on(told, replace(told, entry="x", written=at(TODAY, 23), withdrawn=True)).state == State.HOLDS


def test_a_household_that_is_followed_for_less_than_half_a_year_cannot_be_told() -> None:
    assert on(since=OLD).state == State.HOLDS
    assert on(since=OLD + timedelta(days=1)).state == State.UNTOLD
    assert on(since=None).state == State.UNTOLD
    assert on(telling(TODAY), since=None).state == State.HOLDS_NOT


def test_a_child_who_was_not_heard_is_missing_and_named() -> None:
    found = on(members=(MEMBERS[0], member("child", LONG_AGO)))
    assert found.state == State.UNTOLD
    assert found.criteria[0].state == State.UNTOLD
    assert any(one.day == LONG_AGO and one.people == ("child",) for one in found.criteria[0].reasons)


def test_where_nobody_chose_the_main_risk_factors_it_cannot_be_told() -> None:
    found = on(risks=())
    assert found.criteria[1].state == State.UNTOLD
    assert "Nobody has chosen" in messages(found)


def test_a_no_from_before_the_last_incident_is_asked_again() -> None:
    said = MainRisk("debts", "choice", (voice("mother", NO, OLD),), ("mother",))
    assert on(telling(OLD), risks=(said,)).criteria[1].state == State.UNTOLD
    assert on(telling(OLD - timedelta(days=1)), risks=(said,)).criteria[1].state == State.HOLDS


def test_one_main_risk_factor_that_harms_is_enough() -> None:
    harms = MainRisk("drink", "choice", (voice("mother", YES, TODAY),))
    assert on(risks=(NO_HARM, harms)).state == State.HOLDS_NOT


def test_a_main_risk_factor_without_an_answer_is_missing() -> None:
    assert on(risks=(NO_HARM, MainRisk("drink", "choice"))).state == State.UNTOLD


def test_voices_on_two_factors_are_no_conflict() -> None:
    harms = MainRisk("drink", "choice", (voice("school", YES, TODAY),))
    assert not on(risks=(NO_HARM, harms)).criteria[1].conflicts


def test_who_may_read_a_voice_but_not_the_factor_or_the_choice_reads_nothing_of_the_tie() -> None:
    (said,) = NO_HARM.voices
    found = on()
    for readable in ({said.entry}, {said.entry, "debts"}, {said.entry, "choice"}):
        explained = for_reader(found, readable, {"mother", "child"})
        assert not explained.criteria[1].reasons
        assert explained.more
    assert for_reader(found, {said.entry, "debts", "choice"}, {"mother"}).criteria[1].reasons


HOUSEHOLDS = st.tuples(
    st.lists(tellings(), max_size=4),
    st.lists(voices(), max_size=3),
    st.sampled_from([OLD, TODAY, None]),
    st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=2),
)


def of(
    told: list[Telling], said: list[Voice], since: date | None, made: list[tuple[int, bool]]
) -> tuple[Verdict, tuple[Decided, ...]]:
    decisions = tuple(
        decided(told[which], TODAY, counts=counts, name=f"d{n}")
        for n, (which, counts) in enumerate(made)
        if which < len(told)
    )
    risk = MainRisk("debts", "choice", tuple(said))
    return on(*told, decisions=decisions, risks=(risk,), since=since), decisions


@given(HOUSEHOLDS, tellings())
def test_an_incident_more_never_makes_a_household_safer(household: tuple, more: Telling) -> None:
    told, said, since, made = household
    before, decisions = of(told, said, since, made)
    new = replace(more, root="root-new", withdrawn=False)
    after = on(
        *told, new, decisions=decisions, risks=(MainRisk("debts", "choice", tuple(said)),), since=since
    )
    assert rank(after) <= rank(before)
    assert all(rank(a) <= rank(b) for a, b in zip(after.criteria, before.criteria, strict=True))


@given(HOUSEHOLDS)
def test_a_correction_gives_what_a_fresh_start_gives(household: tuple) -> None:
    told, said, since, made = household
    whole, decisions = of(told, said, since, made)
    last = {one.root: max(t.written for t in told if t.root == one.root) for one in told}
    fresh = [one for one in told if one.written == last[one.root]]
    risk = MainRisk("debts", "choice", tuple(said))
    assert on(*fresh, decisions=decisions, risks=(risk,), since=since) == whole


@given(HOUSEHOLDS, st.randoms())
def test_the_order_in_which_it_is_given_never_matters(household: tuple, shuffled: object) -> None:
    told, said, since, made = household
    whole, decisions = of(told, said, since, made)
    for each in (told, said):
        shuffled.shuffle(each)  # type: ignore[attr-defined]
    risk = MainRisk("debts", "choice", tuple(said))
    other = on(*told, decisions=decisions[::-1], risks=(risk,), members=MEMBERS[::-1], since=since)
    assert other == whole


@given(
    st.lists(st.tuples(st.dates(LONG_AGO, TODAY), st.dates(OLD, TODAY)), max_size=4),
    st.permutations(range(4)),
)
def test_the_order_of_writing_tellings_never_matters(days: list[tuple[date, date]], order: list[int]) -> None:
    """The same incidents with known days, written down on other days than these: the same verdict."""
    one = [telling(day, f"t{n}", told=max(day, written)) for n, (day, written) in enumerate(days)]
    other = [replace(t, written=at(TODAY, order[n])) for n, t in enumerate(one)]
    assert on(*one) == on(*other)
