"""The genogram of one household as a viewer sees it: drawn of the people and relations that they may read."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from naast.records.models import Kind
from naast.rules.genogram import draw
from naast.rules.genogram_parts import Bond, Place, Point, Shape, Someone, Stroke

from . import households, people
from .household_lines import HouseholdPage, Tie
from .people import Face
from .viewer import Viewer, day_of

WHO_IS_WHO = (Kind.MEMBERSHIP, Kind.RELATION, Kind.INVOLVEMENT)


@dataclass(frozen=True, slots=True)
class Figure:
    """One person in the drawing; `inside` while they belong to the household."""

    face: Face
    place: Place
    inside: bool


@dataclass(frozen=True, slots=True)
class Genogram:
    """The drawing, with all ties of it: those that hold, will hold, have ended, and contradict others."""

    page: HouseholdPage
    width: int
    height: int
    figures: tuple[Figure, ...]  # members of the household first, then as they are known to the viewer
    strokes: tuple[Stroke, ...]
    outlines: tuple[tuple[Point, ...], ...]
    ties: tuple[Tie, ...]
    coming: tuple[Tie, ...]
    ended: tuple[Tie, ...]
    left_out: tuple[Tie, ...]


def genogram(viewer: Viewer, dossier: UUID) -> Genogram:
    """The genogram of a household; through somebody's eyes what both may read. Missing where it is not the viewer's."""
    page = households.household(viewer, dossier, WHO_IS_WHO)
    today = day_of((viewer.eyes_of or viewer).at)
    inside = {member.face.row for member in page.members}
    faces = _everybody(page)
    coming = tuple(tie for tie in page.ties if not tie.running and tie.starts and tie.starts > today)
    told = {_bond(tie): tie for tie in page.ties if tie not in coming}
    drawing = draw((_someone(face, face.row in inside, today) for face in faces), told)
    places = {place.id: place for place in drawing.places}
    return Genogram(
        page,
        drawing.width,
        drawing.height,
        tuple(Figure(face, places[str(face.public_id)], face.row in inside) for face in faces),
        drawing.strokes,
        drawing.outlines,
        tuple(tie for tie in page.ties if tie.running),
        coming,
        tuple(tie for tie in page.ties if not tie.running and tie not in coming),
        tuple(told[bond] for bond in drawing.left_out),
    )


def _everybody(page: HouseholdPage) -> list[Face]:
    """Who belongs to the household now, later or before, and whoever stands in a tie; each human once."""
    members = [m.face for m in (*page.members, *page.coming, *page.former)]
    return people.each_once([*members, *page.network, *(f for t in page.ties for f in (t.one, t.other))])


def _someone(face: Face, inside: bool, today: date) -> Someone:
    shape = Shape.PROFESSIONAL if face.professional else Shape.UNBORN if face.unborn else Shape.PERSON
    return Someone(str(face.public_id), face.label, _born(face, today), shape, inside)


def _born(face: Face, today: date) -> date | None:
    """The day of birth, or about it: only for who stands left of whom."""
    years = face.age if face.age is not None else face.about
    return face.birth or (None if years is None else date(today.year - years, 1, 1))


def _bond(tie: Tie) -> Bond:
    return Bond(str(tie.one.public_id), tie.type, str(tie.other.public_id), not tie.running)
