"""Something that happened and was not safe, in the words and the circle of who tells it."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import EntryPerson, Incident, Kind, Nature, Person
from naast.rules import incidents as rule

from . import may
from .act import Invalid, Refused, act
from .drafts import forget
from .entries import Passage, passage_of_self, tell_passage
from .unsafety import checked

Role = EntryPerson.Role


@dataclass(frozen=True, slots=True)
class Effect:
    """What it did to one child."""

    child: UUID
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """What a telling of an incident says besides its words and its day.

    `source` is how who tells it knows of it (rules/incidents.py), `kinds` are those of rules/unsafety.py. Who was
    harmed, whose behaviour harmed, who saw it, and who told of it `first`, where that was not who tells it now: by
    public id. `done` is what was done.
    """

    source: str
    kinds: tuple[str, ...] = ()
    harmed: tuple[UUID, ...] = ()
    harms: tuple[UUID, ...] = ()
    saw: tuple[UUID, ...] = ()
    first: UUID | None = None
    done: str = field(default="", repr=False)
    effects: tuple[Effect, ...] = ()

    @property
    def in_it(self) -> tuple[UUID, ...]:
        """Everybody who stands in it in a role."""
        return (*self.harmed, *self.harms, *self.saw, *((self.first,) if self.first else ()))


@act("tell incident")
def tell(*, viewer: Viewer, dossier: UUID, event: Event, passage: Passage, draft: UUID | None = None) -> UUID:
    """What somebody tells of something that happened. Default circle: who tells it and the team.

    The team notes it for its teller, with how that was asked in the circle; a resident tells their own. What a
    professional saw is a fact or a telling as they choose, what anybody else says a telling. It replaces nothing that
    others tell, changes no phase, and counts until people decide otherwise (decisions.decide_incident).
    Raises Invalid on 'words', 'happened', 'source', 'kinds'.
    """
    found, reach = may.dossier_for(viewer, dossier)
    if viewer.is_staff and not may.in_team(viewer, found):
        raise Refused
    if (wrong := rule.problem(event.source)) is not None:
        raise Invalid(*wrong)
    if not viewer.is_staff:
        passage = passage_of_self(passage)
    teller = may.person_for(reach, passage.teller) if passage.teller else Person.objects.get(id=viewer.human)
    seen = teller.professional and passage.nature == Nature.FACT
    effects = [one for one in event.effects if one.words.strip()]
    # it is about everybody in it: whose yes sharing it asks for, and over whom somebody has authority to read it
    everybody = (*event.in_it, *(one.child for one in effects))
    told = replace(
        passage,
        nature=Nature.FACT if seen else Nature.TELLING,
        about=tuple(dict.fromkeys((*passage.about, *everybody))),
    )
    kept = {
        "kinds": checked(event.kinds),
        "source": event.source,
        "done": event.done.strip(),
        "effects": [
            {"person": may.person_for(reach, one.child).id, "words": one.words.strip()} for one in effects
        ],
    }
    row = tell_passage(
        found,
        reach,
        viewer,
        told,
        [],
        "",
        kind=Kind.INCIDENT,
        of_kind=(Incident, kept),
        people=_people(reach, event),
    )
    if draft is not None:
        forget(viewer, draft)
    return row.public_id


def _people(reach: Reach, event: Event) -> list[tuple[str, Person]]:
    """Everybody who stands in it, each in their role."""
    wanted = {
        Role.HARMED: event.harmed,
        Role.HARMS: event.harms,
        Role.SAW: event.saw,
        Role.FIRST: (event.first,) if event.first else (),
    }
    return [(str(role), one) for role, ids in wanted.items() for one in may.persons_for(reach, list(ids))]
