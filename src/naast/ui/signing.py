"""Beginning and ending a session. Django's sign-in wants the account itself; it does not leave this file."""

from uuid import UUID

from django.contrib.auth import load_backend, login
from django.http import HttpRequest

from . import who

BACKEND = "naast.access.sessions.Carried"
WRONG_PINS = "wrong_pins"
MOST_WRONG = 5  # then the session is over: whoever holds the device may be somebody else


def begin(request: HttpRequest, account: int) -> None:
    """Sign this account (row id) in, in a session of its own: nothing of an earlier one stays."""
    request.session.flush()
    login(request, load_backend(BACKEND).get_user(account), backend=BACKEND)


def hand_over(request: HttpRequest, human: int, dossier: UUID, row: int, worker: int) -> None:
    """From now on this session is that person's, until `take_back`. Its cookie is a new one."""
    request.session.pop(who.CONFIDENTIAL_UNTIL, None)
    request.session.pop(WRONG_PINS, None)
    request.session[who.HANDED_OVER] = {
        "human": human,
        "dossier": str(dossier),
        "row": row,
        "worker": worker,
    }
    request.session.cycle_key()


def take_back(request: HttpRequest) -> None:
    """The session is the worker's again."""
    request.session.pop(who.CONFIDENTIAL_UNTIL, None)
    request.session.pop(who.HANDED_OVER, None)
    request.session.pop(WRONG_PINS, None)
    request.session.cycle_key()


def wrong_pin(request: HttpRequest) -> bool:
    """Note a wrong PIN; true where the session had its fifth (guessing itself is paused in actions/accounts)."""
    request.session[WRONG_PINS] = request.session.get(WRONG_PINS, 0) + 1
    return int(request.session[WRONG_PINS]) >= MOST_WRONG


def right_pin(request: HttpRequest) -> None:
    """The count starts anew."""
    request.session.pop(WRONG_PINS, None)
