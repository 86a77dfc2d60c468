"""Widening, narrowing, and opening further for safety: each its own act with its reason."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from naast.access.reach import Reach, running
from naast.access.viewer import Viewer
from naast.integrations import cleaning
from naast.records.models import (
    Circle,
    CircleRow,
    Dossier,
    Entry,
    File,
    Kind,
    Nature,
    Person,
    Share,
)
from naast.rules import emergency
from naast.rules.factor_views import MAIN
from naast.rules.sharing import SHARED_WITHOUT, UNTOLD
from naast.rules.texts import N_

from . import circles, guard, guarded, held, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of, standing
from .write import Line, tie

FOR_SAFETY = ("opened", emergency.OPEN, emergency.RELEASED, SHARED_WITHOUT, UNTOLD)
"""Why somebody reads what safety or a law opened, whatever its teller chose."""


def share_with(
    row: Entry,
    person: Person,
    capacity: str,
    because: str,
    viewer: Viewer,
    *,
    starts: datetime | None = None,
    ends: datetime | None = None,
    opening: Entry | None = None,
) -> None:
    """Open one entry to one human in one capacity, from now on or from a coming moment."""
    Share.objects.create(
        entry=row,
        dossier_id=row.dossier_id,
        human=person,
        capacity=capacity,
        starts=starts or viewer.at,
        ends=ends,
        because=because,
        opening=opening,
    )


def owns(viewer: Viewer, row: Entry, dossier: Dossier) -> bool:
    """The teller owns their telling; a team worker may note the teller's wish for them (`circle_how` says how)."""
    if row.teller_id == viewer.human:
        return True
    return may.in_team(viewer, dossier)


STAYS = N_("Nobody could search what is in this file for what is kept secret. So it stays with the team.")


def check_stays(row: Entry, field: str = "readers") -> None:
    """A file that could not be searched goes to nobody outside the team. Raises Invalid on `field`."""
    if File.objects.filter(entry=row, team_only=True).exists():
        raise Invalid(field, STAYS)


def capacities_of(
    dossier: Dossier, persons: Iterable[Person], at: datetime
) -> dict[Person, tuple[str, datetime | None]]:
    """In which capacity these stand here, and until when: what is opened to a professional from outside closes when
    their work ends."""
    found = standing(dossier, at)
    return {person: found.get(person.id, ("resident", None)) for person in persons}


def words_inside(viewer: Viewer, entry: UUID, field: str = "readers") -> str:
    """What stands in a file that is opened further. Raises Invalid on `field` where that can not be searched."""
    try:
        return guarded.words_inside(viewer, entry)
    except cleaning.Unclean:
        raise Invalid(field, STAYS) from None


def widen(
    *,
    viewer: Viewer,
    entry: UUID,
    readers: list[UUID],
    how: str,
    guard_seen: bool = False,
    once: UUID | None = None,
) -> None:
    """The teller lets more people read. `how` says how it was asked where a worker notes it; it stands with the entry.

    A share reaches the people in it now; whoever comes later needs their own, and who reads already needs none.
    Raises Invalid on 'readers'.
    """
    inside = words_inside(viewer, entry)
    _widen(
        viewer=viewer, entry=entry, readers=readers, how=how, inside=inside, guard_seen=guard_seen, once=once
    )  # type: ignore[call-arg]


@act("widen")
def _widen(
    *, viewer: Viewer, entry: UUID, readers: list[UUID], how: str, inside: str, guard_seen: bool
) -> None:
    row, dossier, reach = may.entry_for(viewer, entry)
    if not owns(viewer, row, dossier):
        raise Refused
    check_stays(row)
    persons = may.persons_for(reach, readers)
    if not persons:
        raise Invalid("readers", N_("Choose at least one person."))
    reading = _reading(row, viewer.at)
    capacities = capacities_of(dossier, persons, viewer.at)
    new = [
        person
        for person, (capacity, _) in capacities.items()
        if capacity != "staff" and (person.id, capacity) not in reading
    ]
    silent = looked_through(row, inside, dossier, reach, viewer, {p.id for p in new}, guard_seen)
    for person in new:
        capacity, ends = capacities[person]
        share_with(row, person, capacity, "widened", viewer, ends=ends)
    held.hold_further(dossier, viewer, row, silent, {person.id for person in new})
    Entry.objects.filter(id=row.id).update(circle_how=how)


def looked_through(
    row: Entry,
    inside: str,
    dossier: Dossier,
    reach: Reach,
    viewer: Viewer,
    told_to: set[int],
    guard_seen: bool,
    field: str = "readers",
) -> tuple[guard.Named, ...]:
    """What is told to more people (row ids) passes the address guard like what is written for them; a file with its
    text. Raises Warned on `field`."""
    texts = [guard.Text(field, text) for text in (*guarded.words_of(row), inside)]
    return guard.look(dossier, reach, viewer, texts, told_to, guard_seen, new=False).silent


def _reading(row: Entry, at: datetime) -> set[tuple[int, str]]:
    """(human, capacity) of everybody in the circle or the shares of one entry now, as far as its teller is told: whom
    they choose, of whom they are not told yet, is chosen as if they did not read it, and goes on after that share."""
    told = Share.objects.filter(running(at), entry=row).exclude(because=UNTOLD)
    shares = told.values_list("human_id", "capacity")
    return circles.humans_now(row.circle, at) | set(shares)


