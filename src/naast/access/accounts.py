"""Accounts of professionals as their owner and their team lead may know them. Never anything of a dossier."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from naast.records.fields import look_up_hash
from naast.records.models import Account, Involvement, Person, SignInLink

from . import policy, trace
from .doors import viewer_door
from .reach import running
from .viewer import PARTNER, RESIDENT, SIGNS_IN, STAFF, Missing, Viewer


@dataclass(frozen=True, slots=True)
class Signing:
    """An account on its way in: past the password, not yet past the second factor."""

    viewer: Viewer
    email: str = field(repr=False)
    language: str
    session_hash: str = field(repr=False)
    has_factor: bool


@dataclass(frozen=True, slots=True)
class Own:
    """The own account. `remade` and `remade_by`: when and by whom its keys were last made anew with an invitation.

    Nobody's name where a command on the server made it.
    """

    given: str = field(repr=False)
    family: str = field(repr=False)
    email: str = field(repr=False)
    function: str
    team: str
    language: str
    has_pin: bool
    recovery_left: int
    remade: datetime | None
    remade_by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Colleague:
    """One account of the team. `state`: open, invited (until `invited_until`), lapsed, or closed."""

    public_id: UUID
    name: str = field(repr=False)
    email: str = field(repr=False)
    function: str
    state: str
    invited_until: datetime | None
    manages_team: bool
    is_viewer: bool
    duty_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class TeamPage:
    """A team for who manages it: colleagues and partner professionals by name, closed accounts last."""

    name: str
    municipality: str
    answer_working_days: int
    colleagues: tuple[Colleague, ...]
    partners: tuple[Colleague, ...]

    def successors(self, leaver: UUID) -> tuple[Colleague, ...]:
        """Colleagues who can become a fixed face when `leaver` goes: who comes in already, and never the lead."""
        return tuple(
            one
            for one in self.colleagues
            if one.state == "open" and not one.is_viewer and one.public_id != leaver
        )

    def find(self, public_id: UUID) -> Colleague:
        """One of them; Missing where it is nobody of this team."""
        for one in (*self.colleagues, *self.partners):
            if one.public_id == public_id:
                return one
        raise Missing


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom an invitation is for."""

    name: str = field(repr=False)
    email: str = field(repr=False)
    account: int = field(repr=False)


def signing(account: int, at: datetime) -> Signing | None:
    """An open account of a professional by its row id (from the session); None where it is closed or a resident's."""
    row = Account.objects.filter(id=account, is_active=True, capacity__in=SIGNS_IN).first()
    if row is None:
        return None
    return Signing(
        Viewer(row.pk, row.human_id, row.capacity, at),
        row.email or "",
        row.language,
        row.get_session_auth_hash(),
        Authenticator.objects.filter(user_id=row.pk, type=Authenticator.Type.TOTP).exists(),
    )


def own(viewer: Viewer) -> Own:
    """The viewer's own account; Missing for a resident."""
    row = Account.objects.select_related("team").filter(id=viewer.account or 0, is_active=True).first()
    if row is None or row.capacity == RESIDENT:
        raise Missing
    with viewer_door(viewer):
        person = Person.objects.filter(id=viewer.human, professional=True).defer("bsn", "bsn_hash").first()
    given, _, family = row.display_name.partition(" ")
    if person is not None:
        given, family = person.call_name, f"{person.prefix} {person.family_name}".strip()
    link = SignInLink.objects.filter(account=row).select_related("made_by").order_by("-made_at").first()
    trace.saw(viewer)
    return Own(
        given,
        family,
        row.email or "",
        row.function,
        row.team.name if row.team else "",
        row.language,
        bool(row.pin),
        len(recovery_codes(viewer)),
        link.made_at if link else None,
        link.made_by.display_name if link and link.made_by else "",
    )


