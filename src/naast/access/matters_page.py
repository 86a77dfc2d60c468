"""What a page of questions that several people answer together holds: plain data for the faces."""

from dataclasses import dataclass
from uuid import UUID

from naast.rules import matters as rule

from . import people
from .lines import Line
from .people import Face
from .viewer import STAFF, Missing


@dataclass(frozen=True, slots=True)
class Part:
    """One part in its newest readable version; `counted` of a view, newest first; `differ` of what came out."""

    line: Line
    sort: str
    result: str
    person: Face | None
    counted: tuple["Part", ...] = ()
    differ: "Part | None" = None

    @property
    def result_name(self) -> str:
        """What came out, as a message id of the rules; empty for all else."""
        return rule.RESULTS.get(self.result, "")

    @property
    def told_by(self) -> tuple[Face, ...]:
        """Who told it, where that was not who wrote it down."""
        return self.line.with_role("does")

    @property
    def deciders(self) -> tuple[Face, ...]:
        """Who decided it."""
        return self.line.with_role("decides")

    @property
    def otherwise(self) -> bool:
        """Does it say that this view is otherwise than what came out?"""
        return self.result == rule.MINORITY


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who belongs to the question (or did), with what may be read of them; oldest first.

    `reads`: they read the question itself, as far as the viewer may know.
    """

    face: Face
    belongs: bool
    reads: bool
    parts: tuple[Part, ...]

    def of(self, sort: str) -> tuple[Part, ...]:
        """Its parts of one sort."""
        return tuple(one for one in self.parts if one.sort == sort)

    @property
    def informed(self) -> tuple[Part, ...]:
        return self.of(rule.INFORMED)

    @property
    def view(self) -> Part | None:
        """How they see it now."""
        return next(reversed(self.of(rule.VIEW)), None)

    @property
    def silent(self) -> Part | None:
        """Why there is no view; nothing once there is one."""
        return None if self.view else next(reversed(self.of(rule.SILENT)), None)

    @property
    def told_back(self) -> tuple[Part, ...]:
        return self.of(rule.TOLD_BACK)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is to stand here before it is decided, as sorts of rules/matters.py; for the team's page alone."""
        if not self.belongs or self.face.unborn:
            return ()
        return rule.lacking(bool(self.informed), bool(self.view or self.silent))


@dataclass(frozen=True, slots=True)
class Matter:
    """One question in its newest readable version, with its parts; `versions` are all that this viewer may read."""

    line: Line
    voices: tuple[Voice, ...]
    tried: tuple[Part, ...]
    outcomes: tuple[Part, ...]  # newest first
    versions: frozenset[UUID]

    @property
    def belongs(self) -> tuple[Face, ...]:
        """Who belongs to it now."""
        return tuple(voice.face for voice in self.voices if voice.belongs)

    @property
    def mine(self) -> Voice | None:
        """The viewer's own place in it, where they belong to it."""
        return next((one for one in self.voices if one.face.is_viewer and one.belongs), None)

    @property
    def views(self) -> tuple[Part, ...]:
        """How everybody sees it, as far as this viewer may read."""
        return tuple(voice.view for voice in self.voices if voice.view)

    @property
    def sharing(self) -> tuple[Face, ...]:
        """With whom how somebody sees it can be shared: who reads the question besides the team and the viewer."""
        readers = people.each_once(one.face for one in self.line.readers if one.capacity != STAFF)
        return tuple(face for face in readers if not face.is_viewer)

    @property
    def untold(self) -> tuple[Face, ...]:
        """Who belongs to it, lives and was not told back what came out last; for the team's page alone."""
        if not self.outcomes:
            return ()
        since = self.outcomes[0].line.confirmed_at
        return tuple(
            voice.face
            for voice in self.voices
            if voice.belongs
            and not (voice.face.unborn or voice.face.deceased or voice.face.is_viewer)
            and not any(one.line.confirmed_at >= since for one in voice.told_back)
        )


@dataclass(frozen=True, slots=True)
class MattersPage:
    """All questions of one dossier, newest first; `partners` are row ids of partner professionals."""

    dossier: UUID
    matters: tuple[Matter, ...]
    known: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]

    def find(self, matter: UUID) -> Matter:
        """The question of which this is any version; Missing where there is none."""
        found = next((one for one in self.matters if matter in one.versions), None)
        if found is None:
            raise Missing
        return found
