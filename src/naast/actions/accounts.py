"""What people do with their own account: name, language, password, and the PIN for handing over the screen."""

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from naast.access import trace
from naast.access.viewer import RESIDENT, Viewer
from naast.records.models import Account, Person
from naast.rules import pins
from naast.rules.texts import N_

from . import throttle
from .act import Invalid, Refused, act, touched

LANGUAGES = ("nl", "en")


def own(viewer: Viewer) -> Account:
    """The viewer's own open account of a professional, locked for the act; Refused for anybody else."""
    account = Account.objects.select_for_update().filter(id=viewer.account or 0, is_active=True).first()
    if account is None or account.capacity == RESIDENT or viewer.handed_by is not None:
        raise Refused
    return account


@act("set profile")
def set_profile(*, viewer: Viewer, given: str, family: str, function: str) -> None:
    """Change the own name and function. Raises Invalid on 'given'.

    The name that households read changes too, unless this human is also somebody in a household: their name
    there is told in that dossier and is not for their staff account to change.
    """
    account = own(viewer)
    given, family, function = (" ".join(text.split()) for text in (given, family, function))
    if not given:
        raise Invalid("given", N_("Fill in a name."))
    account.display_name = f"{given} {family}".strip()
    account.function = function
    account.save(update_fields=["display_name", "function"])
    person = Person.objects.get(id=viewer.human)
    if person.professional:
        person.call_name, person.prefix, person.family_name = given, "", family
        person.save(update_fields=["call_name", "prefix", "family_name"])
    touched(persons=[viewer.human])


@act("set language")
def set_language(*, viewer: Viewer, language: str) -> None:
    """Choose the language of the screens. Raises Invalid on 'language'."""
    account = own(viewer)
    if language not in LANGUAGES:
        raise Invalid("language", N_("Choose a language from the list."))
    account.language = language
    account.save(update_fields=["language"])


@act("set password")
def set_password(*, viewer: Viewer, password: str) -> None:
    """Choose another password; every session ends (a face keeps the one it is in). Raises Invalid on 'password'."""
    account = own(viewer)
    new_password(account, password)
    account.save(update_fields=["password"])


def new_password(account: Account, password: str) -> None:
    """Give an account a password that is long and not common; the hash changes, so its sessions end."""
    try:
        validate_password(password, account)
    except ValidationError:
        raise Invalid(
            "password", N_("Use at least twelve characters, and nothing that many people use.")
        ) from None
    account.set_password(password)


@act("set pin")
def set_pin(*, viewer: Viewer, pin: str) -> None:
    """Choose the PIN that brings a handed-over screen back. Ends other sessions. Raises Invalid on 'pin'."""
    account = own(viewer)
    wrong = pins.problem(pin)
    if wrong:
        raise Invalid("pin", wrong)
    account.pin = make_password(pin)
    account.save(update_fields=["pin"])


def check_pin(*, viewer: Viewer, pin: str) -> bool:
    """Is this the PIN of the worker who handed over the screen, else of the viewer's own account?

    Five wrong tries pause it for a quarter of an hour, also for the right PIN. Each try leaves a trace.
    """
    return _tried("pin", viewer, viewer.handed_by or viewer.account, pin)


def check_own_password(*, viewer: Viewer, password: str) -> bool:
    """Is this the viewer's own password? Asked again before the keys of an account change; paused like the PIN."""
    return _tried("password", viewer, viewer.account, password)


def _tried(what: str, viewer: Viewer, account: int | None, given: str) -> bool:
    if account is None or not throttle.try_one(what, account, viewer.at):
        trace.write(viewer, f"check {what}", trace.REFUSED)
        return False
    try:
        (_match_pin if what == "pin" else _match_password)(viewer=viewer, account=account, given=given)
    except Refused:
        return False
    throttle.clear(what, account)
    return True


@act("check pin")
def _match_pin(*, viewer: Viewer, account: int, given: str) -> None:
    found = Account.objects.filter(id=account, is_active=True).first()
    if found is None or not found.pin or not check_password(given, found.pin):
        raise Refused


@act("check password")
def _match_password(*, viewer: Viewer, account: int, given: str) -> None:
    found = Account.objects.filter(id=account, is_active=True).first()
    if found is None or not check_password(given, found.password):
        raise Refused
