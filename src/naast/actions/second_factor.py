"""The second factor of professionals: a code from an app, and recovery codes for when the phone is lost."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import datetime

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings

from naast.access import trace
from naast.access.viewer import Viewer
from naast.records.fields import seal, unseal
from naast.records.models import Account
from naast.rules import totp
from naast.rules.texts import N_

from . import throttle
from .accounts import own
from .act import Invalid, Refused, act

CONTEXT = "mfa"
DEMO_CODE = "000000"  # only where NAAST_DEMO=1: invented people on a throw-away database
WRONG = N_("This code is not right, was used already, or there were too many tries. Wait for the next code.")
TOTP, RECOVERY = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps what allauth stores of a second factor encrypted in the database."""

    def encrypt(self, text: str) -> str:
        return seal(text, CONTEXT)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, CONTEXT)


@dataclass(frozen=True, slots=True)
class SetUp:
    """What an app needs to make codes: to read (`secret`) and to scan (`picture`, an SVG on white)."""

    secret: str = field(repr=False)
    picture: str = field(repr=False)


def new_secret() -> str:
    """A fresh secret, sealed, for a face to hold until the first code proves that the app has it."""
    return seal(base64.b32encode(secrets.token_bytes(20)).decode(), CONTEXT)


def to_show(sealed: str, email: str) -> SetUp:
    """How to give the secret to an app; the app names it Naast and the e-mail address."""
    secret, adapter = unseal(sealed, CONTEXT), Adapter()
    address = adapter.build_totp_url(Account(email=email), secret)
    return SetUp(
        " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        on_white(adapter.build_totp_svg(address)),
    )


def on_white(picture: str) -> str:
    """An SVG of black modules on a white ground, so that it can be scanned in a dark theme too."""
    head = picture.index(">", picture.index("<svg")) + 1
    return f'{picture[:head]}<rect width="100%" height="100%" fill="#fff"/>{picture[head:]}'


def set_up(*, viewer: Viewer, sealed: str, code: str) -> None:
    """The app's first code is right: from now on this is the account's second factor, with new recovery codes.

    Replaces what there was. Raises Invalid on 'code'; tries are paused like those at signing in.
    """
    if viewer.account is None or not throttle.try_one("code", viewer.account, viewer.at):
        trace.write(viewer, "set up second factor", trace.REFUSED)
        raise Invalid("code", WRONG)
    _set_up(viewer=viewer, sealed=sealed, code=code)
    throttle.clear("code", viewer.account)


@act("set up second factor")
def _set_up(*, viewer: Viewer, sealed: str, code: str) -> None:
    account = own(viewer)
    used = _step(unseal(sealed, CONTEXT), code, viewer.at)
    if used is None:
        raise Invalid("code", WRONG)
    remove(account)
    Authenticator.objects.create(
        user=account, type=TOTP, data={"secret": sealed, "used": used}, created_at=viewer.at
    )
    RecoveryCodes.activate(account)


@act("make recovery codes")
def new_recovery_codes(*, viewer: Viewer) -> None:
    """Make new recovery codes; the old ones are worth nothing any more."""
    account = own(viewer)
    Authenticator.objects.filter(user=account, type=RECOVERY).delete()
    RecoveryCodes.activate(account)


def check(*, viewer: Viewer, code: str) -> bool:
    """Is this a code of the viewer's app that was not used before, or a recovery code that is left?

    Five wrong tries pause it for a quarter of an hour, whatever the address. Each try leaves a trace.
    """
    if viewer.account is None or not throttle.try_one("code", viewer.account, viewer.at):
        trace.write(viewer, "check second factor", trace.REFUSED)
        return False
    try:
        _match(viewer=viewer, code=code)
    except Refused:
        return False
    throttle.clear("code", viewer.account)
    return True


@act("check second factor")
def _match(*, viewer: Viewer, code: str) -> None:
    account = own(viewer)
    given = "".join(code.split()).replace("-", "")
    app = Authenticator.objects.select_for_update().filter(user=account, type=TOTP).first()
    if app is None:
        raise Refused
    used = _step(unseal(app.data["secret"], CONTEXT), given, viewer.at, app.data.get("used", -1))
    if used is not None:
        app.data["used"], app.last_used_at = used, viewer.at
        app.save(update_fields=["data", "last_used_at"])
        return
    left = Authenticator.objects.filter(user=account, type=RECOVERY).first()
    if left is None or not given.isascii() or not RecoveryCodes(left).validate_code(given):
        raise Refused


def _step(secret: str, code: str, at: datetime, after: int = -1) -> int | None:
    """The step that `code` uses up; the demo's fixed code uses none."""
    if settings.DEMO and code == DEMO_CODE:
        return after
    return totp.matching(secret, "".join(code.split()), at, after)


def remove(account: Account) -> None:
    """Within another act: take the second factor and its recovery codes away."""
    Authenticator.objects.filter(user=account).delete()


def give_secret(account: Account) -> None:
    """For the demo's cast: a second factor whose secret nobody has; only the demo's fixed code opens it."""
    Authenticator.objects.create(user=account, type=TOTP, data={"secret": new_secret()})
    RecoveryCodes.activate(account)
