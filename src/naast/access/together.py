"""What everyone in the plan may read: for paper, and for a page others may look at (design 4.6).

Apart from who lives in the household, all of it follows from what the viewer may read: a hidden entry must
not change what anybody sees, also not by making somebody count as one of everyone.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Value

from naast.records.models import Relation

from . import at_home, conditions, readers
from .doors import through_rules
from .lines import Line, Raw
from .people import Face
from .viewer import day_of

KIN = ("parent", "adoptive_parent", "partner", "ex_partner")
NAMED_ROLES = ("does", "watches")
LIVES, MET = "lives", "met"


@dataclass(frozen=True, slots=True)
class Measure:
    """Row ids: who lives in the household, who reads each of the entries (`readers`: with their reasons), and which
    of the conditions that were asked about an agreement meets."""

    household: frozenset[int]
    readers: readers.Reading
    reading: dict[int, frozenset[int]]
    met: frozenset[int] = frozenset()

    def read_by(self, line: Line, people: frozenset[int]) -> bool:
        """Does each of these people read this line?"""
        return people <= self.reading.get(line.row, frozenset())


@through_rules
def measure(
    raw: Raw, dossier: int, household: frozenset[int] | None = None, asked: Collection[int] = ()
) -> Measure:
    """Behind the rules door, because who may print a page need not know who else reads it.

    `household` is who lives there, where a page knows it already. `asked` are conditions of which the team is to know
    whether an agreement meets them (access/conditions.py); in the same query.
    """
    reading = readers.humans_of(raw.entries, raw.reach)
    met = frozenset[int]()
    if household is None:
        day = day_of(raw.reach.at)
        rows = at_home.household_of(dossier, day).values_list(Value(LIVES), "person_id")
        if asked:
            rows = rows.union(conditions.met(asked, day).values_list(Value(MET), "id"))
        found = list(rows)
        household = frozenset(row for what, row in found if what == LIVES)
        met = frozenset(row for what, row in found if what == MET)
    return Measure(
        household,
        reading,
        {entry: frozenset(human for human, _, _ in found) for entry, found in reading.items()},
        met,
    )


def family(relations: Iterable[Relation]) -> frozenset[int]:
    """Parents, partners and ex-partners, also where they live elsewhere."""
    tied = [(r.one_id, r.other_id) for r in relations if r.type in KIN]
    return frozenset(person for pair in tied for person in pair)


def everyone(agreements: list[Line], measured: Measure, family: frozenset[int]) -> frozenset[int]:
    """The household, its parents and (ex-)partners named in the plan, and who is named in what they all read.

    Somebody who is named only in a smaller circle is not one of everyone: else one confidential agreement
    would empty the paper of all others, and so betray itself. Two persons who are one human to a worker count apart:
    what was told to one of them is not opened to the other.
    """
    named = {face.own for line in agreements for face in _named(line)}
    people = measured.household | (family & named)
    shared = [line for line in agreements if measured.read_by(line, people)]
    return people | {face.own for line in shared for face in _named(line)}


def _named(line: Line) -> list[Face]:
    """Who does it and who watches, as far as they read for themselves: professionals read by their work."""
    return [
        face
        for role, face in line.people
        if role in NAMED_ROLES and not (face.professional or face.unborn or face.deceased)
    ]
