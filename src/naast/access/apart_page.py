"""The page of who does not sit together, with the appointments to come that have both; for the team."""

from dataclasses import dataclass
from uuid import UUID

from naast.records.models import Kind

from . import apart, appointments, dossiers, kinds, lines, people, shoulder, trace
from .apart import Pair
from .choosing import Chooser, among
from .people import Face
from .viewer import Missing, Viewer


@dataclass(frozen=True, slots=True)
class ApartPage:
    """What runs or is to come first, then what has ended; with who can be chosen."""

    dossier: UUID
    current: tuple[Pair, ...]
    ended: tuple[Pair, ...]
    chooser: Chooser
    known: tuple[Face, ...]
    partners: frozenset[int]
    in_team: bool = True

    def find(self, apart: UUID) -> Pair | None:
        """The one with this public id, while it runs or is to come, in its newest version."""
        return next((one for one in self.current if one.line.public_id == apart), None)


def page(viewer: Viewer, dossier: UUID) -> ApartPage:
    """For the team of a dossier; Missing for anybody else, also through somebody's eyes."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        involved = kinds.rows(reach, row, (Kind.INVOLVEMENT,), open_circles)[Kind.INVOLVEMENT]
        if viewer.eyes_of is not None or not dossiers.works_here(viewer, involved):
            raise Missing
        told = apart.newest(reach, row)
        meets = list(appointments.to_come(reach, row, viewer.at))
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, [*told, *meets], known)
        chooser = among(reach, viewer, dossier, row, known)
    made = {line.row: line for line in lines.lines(raw, known)}
    faces = known | raw.faces
    of_meets = lines.Raw(raw.reach, tuple(meets), raw.roles, raw.faces)
    planned = appointments.appointed(of_meets, (made[one.id] for one in meets), hide=False)
    pairs = [apart.pair(one.apart, made[one.id], faces, viewer.today, planned) for one in told]
    trace.saw(
        viewer, row, (line.public_id for line in made.values()), {face.row for face in raw.faces.values()}
    )
    return ApartPage(
        dossier,
        tuple(pair for pair in pairs if not pair.over),
        tuple(pair for pair in pairs if pair.over),
        chooser,
        people.in_order(known.values()),
        dossiers.partners(involved),
    )
