"""Who is near somebody by the register: candidates for a household, each found through kinship only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .ages import ADULT_FROM
from .bsn import Bsn
from .names import PersonName, full_name
from .partial_date import UNKNOWN_DATE, PartialDate
from .register import AuthorityHolder, AuthorityLine, RegisterPerson, RelatedPerson, RelationKind
from .spelling import fold


class Role(StrEnum):
    """How a candidate stands to the person the household is opened for (the focus)."""

    FOCUS = "focus"
    PARTNER = "partner"
    EX_PARTNER = "ex-partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    PARTNER_CHILD = "partner-child"
    STEP_PARENT = "step-parent"
    CO_PARENT = "co-parent"
    HOLDER = "holder"


@dataclass(slots=True)
class Kin:
    """One candidate, before anything is proposed. `record` is their own answer, None when not asked."""

    ref: str
    role: Role
    name: PersonName = field(repr=False)
    birth: PartialDate = field(repr=False)
    bsn: Bsn | None = field(repr=False)
    record: RegisterPerson | None = field(repr=False, default=None)

    @property
    def dead(self) -> bool:
        return self.record is not None and self.record.dead

    def adult(self, on: date) -> bool | None:
        """Whether eighteen or older on a day; None when it cannot be told."""
        return self.birth.age_at_least(ADULT_FROM, on)


@dataclass(frozen=True, slots=True)
class Tie:
    """`one` is <kind> of `other`, both refs; dates as the register gives them."""

    one: str
    kind: RelationKind
    other: str
    started: PartialDate = UNKNOWN_DATE
    ended: PartialDate | None = None


@dataclass(slots=True)
class KinGroup:
    """The people one step around the focus, and the ties between them. Built once, then read."""

    focus: RegisterPerson = field(repr=False)
    more: Mapping[Bsn, RegisterPerson] = field(repr=False)
    people: list[Kin] = field(default_factory=list)
    ties: dict[tuple[str, RelationKind, str], Tie] = field(default_factory=dict)

    def lines(self) -> tuple[AuthorityLine, ...]:
        """Every authority line seen: of the focus and of each person near whose record was asked."""
        records = [self.focus] + [kin.record for kin in self.people[1:] if kin.record]
        return tuple(line for record in records for line in record.authority)

    def parents_of(self, ref: str) -> set[str]:
        """Refs of the known legal parents of somebody."""
        return {tie.one for tie in self.ties.values() if tie.kind is RelationKind.PARENT and tie.other == ref}

    def find(self, bsn: Bsn | None) -> Kin | None:
        """The candidate with this number; None without one."""
        return next((kin for kin in self.people if bsn is not None and kin.bsn == bsn), None)

    def add(self, role: Role, related: RelatedPerson) -> Kin:
        """A related person as candidate, once: known already by number, or by full name and birth date.

        Name and birth date join two entries only where one has no number and both came from this one family's
        records; elsewhere "same surname and birth date is not the same person" (design 3).
        """
        known = self.find(related.bsn) or self._without_number(related)
        if known is not None:
            return known
        record = self.more.get(related.bsn) if related.bsn else None
        name = record.name if record else related.name
        birth = record.birth if record and record.birth.year else related.birth
        return self._append(role, name, birth, related.bsn, record)

    def add_holder(self, holder: AuthorityHolder) -> Kin:
        """Somebody whom only an authority line names."""
        known = self.find(holder.bsn)
        if known is not None:
            return known
        record = self.more.get(holder.bsn) if holder.bsn else None
        name = record.name if record else PersonName(family=holder.full_name)
        birth = record.birth if record else UNKNOWN_DATE
        return self._append(Role.HOLDER, name, birth, holder.bsn, record)

    def tie(self, one: Kin, kind: RelationKind, other: Kin, related: RelatedPerson | None = None) -> None:
        """Note that one is <kind> of other, with the dates of a marriage or partnership where given."""
        if one.ref == other.ref:
            return
        dates = (related.started, related.ended) if related else (UNKNOWN_DATE, None)
        self.ties.setdefault((one.ref, kind, other.ref), Tie(one.ref, kind, other.ref, *dates))

    def _append(
        self, role: Role, name: PersonName, birth: PartialDate, bsn: Bsn | None, record: RegisterPerson | None
    ) -> Kin:
        number = 1 + sum(kin.role is role for kin in self.people)
        ref = role.value if role is Role.FOCUS else f"{role.value}-{number}"
        kin = Kin(ref, role, name, birth, bsn, record)
        self.people.append(kin)
        return kin

    def _without_number(self, related: RelatedPerson) -> Kin | None:
        if related.birth.exact is None or not related.name.given:
            return None
        for kin in self.people:
            one_lacks_number = kin.bsn is None or related.bsn is None
            if one_lacks_number and kin.birth == related.birth and _same_name(kin.name, related.name):
                return kin
        return None


def kin_of(focus: RegisterPerson, more: Mapping[Bsn, RegisterPerson], on: date) -> KinGroup:
    """Everyone one step around the focus: partners, children, parents; through records asked for later also
    the partner's children, the children's other parent, and for a minor brothers, sisters and a parent's
    partner.

    Never by address, and never further than that: a kin group of a hundred people stays a handful of
    candidates.
    """
    group = KinGroup(focus, more)
    me = group._append(Role.FOCUS, focus.name, focus.birth, focus.bsn, focus)
    for related in focus.partners:
        role = Role.PARTNER if related.kind is RelationKind.PARTNER else Role.EX_PARTNER
        group.tie(group.add(role, related), related.kind, me, related)
    children = [group.add(Role.CHILD, related) for related in focus.children]
    for child in children:
        group.tie(me, RelationKind.PARENT, child)
    parents = [group.add(Role.PARENT, related) for related in focus.parents]
    for parent in parents:
        group.tie(parent, RelationKind.PARENT, me)
    _around_partner(group)
    _around_children(group, children)
    if me.adult(on) is not True:
        _around_minor(group, parents)
    return group


def _around_partner(group: KinGroup) -> None:
    for partner in [kin for kin in group.people if kin.role is Role.PARTNER and kin.record]:
        for related in _children(partner):
            group.tie(partner, RelationKind.PARENT, group.add(Role.PARTNER_CHILD, related))


def _around_children(group: KinGroup, children: Iterable[Kin]) -> None:
    for child in children:
        for related in child.record.parents if child.record else ():
            if _known(related):
                group.tie(group.add(Role.CO_PARENT, related), RelationKind.PARENT, child)


def _around_minor(group: KinGroup, parents: Iterable[Kin]) -> None:
    for parent in parents:
        for related in _children(parent):
            group.tie(parent, RelationKind.PARENT, group.add(Role.SIBLING, related))
        for related in parent.record.partners if parent.record else ():
            if related.kind is RelationKind.PARTNER and _known(related):
                group.tie(group.add(Role.STEP_PARENT, related), RelationKind.PARTNER, parent, related)


def _children(kin: Kin) -> tuple[RelatedPerson, ...]:
    return tuple(related for related in kin.record.children if _known(related)) if kin.record else ()


def _known(related: RelatedPerson) -> bool:
    return bool(related.bsn or related.name.given or related.name.family)


def _same_name(one: PersonName, other: PersonName) -> bool:
    return fold(full_name(one)) == fold(full_name(other))
