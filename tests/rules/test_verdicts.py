"""What a verdict is made of, and what of it one reader may read."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from naast.rules.verdicts import (
    CAREFUL_FIRST,
    Criterion,
    Reason,
    State,
    Verdict,
    careful,
    criterion,
    for_reader,
    newest,
)

DAY = date(2026, 11, 16)
HARMS = Reason("harms", State.HOLDS_NOT, frozenset({"e1"}), ("mother",), DAY, "debts")
NO_LONGER = Reason("no longer", State.HOLDS, frozenset({"e2"}), ("school",), DAY, "debts")
SILENT = Reason("silent", State.UNTOLD, people=("child",))
EVERY = ({"e1", "e2"}, {"mother", "school", "child"})


def verdict(*reasons: Reason) -> Verdict:
    return Verdict("stable", (criterion("no harm", reasons),))


@dataclass(frozen=True, slots=True)
class Told:
    root: str
    entry: str
    written: datetime
    withdrawn: bool = False


def at(hour: int) -> datetime:
    return datetime(2026, 11, 16, hour, tzinfo=UTC)


def test_the_answer_that_opens_least_decides() -> None:
    assert careful([State.HOLDS, State.HOLDS_NOT, State.UNTOLD]) == State.HOLDS_NOT
    assert careful([State.HOLDS, State.UNTOLD]) == State.UNTOLD
    assert careful([State.HOLDS]) == State.HOLDS


def test_where_nothing_is_said_it_cannot_be_told() -> None:
    assert careful([]) == State.UNTOLD
    assert criterion("name", [Reason("only explains", None)]).state == State.UNTOLD


def test_a_phase_holds_where_every_criterion_holds() -> None:
    holds, untold = criterion("a", [NO_LONGER]), criterion("b", [SILENT])
    assert Verdict("stable", (holds, holds)).state == State.HOLDS
    assert Verdict("stable", (holds, untold)).state == State.UNTOLD
    assert Verdict("stable", (criterion("c", [HARMS]), untold)).state == State.HOLDS_NOT


def test_differing_voices_show_as_a_conflict() -> None:
    (conflict,) = criterion("no harm", [HARMS, NO_LONGER]).conflicts
    assert (conflict.topic, conflict.holds, conflict.holds_not) == ("debts", ("school",), ("mother",))
    assert not criterion("no harm", [HARMS]).conflicts


def test_a_reader_of_everything_reads_every_reason() -> None:
    whole = verdict(HARMS, NO_LONGER, SILENT)
    explained = for_reader(whole, *EVERY)
    assert explained.criteria == whole.criteria
    assert not explained.more


def test_a_reason_of_which_the_reader_may_not_read_an_entry_is_left_out_and_there_is_more() -> None:
    explained = for_reader(verdict(HARMS, NO_LONGER), {"e2"}, EVERY[1])
    assert explained.criteria[0].reasons == (NO_LONGER,)
    assert explained.more
    assert explained.state == explained.criteria[0].state == State.HOLDS_NOT


def test_a_reason_that_names_somebody_whom_the_reader_does_not_know_is_left_out() -> None:
    explained = for_reader(verdict(HARMS, SILENT), EVERY[0], {"mother"})
    assert explained.criteria[0].reasons == (HARMS,)
    assert explained.more


def test_a_conflict_shows_to_who_may_read_both_voices() -> None:
    whole = verdict(HARMS, NO_LONGER)
    assert for_reader(whole, *EVERY).criteria[0].conflicts
    assert not for_reader(whole, {"e1"}, EVERY[1]).criteria[0].conflicts


def test_the_newest_version_counts_and_a_withdrawn_one_does_not() -> None:
    first, second = Told("r", "v1", at(9)), Told("r", "v2", at(10))
    assert newest([second, first]) == newest([first, second]) == (second,)
    assert newest([first, second, Told("r", "v3", at(11), withdrawn=True)]) == ()
    assert newest([Told("r", "v3", at(8), withdrawn=True), second]) == (second,)


def test_of_versions_of_the_same_moment_each_counts() -> None:
    one, other = Told("r", "v1", at(9)), Told("r", "v2", at(9), withdrawn=True)
    assert newest([one, other]) == newest([other, one]) == (one,)


REASONS = st.builds(
    Reason,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from([*CAREFUL_FIRST, None]),
    st.frozensets(st.sampled_from(["e1", "e2", "hidden1", "hidden2"]), max_size=2),
    st.sampled_from([(), ("mother",), ("unknown",)]),
    st.sampled_from([DAY, date(2026, 5, 3), None]),
    st.sampled_from(["debts", "hidden1", None]),
)


def readable(reason: Reason) -> bool:
    return reason.entries <= {"e1", "e2"} and "unknown" not in reason.people


@given(st.lists(REASONS, max_size=6))
def test_nothing_of_what_is_hidden_is_in_the_explanation_but_the_states_and_that_there_is_more(
    reasons: list[Reason],
) -> None:
    explained = for_reader(verdict(*reasons), {"e1", "e2"}, {"mother"})
    shown = [one for one in reasons if readable(one)]
    assert set(explained.criteria[0].reasons) == set(shown)
    assert explained.criteria[0].reasons == criterion("no harm", shown).reasons
    assert explained.more == any(not readable(one) for one in reasons)


@given(st.lists(REASONS, max_size=6), st.randoms())
def test_the_order_in_which_reasons_come_never_matters(reasons: list[Reason], shuffled: object) -> None:
    other = list(reasons)
    shuffled.shuffle(other)  # type: ignore[attr-defined]
    assert verdict(*reasons) == verdict(*other)


def test_a_reason_more_never_makes_it_safer() -> None:
    for state in CAREFUL_FIRST:
        more = [HARMS, NO_LONGER, SILENT]
        before: Criterion = criterion("a", [Reason("x", state)])
        for one in more:
            after = criterion("a", [Reason("x", state), one])
            assert CAREFUL_FIRST.index(after.state) <= CAREFUL_FIRST.index(before.state)