def recovery_codes(viewer: Viewer) -> list[str]:
    """The viewer's recovery codes that are left."""
    row = Authenticator.objects.filter(
        user_id=viewer.account or 0, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    return row.wrap().get_unused_codes() if row else []


def is_on_duty(viewer: Viewer) -> bool:
    """May this account do an emergency reading: a lead marked it as a duty worker's (*piketmedewerker*)."""
    marked = Account.objects.filter(
        id=viewer.account or 0, capacity=STAFF, is_active=True, duty_since__lte=viewer.at
    )
    return viewer.is_staff and viewer.handed_by is None and viewer.eyes_of is None and marked.exists()


def colleagues(viewer: Viewer) -> list[tuple[UUID, str]]:
    """(public id, name) of the open staff accounts of the viewer's own team, without the viewer."""
    team = Account.objects.filter(id=viewer.account or 0, capacity=STAFF).values("team_id")
    rows = Account.objects.filter(team_id__in=team, capacity=STAFF, is_active=True).exclude(
        id=viewer.account or 0
    )
    return list(rows.order_by("display_name", "public_id").values_list("public_id", "display_name"))


def households_as_face(viewer: Viewer) -> int:
    """In how many open households the viewer is the fixed face now, by what they may read themselves."""
    with viewer_door(viewer) as reach:
        rows = policy.of_kind(Involvement, reach).filter(
            running(viewer.at),
            person_id=viewer.human,
            capacity=STAFF,
            role="fixed_face",
            entry__dossier__closed_at=None,
        )
        return rows.values("entry__dossier_id").distinct().count()


def _leads(viewer: Viewer) -> QuerySet[Account]:
    """The viewer's own account, where it manages a team."""
    return Account.objects.filter(id=viewer.account or 0, capacity=STAFF, is_active=True, manages_team=True)


def _lead(viewer: Viewer) -> Account:
    row = _leads(viewer).select_related("team").first()
    if row is None or row.team is None:
        raise Missing
    return row


def of_team(viewer: Viewer, account: UUID) -> Account:
    """Somebody else's account in the team that the viewer manages, for access; Missing otherwise."""
    team = _leads(viewer).values("team_id")
    rows = Account.objects.filter(public_id=account, team_id__in=team, capacity__in=(STAFF, PARTNER))
    found = rows.exclude(id=viewer.account or 0).first()
    if found is None:
        raise Missing
    return found


def team(viewer: Viewer) -> TeamPage:
    """The viewer's own team with its accounts; Missing for who does not manage it."""
    lead = _lead(viewer)
    assert lead.team is not None
    rows = list(Account.objects.filter(team=lead.team, capacity__in=(STAFF, PARTNER)))
    links = SignInLink.objects.filter(account__in=rows, spent_at=None, closed_at=None)
    until = dict(links.order_by("made_at").values_list("account_id", "expires_at"))
    known = sorted(
        ((row, _colleague(row, viewer, until.get(row.pk))) for row in rows),
        key=lambda pair: (not pair[0].is_active, pair[0].display_name, str(pair[0].public_id)),
    )
    trace.saw(viewer)
    return TeamPage(
        lead.team.name,
        lead.team.municipality,
        lead.team.answer_working_days,
        tuple(one for row, one in known if row.capacity == STAFF),
        tuple(one for row, one in known if row.capacity == PARTNER),
    )


def _colleague(row: Account, viewer: Viewer, until: datetime | None) -> Colleague:
    state = "open"
    if not row.is_active:
        state = "closed"
    elif not row.has_usable_password():
        state = "invited" if until is not None and viewer.at < until else "lapsed"
    return Colleague(
        row.public_id,
        row.display_name,
        row.email or "",
        row.function,
        state,
        until if state == "invited" else None,
        row.manages_team,
        row.pk == viewer.account,
        row.duty_since,
    )


def invited(token: str, at: datetime) -> Invited | None:
    """Whom the invitation behind `token` is for; None where it is spent, closed, too old, or no invitation at all."""
    link = open_link(token, at)
    if link is None:
        return None
    return Invited(link.account.display_name, link.account.email or "", link.account_id)


def open_link(token: str, at: datetime) -> SignInLink | None:
    """The invitation's own row; for acts. A resident's link is never one: its hash has another key."""
    return (
        SignInLink.objects.select_related("account")
        .filter(
            token_hash=hash_of(token),
            spent_at=None,
            closed_at=None,
            expires_at__gt=at,
            account__is_active=True,
            account__capacity__in=SIGNS_IN,
        )
        .first()
    )


def hash_of(token: str) -> str:
    """The hash under which an invitation is kept."""
    return look_up_hash(token, "invitation")
