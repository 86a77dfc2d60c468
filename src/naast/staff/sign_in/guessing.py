"""What axes keeps of tries at a password: no address of a person, and no answer of its own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac


def hashed_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The e-mail address as a keyed hash: tries are counted under it, log lines and tables tell nothing."""
    given = (credentials or {}).get("username") or ""
    return salted_hmac("naast.guessing", str(given).strip().lower(), algorithm="sha256").hexdigest()


def same_answer(request: HttpRequest, response: HttpResponse, credentials: Any = None) -> HttpResponse:
    """Locked looks like wrong: the page that the view gave anyway."""
    return response
