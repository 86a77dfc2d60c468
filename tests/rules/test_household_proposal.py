from dataclasses import replace
from datetime import date

import pytest

from naast.rules.authority import AuthorityState
from naast.rules.household_kin import Role
from naast.rules.household_proposal import MOST_MEMBERS, MOST_OTHERS, Why, propose
from naast.rules.names import PersonName
from naast.rules.partial_date import UNKNOWN_DATE, from_date
from naast.rules.register import AuthorityHolder, AuthorityKind, AuthorityLine, Living, RelationKind

ON = date(2026, 11, 24)
PARENT, PARTNER, EX, CHILD = (
    RelationKind.PARENT,
    RelationKind.PARTNER,
    RelationKind.EX_PARTNER,
    RelationKind.CHILD,
)


def refs(people):
    return [one.ref for one in people]


def test_somebody_alone_is_a_household_of_one(person):
    proposal = propose(person(1), ON)
    assert refs(proposal.members) == ["focus"]
    assert proposal.others == proposal.authority == proposal.ties == ()


def test_a_partner_and_young_children_are_members(person, related):
    focus = person(
        1,
        partners=(related(PARTNER, 2),),
        children=(related(CHILD, 3, "20150101"), related(CHILD, 4, "20081125")),
    )
    proposal = propose(focus, ON)
    assert refs(proposal.members) == ["focus", "partner-1", "child-1", "child-2"]
    assert {tie.one for tie in proposal.ties} == {"focus", "partner-1"}


def test_a_child_that_turns_eighteen_today_is_asked_about(person, related):
    proposal = propose(person(1, children=(related(CHILD, 2, "20081124"),)), ON)
    assert proposal.person("child-1").why is Why.ADULT_CHILD
    assert refs(proposal.members) == ["focus"]


def test_a_child_of_unknown_age_is_asked_about_and_its_authority_too(person, related):
    proposal = propose(person(1, children=(related(CHILD, 2, "00000000"),)), ON)
    assert proposal.person("child-1").why is Why.AGE_UNKNOWN
    assert not proposal.person("child-1").proposed
    assert [(pair.adult, pair.child) for pair in proposal.authority] == [("focus", "child-1")]


def test_a_former_partner_and_the_dead_are_not_members(person, related, number):
    focus = person(1, partners=(related(EX, 2),), children=(related(CHILD, 3, "20150101"),))
    dead_child = person(3, "20150101", death=from_date(date(2020, 1, 1)))
    proposal = propose(focus, ON, {number(3): dead_child})
    assert refs(proposal.members) == ["focus"]
    assert {one.why for one in proposal.others} == {Why.EX_PARTNER, Why.DEAD}
    assert proposal.authority == ()


def test_a_death_without_a_date_counts(person, related, number):
    focus = person(1, partners=(related(PARTNER, 2),))
    proposal = propose(focus, ON, {number(2): person(2, suspended="O")})
    assert proposal.person("partner-1").why is Why.DEAD


def test_nobody_is_a_member_by_address_alone(person, home, number):
    strangers = {number(n): person(n, address=home) for n in range(2, 260)}
    proposal = propose(person(1, address=home), ON, strangers)
    assert refs(proposal.members) == ["focus"]
    assert proposal.others == ()


def test_a_child_registered_elsewhere_is_proposed_and_marked(person, related, number, home, elsewhere):
    focus = person(1, address=home, children=(related(CHILD, 2, "20150101"), related(CHILD, 3, "20160101")))
    more = {
        number(2): person(2, "20150101", address=elsewhere),
        number(3): person(3, "20160101", address=home),
    }
    proposal = propose(focus, ON, more)
    assert proposal.person("child-1").living is Living.ELSEWHERE
    assert proposal.person("child-1").proposed
    assert proposal.person("child-2").living is Living.TOGETHER


def test_an_address_is_never_part_of_a_proposal(person, related, number, home):
    focus = person(1, address=home, children=(related(CHILD, 2, "20150101"),))
    proposal = propose(focus, ON, {number(2): person(2, "20150101", address=home)})
    assert not any("address" in one.__dataclass_fields__ for one in proposal.members)


