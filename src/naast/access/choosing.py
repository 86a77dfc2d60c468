"""Who can be chosen to read something in a dossier, and what a choice means: shared by all faces.

Everything here follows from what the chooser may read: a person they do not know of is not on the list, and is
not named by the sentence that says who can not read it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from naast.records.models import Authority, Involvement, Kind, Membership, Relation
from naast.rules.ages import ADULT_FROM

from . import kinds, people, questions, shoulder, together, trace
from .people import Face
from .reach import Reach, runs, runs_on
from .viewer import STAFF, Missing, Viewer

WHO_IS_WHO = (Kind.MEMBERSHIP, Kind.RELATION, Kind.AUTHORITY, Kind.INVOLVEMENT)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who reads what is about to be told, besides the team, and who of the known people can not.

    `mark` tells two choices apart, so that a form can check that its sentence was shown for this one.
    """

    reads: tuple[Face, ...]
    cannot: tuple[Face, ...]
    team: tuple[Face, ...]
    mark: str = field(repr=False)

    @property
    def everybody(self) -> bool:
        """Does everybody read it whom the chooser knows of here?"""
        return not self.cannot


@dataclass(frozen=True, slots=True)
class Chooser:
    """The people of one dossier as its chooser knows them.

    `faces` can be chosen as readers; `tellers` can have told something, `subjects` can be what it is about (the
    unborn and the dead too). `everyone` are row ids of the household and the parents and (ex-)partners around it.
    `guardians` are the adults with parental authority by child, as row ids.
    """

    dossier: UUID
    me: Face | None
    faces: tuple[Face, ...]
    team: tuple[Face, ...]
    subjects: tuple[Face, ...]
    household: frozenset[int]
    everyone: frozenset[int]
    guardians: dict[int, frozenset[int]]
    in_team: bool
    fixed_face: Face | None = None  # who answers for the team here, as far as this page may name them

    @property
    def tellers(self) -> tuple[Face, ...]:
        """Whose words can be written down: who lives and is born, partners included."""
        return self.faces

    def face(self, public_id: UUID | None) -> Face | None:
        """The face with this public id among everybody known here."""
        everybody = (*self.faces, *self.team, *self.subjects, *([self.me] if self.me else []))
        return next((face for face in everybody if face.public_id == public_id), None)

    def ids(self, rows: Iterable[int]) -> tuple[UUID, ...]:
        """Public ids of those that can be chosen."""
        wanted = set(rows)
        return tuple(face.public_id for face in self.faces if face.row in wanted)

    def chosen(self, readers: Iterable[UUID], always: Iterable[UUID] = ()) -> Chosen:
        """What it means when these people (and, unasked, `always`: the teller) and the team read it."""
        wanted = {*readers, *always}
        reads = tuple(face for face in self.faces if face.public_id in wanted)
        cannot = tuple(face for face in self.faces if face.public_id not in wanted)
        mark = "-".join(sorted(face.public_id.hex[:8] for face in reads)) or "team"
        return Chosen(reads, cannot, self.team, mark)

    def shut_out(self, child: Face | None, chosen: Chosen) -> tuple[Face, ...]:
        """Adults with authority over this child who do not read it: their ground is noted (design 4.4)."""
        if child is None:
            return ()
        adults = self.guardians.get(child.row, frozenset())
        return tuple(face for face in chosen.cannot if face.row in adults)


def is_child(face: Face) -> bool:
    """Under age; with an unknown age only who is known to have somebody's authority over them is a child."""
    return face.age is not None and face.age < ADULT_FROM and not face.professional


def proposed(chooser: Chooser, teller: Face | None, present: Iterable[Face] = ()) -> tuple[UUID, ...]:
    """The readers that rules propose (design 4.4), besides the teller and the team.

    Told alone: nobody more. With others present: those. By a child: nobody more, also with others present. The
    team's own notes (`teller` None or one of the team): nobody more.
    """
    own = teller is None or teller.row in {face.row for face in chooser.team}
    if own or (teller and (is_child(teller) or teller.row in chooser.guardians)):
        return ()
    return chooser.ids(face.row for face in present)


def chooser(viewer: Viewer, dossier: UUID) -> Chooser:
    """The people of this dossier for one chooser; Missing where it is not theirs, and through somebody's eyes.

    A resident's page may be looked at by others: unless they asked behind the PIN, it knows only people named by
    what everybody in the plan may read.
    """
    if viewer.eyes_of is not None:
        raise Missing
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        known = shoulder.known_in(reach, row, open_circles)
        return among(reach, viewer, dossier, row, known)


def among(reach: Reach, viewer: Viewer, dossier: UUID, row: int, known: dict[int, Face]) -> Chooser:
    """The same among whom a page knows here already, behind the door that it has open. One query."""
    of = kinds.rows(reach, row, WHO_IS_WHO)
    found = _chooser(viewer, dossier, known, *(of[kind] for kind in WHO_IS_WHO))
    trace.saw(viewer, row, (), (face.row for face in (*found.subjects, *found.team)))
    return found


def _chooser(
    viewer: Viewer,
    dossier: UUID,
    known: dict[int, Face],
    memberships: list[Membership],
    relations: list[Relation],
    authorities: list[Authority],
    involvements: list[Involvement],
) -> Chooser:

    def shown(rows: Iterable[int]) -> frozenset[int]:
        """Whose faces stand for these persons."""
        return frozenset(known[row].row if row in known else row for row in rows)

    household = shown(m.person_id for m in memberships if runs_on(m, viewer.today))
    running = [i for i in involvements if runs(i, viewer.at)]
    team = {i.person_id for i in running if i.capacity == STAFF}
    partners = {i.person_id for i in running} - team
    everyone = household | shown(together.family(relations))
    guardians: dict[int, frozenset[int]] = {}
    for line in authorities:
        if line.state == "yes":
            [child] = shown([line.child_id])
            guardians[child] = guardians.get(child, frozenset()) | shown([line.adult_id])

    def order(face: Face) -> tuple[object, ...]:
        age = face.age if face.age is not None else -1
        return (face.professional, face.row not in everyone, face.row not in household, -age, face.label)

    around = sorted(people.each_once(known.values()), key=order)
    fixed = questions.fixed_of(involvements, viewer.at)
    return Chooser(
        dossier,
        known.get(viewer.human),
        tuple(f for f in around if _can_read(f, partners) and f.row not in team and f.row != viewer.human),
        tuple(f for f in around if f.row in team),
        tuple(f for f in around if f.row not in team and (not f.professional or f.row in partners)),
        household,
        everyone,
        guardians,
        viewer.is_staff and viewer.human in team,
        known.get(fixed.person_id) if fixed else None,
    )


def _can_read(face: Face, partners: set[int]) -> bool:
    """Born, alive, and no professional whose work here has ended."""
    return not (face.unborn or face.deceased) and (not face.professional or face.row in partners)
