"""What a team lead does: accounts of colleagues and partner professionals, invitations, the team's answer time.

The first lead of a team comes from a command on the server (`./naast team`). A lead learns nothing of a dossier here
but a number. Whoever holds an invitation becomes that account, so making one takes the old keys away at once, and its
owner reads on their own account page who made it and when.
"""

import secrets
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from naast.access.accounts import hash_of, open_link
from naast.access.viewer import OPERATOR, PARTNER, STAFF, Viewer
from naast.records.models import Account, Person, SignInLink, Team
from naast.rules.texts import N_

from . import calendar_feeds, emergency, second_factor
from .accounts import new_password
from .act import Invalid, Refused, act, touched
from .leaving import leave

INVITATION_STANDS = timedelta(days=7)
LONGEST_ANSWER = 20  # working days


@act("make team")
def make_team(
    *, viewer: Viewer, name: str, municipality: str, given: str, family: str, email: str, function: str
) -> str:
    """A new team with its first lead, by a command on the server; gives the token of the lead's invitation once.

    Every further account is made by a lead. Raises Invalid on 'name', 'municipality', 'given', 'email', 'function'.
    """
    if viewer.capacity != OPERATOR:
        raise Refused
    name, municipality = _plain(name), _plain(municipality)
    if not name:
        raise Invalid("name", N_("Fill in a name."))
    if not municipality:
        raise Invalid("municipality", N_("Fill in a municipality."))
    team = Team.objects.create(name=name, municipality=municipality)
    lead = new_account(team, STAFF, given, family, email, function, viewer.at)
    lead.manages_team = True
    lead.save(update_fields=["manages_team"])
    return new_link(lead, None, viewer.at)


@act("make account")
def make_account(
    *, viewer: Viewer, given: str, family: str, email: str, function: str, partner: bool = False
) -> UUID:
    """A professional gets an account in the lead's team; a partner's function is their organisation.

    It opens nothing until they are asked into a dossier. Raises Invalid on 'given', 'email', 'function'.
    """
    lead = _lead(viewer)
    assert lead.team is not None
    capacity = PARTNER if partner else STAFF
    return new_account(lead.team, capacity, given, family, email, function, viewer.at).public_id


def new_account(
    team: Team | None, capacity: str, given: str, family: str, email: str, function: str, at: datetime
) -> Account:
    """An account without keys: only an invitation opens it."""
    given, family, function = _plain(given), _plain(family), _plain(function)
    email = _email(email)
    if not given:
        raise Invalid("given", N_("Fill in a name."))
    if not function:
        raise Invalid("function", N_("Fill in a function or organisation."))
    person = Person.objects.create(call_name=given, family_name=family, professional=True)
    account = Account(
        human=person,
        capacity=capacity,
        email=email,
        display_name=f"{given} {family}".strip(),
        function=function,
        team=team,
        date_joined=at,
    )
    account.set_unusable_password()
    account.save()
    touched(persons=[person.id])
    return account


def _plain(text: str) -> str:
    return " ".join(text.split())


@act("invite colleague")
def invite(*, viewer: Viewer, account: UUID) -> str:
    """Make a one-time invitation, to hand over in person; gives its token once.

    Password, second factor and sessions of the account end at once, and so does an earlier invitation.
    """
    row, lead = _of_team(viewer, account)
    if not row.is_active:
        raise Refused
    take_keys(row, viewer)
    return new_link(row, lead, viewer.at)


def new_link(account: Account, made_by: Account | None, at: datetime) -> str:
    """A one-time invitation of this account; gives its token."""
    token = secrets.token_urlsafe(24)
    SignInLink.objects.create(
        account=account,
        token_hash=hash_of(token),
        made_by=made_by,
        made_at=at,
        expires_at=at + INVITATION_STANDS,
    )
    return token


@act("accept invitation")
def accept(*, viewer: Viewer, token: str, password: str) -> None:
    """Whoever was invited chooses a password: that spends the invitation. Raises Invalid on 'password'."""
    link = open_link(token, viewer.at)
    if link is None or link.account_id != viewer.account:
        raise Refused
    account = Account.objects.select_for_update().get(id=link.account_id)
    if not SignInLink.objects.filter(id=link.pk, spent_at=None).update(spent_at=viewer.at):
        raise Refused
    new_password(account, password)
    account.save(update_fields=["password"])


@act("close account")
def close(*, viewer: Viewer, account: UUID, faces: list[UUID] | None = None) -> None:
    """A colleague leaves: no signing in, every session ends at once, and what they were in households ends with it.

    `faces` are the accounts of colleagues who become the fixed face where the household would have none, the first
    who may. Raises Invalid on 'account' where somebody is still needed, and then the account stays open. Their name
    stays with what they wrote.
    """
    row, lead = _of_team(viewer, account)
    leave(viewer, row, _successors(lead, row, faces or []))
    take_keys(row, viewer)
    row.is_active, row.closed_at, row.manages_team, row.duty_since = False, viewer.at, False, None
    row.save(update_fields=["is_active", "closed_at", "manages_team", "duty_since"])


