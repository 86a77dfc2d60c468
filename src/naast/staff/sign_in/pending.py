"""Between the password and the second factor: somebody is known in the session, and nobody is signed in yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import load_backend, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from naast.access import accounts
from naast.access.accounts import Signing
from naast.actions import sign_in as acts
from naast.ui.signing import BACKEND

from .require import see

PENDING = "signing_in"
SECRET = "totp_secret"  # nosec: the name of a place in the session; what stands there is sealed
SHOW_CODES = "show_codes"  # until when the fresh recovery codes may be shown
LASTS = timedelta(minutes=15)
CODES_SHOW = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Pending:
    """Who is signing in, and where they go afterwards."""

    signing: Signing
    after: str


def own_address(request: HttpRequest, address: str) -> str:
    """`address` where it lies on this host, else the start."""
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if own and address.startswith("/") else "/"


def begin(request: HttpRequest, account: int, after: str, now: datetime) -> Signing | None:
    """The password was right: remember for a quarter of an hour, in a new session, whose second factor is asked."""
    signing = accounts.signing(account, now)
    if signing is None:
        return None
    request.session.flush()
    request.session[PENDING] = {
        "account": account,
        "hash": signing.session_hash,
        "since": now.isoformat(),
        "after": after,
    }
    return signing


def current(request: HttpRequest, now: datetime) -> Pending | None:
    """Who is signing in; None where nobody is, it took too long, or the account changed or closed meanwhile."""
    kept: dict[str, Any] | None = request.session.get(PENDING)
    if kept is None or now >= datetime.fromisoformat(kept["since"]) + LASTS:
        return None
    signing = accounts.signing(kept["account"], now)
    if signing is None or signing.session_hash != kept["hash"]:
        return None
    return Pending(signing, kept["after"])


def finish(request: HttpRequest, pending: Pending, to: str = "") -> HttpResponse:
    """Both factors were right: sign in, in a session with a new key, and go on."""
    viewer = pending.signing.viewer
    acts.signed_in(viewer=viewer)
    login(request, load_backend(BACKEND).get_user(viewer.account), backend=BACKEND)
    request.session.pop(PENDING, None)
    response = see(redirect(to or own_address(request, pending.after)))
    remember_language(response, pending.signing.language)
    return response


def remember_language(response: HttpResponse, language: str) -> None:
    """The browser asks for the language of the account from now on."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", httponly=True, secure=settings.SECURE
    )
