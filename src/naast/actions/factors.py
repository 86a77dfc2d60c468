"""A worry, a strength, a risk or a protective factor, in the words and the circle of who tells it."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Factor, Kind, Nature, Person
from naast.rules import factors as rule

from . import may
from .act import Invalid, Refused, act
from .entries import Passage, passage_of_self, tell_passage


@dataclass(frozen=True, slots=True)
class Basis:
    """Of what a factor is (OF of rules/factors.py, '' is not said), and what it rests on."""

    of: str = ""
    evidence: str = field(default="", repr=False)


@act("note factor")
def note(*, viewer: Viewer, dossier: UUID, sort: str, passage: Passage, basis: Basis = Basis()) -> UUID:
    """What somebody tells of one sort of rules/factors.py. Default circle: who tells it and the team.

    The team notes it for its teller, with how that was asked in the circle; a resident tells their own. What a
    professional says is an opinion, what anybody else says a telling. It replaces nothing that others said.
    Raises Invalid on 'sort', 'of', 'about', 'words', 'happened'.
    """
    found, reach = may.dossier_for(viewer, dossier)
    if viewer.is_staff and not may.in_team(viewer, found):
        raise Refused
    if (wrong := rule.problem(sort)) is not None:
        raise Invalid("sort", wrong)
    if (found_wrong := rule.of_problem(basis.of, len(set(passage.about)))) is not None:
        raise Invalid(*found_wrong)
    if not viewer.is_staff:
        passage = passage_of_self(passage)
    teller = may.person_for(reach, passage.teller) if passage.teller else Person.objects.get(id=viewer.human)
    nature = Nature.OPINION if teller.professional else Nature.TELLING
    told = replace(passage, nature=nature)
    evidence = basis.evidence.strip()
    of_kind = (Factor, {"sort": sort, "of": basis.of, "evidence": evidence})
    return tell_passage(found, reach, viewer, told, [], "", kind=Kind.FACTOR, of_kind=of_kind).public_id