@act("narrow")
def narrow(*, viewer: Viewer, entry: UUID, choice: Choice) -> None:
    """The teller lets fewer people read, from now on and for every version. Who read it already is told on the page.

    Never widens: readers who could not read before are refused with Invalid on 'readers', and who stays reads for
    the same reason and no longer than before. What safety opened further only the team closes.
    """
    row, dossier, reach = may.entry_for(viewer, entry)
    if not owns(viewer, row, dossier):
        raise Refused
    circle = circle_of(dossier, reach, choice, at=viewer.at, teller=row.teller)
    keep = _as_they_read(reach, circles.humans_now(circle, viewer.at), _reading(row, viewer.at))
    if not keep <= _reading(row, viewer.at):
        raise Invalid("readers", N_("This would let more people read. Use 'let more people read' for that."))
    versions = list(Entry.objects.filter(root=row.root))
    # the rows that stay keep their reason and end: reading by authority still closes at a birthday
    staying = [
        circles.Named(r.human_id, r.capacity, r.because, r.ends)
        for r in CircleRow.objects.filter(running(viewer.at), circle=row.circle, involvement_id=None)
        if (r.human_id, r.capacity) in keep
    ]
    circle = circles.ensure(dossier, staying, with_team=True, at=viewer.at)
    # what says how this view counted tells of it, and so does that a risk factor is one of the main ones
    main = Q(factorview__factor__root=row.root, factorview__answer=MAIN)
    beside = list(Entry.objects.filter(Q(matterpart__beside__root=row.root) | main))
    for told in (versions, *([one] for one in beside)):
        stays = keep if may.in_team(viewer, dossier) else keep | _opened_for_safety(told, viewer.at)
        for version in told:
            close_for_others(version, circle, stays, viewer)
    Entry.objects.filter(id=row.id).update(circle_how=choice.how)


def _opened_for_safety(told: list[Entry], at: datetime) -> set[tuple[int, str]]:
    """(human, capacity) of whom safety or a law opened any of these versions to."""
    opened = Share.objects.filter(running(at), entry__in=told, because__in=FOR_SAFETY)
    return set(opened.values_list("human_id", "capacity"))


def _as_they_read(
    reach: Reach, chosen: set[tuple[int, str]], reading: set[tuple[int, str]]
) -> set[tuple[int, str]]:
    """Who stays, where two persons are shown as one: whichever of the two reads it."""
    also = {(one, capacity) for human, capacity in chosen for one in may.shown_with(reach, [human])} & reading
    return also | {
        (human, capacity)
        for human, capacity in chosen - also
        if not also & {(one, capacity) for one in may.shown_with(reach, [human])}
    }


def close_for_others(version: Entry, circle: Circle, keep: set[tuple[int, str]], viewer: Viewer) -> None:
    """End the reading of one version for everybody outside `keep` ((human, capacity) pairs)."""
    before = circles.humans_now(version.circle, viewer.at)
    if not before <= keep:
        # a version that was narrower in another way keeps only who is in both
        if keep <= before:
            circles.move([version], circle)
        else:
            both = [
                circles.Named(r.human_id, r.capacity, r.because, r.ends)
                for r in CircleRow.objects.filter(running(viewer.at), circle=version.circle)
                if (r.human_id, r.capacity) in keep and r.involvement_id is None
            ]
            dossier = Dossier.objects.get(id=version.dossier_id)
            circles.move([version], circles.ensure(dossier, both, with_team=True, at=viewer.at))
    for share in Share.objects.filter(running(viewer.at), entry=version):
        if (share.human_id, share.capacity) not in keep:
            share.ends = viewer.at
            share.save(update_fields=["ends"])


def open_for_safety(
    *,
    viewer: Viewer,
    entry: UUID,
    readers: list[UUID],
    reason: str,
    told_first: bool,
    why_not_told: str = "",
    guard_seen: bool = False,
    once: UUID | None = None,
) -> UUID:
    """Safety overrides the teller's choice, openly: reason, what, to whom, told first or why not.

    Writes an opening entry, readable to the team and, once told, to the teller. Raises Invalid at the field.
    """
    return _open_for_safety(  # type: ignore[call-arg]
        viewer=viewer,
        entry=entry,
        readers=readers,
        reason=reason,
        told_first=told_first,
        why_not_told=why_not_told,
        inside=words_inside(viewer, entry),
        guard_seen=guard_seen,
        once=once,
    )


@act("open further for safety")
def _open_for_safety(
    *,
    viewer: Viewer,
    entry: UUID,
    readers: list[UUID],
    reason: str,
    told_first: bool,
    why_not_told: str,
    inside: str,
    guard_seen: bool,
) -> UUID:
    row, dossier, reach = may.entry_for(viewer, entry)
    if not may.in_team(viewer, dossier):
        raise Refused
    if not reason.strip():
        raise Invalid("reason", N_("Say why safety asks for this."))
    if not told_first and not why_not_told.strip():
        raise Invalid("why_not_told", N_("Say why the teller was not told first."))
    check_stays(row)
    persons = may.persons_for(reach, readers)
    if not persons:
        raise Invalid("readers", N_("Choose at least one person."))
    readers_of_opening = [row.teller] if told_first and row.teller is not None else []
    from .choice import ensure_for

    opening = guarded.write(
        dossier,
        Line(
            Kind.OPENING,
            Nature.FACT,
            reason if told_first else f"{reason}\n{why_not_told}",
            ensure_for(dossier, readers_of_opening, {}, at=viewer.at),
            people=[("about", person) for person in persons],
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
        field="reason",
    )
    tie("rests_on", opening, [row])
    kept_along.keep(opening, row, viewer)
    capacities = capacities_of(dossier, persons, viewer.at)
    new = [person for person, (capacity, _) in capacities.items() if capacity != "staff"]
    silent = looked_through(row, inside, dossier, reach, viewer, {p.id for p in new}, guard_seen)
    for person in new:
        capacity, ends = capacities[person]
        share_with(row, person, capacity, "opened", viewer, ends=ends, opening=opening)
    held.hold_further(dossier, viewer, row, silent, {person.id for person in new})
    return opening.public_id
