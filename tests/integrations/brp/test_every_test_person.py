"""Every official test person through the client, over HTTP, into a proposal."""

from collections import Counter

import pytest

from naast.integrations.brp.fake.persons import DATA_FROM, official_test_persons
from naast.rules.authority import AuthorityState
from naast.rules.bsn import Bsn
from naast.rules.household_proposal import propose
from naast.rules.names import full_name, list_name, sort_key
from naast.rules.spelling import sound_key

LARGEST_FAMILY = 14


@pytest.fixture(scope="module")
def people(client, numbers):
    return {bsn: client.by_bsn(bsn, "Alle proefpersonen", with_address=True) for bsn in numbers}


@pytest.fixture(scope="module")
def proposals(people):
    return {bsn: propose(person, DATA_FROM, people) for bsn, person in people.items()}


def test_all_of_them_open(people):
    assert len(people) == 1176
    assert {note for person in people.values() for note in person.not_understood} == set()


def test_each_is_a_member_of_the_own_household_unless_dead(people, proposals):
    for bsn, proposal in proposals.items():
        assert proposal.person("focus").proposed is not people[bsn].dead


def test_no_household_is_absurdly_large(proposals):
    assert max(len(one.members) for one in proposals.values()) == LARGEST_FAMILY
    assert all(one.left_out == 0 for one in proposals.values())


def test_253_people_at_one_address_do_not_become_one_household(people, proposals):
    homes = Counter(
        person.address.object_id or person.address.postcode for person in people.values() if person.address
    )
    home, count = homes.most_common(1)[0]
    here = [
        bsn
        for bsn, one in people.items()
        if one.address and home in (one.address.object_id, one.address.postcode)
    ]
    assert count >= 200
    assert max(len(proposals[bsn].members) for bsn in here) <= LARGEST_FAMILY


def test_a_kin_group_of_125_does_not_become_one_household(people, proposals):
    group = _largest_kin_group(people)
    assert len(group) == 125
    assert max(len(proposals[bsn].members) for bsn in group) <= LARGEST_FAMILY


def _largest_kin_group(people):
    near = {bsn: set() for bsn in people}
    for bsn, person in people.items():
        for related in (*person.parents, *person.partners, *person.children):
            if related.bsn in near:
                near[bsn].add(related.bsn)
                near[related.bsn].add(bsn)
    groups, seen = [], set()
    for start in near:
        todo, group = [start], set()
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                group.add(one)
                todo += near[one]
        groups.append(group)
    return max(groups, key=len)


def test_refs_are_unique_and_every_tie_and_pair_points_at_somebody(proposals):
    for proposal in proposals.values():
        refs = [one.ref for one in (*proposal.members, *proposal.others)]
        assert len(refs) == len(set(refs))
        pointed = {ref for tie in proposal.ties for ref in (tie.one, tie.other)}
        pointed |= {ref for pair in proposal.authority for ref in (pair.adult, pair.child)}
        assert pointed <= set(refs)


def test_nobody_is_twice_in_a_proposal(proposals):
    for proposal in proposals.values():
        numbers = [one.bsn for one in (*proposal.members, *proposal.others) if one.bsn]
        assert len(numbers) == len(set(numbers))


def test_no_dead_person_and_no_former_partner_is_a_member(people, proposals):
    for proposal in proposals.values():
        for one in proposal.members:
            assert one.role.value != "ex-partner"
            assert not (one.bsn in people and people[one.bsn].dead)


def test_undetermined_authority_is_never_yes(people, proposals):
    unclear = {
        line.child
        for person in people.values()
        for line in person.authority
        if line.kind.value == "undetermined" or line.under_investigation
    }
    pairs = [(proposal, pair) for proposal in proposals.values() for pair in proposal.authority]
    asked = [pair for proposal, pair in pairs if proposal.person(pair.child).bsn in unclear]
    assert asked
    assert {pair.answer.state for pair in asked} <= {AuthorityState.UNKNOWN, AuthorityState.HAS_NOT}


def test_the_register_s_own_words_for_joint_authority_are_believed(people, proposals):
    joint = [
        pair
        for one in proposals.values()
        for pair in one.authority
        if pair.answer.state is AuthorityState.HAS
    ]
    assert len(joint) > 900


def test_people_with_the_secrecy_mark_are_marked_and_their_address_is_not_compared(people, proposals):
    secret = [bsn for bsn, person in people.items() if person.secret]
    assert len(secret) == 55
    for bsn in secret:
        assert all(one.living.value == "unknown" for one in proposals[bsn].members if one.ref != "focus")


def test_every_name_can_be_written_sorted_and_searched(people):
    names = [person.name for person in people.values()]
    assert all(full_name(name) or name.family == "" for name in names)
    assert len(sorted(names, key=sort_key)) == 1176
    assert all(sound_key(name.family) for name in names if name.family)
    assert max(len(list_name(name)) for name in names) > 190


def test_relatives_without_a_list_of_their_own_stay_a_name_and_a_date(people):
    own = set(people)
    absent = [one for person in people.values() for one in person.children if one.bsn and one.bsn not in own]
    assert absent
    assert all(propose(people[bsn], DATA_FROM, {}) for bsn in own)


def test_the_one_number_that_fails_the_eleven_test_opens_by_what_the_register_gave(people):
    (odd,) = [bsn for bsn in people if not bsn.passes_eleven_test()]
    assert people[odd].bsn == odd
    assert odd.reveal() in {raw["burgerservicenummer"] for raw in official_test_persons()}
    assert isinstance(odd, Bsn)
