"""A resident at the door: a one-time link and a PIN, and asking for a new link on one's own channel.

All refusals are one refusal: a wrong, spent, expired, locked or closed link and a wrong PIN take the same steps
and give the same answer. Wrong PINs lock the link, never the person.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import F, Q

from naast.access.viewer import RESIDENT, Viewer
from naast.records.models import Account, SignInLink
from naast.rules import channels

from . import death
from .act import Refused, act, touched
from .residents import SHARERS, channel_hash, new_token, token_hash, write_link

WRONG_PINS = 5  # the link is locked after this many
ASKED_LASTS = timedelta(minutes=30)
ASKED_A_DAY = 6  # so that asking can not be used to try many PINs, nor to fill somebody's mailbox
ZONE = ZoneInfo("Europe/Amsterdam")
_NOBODY = make_password("no person has this PIN")


def _nobody(at: datetime) -> Viewer:
    """Who tries a link is nobody yet."""
    return Viewer(None, 0, RESIDENT, at)


def enter(token: str, pin: str, at: datetime) -> int | None:
    """The row id of the account that this link and PIN open, with the link spent; None for every refusal.

    Two persons may share a channel: then the PIN says who it is, and a PIN that fits both opens neither.
    The same number of PINs is always hashed.
    """
    hashes = [token_hash(token, place) for place in range(SHARERS)]
    accounts: list[Account | None] = [*try_link(viewer=_nobody(at), hashes=hashes)]
    accounts += [None] * (SHARERS - len(accounts))
    fitting = [a for a in accounts if check_password(pin, a.pin if a and a.pin else _NOBODY) and a]
    if len(fitting) != 1:
        return None
    viewer = Viewer(fitting[0].pk, fitting[0].human_id, RESIDENT, at)
    try:
        come_in(viewer=viewer, hashes=hashes)
    except Refused:
        return None
    return fitting[0].pk


def _open(at: datetime) -> Q:
    return Q(spent_at=None, closed_at=None, expires_at__gt=at, account__is_active=True)


@act("try link")
def try_link(*, viewer: Viewer, hashes: list[str]) -> list[Account]:
    """Count an attempt, and give the accounts whose PIN may be tried now.

    It is counted before the PIN is looked at, so that many attempts at the same moment get no more than five.
    """
    rows = SignInLink.objects.filter(_open(viewer.at), token_hash__in=hashes, wrong_pins__lt=WRONG_PINS)
    ids = list(rows.select_for_update(of=("self",)).values_list("id", flat=True))
    SignInLink.objects.filter(id__in=[*ids, 0]).update(wrong_pins=F("wrong_pins") + 1)
    return [link.account for link in SignInLink.objects.filter(id__in=[*ids, 0]).select_related("account")]


@act("come in")
def come_in(*, viewer: Viewer, hashes: list[str]) -> None:
    """Spend the link. Refused where it was spent in the meantime, or where the person has died."""
    rows = SignInLink.objects.filter(_open(viewer.at), token_hash__in=hashes)
    mine = rows.filter(account_id=viewer.account or 0).select_for_update(of=("self",)).first()
    if mine is None or death.has_died(viewer.human, viewer.at):
        raise Refused
    SignInLink.objects.filter(token_hash__in=hashes).update(spent_at=viewer.at)
    touched(persons=[viewer.human])


@dataclass(frozen=True, slots=True)
class Asked:
    """A link to send to a channel: its token, and until when it opens something."""

    channel: channels.Channel
    token: str = field(repr=False)
    until: datetime


def ask(text: str, at: datetime, reaches: Callable[[str], bool]) -> Asked | None:
    """A new link for who has this channel and chose that a message may come at this hour; else None.

    One link, also where two persons share the channel: a second message would tell of the other.
    """
    channel = channels.read(text)
    if channel is None or not reaches(channel.kind):
        return None
    accounts = Account.objects.filter(
        channel_hash=channel_hash(channel), capacity=RESIDENT, is_active=True, notice_channel=channel.kind
    )
    waiting = [a for a in accounts.order_by("date_joined", "id") if _hour(a, at) and _not_too_often(a, at)]
    if not waiting:
        return None
    token = new_token()
    for place, account in enumerate(waiting[:SHARERS]):
        ask_link(viewer=Viewer(account.pk, account.human_id, RESIDENT, at), token=token, place=place)
    return Asked(channel, token, at + ASKED_LASTS)


def _hour(account: Account, at: datetime) -> bool:
    start, end = account.notice_from, account.notice_until
    now = at.astimezone(ZONE).time()
    if start is None or end is None:
        return False
    return start <= now < end if start < end else now >= start or now < end


def _not_too_often(account: Account, at: datetime) -> bool:
    asked = SignInLink.objects.filter(account=account, made_by=account, made_at__gt=at - timedelta(days=1))
    return asked.count() < ASKED_A_DAY


@act("ask for link")
def ask_link(*, viewer: Viewer, token: str, place: int) -> None:
    """The person asks for a link on their own channel. Links before it stay: asking must not undo a worker's."""
    account = Account.objects.filter(id=viewer.account or 0, capacity=RESIDENT, is_active=True).first()
    if account is None or account.human_id != viewer.human:
        raise Refused
    write_link(account, account.pk, viewer.at, ASKED_LASTS, token, place)
    touched(persons=[viewer.human])
