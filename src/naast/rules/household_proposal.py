"""What Naast proposes when a household is opened from the register. A person decides; nothing is made by
itself.

"A household is persons with dated memberships; not 'who lives at this address'. A person may belong to
several." (design 3) "Relations by law differ from the real household; BRP address is not 'who lives here
now'." (domain-facts 7.3)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from .bsn import Bsn
from .household_authority import PairAuthority, authority_pairs
from .household_kin import Kin, KinGroup, Role, Tie, kin_of
from .names import PersonName
from .partial_date import PartialDate
from .register import Living, RegisterPerson, living
from .texts import N_

MOST_MEMBERS = 20
"""No proposal is larger: a longer list is not read. The largest household in the test data has fourteen."""

MOST_OTHERS = 40
"""No list of people *not* proposed is longer."""


class Why(StrEnum):
    """Why somebody is proposed as a member or is not; English message ids."""

    ASKED_ABOUT = N_("You asked about this person.")
    PARTNER = N_("Partner in the register.")
    MINOR_CHILD = N_("Child under eighteen.")
    ADULT_CHILD_AT_HOME = N_("Adult child, registered at the same address.")
    PARENT_OF_MINOR = N_("Parent of the child you asked about.")
    PARENT_AT_HOME = N_("Parent, registered at the same address.")
    MINOR_SIBLING = N_("Brother or sister under eighteen.")
    ADULT_SIBLING_AT_HOME = N_("Adult brother or sister, registered at the same address.")
    STEP_PARENT_AT_HOME = N_("Partner of a parent, registered at the same address.")
    CHILD_OF_PARTNER = N_("Child under eighteen of the partner.")
    DEAD = N_("Has died.")
    EX_PARTNER = N_("Former partner. Add them by hand if they belong to this household.")
    ADULT_CHILD = N_("Adult child. Ask whether they belong to this household.")
    ADULT_SIBLING = N_("Adult brother or sister. Ask whether they belong to this household.")
    PARENT_OF_ADULT = N_("Parent of an adult. Ask whether they belong to this household.")
    STEP_PARENT = N_("Partner of a parent. Ask whether they belong to this household.")
    AGE_UNKNOWN = N_("The age is not known. Ask whether they belong to this household.")
    LIVES_ELSEWHERE = N_("Registered at another address. Ask whether they belong to this household.")
    OTHER_PARENT = N_("The other parent of a child.")
    HOLDS_AUTHORITY = N_("Named by the register as having authority over a child.")
    TOO_MANY = N_("The list was cut. Add them by hand if they belong to this household.")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person in a proposal, named in forms by `ref` ('focus', 'child-2'), so that no BSN leaves the
    server.

    `living` is compared with the focus: UNKNOWN until both records were asked. `secret` and
    `under_guardianship` are None until this person's own record was asked (`asked`).
    """

    ref: str
    role: Role
    why: Why
    proposed: bool
    name: PersonName = field(repr=False)
    birth: PartialDate = field(repr=False)
    bsn: Bsn | None = field(repr=False)
    living: Living = Living.UNKNOWN
    dead: bool = False
    asked: bool = False
    secret: bool | None = None
    under_guardianship: bool | None = None


@dataclass(frozen=True, slots=True)
class HouseholdProposal:
    """Proposed members, the people near who are not proposed, their ties, and authority per adult-child
    pair.

    `left_out` counts people cut from the lists. `not_understood` says, without names, what the register
    answered and Naast could not read.
    """

    on: date
    members: tuple[Candidate, ...]
    others: tuple[Candidate, ...]
    ties: tuple[Tie, ...]
    authority: tuple[PairAuthority, ...]
    not_understood: tuple[str, ...] = ()
    left_out: int = 0

    def person(self, ref: str) -> Candidate:
        """The candidate with this ref. Raises KeyError when the proposal has none."""
        for one in (*self.members, *self.others):
            if one.ref == ref:
                return one
        raise KeyError(ref)