def test_an_adult_child_at_the_same_address_is_proposed(person, related, number, home):
    focus = person(1, address=home, children=(related(CHILD, 2, "20000101"),))
    assert propose(focus, ON).person("child-1").proposed is False
    asked = propose(focus, ON, {number(2): person(2, "20000101", address=home)})
    assert asked.person("child-1").why is Why.ADULT_CHILD_AT_HOME


def test_the_secrecy_mark_keeps_living_unknown(person, related, number, home):
    focus = person(1, address=home, children=(related(CHILD, 2, "20150101"),))
    proposal = propose(focus, ON, {number(2): person(2, "20150101", address=home, secret=True)})
    child = proposal.person("child-1")
    assert (child.living, child.secret, child.proposed) == (Living.UNKNOWN, True, True)
    assert propose(focus, ON).person("child-1").secret is None


def test_a_minor_comes_with_parents_and_through_their_records_brothers_and_sisters(person, related, number):
    focus = person(1, "20150101", parents=(related(PARENT, 2, "19880101"), related(PARENT, 3, "19870101")))
    mother = person(2, "19880101", children=(related(CHILD, 1, "20150101"), related(CHILD, 4, "20180101")))
    assert refs(propose(focus, ON).members) == ["focus", "parent-1", "parent-2"]
    proposal = propose(focus, ON, {number(2): mother})
    assert refs(proposal.members) == ["focus", "parent-1", "parent-2", "sibling-1"]


def test_a_half_sister_registered_elsewhere_is_asked_about(person, related, number, home, elsewhere):
    focus = person(1, "20150101", address=home, parents=(related(PARENT, 2, "19880101"),))
    father = person(2, "19880101", children=(related(CHILD, 4, "20180101"),))
    sister = person(4, "20180101", address=elsewhere)
    proposal = propose(focus, ON, {number(2): father, number(4): sister})
    assert proposal.person("sibling-1").why is Why.LIVES_ELSEWHERE


@pytest.mark.parametrize(("born", "proposed"), [("19900101", False), ("00000000", False), ("20150101", True)])
def test_parents_of_an_adult_are_asked_about(person, related, born, proposed):
    focus = person(1, born, parents=(related(PARENT, 2, "19600101"),))
    assert propose(focus, ON).person("parent-1").proposed is proposed


def test_a_parent_s_new_partner_is_a_member_only_at_the_same_address(person, related, number, home):
    focus = person(1, "20150101", address=home, parents=(related(PARENT, 2, "19880101"),))
    mother = person(2, "19880101", partners=(related(PARTNER, 5),))
    assert propose(focus, ON, {number(2): mother}).person("step-parent-1").why is Why.STEP_PARENT
    both = {number(2): mother, number(5): person(5, address=home)}
    assert propose(focus, ON, both).person("step-parent-1").why is Why.STEP_PARENT_AT_HOME


def test_the_partner_s_own_child_is_proposed_as_theirs(person, related, number):
    focus = person(1, partners=(related(PARTNER, 2),))
    partner = person(2, children=(related(CHILD, 3, "20150101"),))
    proposal = propose(focus, ON, {number(2): partner})
    assert proposal.person("partner-child-1").why is Why.CHILD_OF_PARTNER
    assert ("partner-1", PARENT, "partner-child-1") in {(t.one, t.kind, t.other) for t in proposal.ties}


def test_a_shared_child_is_one_candidate_with_two_parents(person, related, number):
    child = related(CHILD, 3, "20150101")
    focus = person(1, partners=(related(PARTNER, 2),), children=(child,))
    proposal = propose(focus, ON, {number(2): person(2, children=(child,))})
    assert refs(proposal.members) == ["focus", "partner-1", "child-1"]
    assert {t.one for t in proposal.ties if t.other == "child-1"} == {"focus", "partner-1"}


def test_a_child_without_a_number_in_both_parents_records_is_one_candidate(person, related, number):
    one = related(CHILD, None, "20150101", name=PersonName("Sem", "", "Voorbeeld"))
    twin = replace(one, name=PersonName("Bo", "", "Voorbeeld"))
    focus = person(1, partners=(related(PARTNER, 2),), children=(one, twin))
    proposal = propose(focus, ON, {number(2): person(2, children=(one, twin))})
    assert refs(proposal.members) == ["focus", "partner-1", "child-1", "child-2"]


