"""A next version of a line of the plan: who was first, who goes on reading, and what closes."""

from django.db.models import QuerySet

from naast.access import policy
from naast.access.reach import Reach, running
from naast.access.viewer import STAFF, Viewer
from naast.records.models import Entry, Share
from naast.rules.sharing import GIVEN, UNTOLD

from . import circles, guard, guarded, held, may
from .act import Conflict
from .openings import close_for_others


def check_newest(old: Entry, reach: Reach) -> None:
    """Raises Conflict where the viewer may read a newer version than the one they answered to."""
    newer = policy.newest(reach).filter(root=old.root, confirmed_at__gt=old.confirmed_at).first()
    if newer is not None:
        raise Conflict(newer.public_id)


def carry_shares(old: Entry, row: Entry, viewer: Viewer) -> None:
    """With whom the old version was shared, the new one is too. But for an emergency reading: they ask anew."""
    for share in Share.objects.filter(running(viewer.at), entry=old).exclude(capacity=STAFF):
        share.pk, share.entry = None, row
        share.save(force_insert=True)


def receivers(old: Entry, viewer: Viewer) -> set[int]:
    """Humans to whom this version was given outside its circle (sharing.py), and who still read it: for who is not of
    the team but those of whom its teller is not told yet. A warning for their sake would tell (see `follow_given`)."""
    given = _given(old, viewer) if viewer.is_staff else _given(old, viewer).exclude(because=UNTOLD)
    return set(given.values_list("human_id", flat=True))


def follow_given(old: Entry, row: Entry, viewer: Viewer, inside: str = "") -> None:
    """Who was given the old words gets the new ones, for as long; what is held back of them is so for them too.

    What names a guarded fact that they may not know, of which the writer was not warned, waits for the team without a
    word to the writer. `inside` is what stands in a file.
    """
    for share in _given(old, viewer):
        share.pk, share.entry = None, row
        share.save(force_insert=True)
        named = _named_unwarned(row, share, viewer, inside)
        held.hold_further(row.dossier, viewer, row, named, {share.human_id})


def _named_unwarned(row: Entry, share: Share, viewer: Viewer, inside: str) -> tuple[guard.Named, ...]:
    if viewer.is_staff or share.because != UNTOLD:
        return ()
    words = guard.BETWEEN.join((*guarded.words_of(row), inside))
    found = guard.found_for(row.dossier, may.reach_in(viewer, row.dossier), words, {share.human_id})
    return found.new


def reads_untold(row: Entry, viewer: Viewer) -> bool:
    """Was this given to the viewer, and is its teller not told yet?"""
    mine = _given(row, viewer).filter(human_id=viewer.human, capacity=viewer.capacity)
    return mine.filter(because=UNTOLD).exists()


def _given(old: Entry, viewer: Viewer) -> QuerySet[Share]:
    return Share.objects.filter(running(viewer.at), entry=old, because__in=GIVEN)


def close_versions(row: Entry, viewer: Viewer, old: Entry | None = None) -> None:
    """Older versions close for whoever may not read `row` (or, by a share, `old`)."""
    keep = circles.humans_now(row.circle, viewer.at) | set(
        Share.objects.filter(running(viewer.at), entry=row).values_list("human_id", "capacity")
    )
    for version in Entry.objects.filter(root=row.root).exclude(id=row.id):
        close_for_others(version, row.circle, keep, viewer)