def propose(
    focus: RegisterPerson, on: date, more: Mapping[Bsn, RegisterPerson] | None = None
) -> HouseholdProposal:
    """The household proposed for one person on a day. `more`: records asked for since, by BSN.

    Members are found through kinship, never by address alone; an address only tells whether kin live
    together. The dead and former partners are not members. A child registered elsewhere is proposed and
    marked. The same answers give the same refs, and more answers only add refs, but for a holder who turns
    out to be a parent.
    """
    group = kin_of(focus, more or {}, on)
    shown = _cut([_candidate(kin, focus, group, on) for kin in group.people])
    asked_about = {one.ref for one in shown if one.proposed or one.why is Why.AGE_UNKNOWN}
    pairs = authority_pairs(group, asked_about, {one.ref for one in shown if one.proposed}, on)
    people = [*shown, *(_holder(kin) for kin in group.people if kin.role is Role.HOLDER)]
    members = tuple(one for one in people if one.proposed)
    others = tuple(one for one in people if not one.proposed)
    refs = {one.ref for one in (*members, *others[:MOST_OTHERS])}
    return HouseholdProposal(
        on=on,
        members=members,
        others=others[:MOST_OTHERS],
        ties=tuple(tie for tie in group.ties.values() if {tie.one, tie.other} <= refs),
        authority=tuple(pair for pair in pairs if {pair.adult, pair.child} <= refs),
        not_understood=tuple(sorted(set(_notes(group)))),
        left_out=len(others[MOST_OTHERS:]),
    )


def _candidate(kin: Kin, focus: RegisterPerson, group: KinGroup, on: date) -> Candidate:
    at = Living.TOGETHER if kin.role is Role.FOCUS else living(focus, kin.record)
    proposed, why = _judge(kin, at, group, on)
    return _describe(kin, proposed, why, at)


def _describe(kin: Kin, proposed: bool, why: Why, at: Living) -> Candidate:
    record = kin.record
    return Candidate(
        ref=kin.ref,
        role=kin.role,
        why=why,
        proposed=proposed,
        name=kin.name,
        birth=kin.birth,
        bsn=kin.bsn,
        living=at,
        dead=kin.dead,
        asked=record is not None,
        secret=record.secret if record else None,
        under_guardianship=record.under_guardianship if record else None,
    )


def _holder(kin: Kin) -> Candidate:
    return _describe(kin, False, Why.HOLDS_AUTHORITY, Living.UNKNOWN)


def _judge(kin: Kin, at: Living, group: KinGroup, on: date) -> tuple[bool, Why]:
    if kin.dead:
        return False, Why.DEAD
    if kin.role in ALWAYS:
        return ALWAYS[kin.role]
    if kin.role is Role.PARENT:
        return _parent(group.people[0].adult(on), at)
    if kin.role is Role.STEP_PARENT:
        return (True, Why.STEP_PARENT_AT_HOME) if at is Living.TOGETHER else (False, Why.STEP_PARENT)
    return _child(kin, at, on)


ALWAYS = {
    Role.FOCUS: (True, Why.ASKED_ABOUT),
    Role.PARTNER: (True, Why.PARTNER),
    Role.EX_PARTNER: (False, Why.EX_PARTNER),
    Role.CO_PARENT: (False, Why.OTHER_PARENT),
    Role.HOLDER: (False, Why.HOLDS_AUTHORITY),
}
YOUNG = {
    Role.CHILD: (Why.MINOR_CHILD, Why.ADULT_CHILD_AT_HOME, Why.ADULT_CHILD),
    Role.PARTNER_CHILD: (Why.CHILD_OF_PARTNER, Why.ADULT_CHILD_AT_HOME, Why.ADULT_CHILD),
    Role.SIBLING: (Why.MINOR_SIBLING, Why.ADULT_SIBLING_AT_HOME, Why.ADULT_SIBLING),
}
"""Why a young relative: while a minor, as an adult at the same address, as an adult elsewhere or unknown."""


def _child(kin: Kin, at: Living, on: date) -> tuple[bool, Why]:
    minor, at_home, grown = YOUNG[kin.role]
    adult = kin.adult(on)
    if kin.role is not Role.CHILD and at is Living.ELSEWHERE:
        return False, Why.LIVES_ELSEWHERE
    if adult is None:
        return False, Why.AGE_UNKNOWN
    if not adult:
        return True, minor
    return (True, at_home) if at is Living.TOGETHER else (False, grown)


def _parent(focus_is_adult: bool | None, at: Living) -> tuple[bool, Why]:
    if focus_is_adult is False:
        return True, Why.PARENT_OF_MINOR
    if at is Living.TOGETHER:
        return True, Why.PARENT_AT_HOME
    return False, Why.AGE_UNKNOWN if focus_is_adult is None else Why.PARENT_OF_ADULT


def _cut(candidates: list[Candidate]) -> list[Candidate]:
    kept = 0
    cut: list[Candidate] = []
    for one in candidates:
        kept += one.proposed
        cut.append(_unpropose(one) if one.proposed and kept > MOST_MEMBERS else one)
    return cut


def _unpropose(one: Candidate) -> Candidate:
    return replace(one, proposed=False, why=Why.TOO_MANY)


def _notes(group: KinGroup) -> Iterable[str]:
    for kin in group.people:
        if kin.record:
            yield from kin.record.not_understood
