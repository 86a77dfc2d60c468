from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.rules.authority import Adult, AuthorityState, Because, Child, authority_of
from naast.rules.bsn import Bsn
from naast.rules.partial_date import UNKNOWN_DATE, from_register
from naast.rules.register import AuthorityHolder, AuthorityKind, AuthorityLine

ON = date(2026, 11, 24)
CHILD = Child(Bsn("900000001"), from_register("20150601"))
MOTHER = Adult(Bsn("900000002"), from_register("19880101"), is_parent=True)
FATHER = Adult(Bsn("900000003"), from_register("19870101"), is_parent=True)
GRANDMOTHER = Adult(Bsn("900000004"), from_register("19600101"))
NEIGHBOUR = Adult(Bsn("900000005"), from_register("19600101"))

YES, NO, UNKNOWN = AuthorityState.HAS, AuthorityState.HAS_NOT, AuthorityState.UNKNOWN


def holder(adult, is_parent=True):
    return AuthorityHolder(adult.bsn, "", is_parent)


JOINT = AuthorityLine(AuthorityKind.JOINT_PARENTS, CHILD.bsn, "", (holder(MOTHER), holder(FATHER)))
ALONE = AuthorityLine(AuthorityKind.ONE_PARENT, CHILD.bsn, "", (holder(MOTHER),))
WITH_OTHER = AuthorityLine(
    AuthorityKind.PARENT_AND_OTHER, CHILD.bsn, "", (holder(MOTHER), holder(GRANDMOTHER, False))
)
WITH_UNKNOWN = AuthorityLine(
    AuthorityKind.PARENT_AND_OTHER, CHILD.bsn, "", (holder(MOTHER),), unknown_holder=True
)
GUARDIAN = AuthorityLine(AuthorityKind.GUARDIAN, CHILD.bsn, "", (holder(GRANDMOTHER, False),))
UNKNOWN_GUARDIAN = AuthorityLine(AuthorityKind.GUARDIAN, CHILD.bsn)
NOBODY = AuthorityLine(AuthorityKind.NONE_FOR_NOW, CHILD.bsn)
UNDETERMINED = AuthorityLine(AuthorityKind.UNDETERMINED, CHILD.bsn)
STRANGE = AuthorityLine(AuthorityKind.NOT_UNDERSTOOD, CHILD.bsn, "", (holder(MOTHER),))


def told(adult, *lines, child=CHILD, on=ON):
    return authority_of(adult, child, lines, on)


