"""`./naast report register`: what Naast understands of the register, by household; counts, no names."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from naast.integrations.brp.client import BrpClient
from naast.integrations.brp.errors import RegisterError
from naast.integrations.brp.fake import FakeRegister
from naast.integrations.brp.fake.authority import unusable
from naast.integrations.brp.fake.persons import DATA_FROM, official_test_persons
from naast.rules.bsn import Bsn
from naast.rules.household_proposal import HouseholdProposal, propose
from naast.rules.partial_date import Precision
from naast.rules.register import RegisterPerson

from . import report_opening

PURPOSE = "Report on the official test persons"
UNUSABLE_WORDS = "gezag lines that name no child and belong to no minor child"


@dataclass
class Report:
    """Counts by kind and reason. Nothing in it points at a person."""

    asked: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    sizes: Counter[int] = field(default_factory=Counter)
    members: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    living: Counter[str] = field(default_factory=Counter)
    authority: Counter[str] = field(default_factory=Counter)
    not_understood: Counter[str] = field(default_factory=Counter)
    in_part: Counter[str] = field(default_factory=Counter)
    cut: int = 0

    def add(self, proposal: HouseholdProposal) -> None:
        """Count one proposal."""
        self.sizes[len(proposal.members)] += 1
        self.members.update(one.why.value for one in proposal.members)
        self.others.update(one.why.value for one in proposal.others)
        self.living.update(one.living.value for one in proposal.members if one.ref != "focus")
        self.authority.update(
            f"{pair.answer.state.value}: {pair.answer.because.value}" for pair in proposal.authority
        )
        self.not_understood.update(proposal.not_understood)
        self.cut += proposal.left_out

    def add_person(self, person: RegisterPerson) -> None:
        """Count what the register itself knows in part or doubts."""
        self.in_part.update(reason for reason, holds in _in_part(person).items() if holds)


def _in_part(person: RegisterPerson) -> dict[str, bool]:
    relatives = (*person.parents, *person.partners, *person.children)
    return {
        "birth date unknown": person.birth.precision is Precision.UNKNOWN,
        "birth date known in part": person.birth.precision in (Precision.YEAR, Precision.MONTH),
        "secrecy mark": person.secret,
        "data under investigation": person.under_investigation,
        "no address, or it may not be compared": person.address is None or not person.address.home,
        "a relative without BSN": any(one.bsn is None for one in relatives),
        "BSN fails the eleven test": not person.bsn.passes_eleven_test(),
        "has died": person.dead,
        "under guardianship": person.under_guardianship,
    }


def ask_everyone(client: BrpClient, numbers: Iterable[Bsn], report: Report) -> dict[Bsn, RegisterPerson]:
    """Everybody's own record; an error is counted by its kind and the next is asked."""
    people: dict[Bsn, RegisterPerson] = {}
    for bsn in numbers:
        report.asked += 1
        try:
            people[bsn] = client.by_bsn(bsn, PURPOSE, with_address=True)
        except RegisterError as error:
            report.failed[type(error).__name__] += 1
    return people


def make(client: BrpClient, numbers: Iterable[Bsn], on: date) -> Report:
    """Propose the household of everybody with these numbers, with their relatives' records at hand."""
    report = Report()
    people = ask_everyone(client, numbers, report)
    for person in people.values():
        report.add_person(person)
        report.add(propose(person, on, people))
    return report


def unusable_lines() -> int:
    """Published authority lines that version 2.7 cannot say; the stand-in leaves them out."""
    return sum(unusable(raw, DATA_FROM) for raw in official_test_persons())


def lines(report: Report) -> Iterable[str]:
    """The report as text."""
    yield f"{report.asked} persons asked, {sum(report.failed.values())} answers failed."
    yield from _table("Failed", report.failed)
    yield from _table("Proposed members in a household", {str(k): v for k, v in sorted(report.sizes.items())})
    yield from _table("Proposed as a member", report.members)
    yield from _table("Near, not proposed", report.others)
    yield from _table("Lives with the person asked about", report.living)
    yield from _table("Authority, per adult and child", report.authority)
    yield from _table("Known in part", report.in_part)
    yield from _table("Not understood", report.not_understood or {"nothing": 0})
    yield f"Left out of long lists: {report.cut}"


def _table(title: str, counts: Mapping[str, int]) -> Iterable[str]:
    if counts:
        yield f"\n{title}"
        yield from (f"  {count:6}  {name}" for name, count in counts.items())


def main(argv: list[str]) -> int:
    """`./naast report register`: answers 1 when any test person could not be opened. `--ask-only` opens nothing."""
    if argv[:1] != ["register"] or argv[1:] not in ([], ["--ask-only"]):
        print("usage: ./naast report register [--ask-only]", file=sys.stderr)
        return 2
    numbers = [Bsn(raw["burgerservicenummer"]) for raw in official_test_persons()]
    with FakeRegister() as register, BrpClient(register.base_url) as client:
        report = make(client, numbers, DATA_FROM)
    for line in lines(report):
        print(line)
    print(f"Not asked, because version 2.7 cannot say it: {unusable_lines()} {UNUSABLE_WORDS}")
    not_opened = 0
    if not argv[1:]:
        told, not_opened = report_opening.opened()
        print("\nHouseholds opened through the act, one for each test person")
        print("\n".join(told))
    return 1 if report.failed or not_opened else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