def test_equal_name_and_birth_with_two_numbers_stay_two_people(person, related):
    name = PersonName("Sem", "", "Voorbeeld")
    children = (related(CHILD, 2, "20150101", name=name), related(CHILD, 3, "20150101", name=name))
    assert refs(propose(person(1, children=children), ON).members) == ["focus", "child-1", "child-2"]


def test_authority_is_told_per_adult_and_child_also_for_who_lives_elsewhere(person, related, number):
    focus = person(1, partners=(related(PARTNER, 2),), children=(related(CHILD, 3, "20150101"),))
    line = AuthorityLine(
        AuthorityKind.JOINT_PARENTS,
        number(3),
        "",
        (AuthorityHolder(number(1), "", True), AuthorityHolder(number(9), "Iemand Anders", True)),
    )
    proposal = propose(replace(focus, authority=(line,)), ON)
    states = {(pair.adult, pair.child): pair.answer.state for pair in proposal.authority}
    assert states == {
        ("focus", "child-1"): AuthorityState.HAS,
        ("partner-1", "child-1"): AuthorityState.HAS_NOT,
        ("holder-1", "child-1"): AuthorityState.HAS,
    }
    assert proposal.person("holder-1").role is Role.HOLDER
    assert not proposal.person("holder-1").proposed


def test_a_known_other_parent_is_not_named_twice(person, related, number):
    focus = person(1, children=(related(CHILD, 3, "20150101"),))
    line = AuthorityLine(AuthorityKind.ONE_PARENT, number(3), "", (AuthorityHolder(number(9), "X", True),))
    child = person(3, "20150101", parents=(related(PARENT, 9),), authority=(line,))
    proposal = propose(focus, ON, {number(3): child})
    assert refs(proposal.others) == ["co-parent-1"]
    states = {pair.adult: pair.answer.state for pair in proposal.authority}
    assert states == {"focus": AuthorityState.HAS_NOT, "co-parent-1": AuthorityState.HAS}


def test_more_answers_add_refs_and_rename_nobody(person, related, number):
    focus = person(1, partners=(related(PARTNER, 2),), children=(related(CHILD, 3, "20150101"),))
    before = propose(focus, ON)
    after = propose(focus, ON, {number(2): person(2, children=(related(CHILD, 4, "20160101"),))})
    for one in before.members:
        assert after.person(one.ref).bsn == one.bsn


def test_a_proposal_stays_small(person, related):
    children = tuple(related(CHILD, n, "20150101") for n in range(2, 127))
    proposal = propose(person(1, children=children), ON)
    assert len(proposal.members) == MOST_MEMBERS
    assert len(proposal.others) == MOST_OTHERS
    assert proposal.left_out == 126 - MOST_MEMBERS - MOST_OTHERS
    assert {one.why for one in proposal.others} == {Why.TOO_MANY}
    assert {pair.child for pair in proposal.authority} <= set(refs(proposal.members))


def test_a_ref_that_is_not_there_is_an_error(person):
    with pytest.raises(KeyError):
        propose(person(1), ON).person("child-9")


def test_a_proposal_hides_names_and_numbers_in_a_repr(person, related):
    proposal = propose(person(1, children=(related(CHILD, 2, "20150101"),)), ON)
    for hidden in ("Voorbeeld", "Naam", "90000000", "2015"):
        assert hidden not in repr(proposal)


def test_what_was_not_understood_is_passed_on_once(person, related, number):
    focus = person(1, not_understood=("gezag.type",), children=(related(CHILD, 2, "20150101"),))
    child = person(2, "20150101", not_understood=("gezag.type", "geboorte.datum"))
    assert propose(focus, ON, {number(2): child}).not_understood == ("geboorte.datum", "gezag.type")


def test_an_unknown_relative_without_name_or_number_is_still_counted(person, related):
    nameless = related(PARENT, None, "00000000", name=PersonName())
    focus = person(1, "20150101", parents=(nameless, nameless))
    proposal = propose(focus, ON)
    assert refs(proposal.members) == ["focus", "parent-1", "parent-2"]
    assert proposal.person("parent-1").birth == UNKNOWN_DATE
