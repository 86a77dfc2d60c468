"""What a worker knows of a household that says whose a text is: everybody's names, and where they can be found.

Only what this worker may read: a word that is taken out because it is kept secret from them would tell them that it is
(design 4.9).
"""

from dataclasses import dataclass, field
from uuid import UUID

from naast.records.models import Kind, Person
from naast.rules.address_guard import Fact
from naast.rules.anonymiser import Known

from . import dossiers, kinds, people, policy, trace
from .doors import viewer_door
from .people import Face
from .viewer import Missing, Viewer

PARTS = (Kind.INVOLVEMENT, Kind.CONTACT_DATA)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is taken out, and the words of the entry that it begins with, if any."""

    dossier: UUID
    known: Known = field(repr=False)
    words: str = field(repr=False)


def sheet(viewer: Viewer, dossier: UUID, begin: UUID | None = None) -> Sheet:
    """For own professionals, with their own eyes; Missing for everybody else, and where `begin` is not theirs."""
    with viewer_door(viewer, dossier) as reach:
        row = dossiers.inside(reach)
        here = kinds.rows(reach, row, PARTS)
        known = people.known_in(reach, row)
        persons = Person.objects.in_bulk(known)
        entry = policy.entries(reach).filter(dossier_id=row, public_id=begin).first() if begin else None
    if not dossiers.works_here(viewer, here[Kind.INVOLVEMENT]) or viewer.eyes_of or (begin and entry is None):
        raise Missing
    contacts = [Fact(one.type, one.value) for one in here[Kind.CONTACT_DATA]]
    places = [Fact("organisation", one.organisation) for one in here[Kind.INVOLVEMENT] if one.organisation]
    trace.saw(viewer, row, [entry.public_id] if entry else [], known)
    people_known = tuple(_names(persons.get(one), face) for one, face in sorted(known.items()))
    return Sheet(dossier, Known(people_known, (*contacts, *places)), entry.words if entry else "")


def _names(person: Person | None, face: Face) -> tuple[str, ...]:
    """Every name of one human: as they are called here, and each name that the register has."""
    own = (person.given_names, person.call_name, f"{person.prefix} {person.family_name}") if person else ()
    return tuple(dict.fromkeys(name.strip() for name in (face.label, face.full_name, *own) if name.strip()))
