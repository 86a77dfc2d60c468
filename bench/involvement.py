"""How long it takes that a colleague joins a dossier and leaves it again: their circle rows follow at once.

In the dossier with the long story, and in one of ordinary size in the same run: the second is the floor.
"""

import statistics
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import django

TURNS = 25


@dataclass
class Place:
    """A dossier, its fixed face, a colleague who is in no dossier, and the milliseconds of every turn."""

    dossier: UUID
    fixed: Any
    colleague: Any
    entries: int
    joins: list[float] = field(default_factory=list)
    leaves: list[float] = field(default_factory=list)

    def turn(self, at: datetime) -> None:
        """The colleague joins, and leaves again."""
        from naast.access.viewer import STAFF, Viewer
        from naast.actions import involvements

        viewer = Viewer(self.fixed.pk, self.fixed.human_id, STAFF, at)
        begun = time.perf_counter()
        entry = involvements.add_colleague(
            viewer=viewer, dossier=self.dossier, account=self.colleague.public_id, role="team", starts=at
        )
        joined = time.perf_counter()
        involvements.end(viewer=viewer, involvement=entry, at=at + timedelta(seconds=1))
        self.joins.append((joined - begun) * 1000)
        self.leaves.append((time.perf_counter() - joined) * 1000)


def places() -> tuple[Place, Place]:
    """The dossier with the long story, and another one of the same team."""
    from bench import long_story
    from naast.access.doors import upkeep
    from naast.access.viewer import STAFF
    from naast.records.models import Account, Dossier, Entry, Involvement, Person

    public = long_story.dossier()

    def place(dossier: Dossier) -> Place:
        fixed = Involvement.objects.filter(entry__dossier=dossier, role="fixed_face").latest("entry_id")
        person = Person.objects.create(call_name="Bea", family_name="Bank", professional=True)
        colleague = Account.objects.create(human=person, capacity=STAFF, team_id=dossier.team_id)
        return Place(
            dossier.public_id,
            Account.objects.get(human_id=fixed.person_id, capacity=STAFF),
            colleague,
            Entry.objects.filter(dossier=dossier).count(),
        )

    with upkeep():
        long = Dossier.objects.get(public_id=public)
        other = Dossier.objects.filter(team_id=long.team_id).exclude(id=long.id).latest("id")
        return place(long), place(other)


def main() -> None:
    """Prints the milliseconds of both acts, at p50 and p95."""
    django.setup()
    from django.utils import timezone

    both, now = places(), timezone.now()
    for number in range(TURNS):
        for place in both:
            place.turn(now + timedelta(seconds=2 * number))
    for what in ("joins", "leaves"):
        print(f"  a colleague {what}: " + "; ".join(_said(place, what) for place in both))


def _said(place: Place, what: str) -> str:
    took = sorted(getattr(place, what))
    p95 = took[int(0.95 * len(took))]
    return f"{place.entries:,} entries, p50 {statistics.median(took):.1f} ms, p95 {p95:.1f} ms"


if __name__ == "__main__":
    main()