@act("reopen account")
def reopen(*, viewer: Viewer, account: UUID) -> None:
    """A colleague comes back: the account opens without keys, for a new invitation. Raises Invalid on ''.

    It opens no dossier: what they were in households ended, and a colleague there asks them in again.
    """
    row, _ = _of_team(viewer, account)
    other = Account.objects.filter(human_id=row.human_id, capacity=row.capacity, is_active=True)
    if other.exclude(id=row.pk).exists():
        raise Invalid("", N_("This person has another account already."))
    row.is_active, row.closed_at = True, None
    row.save(update_fields=["is_active", "closed_at"])


@act("let manage team")
def set_lead(*, viewer: Viewer, account: UUID, manages: bool) -> None:
    """A colleague manages the team too, or no longer does. Nobody does this to themselves, so one always stays."""
    row, _ = _of_team(viewer, account)
    if row.capacity != STAFF or not row.is_active:
        raise Refused
    row.manages_team = manages
    row.save(update_fields=["manages_team"])


@act("let do duty")
def set_duty(*, viewer: Viewer, account: UUID, duty: bool) -> None:
    """A colleague does duty from now on (*piket*): they may do an emergency reading. Or no longer, and then what they
    read by one ends at once. Nobody does this to themselves."""
    row, _ = _of_team(viewer, account)
    if row.capacity != STAFF or not row.is_active:
        raise Refused
    row.duty_since = (row.duty_since or viewer.at) if duty else None
    row.save(update_fields=["duty_since"])
    if not duty:
        emergency.end_all(row.human_id, viewer.at)


@act("set answer time")
def set_answer_time(*, viewer: Viewer, working_days: int) -> None:
    """Within how many working days the team answers a question; residents read it. Raises Invalid on 'working_days'."""
    team = _lead(viewer).team
    if team is None or not 1 <= working_days <= LONGEST_ANSWER:
        raise Invalid("working_days", N_("Choose 1 to %(most)s working days."), most=LONGEST_ANSWER)
    team.answer_working_days = working_days
    team.save(update_fields=["answer_working_days"])


def _email(text: str) -> str:
    email = text.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise Invalid("email", N_("This is no e-mail address. Is there an @ and a dot in it?")) from None
    if Account.objects.filter(email__iexact=email).exists():
        raise Invalid("email", N_("There is an account with this e-mail address already."))
    return email


def _lead(viewer: Viewer) -> Account:
    row = (
        Account.objects.select_related("team")
        .filter(id=viewer.account or 0, capacity=STAFF, is_active=True, manages_team=True)
        .first()
    )
    if row is None or row.team_id is None or not viewer.is_staff or viewer.handed_by is not None:
        raise Refused
    return row


def _of_team(viewer: Viewer, account: UUID) -> tuple[Account, Account]:
    """Somebody else's account in the lead's own team, locked, and the lead's; never a resident's."""
    lead = _lead(viewer)
    row = (
        Account.objects.select_for_update()
        .filter(public_id=account, team=lead.team, capacity__in=(STAFF, PARTNER))
        .exclude(id=lead.pk)
        .first()
    )
    if row is None:
        raise Refused
    return row, lead


def _successors(lead: Account, leaver: Account, accounts: list[UUID]) -> list[Person]:
    """Colleagues of the team as chosen, in that order. Never the lead: managing a team opens no dossier.

    Who has not come in yet can open nothing, so they are not chosen. Raises Invalid on 'account'.
    """
    rows = Account.objects.select_for_update().filter(
        public_id__in=accounts, team=lead.team, capacity=STAFF, is_active=True
    )
    open_to = {row.public_id: row for row in rows.exclude(id__in=(lead.pk, leaver.pk))}
    found = [open_to.get(account) for account in accounts]
    humans = [row.human_id for row in found if row is not None and row.has_usable_password()]
    if len(humans) < len(accounts):
        raise Invalid("account", N_("Choose a colleague of the team."))
    persons = Person.objects.in_bulk(humans)
    return [persons[human] for human in humans]


def take_keys(row: Account, viewer: Viewer) -> None:
    """Password, second factor, PIN, sessions, open invitations and the address of the calendar end now."""
    row.set_unusable_password()
    row.pin, row.salt = "", uuid4()
    row.save(update_fields=["password", "pin", "salt"])
    second_factor.remove(row)
    SignInLink.objects.filter(account=row, spent_at=None, closed_at=None).update(closed_at=viewer.at)
    calendar_feeds.end_all(row, viewer.at)
