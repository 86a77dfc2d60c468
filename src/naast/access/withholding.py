"""What is withheld from whom in one dossier, for its own professionals; and whom they can choose to join."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from naast.records.models import Account, Kind, Person, Withheld

from . import people, policy, trace
from .doors import through_rules, viewer_door
from .dossiers import inside
from .people import Face
from .reach import Reach, running
from .same_person import OneHuman, held_of
from .viewer import Missing, Viewer


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing kept from one human: an entry, everything with a person, or (neither) the whole dossier.

    `silent` where the address guard holds it back until the team has looked; `work_only` where a colleague goes on
    reading as a resident; `words` are those of the entry, but for a notice.
    """

    human: Face | None
    name: str = field(repr=False)
    human_id: UUID
    entry: UUID | None
    person: Face | None
    reason: str = field(repr=False)
    review_on: date | None
    since: datetime
    late: bool
    silent: bool
    work_only: bool
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A professional's account to choose: accounts hold no household data."""

    account: UUID
    human: UUID
    name: str = field(repr=False)
    function: str


@through_rules
def _rows(viewer: Viewer, dossier: int, readable: set[int], known: set[int]) -> list[Withheld]:
    """Rows of the dossier, without what tells this viewer of an entry or person they may not know of, or of
    themselves: behind the rules door, because no viewer reads this table. Of an entry with versions one row."""
    rows = Withheld.objects.filter(running(viewer.at), dossier_id=dossier).exclude(
        Q(OneHuman("human_id", [viewer.human], viewer.at)) | held_of(viewer.human)
    )
    told = [
        row
        for row in rows.select_related("entry", "human").order_by("starts", "id")
        if (row.entry_id is None or row.entry_id in readable)
        and (row.person_id is None or row.person_id in known)
        and (row.human_id in known or row.human.professional)
    ]
    once = {(r.human_id, r.entry.root if r.entry else r.id, r.entry is None): r for r in told}
    return list(once.values())


def in_dossier(viewer: Viewer, dossier: UUID) -> tuple[Kept, ...]:
    """What is withheld here, oldest first. Missing for who is no staff or has no part in the dossier."""
    if not viewer.is_staff or viewer.eyes_of is not None:
        raise Missing
    with viewer_door(viewer, dossier) as reach:
        row = inside(reach)
        known, readable = people.known_in(reach, row), readable_in(reach, row)
    return among(viewer, row, known, readable)


def readable_in(reach: Reach, dossier: int) -> set[int]:
    """Row ids of what may be read in one dossier, behind the viewer door; for `among`."""
    return set(policy.entries(reach).filter(dossier_id=dossier).values_list("id", flat=True))


def among(viewer: Viewer, dossier: int, known: dict[int, Face], readable: set[int]) -> tuple[Kept, ...]:
    """The same for a page that asked whom and what this viewer knows here already; outside the viewer door."""
    found = _rows(viewer, dossier, readable, set(known))
    trace.saw(viewer, dossier, (r.entry.public_id for r in found if r.entry), (r.human_id for r in found))
    return tuple(
        Kept(
            known.get(r.human_id),
            known[r.human_id].full_name if r.human_id in known else people.full_name(r.human),
            r.human.public_id,
            r.entry.public_id if r.entry else None,
            known.get(r.person_id or 0),
            r.reason,
            r.review_on,
            r.starts,
            r.review_on is not None and r.review_on <= viewer.today,
            r.silent and not r.reason,
            r.work_only,
            r.entry.words if r.entry and r.entry.kind != Kind.NOTICE else "",
        )
        for r in found
    )


def colleagues(viewer: Viewer) -> tuple[Colleague, ...]:
    """The staff of the viewer's own team, by name; nobody for a partner."""
    if not viewer.is_staff:
        return ()
    own = Account.objects.filter(id=viewer.account or 0).values("team_id")
    return _listed(Account.objects.filter(capacity="staff", is_active=True, team_id__in=own))


def partners(viewer: Viewer) -> tuple[Colleague, ...]:
    """Every partner professional with an account, by name."""
    if not viewer.is_staff:
        return ()
    return _listed(Account.objects.filter(capacity="partner", is_active=True))


def _listed(accounts: QuerySet[Account]) -> tuple[Colleague, ...]:
    rows = accounts.order_by("display_name").values_list("public_id", "human_id", "display_name", "function")
    listed = list(rows)
    humans = _public_ids([human for _, human, _, _ in listed])
    return tuple(Colleague(a, humans[h], name, function) for a, h, name, function in listed if h in humans)


@through_rules
def _public_ids(humans: list[int]) -> dict[int, UUID]:
    """Public ids of professionals, to name one by: behind the rules door, for a colleague who is in no dossier of
    the viewer's yet."""
    return dict(Person.objects.filter(id__in=humans).values_list("id", "public_id"))
