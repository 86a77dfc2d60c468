"""Authority over the minors of a proposed household: one answer per adult and child."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .authority import Adult, AuthorityAnswer, Child, authority_of
from .household_kin import Kin, KinGroup, Role
from .register import AuthorityLine

YOUNG_ROLES = {Role.FOCUS, Role.CHILD, Role.PARTNER_CHILD, Role.SIBLING}


@dataclass(frozen=True, slots=True)
class PairAuthority:
    """The authority of one adult over one child, both by ref."""

    adult: str
    child: str
    answer: AuthorityAnswer


def authority_pairs(
    group: KinGroup, asked_about: set[str], members: set[str], on: date
) -> list[PairAuthority]:
    """Every living child in `asked_about` who is or may be a minor, against every adult who matters to it.

    Those are the grown members, its known parents, and whomever the register names as holding authority,
    also where they live elsewhere. "Parental authority is per adult-child pair and may be undetermined"
    (design 3).
    """
    lines = group.lines()
    children = [kin for kin in group.people if kin.ref in asked_about and _may_be_minor(kin, on)]
    return [pair for child in children for pair in _of_child(group, child, members, lines, on)]


def _may_be_minor(kin: Kin, on: date) -> bool:
    return kin.role in YOUNG_ROLES and not kin.dead and kin.adult(on) is not True


def _of_child(
    group: KinGroup, child: Kin, members: set[str], lines: tuple[AuthorityLine, ...], on: date
) -> Iterator[PairAuthority]:
    own_lines = [line for line in lines if child.bsn is not None and line.child == child.bsn]
    holders = [holder for line in own_lines for holder in line.holders if holder.bsn]
    held = {group.add_holder(holder).ref: holder.is_parent for holder in holders}
    parents = group.parents_of(child.ref) | {ref for ref, is_parent in held.items() if is_parent}
    for kin in group.people:
        grown_member = kin.ref in members and kin.adult(on) is not False
        if kin.ref != child.ref and (grown_member or kin.ref in held or kin.ref in parents):
            guardianship = kin.record is not None and kin.record.under_guardianship
            adult = Adult(kin.bsn, kin.birth, kin.ref in parents, kin.dead, guardianship)
            answer = authority_of(adult, Child(child.bsn, child.birth, child.dead), own_lines, on)
            yield PairAuthority(kin.ref, child.ref, answer)
