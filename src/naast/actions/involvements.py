"""Who stands around the household: begin, end, stand in. The team's circle rows follow at once."""

from collections.abc import Collection
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Q

from naast.access.reach import running, runs
from naast.access.same_person import OneHuman
from naast.access.viewer import Viewer
from naast.records.models import (
    Account,
    CircleRow,
    Dossier,
    EntryPerson,
    Involvement,
    Kind,
    Nature,
    Person,
    Share,
    Sharing,
    Withheld,
)
from naast.rules.experts import EXPERT
from naast.rules.roles import BESIDE
from naast.rules.sharing import GIVEN
from naast.rules.texts import N_

from . import choice, circles, guarded, may
from .act import Invalid, Refused, act, touched
from .write import Line

FAR = datetime.max.replace(tzinfo=UTC)
JOINS = ("team", "stand_in")


def write(
    dossier: Dossier,
    person: Person,
    viewer: Viewer,
    *,
    role: str,
    capacity: str,
    starts: datetime,
    ends: datetime | None = None,
    readers: list[Person],
    ground: str = "",
    organisation: str = "",
    stands_in_for: Person | None = None,
    root: UUID | None = None,
    expert: tuple[str, str] = ("", ""),
    guard_seen: bool = False,
    also: Collection[int] = (),
) -> Involvement:
    """Write one involvement as an entry that `readers` and the team read, and give the team its rows.

    `expert` is which expert somebody is and in which form they join; `also` reads it besides (row ids of persons).
    """
    people = [("about", person)] + ([("about", stands_in_for)] if stands_in_for else [])
    row = guarded.write(
        dossier,
        Line(
            Kind.INVOLVEMENT,
            Nature.FACT,
            "",
            choice.ensure_for(dossier, readers, {}, at=viewer.at),
            people=people,
            root=root,
            of_kind=(
                Involvement,
                {
                    "person": person,
                    "capacity": capacity,
                    "role": role,
                    "ground": ground,
                    "organisation": organisation,
                    "starts": starts,
                    "ends": ends,
                    "stands_in_for": stands_in_for,
                    "expert": expert[0],
                    "form": expert[1],
                },
            ),
        ),
        reach=may.reach_in(viewer, dossier),
        viewer=viewer,
        guard_seen=guard_seen,
        field="ground",
        also=also,
    )
    circles.joined(row.involvement, dossier)
    return row.involvement


@act("add involvement")
def add_colleague(
    *, viewer: Viewer, dossier: UUID, account: UUID, role: str, starts: datetime, ends: datetime | None = None
) -> UUID:
    """A colleague of the same team joins (role team or stand_in). Raises Invalid on 'account', 'ends'.

    Nobody becomes the fixed face by it: that is asked, and taken on (roles.py).
    """
    found, _reach = may.team_dossier(viewer, dossier)
    colleague = _colleague(found, account, viewer.at)
    if colleague is None or role not in JOINS:
        raise Invalid("account", N_("Choose a colleague of the team."))
    if ends is not None and ends <= starts:
        raise Invalid("ends", N_("The end lies before the beginning."))
    if role == "stand_in" and ends is None:
        raise Invalid("ends", N_("A stand-in has an end date."))
    from .dossiers import current_members

    person = Person.objects.get(id=colleague.human_id)
    involvement = write(
        found,
        person,
        viewer,
        role=role,
        capacity="staff",
        starts=starts,
        ends=ends,
        readers=current_members(found, viewer),
        stands_in_for=Person.objects.get(id=viewer.human) if role == "stand_in" else None,
    )
    return involvement.entry.public_id


@act("add partner")
def add_partner(
    *,
    viewer: Viewer,
    dossier: UUID,
    account: UUID,
    organisation: str,
    ground: str,
    readers: list[UUID],
    starts: datetime,
    ends: datetime,
    guard_seen: bool = False,
) -> UUID:
    """A partner professional (school, GP, police ...) joins until a day; `readers` know of it, the team too."""
    found, reach = may.team_dossier(viewer, dossier)
    partner = Account.objects.filter(public_id=account, capacity="partner", is_active=True).first()
    if partner is None:
        raise Invalid("account", N_("Choose a professional."))
    if ends <= starts:
        raise Invalid("ends", N_("The end lies before the beginning."))
    person = Person.objects.get(id=partner.human_id)
    involvement = write(
        found,
        person,
        viewer,
        role="partner",
        capacity="partner",
        starts=starts,
        ends=ends,
        readers=may.persons_for(reach, readers),
        ground=ground,
        organisation=organisation,
        guard_seen=guard_seen,
    )
    # the partner reads that they are involved: the one entry that lets them know of this dossier
    from .openings import share_with

    share_with(involvement.entry, person, "partner", "self", viewer, ends=ends)
    return involvement.entry.public_id


