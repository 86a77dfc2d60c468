"""Over the shoulder (design 4.6): *may read* is not *is shown*, on a page that others may be looking at."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from naast.records.models import Entry, EntryPerson, Person, Share, TraceLine
from naast.rules.sharing import UNTOLD

from . import dossiers, people, policy, ready, trace
from .at_home import Open as Open
from .at_home import read_at_home
from .doors import through_rules, viewer_door
from .one_of import Ids, OneOf
from .people import Face
from .reach import Reach
from .viewer import RESIDENT, STAFF, Viewer


def guarded(viewer: Viewer) -> bool:
    """Is this a page that others may be looking at: a resident's, and not asked for behind the PIN?"""
    return viewer.capacity == RESIDENT and not viewer.asked_confidential and viewer.eyes_of is None


def open_circles(viewer: Viewer, dossier: UUID) -> Open | None:
    """What may stand on this viewer's pages unasked; None means no limit. Nothing where the dossier is not theirs."""
    if not guarded(viewer):
        return None
    return next(iter(read_at_home(viewer, dossier).values()), NOTHING)


NOTHING = Open(frozenset(), frozenset())


def together(homes: dict[int, Open]) -> Open:
    """What may stand on the pages of any of these dossiers, to look up in all of them at once."""
    return Open(
        frozenset(circle for home in homes.values() for circle in home.circles),  # type: ignore[union-attr]
        frozenset(entry for home in homes.values() for entry in home.kept),  # type: ignore[union-attr]
    )


@contextmanager
def page_door(viewer: Viewer, dossier: UUID) -> Iterator[tuple[Reach, int, Open | None]]:
    """The viewer door of a page in one dossier: reach, row id of the dossier, what may stand on the page unasked.

    Missing where the dossier is not this viewer's.
    """
    circles = open_circles(viewer, dossier)
    with viewer_door(viewer, dossier) as reach:
        yield reach, dossiers.inside(reach), circles


def given(circles: Open | None) -> dict[str, Collection[int] | Ids | None]:
    """The limit as values for a statement that is kept (`ready`)."""
    return {
        "circles": None if circles is None else circles.circles,
        "kept": None if circles is None else circles.kept,
    }


def limit(circles: Ids | None, kept: Ids | None) -> Open | None:
    """The limit again, inside that statement."""
    return None if circles is None or kept is None else Open(circles, kept)


def keep(rows: QuerySet[Entry], circles: Open | None) -> QuerySet[Entry]:
    """Only what everybody in the household reads; all of it where there is no limit."""
    return (
        rows
        if circles is None
        else rows.filter(OneOf("circle_id", circles.circles)).exclude(OneOf("id", circles.kept))
    )


def newest(reach: Reach, circles: Open | None) -> QuerySet[Entry]:
    """Of every entry the newest version that may stand on the page: what is corrected in confidence stays as it
    was told to all, for a gap would tell that something changed."""
    if circles is None:
        return policy.newest(reach)
    kept = keep(policy.entries(reach), circles)
    newer = kept.filter(root=OuterRef("root"), confirmed_at__gt=OuterRef("confirmed_at"))
    return kept.filter(~Exists(newer))


def known_in(reach: Reach, dossier: int, circles: Open | None) -> dict[int, Face]:
    """Whom a page may name: known by an entry that may stand on it, and who live together; and oneself."""
    if circles is None:
        return people.known_in(reach, dossier)
    besides = _besides(reach, circles)
    rows = ready.rows(_nameable, reach, circles=circles.circles, kept=circles.kept, besides=besides)
    return people.shown(rows, reach, voices=people.own_voices)


def known_and_nameable(reach: Reach, circles: Open) -> tuple[dict[int, Face], dict[int, Face]]:
    """Whom a resident may know of in the dossier of their door, and of those whom the page may name (`known_in`)."""
    besides = _besides(reach, circles)
    rows = ready.rows(_known, reach, circles=circles.circles, kept=circles.kept)
    nameable = (person for person in rows if person.on_page or person.id in besides)  # type: ignore[attr-defined]
    known, named = (people.shown(of, reach, voices=people.own_voices) for of in (rows, nameable))
    return known, named


def _known(reach: Reach, circles: Ids, kept: Ids) -> QuerySet[Person]:
    named = policy.named(reach)
    either = named.values("person_id").union(Person.objects.filter(id=reach.subject).values("id"))
    on_page = _on_page(reach, circles, kept).filter(person_id=OuterRef("id"))
    found = Person.objects.filter(id__in=either).annotate(on_page=Exists(on_page))
    return people.with_kept(found.defer("bsn", "bsn_hash"), reach)


def _besides(reach: Reach, circles: Open) -> frozenset[int]:
    together = circles.household if reach.subject in circles.household else frozenset[int]()
    return together | {reach.subject}


def _on_page(reach: Reach, circles: Ids, kept: Ids) -> QuerySet[EntryPerson]:
    return policy.named(reach).filter(OneOf("circle_id", circles)).exclude(OneOf("entry_id", kept))


def _nameable(reach: Reach, circles: Ids, kept: Ids, besides: Ids) -> QuerySet[Person]:
    named = _on_page(reach, circles, kept)
    # a union and not an *or*, for which PostgreSQL would look at every person there is
    either = named.values("person_id").union(Person.objects.filter(OneOf("id", besides)).values("id"))
    known = policy.persons(reach).filter(id__in=either)
    return people.with_kept(known.defer("bsn", "bsn_hash"), reach)


@through_rules
def _read_by(roots: Sequence[UUID], dossier: int, only_team: bool, only_released: bool) -> set[int]:
    wanted = [root.bytes for root in roots]
    found: set[int] = set()
    seen = TraceLine.objects.filter(dossier_id=dossier, outcome="shown", eyes_of=None).exclude(shown=b"")
    if only_team:
        seen = seen.filter(capacity=STAFF)
    if only_released:
        untold = Share.objects.filter(because=UNTOLD, entry__public_id__in=roots)
        seen = seen.filter(trace.RELEASED).exclude(human_id__in=untold.values("human_id"))
    for human, shown in seen.values_list("human_id", "shown").iterator():
        packed = bytes(shown)
        if human is not None and any(packed[i : i + 16] in wanted for i in range(0, len(packed), 16)):
            found.add(human)
    return found


def has_read(viewer: Viewer, versions: Sequence[Entry], known: dict[int, Face]) -> tuple[Face, ...]:
    """Who else has had this entry on a page so far, cut to people the viewer may know of.

    Of what they wrote themselves whoever is not of the team is told only that the team read it: that others never do
    would in time tell that it is held back (actions/held.py). Nor is an emergency reading that nobody has released, or
    somebody to whom it was given and of whom its teller is not told yet.
    """
    if not versions:
        return ()
    roots = [version.public_id for version in versions]
    wrote = any(version.writer_id == viewer.human for version in versions)
    only_team = wrote and viewer.capacity != STAFF
    only_released = viewer.capacity != STAFF or viewer.eyes_of is not None
    humans: Iterable[int] = _read_by(roots, versions[0].dossier_id, only_team, only_released)
    read = (known[human] for human in humans if human in known and not known[human].is_viewer)
    return tuple(people.each_once(read))
