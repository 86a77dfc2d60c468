"""From a proposal and what the worker ticked to the people, ties and authority that the act takes in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from naast.rules.ages import born_between
from naast.rules.household_proposal import Candidate, HouseholdProposal
from naast.rules.partial_date import UNKNOWN_DATE
from naast.rules.register import FoundPerson, RegisterPerson, RelationKind

from .dossiers import NewAuthority, NewMember, NewPerson, NewRelation

IN, AROUND, OUT = "in", "around", "out"

TIES = {
    RelationKind.PARENT: "parent",
    RelationKind.PARTNER: "partner",
    RelationKind.EX_PARTNER: "ex_partner",
}


def proposed_places(proposal: HouseholdProposal) -> dict[str, str]:
    """Where each belongs before anybody changed it: who is proposed is in, who holds authority stands around."""
    holders = {pair.adult for pair in proposal.authority}
    return {
        one.ref: IN if one.proposed else AROUND if one.ref in holders and not one.dead else OUT
        for one in (*proposal.members, *proposal.others)
    }


@dataclass(slots=True)
class Taken:
    """Everything that `open_household` wants to know."""

    persons: list[NewPerson] = field(default_factory=list)
    members: list[NewMember] = field(default_factory=list)
    relations: list[NewRelation] = field(default_factory=list)
    authorities: list[NewAuthority] = field(default_factory=list)

    @property
    def keys(self) -> set[str]:
        return {person.key for person in self.persons}

    def add(self, person: NewPerson, place: str) -> None:
        """Take somebody in: in the household, or around it."""
        self.persons.append(person)
        if place == IN:
            self.members.append(NewMember(person.key))


def take(
    proposal: HouseholdProposal | None,
    records: Iterable[RegisterPerson],
    neighbours: Iterable[tuple[str, FoundPerson]],
    places: dict[str, str],
    authority: dict[str, str],
    hands: list[dict[str, Any]],
    today: date,
) -> Taken:
    """The people who were not left out, with their ties and their authority as the worker left it."""
    taken = Taken()
    by_number = {one.bsn: one for one in records}
    if proposal is not None:
        for one in (*proposal.members, *proposal.others):
            if places.get(one.ref, OUT) != OUT:
                record = by_number.get(one.bsn) if one.bsn else None
                taken.add(of_register(one, record), places[one.ref])
    for ref, found in neighbours:
        if places.get(ref, OUT) != OUT:
            taken.add(_of_found(ref, found), places[ref])
    for index, given in enumerate(hands):
        taken.add(of_hand(f"hand-{index}", given, today), given["place"])
    if proposal is not None:
        _ties(taken, proposal)
        _authority(taken, proposal, authority)
    for index, given in enumerate(hands):
        if given.get("tie") and given["other"] in taken.keys - {f"hand-{index}"}:
            taken.relations.append(NewRelation(f"hand-{index}", given["tie"], given["other"]))
    return taken


def of_register(one: Candidate, record: RegisterPerson | None) -> NewPerson:
    """Somebody from the register: name and birth date; more only where more was asked about this person."""
    address = record.address.as_text() if record is not None and record.address is not None else ""
    death = record.death if record is not None else None
    return NewPerson(
        one.ref,
        one.name.given.split()[0] if one.name.given else one.name.family,
        given_names=one.name.given,
        prefix=one.name.prefix,
        family_name=one.name.family,
        bsn=one.bsn.reveal() if one.bsn else "",
        birth_from=one.birth.earliest,
        birth_to=one.birth.latest,
        died_on=(death.latest if death else None),
        secret=bool(record is not None and record.secret),
        addresses=(("address", address),) if address else (),
    )


def _of_found(ref: str, one: FoundPerson) -> NewPerson:
    return NewPerson(
        ref,
        one.name.given.split()[0] if one.name.given else one.name.family,
        given_names=one.name.given,
        prefix=one.name.prefix,
        family_name=one.name.family,
        bsn=one.bsn.reveal() if one.bsn else "",
        birth_from=one.birth.earliest,
        birth_to=one.birth.latest,
    )


def of_hand(key: str, given: dict[str, Any], today: date) -> NewPerson:
    """Somebody by hand: a day, an age about, or nothing known of the birth."""
    first, last = given.get("birth"), given.get("birth")
    if first is None and not given.get("unborn"):
        first, last = estimated(given.get("youngest"), given.get("oldest"), today)
    return NewPerson(
        key,
        given.get("call_name") or given.get("family_name") or "?",
        prefix=given.get("infix", ""),
        family_name=given.get("family_name", ""),
        birth_from=first,
        birth_to=last,
        unborn=bool(given.get("unborn")),
    )


def estimated(youngest: int | None, oldest: int | None, today: date) -> tuple[date | None, date | None]:
    """First and last possible birth date of an estimated age; one number is that age exactly."""
    low = youngest if youngest is not None else oldest
    high = oldest if oldest is not None else youngest
    if low is None or high is None:
        return UNKNOWN_DATE.earliest, UNKNOWN_DATE.latest
    return born_between(low, high, today)


def _ties(taken: Taken, proposal: HouseholdProposal) -> None:
    for tie in proposal.ties:
        if tie.kind in TIES and {tie.one, tie.other} <= taken.keys:
            ended = tie.ended.latest if tie.ended else None
            taken.relations.append(NewRelation(tie.one, TIES[tie.kind], tie.other, tie.started.exact, ended))


def _authority(taken: Taken, proposal: HouseholdProposal, chosen: dict[str, str]) -> None:
    """As the register says; where the worker knows otherwise it stands as told."""
    for index, pair in enumerate(proposal.authority):
        if not {pair.adult, pair.child} <= taken.keys:
            continue
        state = pair.answer.state.value
        told = chosen.get(str(index), state)
        if told not in ("yes", "no", "unknown"):
            told = state
        source, reason = ("register", pair.answer.because.value) if told == state else ("told", "")
        taken.authorities.append(NewAuthority(pair.adult, pair.child, told, source, reason))
