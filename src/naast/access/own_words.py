"""The circles in which a partner professional can tell something: those that they belong to, as they know them.

A circle is offered as the people whom its reader lists name to them: the offer tells no more than those lists. Who is
in it and is not named there does not read what is told: whoever tells, chooses who hears it (design 2.2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from naast.records.models import Entry, Involvement
from naast.rules.roles import BESIDE

from . import choosing, people, policy, readers, shoulder
from .choosing import Chooser
from .doors import through_rules
from .one_of import OneOf
from .people import Face
from .reach import Reach, running
from .viewer import PARTNER, RESIDENT, Missing, Viewer

MOST = 200  # entries, the newest, of which the circles are offered
Circles = tuple[tuple[Face, ...], ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Who tells and whom it can be about; `circles` are who would read it besides them and the team."""

    chooser: Chooser
    circles: Circles


def own_words(viewer: Viewer, dossier: UUID) -> OwnWords:
    """For a partner professional who works with this household now; Missing for everybody else."""
    if viewer.capacity != PARTNER:
        raise Missing
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        known = shoulder.known_in(reach, row, open_circles)
        chooser = choosing.among(reach, viewer, dossier, row, known)
        entries = told_in_circles(reach, row)
    works, reading = _behind(viewer, row, entries, reach)
    if not works:
        raise Missing
    return OwnWords(chooser, named(reading, entries, known, viewer))


def told_in_circles(reach: Reach, row: int) -> list[Entry]:
    """What the viewer reads here because they are in its circle, and not by a share; the newest first."""
    circles = (*reach.whole, *(circle for circle, _ in reach.later))
    found = policy.entries(reach).filter(OneOf("circle_id", circles), dossier_id=row)
    return list(found.order_by("-confirmed_at", "public_id")[:MOST])


@through_rules
def _behind(viewer: Viewer, row: int, entries: list[Entry], reach: Reach) -> tuple[bool, readers.Reading]:
    return works_beside(viewer, row), in_their_circles(entries, reach)


def works_beside(viewer: Viewer, row: int) -> bool:
    """Does this viewer work with the household as a partner professional now? Needs the rules door."""
    own = Q(entry__circle__dossier_id=row, person_id=viewer.human, capacity=PARTNER)
    return Involvement.objects.filter(running(viewer.at), own).exclude(role__in=BESIDE).exists()


def in_their_circles(entries: list[Entry], reach: Reach) -> readers.Reading:
    """Who reads these because they are in the circle, less what is withheld; needs the rules door."""
    found = [row for row in readers.rows(entries, reach) if row.what != "share"] if entries else []
    return readers.reading(entries, found, reach)


def named(
    reading: readers.Reading, entries: Iterable[Entry], known: dict[int, Face], viewer: Viewer
) -> Circles:
    """The people of each circle whom the viewer knows of, besides themselves and the team; each such group once."""
    groups: dict[frozenset[UUID], tuple[Face, ...]] = {}
    for entry in entries:
        faces = people.in_order(
            known[human]
            for human, capacity, _ in reading[entry.id]
            if capacity in (RESIDENT, PARTNER) and human in known and human != viewer.human
        )
        if faces:
            groups.setdefault(frozenset(face.public_id for face in faces), faces)
    return tuple(groups.values())
