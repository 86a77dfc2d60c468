"""Who must consent for one person of a dossier, by the rule and what this worker may read; for the team only.

What the worker may not read stays unknown here, and the unknown takes the answer that opens least. Nothing is decided.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from naast.records.models import Authority, Kind, Membership, Relation
from naast.rules.ages import ADULT_FROM
from naast.rules.authority import AuthorityState
from naast.rules.consent import OWN, Adult, Answer, Whose, required_consents
from naast.rules.consent_lines import Part, Told
from naast.rules.consent_words import Subject, Tie, Weighs, Why

from . import dossiers, kinds, shoulder, trace
from .people import Face
from .reach import runs_on
from .viewer import Missing, Viewer

WHO_IS_WHO = (Kind.MEMBERSHIP, Kind.RELATION, Kind.AUTHORITY, Kind.INVOLVEMENT)
# the tie of `one` to `other`, and of `other` to `one`, as the law asks them
TIES = {
    "curator": (Tie.CURATOR, Tie.OTHER),
    "mentor": (Tie.MENTOR, Tie.OTHER),
    "in_writing": (Tie.WRITTEN, Tie.OTHER),
    "partner": (Tie.PARTNER, Tie.PARTNER),
    "parent": (Tie.PARENT, Tie.CHILD),
    "adoptive_parent": (Tie.PARENT, Tie.CHILD),  # to the law a parent like any other
    "sibling": (Tie.SIBLING, Tie.SIBLING),
    "grandparent": (Tie.GRANDPARENT, Tie.OTHER),
}
FIRST = tuple(Tie)
"""Somebody with several ties stands by the first of these."""


@dataclass(frozen=True, slots=True)
class Stands:
    """How one person stands to it, why, and where that is said."""

    face: Face
    part: Part


@dataclass(frozen=True, slots=True)
class Asking:
    """Everybody who is asked or is not, what cannot be told, and when it may be otherwise."""

    person: Face
    subject: Subject
    stands: tuple[Stands, ...]
    open: tuple[Told, ...]
    besides: tuple[Told, ...]


def asking(
    viewer: Viewer,
    dossier: UUID,
    person: UUID,
    subject: Subject,
    weighs: Weighs = Weighs.NOT_JUDGED,
    harming: Collection[UUID] = (),
) -> Asking:
    """Who must consent today; `harming` are those of whom the worker says that their behaviour harms this person.

    Missing for who is not of the team, and for whom the viewer does not know of here.
    """
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        known = shoulder.known_in(reach, row, open_circles)
        of = kinds.rows(reach, row, WHO_IS_WHO, open_circles)
        found = next((face for face in known.values() if face.public_id == person), None)
        if found is None or not dossiers.works_here(viewer, of[Kind.INVOLVEMENT]):
            raise Missing
    rows = {other for other, face in known.items() if face.row == found.row}
    adults = _adults(rows, known, of[Kind.RELATION], of[Kind.AUTHORITY], harming, viewer)
    together = _together([face for face, _ in adults], of[Kind.MEMBERSHIP], of[Kind.RELATION], viewer)
    answer = required_consents(
        Whose(found.born, weighs), [adult for _, adult in adults], subject, viewer.today, together=together
    )
    trace.saw(viewer, row, (), {found.row, *(face.row for face, _ in adults)})
    return Asking(found, subject, _stands(found, adults, answer), answer.open, answer.besides)


def _adults(
    rows: set[int],
    known: dict[int, Face],
    relations: Iterable[Relation],
    authorities: Iterable[Authority],
    harming: Collection[UUID],
    viewer: Viewer,
) -> list[tuple[Face, Adult]]:
    """Who is grown and lives, and has a tie that the law asks, or of whose authority something is written."""
    ties = _ties(rows, relations, viewer)
    told: dict[int, set[str]] = {}
    for line in authorities:
        if line.child_id in rows and runs_on(line, viewer.today):
            told.setdefault(line.adult_id, set()).add(line.state)
    found: dict[int, tuple[Face, Adult]] = {}
    for row in (*ties, *told):
        face = known.get(row)
        if face is None or face.unborn or face.deceased or _minor(face):
            continue
        states = told.get(row, set())
        state = AuthorityState(next(iter(states))) if len(states) == 1 else AuthorityState.UNKNOWN
        tie = ties.get(row, Tie.OTHER)
        if not states and tie is not Tie.PARENT:
            state = AuthorityState.HAS_NOT
        adult = Adult(str(face.public_id), tie, state, harms=face.public_id in harming)
        found.setdefault(face.row, (face, adult))
    return list(found.values())


def _minor(face: Face) -> bool:
    return face.age is not None and face.age < ADULT_FROM


def _ties(rows: set[int], relations: Iterable[Relation], viewer: Viewer) -> dict[int, Tie]:
    ties: dict[int, Tie] = {}
    for relation in relations:
        if relation.type not in TIES or not runs_on(relation, viewer.today):
            continue
        forth, back = TIES[relation.type]
        pairs = ((relation.one_id, forth, relation.other_id), (relation.other_id, back, relation.one_id))
        for one, tie, other in pairs:
            if other in rows and tie is not Tie.OTHER:
                ties[one] = min(tie, ties.get(one, tie), key=FIRST.index)
    return ties


def _together(
    faces: list[Face], memberships: Iterable[Membership], relations: Iterable[Relation], viewer: Viewer
) -> bool | None:
    """Whether the adults live together, as far as is written: partners in one household; None where it is not told."""
    rows = {face.own for face in faces}
    between_them = {
        line.type
        for line in relations
        if {line.one_id, line.other_id} <= rows and runs_on(line, viewer.today)
    }
    if "ex_partner" in between_them:
        return False
    living = {line.person_id for line in memberships if runs_on(line, viewer.today)}
    return True if "partner" in between_them and rows <= living else None


def _stands(person: Face, adults: list[tuple[Face, Adult]], answer: Answer) -> tuple[Stands, ...]:
    """The person, then whoever has something to say or to know; who is only not named in the law is left out."""
    faces = {adult.key: face for face, adult in adults} | {OWN: person}
    told = (Stands(faces[word.who], word.part) for word in answer.words)
    return tuple(one for one in told if one.part.why is not Why.NOT_HOLDER)