@pytest.mark.parametrize(
    ("line", "mother", "father", "grandmother", "neighbour"),
    [
        (JOINT, YES, YES, NO, NO),
        (ALONE, YES, NO, NO, NO),
        (WITH_OTHER, YES, NO, YES, NO),
        (WITH_UNKNOWN, YES, UNKNOWN, UNKNOWN, UNKNOWN),
        (GUARDIAN, NO, NO, YES, NO),
        (UNKNOWN_GUARDIAN, NO, NO, UNKNOWN, UNKNOWN),
        (NOBODY, NO, NO, NO, NO),
        (UNDETERMINED, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (STRANGE, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (replace(JOINT, under_investigation=True), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (replace(GUARDIAN, under_investigation=True), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_each_form_says_who_has_it_who_has_not_and_who_cannot_be_told(
    line, mother, father, grandmother, neighbour
):
    adults = (MOTHER, FATHER, GRANDMOTHER, NEIGHBOUR)
    assert [told(adult, line).state for adult in adults] == [mother, father, grandmother, neighbour]


def test_without_a_line_authority_is_unknown_and_not_absent():
    assert told(MOTHER).state is UNKNOWN
    assert told(MOTHER).because is Because.NO_LINE


def test_a_line_about_another_child_says_nothing():
    assert told(MOTHER, replace(JOINT, child=Bsn("900000009"))).because is Because.NO_LINE


def test_a_line_that_names_no_child_says_nothing():
    assert told(MOTHER, replace(JOINT, child=None)).because is Because.NO_LINE


def test_the_same_line_seen_twice_is_one_answer():
    assert told(MOTHER, JOINT, JOINT).state is YES


def test_lines_that_disagree_make_it_unknown():
    assert told(FATHER, JOINT, ALONE).because is Because.LINES_DIFFER
    assert told(MOTHER, JOINT, ALONE).state is YES


def test_one_undetermined_line_beats_a_clear_one():
    assert told(MOTHER, JOINT, UNDETERMINED).because is Because.UNDETERMINED


def test_a_holder_without_a_number_may_be_anyone():
    line = replace(JOINT, holders=(holder(MOTHER), AuthorityHolder(None, "Naam", True)))
    assert told(MOTHER, line).state is YES
    assert told(FATHER, line).because is Because.UNKNOWN_HOLDER


def test_a_second_guardian_whom_the_register_does_not_name_may_be_anyone():
    line = replace(GUARDIAN, unknown_holder=True)
    assert told(GRANDMOTHER, line).state is YES
    assert told(NEIGHBOUR, line).because is Because.UNKNOWN_HOLDER
    assert told(MOTHER, line).because is Because.GUARDIAN_HAS_IT


def test_joint_authority_that_names_one_parent_leaves_the_other_open():
    assert told(FATHER, replace(JOINT, holders=(holder(MOTHER),))).state is UNKNOWN


def test_people_without_a_number_cannot_be_matched():
    assert told(replace(FATHER, bsn=None), ALONE).because is Because.NO_BSN
    assert told(MOTHER, JOINT, child=replace(CHILD, bsn=None)).because is Because.NO_BSN


@pytest.mark.parametrize(
    ("on", "state", "because"),
    [
        (date(2033, 5, 31), YES, Because.JOINT_PARENTS),
        (date(2033, 6, 1), NO, Because.CHILD_IS_ADULT),
    ],
)
def test_authority_ends_on_the_eighteenth_birthday(on, state, because):
    answer = told(MOTHER, JOINT, on=on)
    assert (answer.state, answer.because) == (state, because)


def test_a_child_that_may_be_an_adult_makes_a_yes_unknown():
    child = replace(CHILD, birth=from_register("20080000"))
    assert told(MOTHER, JOINT, child=child).because is Because.CHILD_AGE_UNKNOWN
    assert told(MOTHER, JOINT, child=replace(CHILD, birth=UNKNOWN_DATE)).state is UNKNOWN
    assert told(NEIGHBOUR, JOINT, child=child).state is NO


def test_death_of_either_ends_it():
    assert told(replace(MOTHER, dead=True), JOINT).because is Because.SOMEBODY_DIED
    assert told(MOTHER, JOINT, child=replace(CHILD, dead=True)).because is Because.SOMEBODY_DIED


def test_what_contradicts_a_yes_makes_it_unknown():
    assert told(replace(MOTHER, under_guardianship=True), JOINT).because is Because.ADULT_UNDER_GUARDIANSHIP
    assert told(replace(MOTHER, birth=from_register("20100101")), ALONE).because is Because.ADULT_IS_MINOR


def test_an_unknown_birth_of_the_adult_contradicts_nothing():
    assert told(replace(MOTHER, birth=UNKNOWN_DATE), JOINT).state is YES


def test_an_answer_names_its_source():
    line = replace(JOINT, register_kind="GezamenlijkOuderlijkGezag")
    assert told(MOTHER, line).source == "BRP gezag: GezamenlijkOuderlijkGezag"
    assert told(MOTHER).source == "BRP gezag"


LINES = st.lists(
    st.sampled_from(
        (JOINT, ALONE, WITH_OTHER, WITH_UNKNOWN, GUARDIAN, UNKNOWN_GUARDIAN, NOBODY, UNDETERMINED, STRANGE)
    )
)
ADULTS = st.sampled_from((MOTHER, FATHER, GRANDMOTHER, NEIGHBOUR))


@given(ADULTS, LINES, st.dates(date(2015, 6, 1), date(2040, 1, 1)))
def test_a_yes_always_rests_on_a_line_that_names_the_adult(adult, lines, on):
    if told(adult, *lines, on=on).state is YES:
        assert any(adult.bsn in {one.bsn for one in line.holders} for line in lines)
        assert on < date(2033, 6, 1)


@given(ADULTS, LINES)
def test_one_line_in_doubt_is_enough_for_unknown(adult, lines):
    assert told(adult, *lines, UNDETERMINED).state is UNKNOWN


@given(ADULTS, LINES, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(adult, lines, random):
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert told(adult, *lines) == told(adult, *shuffled)


@given(ADULTS, LINES, st.dates(date(2015, 6, 1), date(2040, 1, 1)), st.integers(0, 10_000))
def test_time_may_close_and_never_opens(adult, lines, on, days):
    later = date.fromordinal(on.toordinal() + days)
    if told(adult, *lines, on=later).state is YES:
        assert told(adult, *lines, on=on).state is YES
