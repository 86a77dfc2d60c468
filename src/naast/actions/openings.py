"""Widening, narrowing, opening further for safety, and withholding: each its own act with its reason."""

from datetime import date, datetime
from uuid import UUID

from naast.access.reach import Reach, running
from naast.access.same_person import humans
from naast.access.viewer import Viewer
from naast.integrations import cleaning
from naast.records.models import (
    Account,
    Circle,
    CircleRow,
    Dossier,
    Entry,
    File,
    Kind,
    Nature,
    Person,
    Share,
    Withheld,
)
from naast.rules.texts import N_

from . import circles, guard, guarded, held, involvements, may, unaware
from .act import Invalid, Refused, act, touched
from .choice import Choice, circle_of, standing
from .write import Line, tie


def share_with(
    row: Entry,
    person: Person,
    capacity: str,
    because: str,
    viewer: Viewer,
    *,
    ends: datetime | None = None,
    opening: Entry | None = None,
) -> None:
    """Open one entry to one human in one capacity, from now on."""
    Share.objects.create(
        entry=row,
        dossier_id=row.dossier_id,
        human=person,
        capacity=capacity,
        starts=viewer.at,
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


def _stays(row: Entry) -> None:
    """A file that could not be searched goes to nobody outside the team. Raises Invalid on 'readers'."""
    if File.objects.filter(entry=row, team_only=True).exists():
        raise Invalid("readers", STAYS)


def _capacity(dossier: Dossier, person: Person, at: datetime) -> str:
    return standing(dossier, at).get(person.id, ("resident", None))[0]


def _inside(viewer: Viewer, entry: UUID) -> str:
    """What stands in a file that is opened further. Raises Invalid on 'readers' where that can not be searched."""
    try:
        return guarded.words_inside(viewer, entry)
    except cleaning.Unclean:
        raise Invalid("readers", STAYS) from None


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
    inside = _inside(viewer, entry)
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
    _stays(row)
    persons = may.persons_for(reach, readers)
    if not persons:
        raise Invalid("readers", N_("Choose at least one person."))
    reading = _reading(row, viewer.at)
    capacities = {person: _capacity(dossier, person, viewer.at) for person in persons}
    new = [p for p, capacity in capacities.items() if capacity != "staff" and (p.id, capacity) not in reading]
    silent = _looked_through(row, inside, dossier, reach, viewer, new, guard_seen)
    for person in new:
        share_with(row, person, capacities[person], "widened", viewer)
    held.hold_further(dossier, viewer, row, silent, {person.id for person in new})
    Entry.objects.filter(id=row.id).update(circle_how=how)


def _looked_through(
    row: Entry,
    inside: str,
    dossier: Dossier,
    reach: Reach,
    viewer: Viewer,
    new: list[Person],
    guard_seen: bool,
) -> tuple[guard.Named, ...]:
    """What is told to more people passes the address guard like what is written for them; a file with its text."""
    told_to = {person.id for person in new}
    texts = [guard.Text("readers", text) for text in (*guarded.words_of(row), inside)]
    return guard.look(dossier, reach, viewer, texts, told_to, guard_seen, new=False)


def _reading(row: Entry, at: datetime) -> set[tuple[int, str]]:
    """(human, capacity) of everybody in the circle or the shares of one entry now."""
    shares = Share.objects.filter(running(at), entry=row).values_list("human_id", "capacity")
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
    if not may.in_team(viewer, dossier):
        opened = Share.objects.filter(running(viewer.at), entry__in=versions, because="opened")
        keep |= set(opened.values_list("human_id", "capacity"))
    for version in versions:
        close_for_others(version, circle, keep, viewer)
    Entry.objects.filter(id=row.id).update(circle_how=choice.how)


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
        inside=_inside(viewer, entry),
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
    _stays(row)
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
    capacities = {person: _capacity(dossier, person, viewer.at) for person in persons}
    new = [person for person, capacity in capacities.items() if capacity != "staff"]
    silent = _looked_through(row, inside, dossier, reach, viewer, new, guard_seen)
    for person in new:
        share_with(row, person, capacities[person], "opened", viewer, opening=opening)
    held.hold_further(dossier, viewer, row, silent, {person.id for person in new})
    return opening.public_id


@act("withhold")
def withhold(
    *,
    viewer: Viewer,
    dossier: UUID,
    human: UUID,
    reason: str,
    review_on: date | None = None,
    entry: UUID | None = None,
    person: UUID | None = None,
    resident_too: bool = False,
) -> None:
    """Keep an entry, everything with a person, or the whole dossier from one human, over all their accounts.

    Withheld beats every circle, share, authority and emergency. A colleague of the team can be kept out before
    they ever come in; from the whole dossier they also leave its team. That is about their work: where they are a
    resident too, their own portal stays open, unless `resident_too`. Raises Invalid on 'reason', 'human',
    'review_on'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    colleague = _colleague(found, human)
    kept_from = colleague or may.person_for(reach, human)
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    if review_on is not None and review_on <= viewer.today:
        raise Invalid("review_on", N_("Choose a day that is still to come."))
    everybody = humans([kept_from.id], viewer.at, "entries", ()).of(kept_from.id)
    if viewer.human in everybody:
        raise Invalid("human", N_("For yourself there is a button of its own."))
    row = may.entry_for(viewer, entry)[0] if entry else None
    subject = may.person_for(reach, person) if person else None
    # every version: an older one tells nearly the same
    versions: list[Entry | None] = list(Entry.objects.filter(root=row.root)) if row else [None]
    whole = row is None and subject is None
    withheld = [
        Withheld.objects.create(
            human=kept_from,
            dossier=found,
            entry=version,
            person=subject,
            reason=reason,
            review_on=review_on,
            set_by_id=viewer.human,
            starts=viewer.at,
            work_only=whole and colleague is not None and not resident_too,
        )
        for version in versions
    ]
    unaware.from_now_on(viewer, kept_from.id, withheld)
    touched(persons=[kept_from.id])
    for one in everybody if whole else ():
        involvements.leave(found, one, viewer.at)


def _colleague(dossier: Dossier, human: UUID) -> Person | None:
    """A colleague of the dossier's team, known here or not; None where it is somebody else."""
    account = Account.objects.filter(
        human__public_id=human, capacity="staff", is_active=True, team_id=dossier.team_id
    ).first()
    return Person.objects.get(id=account.human_id) if account else None


@act("withhold colleague")
def withhold_self(*, viewer: Viewer, dossier: UUID, reason: str) -> None:
    """Staff who are kin, ex, neighbour or client of somebody in a dossier declare it: it is closed to them.

    They leave its team at once. A client goes on reading as a resident. Raises Invalid on 'reason'.
    """
    found, _ = may.dossier_for(viewer, dossier)
    if not viewer.is_staff:
        raise Refused
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    involvements.leave(found, viewer.human, viewer.at)
    Withheld.objects.create(
        human_id=viewer.human,
        dossier=found,
        reason=reason,
        set_by_id=viewer.human,
        starts=viewer.at,
        work_only=True,
    )


@act("end withholding")
def end_withholding(
    *,
    viewer: Viewer,
    dossier: UUID,
    human: UUID,
    entry: UUID | None,
    reason: str,
    person: UUID | None = None,
) -> None:
    """What was withheld from this human opens again by a person's decision, with a reason.

    Exactly one thing: the entry, everything with the person, or the whole dossier. Raises Invalid on 'reason'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    kept_from = _colleague(found, human) or may.person_for(reach, human)
    if not reason.strip():
        raise Invalid("reason", N_("Say why."))
    if viewer.human in humans([kept_from.id], viewer.at, "entries", ()).of(kept_from.id):
        raise Refused
    rows = Withheld.objects.filter(
        running(viewer.at), dossier=found, human__in=may.shown_with(reach, [kept_from.id])
    )
    if entry is not None:
        rows = rows.filter(entry__root=may.entry_for(viewer, entry)[0].root)
    elif person is not None:
        rows = rows.filter(entry=None, person=may.person_for(reach, person))
    else:
        rows = rows.filter(entry=None, person=None)
    ended = list(rows)
    if not ended:
        raise Refused
    for row in ended:
        row.reason = f"{row.reason}\n{reason.strip()}".strip()
        row.ends = viewer.at
        row.save(update_fields=["reason", "ends"])
    unaware.no_longer(viewer, kept_from.id, ended)
    touched(persons=[kept_from.id])
