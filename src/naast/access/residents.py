"""How the people around one household come in: with a link of their own, on a worker's screen, or not yet.

A portal account belongs to a person, not to a dossier. A worker sees one only where a professional of this
dossier's team made a link for it: else an account would tell that another team knows this person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naast.records.models import Account, SignInLink
from naast.rules.ages import OWN_WAY_IN_FROM, surely
from naast.rules.channels import read

from . import households, policy
from .doors import viewer_door
from .people import Face
from .viewer import RESIDENT, STAFF, Missing, Viewer


@dataclass(frozen=True, slots=True)
class Entrance:
    """One person and their way in. `channel` is 'mail', 'phone' or nothing; `messages` as they chose it.

    `old_enough` is false for an unknown age as well. When somebody last came in is not told: that is theirs.
    """

    face: Face
    member: bool
    own: bool
    old_enough: bool
    age_known: bool
    channel: str = ""
    messages: bool = False
    link_made: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entrances:
    """Everybody living and born in and around the household, members first; and whether the worker has a PIN."""

    dossier: UUID
    entrances: tuple[Entrance, ...]
    worker_has_pin: bool

    def of(self, person: UUID) -> Entrance:
        """The entrance of one person; Missing where they are not on the page."""
        for entrance in self.entrances:
            if entrance.face.public_id == person:
                return entrance
        raise Missing


def entrances(viewer: Viewer, dossier: UUID) -> Entrances:
    """The ways in of one dossier, for its own professionals; Missing for everybody else."""
    page = households.household(viewer, dossier)
    if not page.in_team:
        raise Missing
    inside = [member.face for member in page.members]
    here = {face.row for face in inside}
    around = [f for f in (*(m.face for m in page.former), *page.network) if f.row not in here]
    faces = [f for f in (*inside, *around) if not f.unborn and not f.deceased and f.row != viewer.human]
    rows = [face.row for face in faces]
    with viewer_door(viewer, page.row) as reach:
        births = dict(policy.persons(reach).filter(id__in=rows).values_list("id", "birth_to"))
    team = {line.face.row for line in page.involved if line.capacity == STAFF}
    accounts = accounts_known(rows, team)
    day = viewer.today
    own = Account.objects.filter(id=viewer.account or 0).values_list("pin", flat=True).first()
    return Entrances(
        dossier,
        tuple(
            _entrance(
                face,
                face in inside,
                surely(births.get(face.row), OWN_WAY_IN_FROM, day),
                accounts.get(face.row),
            )
            for face in faces
        ),
        bool(own),
    )


def _entrance(face: Face, member: bool, old_enough: bool, found: tuple[Account, datetime] | None) -> Entrance:
    known = face.age is not None or face.birth is not None or old_enough
    if found is None:
        return Entrance(face, member, False, old_enough, known)
    account, made = found
    channel = read(account.channel)
    return Entrance(
        face,
        member,
        True,
        old_enough,
        known,
        channel.kind if channel else "",
        bool(account.notice_channel),
        made,
    )


def accounts_known(humans: Iterable[int], team: Iterable[int]) -> dict[int, tuple[Account, datetime]]:
    """By human: the running portal account that one of `team` made a link for, and when last. For acts, too."""
    links = SignInLink.objects.filter(
        account__human_id__in=list(humans),
        account__capacity=RESIDENT,
        account__is_active=True,
        made_by__human_id__in=list(team),
        made_by__capacity=STAFF,
    )
    rows = links.select_related("account").order_by("made_at")
    return {link.account.human_id: (link.account, link.made_at) for link in rows}
