"""A resident's own way in, given by an own professional with the person beside them; and closing it again.

Nobody makes, resets or receives one for another, and a parent never for a child: each of these acts asks that
the person is present, and the page shows the new link once, to hand over. Naast sends nothing by itself.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

from django.contrib.auth.hashers import make_password

from naast.access import policy
from naast.access.people import full_name
from naast.access.reach import Within, reach_of
from naast.access.residents import accounts_known
from naast.access.viewer import RESIDENT, STAFF, Viewer
from naast.records.fields import look_up_hash
from naast.records.models import Account, Dossier, Involvement, Person, SignInLink
from naast.rules import channels, pins
from naast.rules.ages import OWN_WAY_IN_FROM, surely

from . import death, may
from .act import Invalid, Refused, act, touched

LINK_LASTS = timedelta(days=3)
SHARERS = 3  # accounts that one link to a shared channel can stand for


@dataclass(frozen=True, slots=True)
class Messages:
    """Between which hours a message may come to the own channel, when the person asks for one themselves."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Own:
    """What a person chose with the worker beside them: a channel, a PIN they typed, and hours or no messages."""

    channel: str = field(repr=False)
    pin: str = field(repr=False)
    messages: Messages | None = None
    sharing_seen: bool = False


def token_hash(token: str, place: int = 0) -> str:
    """What is kept of a link's token; `place` counts the accounts that share the channel it went to."""
    return look_up_hash(f"{place}:{token}", "sign-in link")


def channel_hash(channel: channels.Channel) -> str:
    """By which an account is found that has this channel."""
    return look_up_hash(channel.value, "channel")


def write_link(account: Account, by: int, at: datetime, lasts: timedelta, token: str, place: int = 0) -> None:
    """A new link, next to the ones there are."""
    SignInLink.objects.create(
        account=account,
        token_hash=token_hash(token, place),
        made_by_id=by,
        made_at=at,
        expires_at=at + lasts,
    )


def close_links(account: Account, at: datetime) -> None:
    """No link of this account opens anything any more."""
    SignInLink.objects.filter(account=account, spent_at=None, closed_at=None).update(closed_at=at)


def _replace_link(account: Account, viewer: Viewer, lasts: timedelta) -> str:
    token = new_token()
    close_links(account, viewer.at)
    write_link(account, viewer.account or 0, viewer.at, lasts, token)
    return token


def new_token() -> str:
    """The secret part of a link: 192 random bits."""
    return secrets.token_urlsafe(24)


@act("give own way in")
def give(
    *, viewer: Viewer, dossier: UUID, person: UUID, own: Own, present: bool, lasts: timedelta = LINK_LASTS
) -> str:
    """Make this person's account, or set it anew: channel, PIN and link, which is returned and kept nowhere.

    Every session of the person ends. An account that another team made is taken over without a word: the person
    is beside the worker, and chooses again. Raises Invalid on 'present', 'channel', 'pin', 'sharing_seen'.
    """
    owner = _owner(viewer, dossier, person, present)
    channel = channels.read(own.channel)
    if channel is None:
        raise Invalid("channel", "Fill in an e-mail address or a phone number.")
    wrong = pins.problem(own.pin, (owner.birth_from, owner.birth_to))
    if wrong:
        raise Invalid("pin", wrong)
    shared = _known_sharer(viewer, owner, channel)
    if shared and not own.sharing_seen:
        raise Invalid("sharing_seen", "%(name)s uses this channel as well.", name=shared)
    account = Account.objects.filter(human=owner, capacity=RESIDENT, is_active=True).first()
    account = account or Account(human=owner, capacity=RESIDENT, date_joined=viewer.at)
    account.display_name = owner.call_name or full_name(owner)
    account.channel, account.channel_hash = channel.value, channel_hash(channel)
    account.notice_channel = channel.kind if own.messages else ""
    account.notice_from = own.messages.start if own.messages else None
    account.notice_until = own.messages.end if own.messages else None
    account.pin, account.salt = make_password(own.pin), uuid4()
    account.set_unusable_password()
    account.save()
    return _replace_link(account, viewer, lasts)


@act("make link")
def new_link(
    *, viewer: Viewer, dossier: UUID, person: UUID, present: bool, lasts: timedelta = LINK_LASTS
) -> str:
    """A new one-time link for somebody who has a PIN; returned, and kept nowhere. Raises Invalid on 'present'."""
    owner = _owner(viewer, dossier, person, present)
    account = _account_known(owner, Dossier.objects.get(public_id=dossier))
    return _replace_link(account, viewer, lasts)


@act("close portal")
def close(*, viewer: Viewer, dossier: UUID, person: UUID) -> None:
    """A worker closes a person's portal: links dead, sessions over. Presence is not asked: closing is safe."""
    found, reach = may.team_dossier(viewer, dossier)
    owner = may.person_for(reach, person)
    shut(_account_known(owner, found), viewer.at)
    touched(persons=[owner.id])


@act("close own portal")
def close_own(*, viewer: Viewer) -> None:
    """The person themself closes their portal, with one act."""
    account = Account.objects.filter(id=viewer.account or 0, capacity=RESIDENT, is_active=True).first()
    if account is None or viewer.capacity != RESIDENT or account.human_id != viewer.human:
        raise Refused
    shut(account, viewer.at)
    touched(persons=[account.human_id])


def shut(account: Account, at: datetime) -> None:
    """End an account: every session is over at its next request, every link looks like a wrong one."""
    close_links(account, at)
    account.is_active, account.closed_at, account.salt = False, at, uuid4()
    account.pin = account.channel = account.channel_hash = account.notice_channel = ""
    account.save()


def _owner(viewer: Viewer, dossier: UUID, person: UUID, present: bool) -> Person:
    """For whom the way in is: known here, living, surely old enough, not the worker, and present."""
    found, reach = may.team_dossier(viewer, dossier)
    owner = may.person_for(reach, person)
    touched(persons=[owner.id])
    if owner.id == viewer.human or owner.unborn or _works_here(owner, found):
        raise Refused
    if death.known_to_have_died(owner, reach_of(viewer, Within())):
        raise Refused
    if not surely(owner.birth_to, OWN_WAY_IN_FROM, viewer.today):
        raise Refused
    if not present:
        raise Invalid("present", "This is only possible with the person beside you.")
    return owner


def _works_here(person: Person, dossier: Dossier) -> bool:
    return (
        Involvement.objects.filter(entry__circle__dossier=dossier, person=person)
        .exclude(capacity=RESIDENT)
        .exists()
    )


def _account_known(owner: Person, dossier: Dossier) -> Account:
    """The account that the page shows; Refused where none was made by this dossier's team."""
    team = Involvement.objects.filter(entry__circle__dossier=dossier, capacity=STAFF).values_list(
        "person_id", flat=True
    )
    found = accounts_known([owner.id], team).get(owner.id)
    if found is None:
        raise Refused
    return found[0]


def _known_sharer(viewer: Viewer, owner: Person, channel: channels.Channel) -> str:
    """The name of somebody else with this channel, where this worker may know of that person; else nothing.

    The same two queries whether or not there is one: a worker must not learn that an unknown person exists.
    """
    accounts = Account.objects.filter(channel_hash=channel_hash(channel), capacity=RESIDENT, is_active=True)
    others = [human for human in accounts.values_list("human_id", flat=True) if human != owner.id]
    wide = reach_of(viewer, Within())
    known = policy.persons(wide).filter(id__in=others or [0]).first()
    return full_name(known) if known else ""
