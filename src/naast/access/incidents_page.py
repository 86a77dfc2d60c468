"""What a page of what happened and was not safe holds: plain data for the faces."""

from dataclasses import dataclass
from uuid import UUID

from naast.rules import incidents as rule

from . import people
from .decisions import Decided
from .incident_lines import IncidentLine
from .lines import Line
from .people import Face
from .viewer import Missing


@dataclass(frozen=True, slots=True)
class Told:
    """One telling in its newest readable version; `decided` newest first, and of those `standing` about these words;
    `moments` in which it stands beside others, `beside` the other tellings of an incident in them; `versions` are all
    that this viewer may read."""

    line: Line
    incident: IncidentLine
    decided: tuple[Decided, ...]
    standing: tuple[Decided, ...]
    moments: tuple[Line, ...]
    beside: tuple[Line, ...]
    versions: frozenset[UUID]

    @property
    def harmed(self) -> tuple[Face, ...]:
        return self.line.with_role("harmed")

    @property
    def harms(self) -> tuple[Face, ...]:
        """Whose behaviour harmed."""
        return self.line.with_role("harms")

    @property
    def saw(self) -> tuple[Face, ...]:
        return self.line.with_role("saw")

    @property
    def first(self) -> Face | None:
        """Who told of it first, where that was not who tells it here."""
        return next(iter(self.line.with_role("first")), None)

    @property
    def everybody(self) -> tuple[Face, ...]:
        """Who stands in it, and who tells it."""
        return tuple(people.each_once((*self.line.about, *([self.line.teller] if self.line.teller else []))))

    @property
    def last(self) -> Decided | None:
        """What was decided last about these words."""
        return next(iter(self.standing), None)

    @property
    def counts(self) -> bool:
        """Does it count, by what this viewer may read of what was decided? For the team's page alone."""
        return rule.counts([one.result for one in self.standing])


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """All tellings of one dossier, the newest event first. `loose` are decisions of which this viewer may not read
    which telling they are about; `partners` are row ids of partner professionals."""

    dossier: UUID
    told: tuple[Told, ...]
    loose: tuple[Decided, ...]
    known: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]

    def find(self, entry: UUID) -> Told:
        """The telling of which this is any version; Missing where there is none."""
        found = next((one for one in self.told if entry in one.versions), None)
        if found is None:
            raise Missing
        return found