def become_fixed_face(dossier: Dossier, person: Person, viewer: Viewer, readers: list[Person]) -> Involvement:
    """Somebody is the fixed face from now on; what else they were or would become in the team here ends in it."""
    for old in circles.team_involvements(dossier):
        if old.person_id == person.id and (old.ends is None or old.ends > viewer.at):
            close(old, dossier, viewer.at, goes_on=True)
    return write(
        dossier, person, viewer, role="fixed_face", capacity="staff", starts=viewer.at, readers=readers
    )


def kept_out(human: int, dossier: Dossier, at: datetime) -> bool:
    """Must this professional stay out of the team here: withheld, or somebody of the household or around it?"""
    withheld = Withheld.objects.filter(
        running(at), OneHuman("human_id", [human], at), dossier=dossier, entry=None, person=None
    )
    named = EntryPerson.objects.filter(
        OneHuman("person_id", [human], at),
        role="about",
        circle__dossier=dossier,
        entry__kind__in=(Kind.MEMBERSHIP, Kind.RELATION),
    )
    return withheld.exists() or named.exists()


def _colleague(dossier: Dossier, account: UUID, at: datetime) -> Account | None:
    """An open account of the dossier's team, locked: it can not be closed meanwhile. Not who must stay out."""
    found = (
        Account.objects.select_for_update()
        .filter(public_id=account, capacity="staff", is_active=True, team_id=dossier.team_id)
        .first()
    )
    return None if found is None or kept_out(found.human_id, dossier, at) else found


def _team(dossier: Dossier, at: datetime) -> list[Involvement]:
    rows = circles.team_involvements(dossier)
    return [i for i in rows if runs(i, at)]


def close(row: Involvement, dossier: Dossier, at: datetime, *, goes_on: bool = False) -> None:
    """End one involvement at a moment, the reading that followed from it, and the roles that stand beside it.

    Not those roles where they are still involved by another one, or will be at that same moment (`goes_on`).
    """
    row.ends = at
    row.save(update_fields=["ends"])
    circles.joined(row, dossier)
    touched(entries=[row.entry.public_id])
    if goes_on or row.role in BESIDE:
        return
    same = Involvement.objects.filter(
        running(at), entry__circle__dossier=dossier, person_id=row.person_id, capacity=row.capacity
    ).select_related("entry")
    beside = [one for one in same if one.role in BESIDE]
    last = max((one.ends or FAR for one in same if one.role not in BESIDE), default=at)
    for one in beside:
        if (one.ends or FAR) > last:
            one.ends = last
            one.save(update_fields=["ends"])
            touched(entries=[one.entry.public_id])


def leave_everywhere(human: int, capacity: str, at: datetime) -> None:
    """End every running and coming involvement of a human in one capacity, and all that they read in it."""
    rows = Involvement.objects.filter(
        Q(ends=None) | Q(ends__gt=at), person_id=human, capacity=capacity
    ).select_related("entry__dossier")
    for row in rows:
        close(row, row.entry.dossier, at)
    _stop_reading(at, human_id=human, capacity=capacity)


def _stop_reading(at: datetime, **whose: object) -> None:
    """End circle rows and shares that are not over, also the coming ones, and what the team wrote of giving them."""
    given = Share.objects.filter(because__in=GIVEN, **whose).values("opening")
    Sharing.objects.filter(entry__in=given).exclude(ends__lte=at).update(ends=at)
    for model in (CircleRow, Share):
        model.objects.filter(**whose).exclude(ends__lte=at).update(ends=at)


def leave(dossier: Dossier, human: int, at: datetime) -> None:
    """End every running team involvement of one human: a kin or neighbour is not in the team."""
    for row in _team(dossier, at):
        if row.person_id == human:
            close(row, dossier, at)


@act("end involvement")
def end(*, viewer: Viewer, involvement: UUID, at: datetime, nobody: bool = False) -> None:
    """An involvement ends at a moment; the readings that followed from it end with it. An expert who has yet to come
    does not come.

    The last fixed face does not leave unseen: without `nobody` that is Invalid on ''. Also raises it on 'ends'.
    """
    old, dossier, _ = may.entry_for(viewer, involvement)
    if not may.in_team(viewer, dossier) or old.kind != Kind.INVOLVEMENT:
        raise Refused
    row = old.involvement
    if at < row.starts and row.role != EXPERT:
        raise Invalid("ends", N_("The end lies before the beginning."))
    others = [i for i in _team(dossier, at) if i.role == "fixed_face" and i.entry_id != row.entry_id]
    if row.role == "fixed_face" and not others and not nobody:
        raise Invalid("", N_("Choose another fixed face first: a household always has one."))
    stop(row, dossier, at)


def stop(row: Involvement, dossier: Dossier, at: datetime) -> None:
    """End one involvement, or let it never begin; a professional from outside reads nothing here any more."""
    close(row, dossier, max(at, row.starts))
    if row.capacity == "partner" and row.role not in BESIDE:
        _stop_reading(at, dossier=dossier, human_id=row.person_id, capacity="partner")
